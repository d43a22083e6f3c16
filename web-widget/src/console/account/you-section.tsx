import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "../api/use";
import { Check, Select } from "../kit/field";
import { languageName, READABLE } from "../kit/languages";
import { Page } from "../kit/page";
import { Avatar } from "../kit/person";
import { roleName } from "../kit/roles";
import { Notice } from "../kit/states";
import { type Preferences, prefer, usePreferences } from "../preferences";
import { useSession } from "../session";
import { setTheme, type Theme, theme } from "./theme";

export function YouSection(): JSX.Element {
  const { session } = useSession();
  const { agent } = session;
  return (
    <Page
      title="You"
      narrow
      about={
        agent.role === "administrator"
          ? "Visitors read your name. You set it under Settings, Agents."
          : "Visitors read your name. An administrator sets it, and your role."
      }
    >
      <section class="card you">
        <Avatar name={agent.name} />
        <dl>
          <div>
            <dt>Name</dt>
            <dd dir="auto">{agent.name}</dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd dir="ltr">{agent.email}</dd>
          </div>
          <div>
            <dt>Role</dt>
            <dd>
              {roleName(agent.role)} at <span dir="auto">{session.shop}</span>
            </dd>
          </div>
          {agent.skills.length > 0 && (
            <div>
              <dt>Skills</dt>
              <dd dir="auto">{agent.skills.join(", ")}</dd>
            </div>
          )}
        </dl>
      </section>
      <Look />
      <Reads />
      <Tell />
    </Page>
  );
}

const THEMES: readonly (readonly [Theme, string])[] = [
  ["auto", "Same as the system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

function Look(): JSX.Element {
  const [shown, setShown] = useState(theme);
  return (
    <section class="card stack">
      <h2>Appearance</h2>
      <Select
        label="Theme"
        hint="For this browser."
        value={shown}
        options={THEMES}
        onChange={choice => {
          setTheme(choice);
          setShown(choice);
        }}
      />
    </section>
  );
}

function Reads(): JSX.Element {
  const { reads_in } = usePreferences();
  const { why, run } = useTask();
  const known = [...new Set([...READABLE, ...(reads_in ? [reads_in] : [])])]
    .map(tag => [tag, languageName(tag, "en")] as const)
    .sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <section class="card stack">
      <h2>Voice messages</h2>
      {why && <Notice kind="bad">{why}</Notice>}
      <Select
        label="Read them in"
        hint="What visitors say in another language is translated by a model, and stands beside their own words. Each translation costs as much as a short answer."
        value={reads_in ?? ""}
        options={[["", "The language they were spoken in"], ...known]}
        onChange={choice => void run(() => prefer({ reads_in: choice || undefined }))}
      />
    </section>
  );
}

function Tell(): JSX.Element {
  const { sound, notifications } = usePreferences();
  const { why, run } = useTask();
  const [refused, setRefused] = useState(false);
  const set = (change: Partial<Preferences>) => void run(() => prefer(change));
  const notify = async (choice: boolean) => {
    setRefused(false);
    if (choice && (await permission()) !== "granted") setRefused(true);
    else set({ notifications: choice });
  };
  return (
    <section class="card stack">
      <h2>Notifications</h2>
      {why && <Notice kind="bad">{why}</Notice>}
      {refused && (
        <Notice kind="warn">
          The browser does not let this page notify you. Allow it in the browser's settings for this address,
          then try again.
        </Notice>
      )}
      <Check
        label="Play a sound when something needs you"
        hint="A new conversation that waits, a new message in one of yours, a mention."
        checked={sound}
        onChange={choice => set({ sound: choice })}
      />
      <Check
        label="Show desktop notifications"
        hint="While this page is open but not in front."
        checked={notifications}
        onChange={choice => void notify(choice)}
      />
    </section>
  );
}

async function permission(): Promise<NotificationPermission> {
  if (typeof Notification === "undefined") return "denied";
  return Notification.permission === "default" ? Notification.requestPermission() : Notification.permission;
}
