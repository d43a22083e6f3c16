import { AlarmClock, Check, ExternalLink, Plus } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { safeUrl } from "../../../kit/markdown/url";
import { ask } from "../../api/http";
import type { Conversation, ConversationFile, Label } from "../../api/types";
import type { Load } from "../../api/use";
import { useKeys } from "../../keys/registry";
import { Button } from "../../kit/button";
import { whyAsked } from "../../kit/handoff-reason";
import { Icon } from "../../kit/icon";
import { languageName } from "../../kit/languages";
import { Menu, useMenu } from "../../kit/menu";
import { Bones, Notice } from "../../kit/states";
import { Ago, exact } from "../../kit/time";
import { href } from "../../router";
import { may, useSession } from "../../session";
import type { ConversationActions } from "../conversation-actions";
import { LabelMark } from "../row";
import { Actions } from "./actions";

export interface PanelProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly file: Load<ConversationFile>;
  readonly actions: ConversationActions;
  readonly labels: ReadonlyMap<string, Label>;
  readonly onNewLabel: () => void;
}

export function VisitorPanel(props: PanelProps): JSX.Element {
  const { item, file } = props;
  const { state } = file;
  return (
    <>
      <Labels {...props} />
      {item.snoozed_until && Date.parse(item.snoozed_until) > Date.now() && (
        <section class="row">
          <Icon of={AlarmClock} />
          <span>Snoozed until {exact(item.snoozed_until)}</span>
          <Button size="small" onClick={() => void props.actions.snooze(null)}>
            Wake it
          </Button>
        </section>
      )}
      <section>
        <h3>Visitor</h3>
        <dl class="facts">
          <Fact name="Name">
            <bdi>{props.visitor}</bdi>
          </Fact>
          {item.customer && (
            <Fact name="Customer">
              <bdi class="mono">{item.customer}</bdi>
            </Fact>
          )}
          {item.page && (
            <Fact name="Looks at">
              <PageLink url={item.page} />
            </Fact>
          )}
          {item.locale && <Fact name="Language">{languageName(item.locale)}</Fact>}
          <Fact name="Began">{exact(item.created_at)}</Fact>
          {item.handoff && (
            <Fact name="Wants a person">
              <bdi>{item.reason ?? whyAsked(item.handoff)}</bdi>
            </Fact>
          )}
        </dl>
      </section>
      {state.is === "loading" && <Bones lines={4} />}
      {state.is === "failed" && <Notice kind="bad">{state.why}</Notice>}
      {state.is === "here" && (
        <>
          <Actions of={state.value.actions} />
          <Attributes of={state.value.attributes} />
          <Earlier of={state.value.earlier} now={item.id} />
        </>
      )}
    </>
  );
}

function Fact(props: { readonly name: string; readonly children: JSX.Element | string }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A link only for safe addresses, since the visitor's browser sent it. */
function PageLink({ url }: { readonly url: string }): JSX.Element {
  const safe = /^https?:/i.test(url) ? safeUrl(url) : null;
  if (!safe) return <bdi class="mono">{url}</bdi>;
  const { host, pathname } = new URL(safe);
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer nofollow" title={safe} class="out-link">
      <bdi>{pathname === "/" ? host : `${host}${pathname}`}</bdi>
      <Icon of={ExternalLink} />
    </a>
  );
}

function Attributes({ of }: { readonly of: Readonly<Record<string, unknown>> }): JSX.Element | null {
  const entries = Object.entries(of).filter(([name]) => name !== "name");
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>From the shop</h3>
      <dl class="facts">
        {entries.map(([name, value]) => (
          <Fact key={name} name={name}>
            <bdi>{typeof value === "object" ? JSON.stringify(value) : String(value)}</bdi>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Earlier(props: { readonly of: readonly Conversation[]; readonly now: string }): JSX.Element {
  const others = props.of.filter(item => item.id !== props.now);
  return (
    <section>
      <h3>Earlier conversations</h3>
      {others.length === 0 && <p class="soft">This is the first.</p>}
      <ul class="earlier-list">
        {others.map(item => (
          <li key={item.id}>
            <a href={href("conversations", item.id)}>
              <span class="clip" dir="auto">
                {item.last?.text || (item.last?.spoken ? "Voice message" : "No message")}
              </span>
              <span class="soft">
                <Ago at={item.last_activity_at} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const COLORS = ["#26634f", "#245a96", "#7b5200", "#a8261d", "#6b3fa0", "#0f766e", "#9d174d", "#4b5563"];

function Labels({ item, actions, labels, onNewLabel }: PanelProps): JSX.Element {
  const { role } = useSession().session.agent;
  const all = [...labels.values()];
  const menu = useMenu();
  const [adding, setAdding] = useState(false);
  useKeys({ "conversation.label": () => menu.set(!menu.open) });
  const toggle = (name: string) =>
    void actions.labels(
      item.labels.includes(name) ? item.labels.filter(one => one !== name) : [...item.labels, name],
    );
  const add = async (name: string) => {
    setAdding(false);
    const clean = name.trim();
    if (!clean || item.labels.includes(clean)) return;
    if (!labels.has(clean) && may(role, "supervisor")) {
      const color = COLORS[all.length % COLORS.length];
      await ask("PUT", `labels/${encodeURIComponent(clean)}`, { body: { color } }).catch(() => undefined);
      onNewLabel();
    }
    await actions.labels([...item.labels, clean]);
  };
  return (
    <section class="labels">
      <h3>Labels</h3>
      <div class="row wrap">
        {item.labels.map(name => (
          <button
            key={name}
            type="button"
            class="pill"
            aria-label={`Take the label ${name} away`}
            title="Take it away"
            onClick={() => toggle(name)}
          >
            <LabelMark name={name} color={labels.get(name)?.color} />
            <span aria-hidden="true">×</span>
          </button>
        ))}
        <div>
          <Menu
            label="Change the labels"
            control={menu}
            triggerClass="pill add"
            side="start"
            trigger={
              <>
                <Icon of={Plus} /> Label
              </>
            }
            items={[
              ...all.map(label => ({
                text: label.name,
                lead: <i class="dot" style={{ background: label.color }} />,
                checked: item.labels.includes(label.name),
                onPick: () => toggle(label.name),
              })),
              ...(all.length ? [null] : []),
              {
                text: all.length ? "Another label…" : "New label…",
                icon: Plus,
                onPick: () => setAdding(true),
              },
            ]}
          />
        </div>
      </div>
      {adding && <NewLabel onAdd={name => void add(name)} />}
    </section>
  );
}

function NewLabel({ onAdd }: { readonly onAdd: (name: string) => void }): JSX.Element {
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="row"
      onSubmit={event => {
        event.preventDefault();
        onAdd(name);
      }}
    >
      <input
        class="input"
        aria-label="Name of the label"
        placeholder="Name of the label"
        maxLength={50}
        dir="auto"
        ref={field}
        value={name}
        onInput={event => setName(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onAdd("");
        }}
      />
      <Button type="submit" size="small" icon={Check} label="Add it" />
    </form>
  );
}
