/** The bot's actions at the shop's server for this visitor. */
import type { JSX } from "preact";
import type { DoneAction } from "../../api/types";
import { exact } from "../../kit/time";

const OUTCOMES: Readonly<Record<string, string>> = {
  done: "Done",
  not_found: "The shop's server knows no such thing",
  refused: "Refused, not done",
  failed: "Failed, not done",
  unknown: "Done or not? Nobody knows: please check",
};

const STATES: Readonly<Record<DoneAction["state"], string>> = {
  asked: "The visitor is asked",
  declined: "The visitor said no",
  agreed: "The visitor said yes; not done",
  performing: "Under way",
  ended: "Ended",
};

/** The state in support staff's words. */
export function howItStands(action: DoneAction): string {
  return (action.outcome && OUTCOMES[action.outcome]) || STATES[action.state];
}

/** Arguments by name; anything but a JSON object is shown unchanged. */
export function argumentsOf(json: string): readonly string[] {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return [json];
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return [json];
  return Object.entries(read).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
}

export function Actions({ of }: { readonly of: readonly DoneAction[] }): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>Actions</h3>
      <dl class="facts">
        {of.map(action => (
          <div key={action.id}>
            <dt>
              <bdi class="mono">{action.name}</bdi>
            </dt>
            <dd>
              {argumentsOf(action.arguments).map(argument => (
                <div key={argument}>
                  <bdi>{argument}</bdi>
                </div>
              ))}
              <span class={action.outcome === "unknown" ? "badge" : "soft"}>{howItStands(action)}</span>
              {(action.begun_at ?? action.answered_at) && (
                <span class="soft"> {exact(action.begun_at ?? action.answered_at ?? "")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
