/** Routes. Each page is loaded on demand: an agent in the inbox loads no settings. */
import { Compass } from "lucide";
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Role } from "./api/types";
import { Bones, Empty } from "./kit/states";
import { href, type PageProps, type Place } from "./router";
import { may } from "./session";

interface Route {
  readonly load: () => Promise<ComponentType<PageProps>>;
  readonly role: Role;
}

const inbox: Route = { load: () => import("./inbox/page").then(found => found.InboxPage), role: "agent" };

const ROUTES: Readonly<Record<string, Route>> = {
  inbox,
  conversations: inbox,
  account: { load: () => import("./account/page").then(found => found.AccountPage), role: "agent" },
  search: { load: () => import("./search/page").then(found => found.SearchPage), role: "agent" },
  faq: { load: () => import("./faq/page").then(found => found.FaqPage), role: "agent" },
  reports: { load: () => import("./reports/page").then(found => found.ReportsPage), role: "supervisor" },
  settings: { load: () => import("./settings/page").then(found => found.SettingsPage), role: "supervisor" },
};

const operator: Route = {
  load: () => import("./operator/page").then(found => found.OperatorPage),
  // Needs no session, only the operator's key.
  role: "agent",
};

export function operatorPage(place: Place): JSX.Element {
  return <Lazy route={operator} place={place} />;
}

export function pageFor(place: Place, role: Role): JSX.Element {
  const route = ROUTES[place.path[0] ?? "inbox"];
  if (!route || !may(role, route.role)) {
    return (
      <Empty icon={Compass} title="There is nothing here">
        <p>The address is wrong, or your role does not include this page.</p>
        <a class="button" href={href("inbox")}>
          To the inbox
        </a>
      </Empty>
    );
  }
  return <Lazy route={route} place={place} />;
}

const loaded = new Map<Route, ComponentType<PageProps>>();

function Lazy({ route, place }: { readonly route: Route; readonly place: Place }): JSX.Element {
  const [, wake] = useState(0);
  const [failed, setFailed] = useState(false);
  const Found = loaded.get(route);
  useEffect(() => {
    setFailed(false);
    if (loaded.has(route)) return;
    route.load().then(
      found => {
        loaded.set(route, found);
        wake(n => n + 1);
      },
      () => setFailed(true),
    );
  }, [route]);
  if (Found) return <Found place={place} />;
  if (!failed) return <Bones lines={6} />;
  return (
    <Empty icon={Compass} title="This page could not be loaded">
      <p>Parley may have been updated meanwhile.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Reload
      </button>
    </Empty>
  );
}
