/** The settings: one page per topic, `#/settings/{topic}`. */
import "../css/settings.css";
import "../css/settings-week.css";
import "../css/settings-widget.css";
import "../css/settings-models.css";
import "../css/settings-hooks.css";
import "../css/settings-sentences.css";
import { Compass } from "lucide";
import type { ComponentType, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Role } from "../api/types";
import { Empty } from "../kit/states";
import { href, type PageProps } from "../router";
import { may, useSession } from "../session";
import { ActionsPage } from "./actions/page";
import { AgentsPage } from "./agents/page";
import { CannedPage } from "./answers/page";
import { AuditPage } from "./audit/page";
import { HoursPage } from "./hours/page";
import { IdentityPage } from "./identity/page";
import { KeysPage } from "./keys/page";
import { LabelsPage } from "./labels/page";
import { ModelsPage } from "./models/page";
import { MoneyPage } from "./money/page";
import { SentencesPage } from "./sentences/page";
import { VoicePage } from "./voice/page";
import { WebhooksPage } from "./webhooks/page";
import { WidgetPage } from "./widget/page";

interface Topic {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly Page: ComponentType<PageProps>;
}

const GROUPS: readonly (readonly [string, readonly Topic[]])[] = [
  [
    "Team",
    [
      { id: "agents", text: "Agents", role: "supervisor", Page: AgentsPage },
      { id: "answers", text: "Canned answers", role: "supervisor", Page: CannedPage },
      { id: "labels", text: "Labels", role: "supervisor", Page: LabelsPage },
      { id: "hours", text: "Hours and handoff", role: "supervisor", Page: HoursPage },
    ],
  ],
  [
    "Bot",
    [
      { id: "widget", text: "Widget", role: "supervisor", Page: WidgetPage },
      { id: "sentences", text: "Sentences", role: "supervisor", Page: SentencesPage },
      { id: "voice", text: "Voice", role: "supervisor", Page: VoicePage },
      { id: "models", text: "Models", role: "supervisor", Page: ModelsPage },
      { id: "money", text: "Money", role: "supervisor", Page: MoneyPage },
      { id: "tools", text: "Actions", role: "administrator", Page: ActionsPage },
    ],
  ],
  [
    "Shop",
    [
      { id: "identity", text: "Signed-in visitors", role: "administrator", Page: IdentityPage },
      { id: "keys", text: "API keys", role: "administrator", Page: KeysPage },
      { id: "webhooks", text: "Webhooks", role: "administrator", Page: WebhooksPage },
      { id: "audit", text: "Audit log", role: "administrator", Page: AuditPage },
    ],
  ],
];

export function SettingsPage({ place }: PageProps): JSX.Element {
  const { role } = useSession().session.agent;
  const id = place.path[1] ?? "agents";
  const topic = GROUPS.flatMap(([, topics]) => topics).find(one => one.id === id && may(role, one.role));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone, topics are in a scrolling row.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [id]);
  return (
    <div class="with-side">
      <nav ref={nav} aria-label="Settings">
        <h2>Settings</h2>
        {GROUPS.map(([name, topics]) => {
          const mine = topics.filter(one => may(role, one.role));
          return mine.length === 0 ? null : (
            <div class="group" key={name}>
              <h3>{name}</h3>
              {mine.map(one => (
                <a
                  key={one.id}
                  href={href("settings", one.id)}
                  aria-current={one.id === topic?.id ? "page" : undefined}
                >
                  {one.text}
                </a>
              ))}
            </div>
          );
        })}
      </nav>
      {topic ? (
        <topic.Page key={topic.id} place={place} />
      ) : (
        <Empty icon={Compass} title="There is no such page">
          <p>Choose one on the side. Some pages are for administrators only.</p>
        </Empty>
      )}
    </div>
  );
}
