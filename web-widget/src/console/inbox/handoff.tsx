/** Why a person is needed, above the thread. */
import type { JSX } from "preact";
import type { Conversation } from "../api/types";
import { whyAsked } from "../kit/handoff-reason";

export function HandoffLine({ item }: { readonly item: Conversation }): JSX.Element | null {
  const { handoff } = item;
  const open = item.state === "waiting" || item.state === "with_agent";
  if (!handoff || !open) return null;
  return (
    <div class="handoff-line" role="note" aria-label="Why a person was asked for">
      <p>
        {whyAsked(handoff)}
        {item.reason && (
          <>
            {": "}
            <bdi>{item.reason}</bdi>
          </>
        )}
      </p>
      {handoff.summary && (
        <p class="soft summary" dir="auto" title={handoff.summary}>
          {handoff.summary}
        </p>
      )}
    </div>
  );
}
