import { X } from "lucide";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "./icon";

interface ChipsProps {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | null;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly suggestions?: readonly string[];
  readonly ltr?: boolean;
}

/** Enter or a comma adds the typed word, Backspace in an empty field removes the last. */
export function Chips(props: ChipsProps): JSX.Element {
  const { value, onChange, disabled } = props;
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const about = props.wrong || props.hint ? `${id}-about` : undefined;
  const take = (typed: string) => {
    const next = added(value, typed);
    if (next !== value) {
      onChange(next);
      setSaid(`${typed.trim()} added`);
    }
    setText("");
  };
  const drop = (one: string) => {
    onChange(value.filter(v => v !== one));
    setSaid(`${one} removed`);
    input.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const last = value.at(-1);
    if ((event.key === "Enter" || event.key === ",") && text.trim()) {
      event.preventDefault();
      take(text);
    } else if (event.key === "Backspace" && text === "" && last !== undefined) drop(last);
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="input chips" aria-disabled={disabled || undefined}>
        {value.map(one => (
          <span class="chip" key={one} dir={props.ltr ? "ltr" : "auto"}>
            {one}
            {!disabled && (
              <button type="button" aria-label={`Remove ${one}`} onClick={() => drop(one)}>
                <Icon of={X} />
              </button>
            )}
          </span>
        ))}
        <input
          ref={input}
          id={id}
          value={text}
          list={props.suggestions ? `${id}-list` : undefined}
          placeholder={value.length === 0 ? props.placeholder : undefined}
          autocomplete="off"
          disabled={disabled}
          aria-describedby={about}
          aria-invalid={props.wrong ? true : undefined}
          dir={props.ltr ? "ltr" : "auto"}
          onInput={event => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => text.trim() && take(text)}
        />
        {props.suggestions && (
          <datalist id={`${id}-list`}>
            {props.suggestions
              .filter(one => !value.includes(one))
              .map(one => (
                <option key={one} value={one} />
              ))}
          </datalist>
        )}
      </div>
      <span class="sr" role="status">
        {said}
      </span>
      {about && (
        <div id={about} class={props.wrong ? "wrong" : "hint"}>
          {props.wrong || props.hint}
        </div>
      )}
    </div>
  );
}

/** Splits pasted lists at commas and line ends, without duplicates. */
export function added(value: readonly string[], typed: string): readonly string[] {
  const fresh = typed
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter((part, i, all) => part !== "" && !value.includes(part) && all.indexOf(part) === i);
  return fresh.length ? [...value, ...fresh] : value;
}
