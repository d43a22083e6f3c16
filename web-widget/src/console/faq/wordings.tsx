import { Plus, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../kit/button";
import { Meter } from "../kit/meter";
import { cleaned, ENOUGH_WORDINGS } from "./draft";
import { Propose } from "./propose";

/** The entry to propose wordings for. */
export interface Proposing {
  readonly entry: string | null;
  readonly dirty: boolean;
  readonly atOnce: boolean;
}

export function Wordings(props: {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly wrong: string | null;
  readonly proposing: Proposing;
}): JSX.Element {
  const { value, onChange, proposing } = props;
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelectorAll("input")[focus.current]?.focus();
    focus.current = null;
  });
  const add = () => {
    focus.current = value.length;
    onChange([...value, ""]);
  };
  const remove = (at: number) => {
    focus.current = Math.max(0, at - 1);
    onChange(value.filter((_, i) => i !== at));
  };
  const set = (at: number, text: string) => {
    // A pasted list becomes one wording per line.
    const lines = text.split(/\r?\n/).filter((line, i, all) => line.trim() || all.length === 1 || i === 0);
    onChange([...value.slice(0, at), ...lines, ...value.slice(at + 1)]);
  };
  const count = cleaned(value).length;
  return (
    <fieldset class="field wordings">
      <legend>Other wordings</legend>
      <div class="hint row">
        <Meter
          label="Wordings"
          share={count / ENOUGH_WORDINGS}
          kind={count >= ENOUGH_WORDINGS ? "accent" : "warn"}
        />
        <span>
          {count >= ENOUGH_WORDINGS
            ? `${count} wordings: enough for most customers.`
            : `${count} of ${ENOUGH_WORDINGS}. Five wordings or more are worth it: customers rarely ask in your words.`}
        </span>
      </div>
      {value.length > 0 && (
        <ul ref={list} class="stack tight">
          {value.map((one, i) => (
            <li key={i} class="row">
              <input
                class="input"
                value={one}
                dir="auto"
                aria-label={`Wording ${i + 1}`}
                aria-invalid={props.wrong ? true : undefined}
                placeholder="The same question, asked another way"
                onInput={event => set(i, event.currentTarget.value)}
                onPaste={event => {
                  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
                  if (!text.includes("\n")) return;
                  event.preventDefault();
                  set(i, one ? `${one}\n${text}` : text);
                }}
                onKeyDown={event => {
                  if (event.key !== "Enter" || event.isComposing) return;
                  event.preventDefault();
                  add();
                }}
              />
              <Button
                kind="quiet"
                icon={Trash2}
                label={`Remove wording ${i + 1}`}
                onClick={() => remove(i)}
              />
            </li>
          ))}
        </ul>
      )}
      {props.wrong && <div class="wrong">{props.wrong}</div>}
      <div>
        <Button size="small" icon={Plus} onClick={add}>
          Add a wording
        </Button>
      </div>
      <Propose
        {...proposing}
        known={cleaned(value)}
        onTake={taken => {
          const kept = value.filter(one => one.trim() !== "");
          focus.current = kept.length;
          onChange([...kept, ...taken]);
        }}
      />
    </fieldset>
  );
}
