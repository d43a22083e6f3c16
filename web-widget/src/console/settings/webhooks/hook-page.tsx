import { KeyRound, Pause, Pencil, Play, Send, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { useLoad, useTask } from "../../api/use";
import { BackLink } from "../../kit/back-link";
import { Button } from "../../kit/button";
import { Page } from "../../kit/page";
import { Loading, Notice } from "../../kit/states";
import { exact } from "../../kit/time";
import { toast } from "../../kit/toast";
import { go, href } from "../../router";
import { HookDialog, NewSecret, Remove, Rotate } from "./hook-dialogs";
import { DeliveryLog } from "./log";
import { type Delivery, type KeyedWebhook, outcome, type Webhook, whyPaused } from "./rules";
import { StateBadge } from "./state-badge";

const LIST = href("settings", "webhooks");

export function HookPage({ id }: { readonly id: string }): JSX.Element {
  const hook = useLoad<Webhook>(
    signal => ask("GET", `/webhooks/${encodeURIComponent(id)}`, { signal }),
    [id],
  );
  return (
    <Page title="Webhook" about={<BackLink to={LIST}>All webhooks</BackLink>}>
      <Loading of={hook}>
        {value => <One hook={value} onChanged={now => hook.set(() => now)} onTried={hook.reload} />}
      </Loading>
    </Page>
  );
}

type Open = "edit" | "rotate" | "remove" | KeyedWebhook;

function One(props: {
  readonly hook: Webhook;
  readonly onChanged: (hook: Webhook) => void;
  /** Something was sent: how the webhook stands may be different now. */
  readonly onTried: () => void;
}): JSX.Element {
  const { hook, onChanged } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const [tests, setTests] = useState(0);
  const close = () => setOpen(null);
  return (
    <>
      <section class="card stack" aria-label="Settings of the webhook">
        <div class="spread wrap">
          <strong class="hook-url">
            <bdi dir="ltr">{hook.url}</bdi>
          </strong>
          <StateBadge hook={hook} />
        </div>
        <Standing hook={hook} />
        <div class="row wrap tight">
          {hook.events.map(event => (
            <span class="badge" key={event}>
              {event}
            </span>
          ))}
        </div>
        <HookActions
          hook={hook}
          onChanged={onChanged}
          onOpen={setOpen}
          onTested={() => {
            setTests(n => n + 1);
            props.onTried();
          }}
        />
      </section>
      <DeliveryLog key={tests} hook={hook} onTried={props.onTried} />
      {open === "edit" && (
        <HookDialog
          hook={hook}
          onClose={close}
          onSaved={now => {
            onChanged(now);
            close();
          }}
        />
      )}
      {open === "rotate" && (
        <Rotate
          hook={hook}
          onClose={close}
          onRotated={now => {
            const { secret: _, ...rest } = now;
            onChanged(rest);
            setOpen(now);
          }}
        />
      )}
      {open === "remove" && <Remove hook={hook} onClose={close} onGone={() => go(LIST)} />}
      {open !== null && typeof open === "object" && <NewSecret hook={open} onClose={close} />}
    </>
  );
}

/** What there is to know beyond that it works. */
function Standing({ hook }: { readonly hook: Webhook }): JSX.Element {
  const former = hook.former_secret_until;
  return (
    <>
      {hook.paused && (
        <Notice kind="warn">
          {whyPaused(hook.paused.reason)} Since {exact(hook.paused.at)}. Events wait meanwhile, for a week at
          most.
        </Notice>
      )}
      {!hook.paused && hook.failing_since && (
        <Notice kind="warn">
          Nothing has arrived since {exact(hook.failing_since)}. It is tried again and again; the log says
          what went wrong.
        </Notice>
      )}
      {former && Date.parse(former) > Date.now() && (
        <Notice>The secret before this one signs as well until {exact(former)}.</Notice>
      )}
    </>
  );
}

function HookActions(props: {
  readonly hook: Webhook;
  readonly onChanged: (hook: Webhook) => void;
  readonly onOpen: (what: Open) => void;
  readonly onTested: () => void;
}): JSX.Element {
  const { hook } = props;
  const testing = useTask();
  const turning = useTask();
  const [failed, setFailed] = useState<string | null>(null);
  const test = () =>
    testing.run(async () => {
      setFailed(null);
      const sent = await ask<Delivery>("POST", `/webhooks/${hook.id}/test`);
      const last = sent.attempts.at(-1);
      const came = last ? outcome(last) : "it has not been sent yet";
      if (sent.state === "delivered") toast(`The test arrived: ${came}.`);
      else setFailed(`The test did not arrive: ${came}.`);
      props.onTested();
    });
  const turn = () =>
    turning.run(async () => {
      const change = hook.paused ? "resume" : "pause";
      props.onChanged(await ask<Webhook>("POST", `/webhooks/${hook.id}/${change}`));
      toast(hook.paused ? "Resumed. What waited is delivered now." : "Paused. Events wait.");
    });
  const why = failed ?? testing.why ?? turning.why;
  return (
    <>
      {why && <Notice kind="bad">{why}</Notice>}
      <div class="row wrap">
        <Button icon={Send} busy={testing.busy} onClick={() => void test()}>
          Send a test
        </Button>
        <Button icon={hook.paused ? Play : Pause} busy={turning.busy} onClick={() => void turn()}>
          {hook.paused ? "Resume" : "Pause"}
        </Button>
        <Button icon={Pencil} onClick={() => props.onOpen("edit")}>
          Edit
        </Button>
        <Button icon={KeyRound} onClick={() => props.onOpen("rotate")}>
          New secret
        </Button>
        <Button icon={Trash2} onClick={() => props.onOpen("remove")}>
          Delete
        </Button>
      </div>
    </>
  );
}
