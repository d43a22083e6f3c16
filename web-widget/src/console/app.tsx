import { CloudOff } from "lucide";
import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { Entry } from "./account/entry";
import { ssoErrorOf } from "./account/sso";
import { ApiError, ask, onSignedOut, onSuspended } from "./api/http";
import type { Session } from "./api/types";
import { Button } from "./kit/button";
import { Empty } from "./kit/states";
import { Toasts } from "./kit/toast";
import { go, usePlace } from "./router";
import { operatorPage } from "./routes";
import { SessionContext, type SignedIn } from "./session";
import { Shell } from "./shell";

type Who =
  | { readonly is: "asking" }
  | { readonly is: "nobody"; readonly ended: boolean }
  | { readonly is: "unknown"; readonly why: string }
  | { readonly is: "somebody"; readonly session: Session };

/** The operator's pages need no session. */
export function App(): JSX.Element {
  const place = usePlace();
  return (
    <>
      {place.path[0] === "operator" ? operatorPage(place) : <Agents />}
      <Toasts />
    </>
  );
}

function Agents(): JSX.Element {
  const [who, setWho] = useState<Who>({ is: "asking" });
  const ssoError = useSsoError();
  const refresh = useCallback(() => {
    ask<Session>("GET", "session").then(
      session => setWho({ is: "somebody", session }),
      error => {
        if (error instanceof ApiError && error.status === 401) setWho({ is: "nobody", ended: false });
        else setWho({ is: "unknown", why: error instanceof ApiError ? error.detail : "Reload the page." });
      },
    );
  }, []);
  useEffect(refresh, [refresh]);
  useEffect(
    () => onSignedOut(() => setWho(now => (now.is === "somebody" ? { is: "nobody", ended: true } : now))),
    [],
  );
  useEffect(() => onSuspended(refresh), [refresh]);
  return (
    <Gate
      who={who}
      ssoError={ssoError}
      refresh={refresh}
      enter={session => setWho({ is: "somebody", session })}
    />
  );
}

function Gate(props: {
  readonly who: Who;
  readonly ssoError: string | null;
  readonly refresh: () => void;
  readonly enter: (session: Session) => void;
}): JSX.Element {
  const { who, refresh, enter } = props;
  switch (who.is) {
    case "asking":
      return <div class="entry" aria-busy="true" />;
    case "unknown":
      return (
        <Empty icon={CloudOff} title="Parley cannot be reached">
          <p>{who.why}</p>
          <Button onClick={refresh}>Try again</Button>
        </Empty>
      );
    case "nobody":
      return <Entry ended={who.ended} ssoError={props.ssoError} onEntered={enter} />;
    case "somebody": {
      const signedIn: SignedIn = {
        session: who.session,
        refresh,
        signOut: async () => {
          await ask("DELETE", "session");
          refresh();
        },
      };
      return (
        <SessionContext.Provider value={signedIn}>
          <Shell />
        </SessionContext.Provider>
      );
    }
  }
}

/** Read once and removed: the address names the page. */
function useSsoError(): string | null {
  const [ssoError] = useState(() => ssoErrorOf(location.hash));
  useEffect(() => {
    if (ssoError) go("#/", "replace");
  }, [ssoError]);
  return ssoError;
}
