import { BookOpen, Download, FlaskConical, Plus, SearchX, Upload } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Entry, Facets } from "../api/faq";
import { address, ask } from "../api/http";
import { usePages } from "../api/pages";
import type { Items } from "../api/types";
import { useLoad } from "../api/use";
import { useKeys } from "../keys/registry";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Menu } from "../kit/menu";
import { More } from "../kit/more";
import { Page } from "../kit/page";
import { Empty, Loading } from "../kit/states";
import { go, href, type PageProps } from "../router";
import { may, useSession } from "../session";
import { EntryRow } from "./entry-row";
import { Filters, filterOf, isFiltered } from "./filters";
import { Progress } from "./progress";
import { FaqTabs } from "./tabs";
import { TestPanel } from "./test-panel";

export function ListPage({ place }: PageProps): JSX.Element {
  const writes = may(useSession().session.agent.role, "supervisor");
  const [testing, setTesting] = useState(false);
  useKeys({ "faq.new": writes && (() => go(href("faq", "new"))) });
  const filter = filterOf(place.query);
  const facets = useLoad<Facets>(signal => ask("GET", "/faq/facets", { signal }), []);
  const pages = usePages<Entry>("/faq/entries", { ...filter, limit: 50 });
  const known = facets.state.is === "here" ? facets.state.value : null;
  return (
    <Page
      title="FAQ"
      about={
        known
          ? `The bot answers from ${count(known.entries - known.drafts, "published entry", "published entries")}${known.drafts ? `; ${count(known.drafts, "draft", "drafts")} wait` : ""}.`
          : "What the bot answers from."
      }
      actions={
        <>
          <Button icon={FlaskConical} pressed={testing} onClick={() => setTesting(!testing)}>
            Test a question
          </Button>
          <ExportMenu />
          {writes && (
            <>
              <a class="button" href={href("faq", "import")}>
                <Icon of={Upload} />
                Import
              </a>
              <a class="button primary" href={href("faq", "new")}>
                <Icon of={Plus} />
                New entry
              </a>
            </>
          )}
        </>
      }
    >
      <FaqTabs on="entries" />
      <Progress />
      <div class={testing ? "beside" : undefined}>
        <div class="stack">
          <Filters filter={filter} facets={known} />
          <Loading of={pages.first} lines={8}>
            {(list: Items<Entry>) =>
              list.items.length > 0 ? (
                <ul class="entries">
                  {list.items.map(entry => (
                    <EntryRow key={entry.id} entry={entry} />
                  ))}
                </ul>
              ) : (
                <None filtered={isFiltered(filter)} writes={writes} />
              )
            }
          </Loading>
          <More pages={pages} />
        </div>
        {testing && <TestPanel autofocus locales={known?.locales.map(one => one.name) ?? []} />}
      </div>
    </Page>
  );
}

function None({ filtered, writes }: { readonly filtered: boolean; readonly writes: boolean }): JSX.Element {
  if (filtered) {
    return (
      <Empty icon={SearchX} title="No entry is like that">
        <p>Try other words, or fewer filters.</p>
        <Button onClick={() => go(href("faq"))}>Show all entries</Button>
      </Empty>
    );
  }
  return (
    <Empty icon={BookOpen} title="No entries yet">
      <p>Write down what customers ask most, or bring in what you have as a spreadsheet.</p>
      {writes && (
        <div class="row">
          <a class="button primary" href={href("faq", "new")}>
            Write the first one
          </a>
          <a class="button" href={href("faq", "import")}>
            Import a file
          </a>
        </div>
      )}
    </Empty>
  );
}

function ExportMenu(): JSX.Element {
  const save = (format: string) => {
    const link = document.createElement("a");
    link.href = address("/faq/export", { format });
    link.download = "";
    link.click();
  };
  return (
    <Menu
      label="Export"
      trigger={
        <>
          <Icon of={Download} />
          Export
        </>
      }
      items={[
        { text: "CSV, for spreadsheets", onPick: () => save("csv") },
        { text: "JSON", onPick: () => save("json") },
        { text: "JSON Lines", onPick: () => save("jsonl") },
      ]}
    />
  );
}

function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}
