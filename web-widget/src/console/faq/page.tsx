/** The FAQ: `#/faq`, `#/faq/new`, `#/faq/import`, `#/faq/unanswered`, `#/faq/wordings`, `#/faq/{id}`. */
import "../css/faq.css";
import type { JSX } from "preact";
import type { PageProps } from "../router";
import { may, useSession } from "../session";
import { EntryPage } from "./entry-page";
import { ImportPage } from "./import-page";
import { ListPage } from "./list-page";
import { NeedyPage } from "./needy-page";
import { NotYours } from "./not-yours";
import { UnansweredPage } from "./unanswered-page";

export function FaqPage({ place }: PageProps): JSX.Element {
  const second = place.path[1];
  const writes = may(useSession().session.agent.role, "supervisor");
  switch (second) {
    case undefined:
      return <ListPage place={place} />;
    case "import":
      return writes ? <ImportPage /> : <NotYours />;
    case "wordings":
      return writes ? <NeedyPage /> : <NotYours />;
    case "unanswered":
      return <UnansweredPage />;
    default:
      return <EntryPage key={second} id={second === "new" ? null : second} query={place.query} />;
  }
}
