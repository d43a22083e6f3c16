import type { JSX } from "preact";
import { AskPerson } from "./ask-person";
import { fill } from "./i18n";
import { Icon } from "./icons";
import type { Props } from "./props";

/** Between thread and text box: who listens, the connection, the way to a person. */
export function Status(props: Props): JSX.Element {
  const { state, client, words } = props;
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
            <strong>{words.unreachable}</strong>
            <br />
            {state.failure?.detail || words.unreachableHint}
          </p>
          <button type="button" class="pill" onClick={() => client.retry()}>
            {words.retry}
          </button>
        </div>
      )}
      {ownership(props)}
    </div>
  );
}

function ownership(props: Props): JSX.Element {
  const { state, words } = props;
  switch (state.owner) {
    case "with_bot":
      return (
        <AskPerson
          {...props}
          class="pill person"
          text={state.handoffAsked ? words.personAsked : words.person}
        />
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
      // Unless the service's last message says so already.
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
