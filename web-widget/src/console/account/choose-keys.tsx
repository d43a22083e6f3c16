import type { JSX, TargetedKeyboardEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { COMMAND_IDS, COMMANDS, type CommandId, meet } from "../keys/catalogue";
import { named, PATIENCE_MS } from "../keys/press";
import { clashes, keysOf } from "../keys/registry";
import { Button } from "../kit/button";
import { Caps, MAC } from "../kit/caps";
import { Dialog } from "../kit/dialog";
import { Field } from "../kit/field";
import { written } from "../kit/key-names";

/** Keys that belong to the dialog. */
const LEFT = new Set(["Tab", "Escape", "Enter"]);
/** Keys of the browser, or ones that the agent would miss. */
const TAKEN = /^mod\+(?![kj/;.,]$|enter$|[a-z]$)|^mod\+[acfnprtvwxz]$/;

interface ChooseKeysProps {
  readonly id: CommandId;
  readonly onChoose: (keys: string) => void;
  readonly onClose: () => void;
}

/** Records a shortcut: one key, two in sequence, or one with Ctrl or ⌘. */
export function ChooseKeys({ id, onChoose, onClose }: ChooseKeysProps): JSX.Element {
  const [keys, setKeys] = useState(keysOf(id));
  const before = useRef<{ key: string; at: number } | null>(null);
  const others = clashes(
    id,
    keys,
    COMMAND_IDS.filter(other => meet(id, other)),
  );
  const typed = COMMANDS[id].scope === "writing" && keys !== "" && !keys.startsWith("mod+");
  const wrong = TAKEN.test(keys)
    ? "The browser needs these itself."
    : typed
      ? "While writing it would be a letter. Take one with Ctrl or ⌘."
      : others.length > 0
        ? `Already used for: ${others.map(other => COMMANDS[other].text).join(", ")}.`
        : null;
  const pressed = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const key = LEFT.has(event.key) ? null : named(event);
    if (!key) return;
    event.preventDefault();
    if (key === "backspace" || key === "delete") {
      setKeys("");
      return;
    }
    const first = before.current;
    const second = first && event.timeStamp - first.at <= PATIENCE_MS && !key.startsWith("mod+");
    setKeys(second ? `${first.key} ${key}` : key);
    before.current = second || key.startsWith("mod+") ? null : { key, at: event.timeStamp };
  };
  return (
    <Dialog
      title={COMMANDS[id].text}
      onClose={onClose}
      onSubmit={() => !wrong && onChoose(keys)}
      actions={
        <>
          <Button onClick={() => onChoose(COMMANDS[id].keys)}>As it was</Button>
          <Button onClick={() => onChoose("")}>No keys</Button>
          <Button type="submit" kind="primary" disabled={wrong !== null}>
            Save
          </Button>
        </>
      }
    >
      <Field
        label="Press one key, or two quickly after each other"
        hint="Backspace clears it, Enter saves it."
        wrong={wrong}
      >
        {inner => (
          <input
            {...inner}
            class="input"
            type="text"
            autocomplete="off"
            autofocus
            value={written(keys, MAC).join(" then ")}
            onKeyDown={pressed}
            onInput={event => {
              // An on-screen keyboard types without reporting the key.
              event.currentTarget.value = written(keys, MAC).join(" then ");
            }}
          />
        )}
      </Field>
      <p class="row soft">Usually {COMMANDS[id].keys ? <Caps keys={COMMANDS[id].keys} /> : "none"}</p>
    </Dialog>
  );
}
