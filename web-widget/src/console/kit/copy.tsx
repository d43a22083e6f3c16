import { Copy, Check as Done } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button";

/** Text with a copy button. */
export function CopyBox(props: {
  readonly label: string;
  readonly text: string;
  readonly lines?: boolean;
  readonly onCopied?: () => void;
}): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(0), 2_500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(n => n + 1);
      props.onCopied?.();
    } catch {
      // Without https there is no clipboard: selects the text for one key press.
      if (box.current) getSelection()?.selectAllChildren(box.current);
    }
  };
  return (
    <figure class={props.lines ? "copy-box lines" : "copy-box"}>
      <figcaption class="sr">{props.label}</figcaption>
      <code ref={box} dir="ltr">
        {props.text}
      </code>
      <Button size="small" icon={copied ? Done : Copy} onClick={() => void copy()}>
        {copied ? "Copied" : "Copy"}
      </Button>
      <span class="sr" role="status">
        {copied ? "Copied" : ""}
      </span>
    </figure>
  );
}
