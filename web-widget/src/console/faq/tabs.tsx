import type { JSX } from "preact";
import { href } from "../router";

export function FaqTabs({ on }: { readonly on: "entries" | "unanswered" }): JSX.Element {
  return (
    <nav class="tabs" aria-label="FAQ">
      <a href={href("faq")} aria-current={on === "entries" ? "page" : undefined}>
        Entries
      </a>
      <a href={href("faq", "unanswered")} aria-current={on === "unanswered" ? "page" : undefined}>
        Unanswered
      </a>
    </nav>
  );
}
