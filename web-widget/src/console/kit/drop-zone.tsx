import { FileUp } from "lucide";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./icon";

/** A file field with a large drop target. */
export function DropZone(props: {
  readonly label: string;
  readonly accept: string;
  readonly file: File | null;
  readonly wrong: string | null;
  readonly onFile: (file: File) => void;
}): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) props.onFile(file);
  };
  return (
    <div class="field">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <Icon of={FileUp} />
        <label for={id}>{props.file ? props.file.name : props.label}</label>
        <span class="soft small">{props.file ? size(props.file.size) : "Drop it here, or choose it"}</span>
        <input
          id={id}
          type="file"
          accept={props.accept}
          aria-invalid={props.wrong ? true : undefined}
          aria-describedby={props.wrong ? `${id}-about` : undefined}
          onChange={event => {
            take(event.currentTarget.files);
            // Selecting the same, corrected file again must be a change.
            event.currentTarget.value = "";
          }}
        />
      </div>
      {props.wrong && (
        <div id={`${id}-about`} class="wrong" role="alert">
          {props.wrong}
        </div>
      )}
    </div>
  );
}

function size(bytes: number): string {
  return bytes < 10_000
    ? `${bytes.toLocaleString()} bytes`
    : `${Math.round(bytes / 1024).toLocaleString()} KiB`;
}
