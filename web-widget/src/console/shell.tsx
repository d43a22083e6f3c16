/** Navigation and the current page. */

import type { IconNode } from "lucide";
import { BookOpen, ChartColumn, Coffee, Inbox, LogOut, Search, Settings, Sun, UserRound } from "lucide";
import type { JSX } from "preact";
import type { Role } from "./api/types";
import { Keyboard } from "./keys/keyboard";
import { useKeys } from "./keys/registry";
import { Icon, Mark } from "./kit/icon";
import { Menu } from "./kit/menu";
import { Avatar } from "./kit/person";
import { Notice } from "./kit/states";
import { callingCount, LiveProvider, useDesk, useLive } from "./live/provider";
import { go, href, usePlace } from "./router";
import { pageFor } from "./routes";
import { may, useSession } from "./session";

interface Stop {
  readonly to: string;
  /** First path segments of this item. */
  readonly owns: readonly string[];
  readonly text: string;
  readonly icon: IconNode;
  readonly role: Role;
}

const STOPS: readonly Stop[] = [
  { to: href("inbox"), owns: ["inbox", "conversations"], text: "Inbox", icon: Inbox, role: "agent" },
  { to: href("search"), owns: ["search"], text: "Search", icon: Search, role: "agent" },
  { to: href("faq"), owns: ["faq"], text: "FAQ", icon: BookOpen, role: "agent" },
  { to: href("reports"), owns: ["reports"], text: "Reports", icon: ChartColumn, role: "supervisor" },
  { to: href("settings"), owns: ["settings"], text: "Settings", icon: Settings, role: "supervisor" },
];

export function Shell(): JSX.Element {
  return (
    <LiveProvider>
      <Frame />
    </LiveProvider>
  );
}

function Suspended(): JSX.Element {
  return (
    <div class="suspended">
      <Notice kind="warn">
        This shop is suspended. Visitors are told that the chat takes a break, and nothing can be changed
        here. Ask whoever runs this Parley.
      </Notice>
    </div>
  );
}

function Frame(): JSX.Element {
  const place = usePlace();
  const first = place.path[0] ?? "inbox";
  const { session } = useSession();
  return (
    <div class="frame">
      {session.suspended && <Suspended />}
      <div class="shell">
        <button type="button" class="button skip" onClick={skip}>
          Skip to content
        </button>
        <nav class="rail" aria-label="Parley">
          <span class="mark">
            <Mark />
          </span>
          {STOPS.filter(stop => may(session.agent.role, stop.role)).map(stop => (
            <a
              key={stop.to}
              href={stop.to}
              aria-label={stop.text}
              data-tip={stop.text}
              aria-current={stop.owns.includes(first) ? "page" : undefined}
            >
              <Icon of={stop.icon} />
              {stop.owns.includes("inbox") && <Calling />}
            </a>
          ))}
          <span class="gap" />
          <Me />
        </nav>
        <main id="main" class="main" tabIndex={-1}>
          {pageFor(place, session.agent.role)}
        </main>
        <Keyboard />
      </div>
    </div>
  );
}

/** Number of conversations that need attention. */
function Calling(): JSX.Element | null {
  const count = useLive(callingCount);
  if (count === 0) return null;
  return (
    <span class="count nums" aria-hidden="true">
      {count > 99 ? "99+" : count}
    </span>
  );
}

/** A link would change the address, which names the page. */
function skip(): void {
  document.getElementById("main")?.focus();
}

function Me(): JSX.Element {
  const { session, signOut } = useSession();
  const desk = useDesk();
  const away = useLive(state => state.presence.get(state.me)?.away ?? false);
  const link = useLive(state => state.link);
  const turn = () => desk.setAway(!away);
  const leave = () => {
    desk.leavePage();
    void signOut();
  };
  useKeys({ "presence.away": turn });
  return (
    <Menu
      label={`${session.agent.name}: account`}
      trigger={
        <Avatar
          name={session.agent.name}
          presence={link === "online" ? (away ? "away" : "online") : "offline"}
        />
      }
      triggerClass="me"
      side="start"
      up
      items={[
        { text: away ? "Be back" : "Be away: get no new work", icon: away ? Sun : Coffee, onPick: turn },
        null,
        { text: "Account and shortcuts", icon: UserRound, onPick: () => go(href("account")) },
        null,
        { text: "Sign out", icon: LogOut, onPick: leave },
      ]}
    />
  );
}
