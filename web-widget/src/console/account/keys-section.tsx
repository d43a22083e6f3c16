import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { COMMAND_IDS, COMMANDS, type CommandId, SCOPES, type Scope } from "../keys/catalogue";
import { keysOf } from "../keys/registry";
import { Button } from "../kit/button";
import { Caps } from "../kit/caps";
import { Check } from "../kit/field";
import { Page } from "../kit/page";
import { Notice } from "../kit/states";
import { prefer, usePreferences } from "../preferences";
import { ChooseKeys } from "./choose-keys";

/** All commands with their keys, and the switch for single-key shortcuts (WCAG 2.1.4). */
export function KeysSection(): JSX.Element {
  const { keys, shortcuts } = usePreferences();
  const [choosing, setChoosing] = useState<CommandId | null>(null);
  const { why, run } = useTask();
  const choose = (id: CommandId, choice: string) => {
    const { [id]: _, ...others } = shortcuts;
    const changed = choice === COMMANDS[id].keys ? others : { ...others, [id]: choice };
    void run(() => prefer({ shortcuts: changed }));
    setChoosing(null);
  };
  const scopes = Object.keys(SCOPES) as readonly Scope[];
  return (
    <Page
      title="Keys"
      narrow
      about="Single keys work outside of text fields. Chords with Ctrl or ⌘ work everywhere."
      actions={
        Object.keys(shortcuts).length > 0 && (
          <Button onClick={() => void run(() => prefer({ shortcuts: {} }))}>All as they were</Button>
        )
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <section class="card">
        <Check
          label="Single keys are commands"
          hint="Turn this off when a screen reader, speech input or an unsteady hand presses keys that you did not mean."
          checked={keys}
          onChange={choice => void run(() => prefer({ keys: choice }))}
        />
      </section>
      {scopes.map(scope => (
        <section key={scope} class="stack">
          <h2 id={`keys-${scope}`}>{SCOPES[scope]}</h2>
          <ul class="card lines keys-list" aria-labelledby={`keys-${scope}`}>
            {COMMAND_IDS.filter(id => COMMANDS[id].scope === scope).map(id => (
              <li key={id}>
                <span>{COMMANDS[id].text}</span>
                <span class="row">
                  {shortcuts[id] !== undefined && <span class="badge">changed</span>}
                  {keysOf(id) ? <Caps keys={keysOf(id)} /> : <span class="soft small">none</span>}
                  <Button
                    size="small"
                    label={`Change the keys for: ${COMMANDS[id].text}`}
                    onClick={() => setChoosing(id)}
                  >
                    Change
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {choosing && (
        <ChooseKeys
          id={choosing}
          onChoose={choice => choose(choosing, choice)}
          onClose={() => setChoosing(null)}
        />
      )}
    </Page>
  );
}
