import type { JSX } from "preact";
import { settleFocus } from "./focus";
import { Icon } from "./icons";
import type { Props } from "./props";

/** The button to request a person. */
export function AskPerson(props: Props & { class: string; text: string }): JSX.Element {
  return (
    <button
      type="button"
      class={props.class}
      disabled={props.state.handoffAsked}
      onClick={event => {
        settleFocus(event.currentTarget);
        props.client.askForPerson();
      }}
    >
      <Icon name="person" />
      {props.text}
    </button>
  );
}
