import type { ComponentChildren, JSX } from "preact";
import type { Entry, Facets } from "../api/faq";
import { BackLink } from "../kit/back-link";
import { languageName } from "../kit/languages";
import { useTitle } from "../kit/page";
import { Ago, exact } from "../kit/time";
import { href } from "../router";
import { AnswerPreview } from "./aside";
import { EntryBadges } from "./entry-row";
import { TestPanel } from "./test-panel";

/** Read-only view of an entry. */
export function Reader(props: { readonly entry: Entry; readonly facets: Facets | null }): JSX.Element {
  const { entry } = props;
  useTitle(entry.question);
  return (
    <div class="page faq-entry">
      <BackLink to={href("faq")}>All entries</BackLink>
      <header>
        <div>
          <h1 dir="auto">{entry.question}</h1>
          <p class="row wrap">
            {entry.status === "published" && <span class="badge accent">Published</span>}
            <EntryBadges entry={entry} />
            <span class="small">
              Changed <Ago at={entry.updated_at} />
            </span>
          </p>
        </div>
      </header>
      <div class="beside">
        <div class="stack">
          <AnswerPreview text={entry.answer} title="Answer" />
          <dl class="card about-entry">
            <About name="Language">{languageName(entry.locale)}</About>
            <About name="Link">
              {entry.url && (
                <a href={entry.url} target="_blank" rel="noopener noreferrer">
                  {entry.url}
                </a>
              )}
            </About>
            <About name="Tags">{entry.tags.join(", ")}</About>
            <About name="Products">{entry.products.join(", ")}</About>
            <About name="Valid from">{entry.valid_from && exact(entry.valid_from)}</About>
            <About name="Valid until">{entry.valid_until && exact(entry.valid_until)}</About>
            <About name="Other wordings">
              {entry.variants.length > 0 && (
                <ul>
                  {entry.variants.map(one => (
                    <li key={one} dir="auto">
                      {one}
                    </li>
                  ))}
                </ul>
              )}
            </About>
          </dl>
        </div>
        <TestPanel locales={props.facets?.locales.map(one => one.name) ?? []} own={entry.id} />
      </div>
    </div>
  );
}

function About(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element | null {
  if (!props.children) return null;
  return (
    <div>
      <dt class="soft">{props.name}</dt>
      <dd dir="auto">{props.children}</dd>
    </div>
  );
}
