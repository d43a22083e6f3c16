import { RefreshCw, ScrollText } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { having } from "../../api/items";
import { usePages } from "../../api/pages";
import { useTask } from "../../api/use";
import { Button } from "../../kit/button";
import { CopyBox } from "../../kit/copy";
import { Select } from "../../kit/field";
import { More } from "../../kit/more";
import { Empty, Loading, Notice } from "../../kit/states";
import { Ago, exact } from "../../kit/time";
import { toast } from "../../kit/toast";
import { href } from "../../router";
import { type Attempt, type Delivery, LOG_STATES, outcome, type Webhook } from "./rules";

const BADGES: Readonly<Record<Delivery["state"], readonly [string, string]>> = {
  delivered: ["accent", "delivered"],
  pending: ["warn", "waiting"],
  failed: ["bad", "failed"],
};

export function DeliveryLog(props: { readonly hook: Webhook; readonly onTried: () => void }): JSX.Element {
  const path = `/webhooks/${props.hook.id}/deliveries`;
  const [state, setState] = useState<"" | Delivery["state"]>("");
  const pages = usePages<Delivery>(path, { state, limit: 20 });
  const refresh = () => {
    pages.first.reload();
    props.onTried();
  };
  const changed = (one: Delivery) => pages.first.set(now => having(now, one));
  return (
    <section class="stack" aria-labelledby="log">
      <div class="spread wrap">
        <h2 id="log">What was sent</h2>
        <div class="row">
          <Select label="Which deliveries" bare value={state} options={LOG_STATES} onChange={setState} />
          <Button icon={RefreshCw} onClick={refresh}>
            Refresh
          </Button>
        </div>
      </div>
      <p class="soft">Kept for seven days, and no longer than its conversation.</p>
      <Loading of={pages.first}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={ScrollText} title={state ? "There are none of these" : "Nothing was sent yet"}>
              {!state && <p>Send a test to see whether your server takes it.</p>}
            </Empty>
          ) : (
            <ul class="set-lines">
              {items.map(one => (
                <DeliveryLine
                  key={one.id}
                  of={one}
                  path={`${path}/${one.id}`}
                  paused={props.hook.paused !== undefined}
                  onChanged={changed}
                />
              ))}
            </ul>
          )
        }
      </Loading>
      <More pages={pages} />
    </section>
  );
}

function DeliveryLine(props: {
  readonly of: Delivery;
  readonly path: string;
  readonly paused: boolean;
  readonly onChanged: (now: Delivery) => void;
}): JSX.Element {
  const { of } = props;
  const { busy, why, run } = useTask();
  const again = () =>
    run(async () => {
      props.onChanged(await ask<Delivery>("POST", `${props.path}/redeliver`));
      toast(
        props.paused ? "It is sent again after you resume." : "It is on its way. Refresh to see how it went.",
      );
    });
  const [kind, text] = BADGES[of.state];
  return (
    <li>
      <details class="delivery">
        <summary>
          <span class={`badge ${kind}`}>{text}</span> <strong>{of.event}</strong>{" "}
          <span class="soft small">
            <Ago at={of.created_at} />
            {of.attempt_count > 1 && `, ${of.attempt_count} attempts`}
          </span>
        </summary>
        <div class="stack">
          {why && <Notice kind="bad">{why}</Notice>}
          <div class="row wrap">
            <Button size="small" icon={RefreshCw} busy={busy} onClick={() => void again()}>
              Send it again
            </Button>
            {of.conversation && <a href={href("conversations", of.conversation)}>The conversation</a>}
            {of.next_attempt_at && !props.paused && (
              <span class="soft small">Next attempt: {exact(of.next_attempt_at)}</span>
            )}
          </div>
          <div>
            <h3>Request</h3>
            <p class="soft small">
              <code dir="ltr">webhook-id: {of.id}</code>
            </p>
            <CopyBox label="Body of the request" text={of.body} lines />
          </div>
          {of.attempts.length === 0 ? (
            <p class="soft">It has not been tried yet.</p>
          ) : (
            <div class="stack">
              <h3>Attempts</h3>
              <ol class="stack tight">
                {[...of.attempts].reverse().map(attempt => (
                  <Tried key={attempt.at} attempt={attempt} />
                ))}
              </ol>
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

function Tried({ attempt }: { readonly attempt: Attempt }): JSX.Element {
  return (
    <li class="stack tight">
      <div>
        <time dateTime={attempt.at}>{exact(attempt.at)}</time>: {outcome(attempt)}{" "}
        <span class="soft small nums">in {attempt.duration_ms.toLocaleString()} ms</span>
      </div>
      {attempt.response && <CopyBox label="Beginning of the response" text={attempt.response} lines />}
    </li>
  );
}
