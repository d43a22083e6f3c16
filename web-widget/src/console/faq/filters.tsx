import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Counted, Facets } from "../api/faq";
import { useKeys } from "../keys/registry";
import { Select, TextField } from "../kit/field";
import { languageName } from "../kit/languages";
import { go } from "../router";

const TYPING_MS = 250;

export interface Filter {
  readonly q: string;
  readonly status: string;
  readonly tag: string;
  readonly locale: string;
}

/** Filters are in the address, for Back and bookmarks. */
export function filterOf(query: URLSearchParams): Filter {
  const of = (name: string) => query.get(name) ?? "";
  return { q: of("q"), status: of("status"), tag: of("tag"), locale: of("locale") };
}

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some(Boolean);
}

export function Filters(props: { readonly filter: Filter; readonly facets: Facets | null }): JSX.Element {
  const { filter, facets } = props;
  const [text, setText] = useState(filter.q);
  const box = useRef<HTMLElement>(null);
  useKeys({ "faq.focus": () => box.current?.querySelector("input")?.focus() });
  const apply = (change: Partial<Filter>) => {
    const given = Object.entries({ ...filter, q: text.trim(), ...change }).filter(([, value]) => value);
    const query = new URLSearchParams(given).toString();
    go(`#/faq${query ? `?${query}` : ""}`, "replace");
  };
  useEffect(() => {
    if (text.trim() === filter.q) return;
    const timer = setTimeout(() => apply({}), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // Follows the address on Back; while typing, the text is ahead of it.
  useEffect(() => {
    if (filter.q !== text.trim()) setText(filter.q);
  }, [filter.q]);
  return (
    <search ref={box} class="filters">
      <TextField
        label="Search in questions and answers"
        bare
        type="search"
        placeholder="Search in questions and answers"
        value={text}
        onInput={setText}
      />
      <Select
        label="Status"
        bare
        value={filter.status}
        options={[
          ["", "Any status"],
          ["published", "Published"],
          ["draft", `Drafts${facets ? ` (${facets.drafts})` : ""}`],
        ]}
        onChange={status => apply({ status })}
      />
      <Select
        label="Tag"
        bare
        value={filter.tag}
        options={[["", "Any tag"], ...options(facets?.tags, filter.tag, name => name)]}
        onChange={tag => apply({ tag })}
      />
      <Select
        label="Language"
        bare
        value={filter.locale}
        options={[["", "Any language"], ...options(facets?.locales, filter.locale, tag => languageName(tag))]}
        onChange={locale => apply({ locale })}
      />
    </search>
  );
}

function options(
  counted: readonly Counted[] | undefined,
  chosen: string,
  text: (name: string) => string,
): readonly (readonly [string, string])[] {
  const found = (counted ?? []).map(one => [one.name, `${text(one.name)} (${one.count})`] as const);
  return !chosen || found.some(([name]) => name === chosen) ? found : [...found, [chosen, text(chosen)]];
}
