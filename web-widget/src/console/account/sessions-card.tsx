import type { JSX } from "preact";
import { ask } from "../api/http";
import type { Items } from "../api/types";
import { useLoad, useTask } from "../api/use";
import { browserOf } from "../kit/browser-name";
import { Button } from "../kit/button";
import { Loading, Notice } from "../kit/states";
import { exact } from "../kit/time";
import { toast } from "../kit/toast";

interface OpenSession {
  readonly id: string;
  readonly user_agent?: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly current: boolean;
}

/** The agent's sessions, each with a sign-out button. */
export function SessionsCard(): JSX.Element {
  const load = useLoad(signal => ask<Items<OpenSession>>("GET", "sessions", { signal }), []);
  const { busy, why, run } = useTask();
  const end = async (sessions: readonly OpenSession[]) => {
    const done = await run(() =>
      Promise.all(sessions.map(session => ask("DELETE", `sessions/${session.id}`))),
    );
    if (done) toast(sessions.length === 1 ? "Signed out there." : "Signed out everywhere else.");
    load.reload();
  };
  return (
    <section class="card stack">
      <h2>Where you are signed in</h2>
      {why && <Notice kind="bad">{why}</Notice>}
      <Loading of={load} lines={3}>
        {({ items }) => {
          const others = items.filter(session => !session.current);
          return (
            <>
              <ul class="lines">
                {items.map(session => (
                  <li key={session.id}>
                    <div>
                      <strong>{browserOf(session.user_agent)}</strong>{" "}
                      {session.current && <span class="badge accent">this one</span>}
                      <div class="soft small">
                        Signed in {exact(session.created_at)}
                        {!session.current && <> · last seen {exact(session.last_seen_at)}</>}
                      </div>
                    </div>
                    {!session.current && (
                      <Button
                        size="small"
                        label={`Sign out ${browserOf(session.user_agent)}, signed in ${exact(session.created_at)}`}
                        disabled={busy}
                        onClick={() => void end([session])}
                      >
                        Sign out
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {others.length > 1 && (
                <div>
                  <Button kind="danger" disabled={busy} onClick={() => void end(others)}>
                    Sign out everywhere else
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loading>
    </section>
  );
}
