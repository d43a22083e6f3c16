import type { JSX } from "preact";
import { Caps } from "../kit/caps";
import { Dialog } from "../kit/dialog";
import { href } from "../router";
import { COMMANDS, type CommandId, SCOPES, type Scope } from "./catalogue";
import { keysOf, possible } from "./registry";

/** The shortcuts that work here, and where to change them. */
export function Help({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const groups = grouped([...possible().keys()].filter(id => keysOf(id)));
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div class="key-help">
        {groups.map(([scope, ids]) => (
          <section key={scope}>
            <h3>{SCOPES[scope]}</h3>
            <dl>
              {ids.map(id => (
                <div key={id}>
                  <dt>{COMMANDS[id].text}</dt>
                  <dd>
                    <Caps keys={keysOf(id)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="soft small">
        Single keys work outside of text fields.{" "}
        <a href={href("account", "keys")} onClick={onClose}>
          Turn them off or choose others
        </a>
      </p>
    </Dialog>
  );
}

function grouped(ids: readonly CommandId[]): readonly (readonly [Scope, readonly CommandId[]])[] {
  const scopes = Object.keys(SCOPES) as readonly Scope[];
  return scopes
    .map(scope => [scope, ids.filter(id => COMMANDS[id].scope === scope)] as const)
    .filter(([, found]) => found.length > 0);
}
