import type { JSX } from "preact";
import { reasonName } from "../kit/handoff-reason";
import type { Report } from "./report";

/** Reasons for handoffs, most frequent first. */
export function Reasons({ reasons }: { readonly reasons: Report["reasons"] }): JSX.Element | null {
  const most = Math.max(0, ...reasons.map(({ count }) => count));
  if (most === 0) return null;
  return (
    <section class="card reasons">
      <h2>Why a person was asked for</h2>
      <table>
        <thead class="sr">
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Conversations</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, count }) => (
            <tr key={reason ?? ""}>
              <th scope="row" class={reason ? undefined : "soft"}>
                <bdi>{reason === null ? "No reason given" : (reasonName(reason) ?? reason)}</bdi>
              </th>
              <td class="nums">
                <svg aria-hidden="true">
                  <rect class="bar bar-0" width={`${(count / most) * 100}%`} height="100%" rx="3" />
                </svg>
                {count}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
