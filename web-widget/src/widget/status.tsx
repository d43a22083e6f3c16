import type { JSX } from "preact";
import { settleFocus } from "./focus";
import { fill } from "./i18n";
import { Icon } from "./icons";
import type { Props } from "./panel";

/** What stands between the thread and the text box: who is listening, whether the line is up, and the way to a person. */
export function Status({ state, client, words }: Props): JSX.Element {
  return (
    <div class="status">
      {state.link === "offline" && (
        <p class="banner warn" role="status">
          <Icon name="clock" />
          {words.offline}
        </p>
      )}
      {state.link === "failed" && (
        <div class="banner bad" role="alert">
          <p>
            <strong>{words.trouble}</strong>
            <br />
            {state.failure?.detail || words.troubleHint}
          </p>
          <button type="button" class="pill" onClick={() => client.retry()}>
            {words.retry}
          </button>
        </div>
      )}
      {ownership({ state, client, words })}
    </div>
  );
}

function ownership({ state, client, words }: Pick<Props, "state" | "client" | "words">): JSX.Element {
  switch (state.owner) {
    case "with_bot":
      return (
        <button
          type="button"
          class="pill person"
          disabled={state.handoffAsked}
          onClick={event => {
            settleFocus(event.currentTarget);
            client.askForPerson();
          }}
        >
          <Icon name="person" />
          {state.handoffAsked ? words.personAsked : words.person}
        </button>
      );
    case "waiting":
      return (
        <div class="banner wait" role="status">
          <span class="pulse" aria-hidden="true" />
          <p>
            <strong>{words.waiting}</strong>
            <br />
            {state.queue ? fill(words.position, { n: state.queue.position }) : ""} {words.waitingHint}
          </p>
        </div>
      );
    case "with_agent":
      return hint(fill(words.agentHere, { name: state.agent ?? words.someone }));
    case "closed":
      // The service's own line says so already, where it is the last.
      return hint(words.closed, state.messages.at(-1)?.author === "system");
  }
}

function hint(text: string, said = false): JSX.Element {
  return (
    <p class={said ? "sr" : "hint"} role="status">
      {text}
    </p>
  );
}
