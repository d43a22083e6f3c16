/** A list above the composer: focus stays in the text, arrows select (combobox, WAI-ARIA Authoring Practices). */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Choice {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly about?: string;
  readonly pick: () => void;
}

export const PICKER_ID = "compose-picker";

export function Picker(props: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly at: number;
  readonly nothing: string;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [props.at]);
  return (
    <div class="picker" ref={list} role="listbox" id={PICKER_ID} aria-label={props.label} tabIndex={-1}>
      {props.choices.length === 0 && <p class="soft">{props.nothing}</p>}
      {props.choices.map((choice, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which keeps the focus
        <div
          key={choice.id}
          id={`${PICKER_ID}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === props.at}
          // Keeps the focus in the text.
          onPointerDown={event => event.preventDefault()}
          onClick={choice.pick}
        >
          <span class="title">{choice.title}</span>
          {choice.about && (
            <span class="soft clip" dir="auto">
              {choice.about}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
