/** Loads an entry, or starts a new one, possibly with an unanswered question. */
import { BookX } from "lucide";
import type { JSX } from "preact";
import type { Entry, Facets } from "../api/faq";
import { ApiError, ask } from "../api/http";
import { useLoad } from "../api/use";
import { Page } from "../kit/page";
import { Empty, Loading } from "../kit/states";
import { href } from "../router";
import { may, useSession } from "../session";
import { BLANK } from "./draft";
import { Editor } from "./editor";
import { NotYours } from "./not-yours";
import { Reader } from "./reader";

export function EntryPage(props: {
  readonly id: string | null;
  readonly query: URLSearchParams;
}): JSX.Element {
  const { id, query } = props;
  const { role } = useSession().session.agent;
  const entry = useLoad<Entry | "gone" | null>(
    async signal => {
      if (id === null) return null;
      try {
        return await ask<Entry>("GET", `/faq/entries/${encodeURIComponent(id)}`, { signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return "gone";
        throw error;
      }
    },
    [id],
  );
  const facets = useLoad<Facets>(signal => ask("GET", "/faq/facets", { signal }), []);
  const known = facets.state.is === "here" ? facets.state.value : null;
  if (entry.state.is !== "here") {
    return (
      <Page title="FAQ entry">
        <Loading of={entry} lines={8}>
          {() => null}
        </Loading>
      </Page>
    );
  }
  if (entry.state.value === "gone") {
    return (
      <Empty icon={BookX} title="This entry is gone">
        <p>Somebody may have deleted it.</p>
        <a class="button" href={href("faq")}>
          To all entries
        </a>
      </Empty>
    );
  }
  if (!may(role, "supervisor"))
    return entry.state.value ? <Reader entry={entry.state.value} facets={known} /> : <NotYours />;
  const first = { ...BLANK, question: query.get("question") ?? "", locale: query.get("locale") ?? "en" };
  return (
    <Editor
      entry={entry.state.value}
      first={first}
      unanswered={query.get("unanswered")}
      facets={known}
      propose={query.has("propose")}
      onSaved={now => entry.set(() => now)}
    />
  );
}
