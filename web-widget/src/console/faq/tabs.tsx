import type { JSX } from "preact";
import { href } from "../router";
import { may, useSession } from "../session";

export function FaqTabs({ on }: { readonly on: "entries" | "unanswered" | "wordings" }): JSX.Element {
  const writes = may(useSession().session.agent.role, "supervisor");
  return (
    <nav class="tabs" aria-label="FAQ">
      <a href={href("faq")} aria-current={on === "entries" ? "page" : undefined}>
        Entries
      </a>
      <a href={href("faq", "unanswered")} aria-current={on === "unanswered" ? "page" : undefined}>
        Unanswered
      </a>
      {writes && (
        <a href={href("faq", "wordings")} aria-current={on === "wordings" ? "page" : undefined}>
          Wordings
        </a>
      )}
    </nav>
  );
}
