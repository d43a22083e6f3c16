import { PenLine, RotateCcw } from "lucide";
import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../kit/button";
import { example, LONGEST, PLACES } from "./rules";

/** Parley's sentence, the shop's own, and a preview. */
export function SentenceRow(props: {
  readonly when: string;
  readonly language: string;
  readonly usual: string;
  /** Null: Parley's own. */
  readonly own: string | null;
  readonly place: string | null;
  readonly wrong: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: string | null) => void;
}): JSX.Element {
  const { when, language, usual, own, place, wrong } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const change = useRef<HTMLDivElement>(null);
  const focus = useRef(false);
  useLayoutEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    (field.current ?? change.current?.querySelector("button"))?.focus();
  }, [own === null]);
  const set = (text: string | null) => {
    focus.current = true;
    props.onChange(text);
  };
  return (
    <li class="sentence stack tight">
      <div class="spread">
        <h3 id={`${id}-when`}>{when}</h3>
        {own !== null && <span class="badge accent">your words</span>}
      </div>
      {own === null ? (
        <div ref={change} class="spread wrap">
          <p class="bubble" lang={language} dir="auto">
            {example(usual, language)}
          </p>
          {!props.disabled && (
            <Button
              size="small"
              icon={PenLine}
              label={`Say it in your own words: ${when}`}
              onClick={() => set(usual)}
            >
              Change
            </Button>
          )}
        </div>
      ) : (
        <>
          <div class="halves">
            <div class="stack tight">
              <span class="small soft">Parley says</span>
              <p class="usual" lang={language} dir="auto">
                {usual}
              </p>
            </div>
            <div class="field">
              <label for={`${id}-own`}>You say</label>
              <textarea
                ref={field}
                id={`${id}-own`}
                class="input"
                rows={3}
                lang={language}
                dir="auto"
                value={own}
                disabled={props.disabled}
                aria-invalid={wrong ? true : undefined}
                aria-describedby={`${id}-when ${id}-about`}
                onInput={event => props.onChange(event.currentTarget.value)}
              />
              <div id={`${id}-about`} class={wrong ? "wrong" : "hint"}>
                {wrong ?? hint(own, place)}
              </div>
            </div>
          </div>
          <div class="spread wrap">
            <div class="stack tight">
              <span class="small soft">Visitors read</span>
              <p class="bubble own" lang={language} dir="auto">
                {example(own, language) || "…"}
              </p>
            </div>
            {!props.disabled && (
              <Button
                size="small"
                icon={RotateCcw}
                label={`Take Parley's own sentence again: ${when}`}
                onClick={() => set(null)}
              >
                As Parley says it
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

function hint(own: string, place: string | null): string {
  const left = LONGEST - [...own].length;
  const room = left < 100 ? ` ${left} characters left.` : "";
  return `${place ? `${place} ${PLACES[place] ?? "becomes a value"}. ` : ""}Plain text.${room}`;
}
