import { Lightbulb, Sparkles } from "lucide";
import type { JSX } from "preact";
import { ask } from "../api/http";
import type { Items } from "../api/types";
import { useLoad } from "../api/use";
import { Icon } from "../kit/icon";
import { Page } from "../kit/page";
import { Empty, Loading } from "../kit/states";
import { href } from "../router";
import { ENOUGH_WORDINGS } from "./draft";
import { type Needy, times } from "./proposals";
import { FaqTabs } from "./tabs";

/** Entries that need wordings most. */
export function NeedyPage(): JSX.Element {
  const list = useLoad<Items<Needy>>(
    signal => ask("GET", "/faq/wordings", { query: { limit: 50 }, signal }),
    [],
  );
  return (
    <Page
      title="Missing wordings"
      about="Entries that customers asked for in other words, or that have few wordings: where new ones help most."
    >
      <FaqTabs on="wordings" />
      <Loading of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Lightbulb} title="No wordings are missing">
              <p>
                Each entry has {ENOUGH_WORDINGS} wordings or more, and was found when customers asked for it.
              </p>
            </Empty>
          ) : (
            <ul class="entries">
              {items.map(one => (
                <li key={one.id} class="asked">
                  <div class="stack tight">
                    <a class="question" href={href("faq", one.id)} lang={one.locale}>
                      <bdi>{one.question}</bdi>
                    </a>
                    <span class="small soft">{need(one)}</span>
                  </div>
                  <div class="row">
                    <a class="button small" href={`${href("faq", one.id)}?propose=1`}>
                      <Icon of={Sparkles} />
                      Propose wordings
                    </a>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </Page>
  );
}

function need({ wordings, asked_in_vain }: Needy): string {
  const has =
    wordings === 0 ? "No other wordings" : `${wordings} other ${wordings === 1 ? "wording" : "wordings"}`;
  return asked_in_vain === 0 ? `${has}.` : `Asked for in vain ${times(asked_in_vain)}. ${has}.`;
}
