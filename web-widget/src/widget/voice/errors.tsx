/** A failed recording or transcription: the reason and the options. */
import type { JSX } from "preact";
import type { Refusal } from "./answers";
import type { State } from "./machine";
import { Choice, Clip, cancel, Quiet, type ViewProps } from "./parts";

export function Failed(props: ViewProps & { state: Extract<State, { is: "failed" }> }): JSX.Element {
  const { state, words, tell } = props;
  const silent = state.why === "silent";
  return (
    <>
      <p class="error" role="alert">
        {words[state.why]}
      </p>
      <div class="line">
        <Clip {...props} state={state} />
        <Quiet glyph="drop" label={words.delete} onClick={() => cancel(props)} />
      </div>
      <div class="choices">
        <button
          type="button"
          class="main"
          data-first
          onClick={() => tell({ type: silent ? "again" : "retry" })}
        >
          {silent ? words.again : words.retry}
        </button>
        {state.kept !== null && <Choice says={words.asIs} onClick={() => tell({ type: "asIs" })} />}
        <Choice says={words.type} onClick={() => tell({ type: "typeInstead" })} />
      </div>
    </>
  );
}

/** A retry is useless if browser or page forbid it. */
const FINAL: ReadonlySet<Refusal> = new Set(["policy", "insecure", "unsupported"]);

export function Refused({ why, words, tell }: ViewProps & { why: Refusal }): JSX.Element {
  const final = FINAL.has(why);
  return (
    <>
      <p class="error" role="alert">
        {words[why]}
      </p>
      <div class="choices">
        {!final && (
          <button type="button" class="main" data-first onClick={() => tell({ type: "pressed" })}>
            {words.retry}
          </button>
        )}
        <button
          type="button"
          class={final ? "main" : "pill"}
          data-first={final || undefined}
          onClick={() => tell({ type: "typeInstead" })}
        >
          {words.type}
        </button>
      </div>
    </>
  );
}
