import { MessageCircleQuestion, PenLine } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Unanswered } from "../api/faq";
import { ask } from "../api/http";
import { without } from "../api/items";
import type { Items } from "../api/types";
import { useLoad, useTask } from "../api/use";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { Page } from "../kit/page";
import { Empty, Loading, Notice } from "../kit/states";
import { Ago } from "../kit/time";
import { toast } from "../kit/toast";
import { href } from "../router";
import { may, useSession } from "../session";
import { FaqTabs } from "./tabs";

/** Unanswered questions, most frequent first. */
export function UnansweredPage(): JSX.Element {
  const list = useLoad<Items<Unanswered>>(
    signal => ask("GET", "/faq/unanswered", { query: { limit: 200 }, signal }),
    [],
  );
  return (
    <Page title="Unanswered questions" about="What customers asked and the FAQ had no answer to.">
      <FaqTabs on="unanswered" />
      <Loading of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={MessageCircleQuestion} title="No unanswered questions">
              <p>Questions that find no entry appear here, with how often they were asked.</p>
            </Empty>
          ) : (
            <ul class="entries">
              {items.map(item => (
                <Row key={item.id} item={item} onGone={() => list.set(now => without(now, item.id))} />
              ))}
            </ul>
          )
        }
      </Loading>
    </Page>
  );
}

function Row({ item, onGone }: { readonly item: Unanswered; readonly onGone: () => void }): JSX.Element {
  const writes = may(useSession().session.agent.role, "supervisor");
  const [asking, setAsking] = useState(false);
  const { busy, why, run } = useTask();
  const dismiss = async () => {
    if (!(await run(() => ask("DELETE", `/faq/unanswered/${encodeURIComponent(item.id)}`)))) return;
    toast("Dismissed. Asked again, it comes back.");
    onGone();
  };
  return (
    <li class="asked">
      <span class="times nums" title={`Asked ${item.count} times`}>
        {item.count}
        <span class="small soft">{item.count === 1 ? "time" : "times"}</span>
      </span>
      <div class="stack tight">
        <span class="question">
          <bdi>{item.question}</bdi>
        </span>
        <span class="small soft row wrap">
          <a href={href("conversations", item.conversation, item.seq)}>
            Last asked <Ago at={item.last_asked_at} />
          </a>
          {item.closest && (
            <span>
              Nearest entry:{" "}
              <a href={href("faq", item.closest.id)} dir="auto">
                {item.closest.question}
              </a>{" "}
              <span class="nums">({item.closest.score.toFixed(2)})</span>
            </span>
          )}
        </span>
        {why && <Notice kind="bad">{why}</Notice>}
      </div>
      {writes && (
        <div class="row">
          {asking ? (
            <>
              <Button size="small" kind="danger" busy={busy} onClick={() => void dismiss()}>
                Dismiss it
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                Keep
              </Button>
            </>
          ) : (
            <>
              <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
                Dismiss
              </Button>
              <a class="button small" href={writeLink(item)}>
                <Icon of={PenLine} />
                Write an entry
              </a>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function writeLink({ id, question, locale }: Unanswered): string {
  const query = new URLSearchParams({ question, unanswered: id, ...(locale && { locale }) });
  return `${href("faq", "new")}?${query}`;
}
