import type { JSX } from "preact";
import { plainText } from "../../kit/markdown/plain";
import type { Entry } from "../api/faq";
import { languageName } from "../kit/languages";
import { Ago } from "../kit/time";
import { href } from "../router";
import { validity } from "./validity";

/** Enough to tell entries apart. */
const EXCERPT = 300;

export function EntryRow({ entry }: { readonly entry: Entry }): JSX.Element {
  return (
    <li>
      <a href={href("faq", entry.id)}>
        <span class="question" dir="auto">
          {entry.question}
        </span>
        <span class="excerpt" dir="auto">
          {entry.answer ? plainText(entry.answer.slice(0, EXCERPT)) : "No answer yet"}
        </span>
        <span class="marks">
          <EntryBadges entry={entry} />
          <span class="soft small">{languageName(entry.locale)}</span>
          {entry.tags.slice(0, 4).map(tag => (
            <span class="badge" key={tag} dir="auto">
              {tag}
            </span>
          ))}
        </span>
      </a>
      <span class="soft small when">
        <span class="sr">Changed </span>
        <Ago at={entry.updated_at} />
      </span>
    </li>
  );
}

/** Nothing for a published entry in force. */
export function EntryBadges({ entry }: { readonly entry: Entry }): JSX.Element {
  const when = validity(entry, Date.now());
  return (
    <>
      {entry.status === "draft" && <span class="badge warn">Draft</span>}
      {when && <span class={`badge ${when.kind}`}>{when.text}</span>}
    </>
  );
}
