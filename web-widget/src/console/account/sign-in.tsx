import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError, ask, messageOf } from "../api/http";
import type { Session } from "../api/types";
import { Button } from "../kit/button";
import { EntryCard } from "../kit/entry-card";
import { Notice } from "../kit/states";
import { CodeField } from "./code-field";
import { useCountdown } from "./countdown";
import { EmailField, PasswordField } from "./password-fields";
import { bare } from "./second-factor";
import { type SignInOptions, signInOptions, ssoHref } from "./sso";

export interface SignInProps {
  /** The session expired during work. */
  readonly ended: boolean;
  /** Error of single sign-on. */
  readonly ssoError: string | null;
  readonly onEntered: (session: Session) => void;
  readonly onForgot: () => void;
}

export function SignIn(props: SignInProps): JSX.Element {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const { busy, why, left, send, clear } = useSending(props.onEntered);
  const signIn = async (code: string | null) => {
    const body = { email: email.trim(), password, ...(code !== null && { code: bare(code) }) };
    if ((await send(body)) === "code") setAsksCode(true);
  };
  const notice = (
    <SignInNotice why={why} left={left} ended={props.ended && !asksCode} ssoError={props.ssoError} />
  );
  if (asksCode) {
    const back = () => {
      clear();
      setAsksCode(false);
    };
    return (
      <EntryCard title="Second factor">
        {notice}
        <CodeForm busy={busy} waits={left > 0} onCode={code => void signIn(code)} />
        <Button kind="quiet" onClick={back}>
          Back
        </Button>
      </EntryCard>
    );
  }
  return (
    <EntryCard title="Sign in">
      {notice}
      <Ways>
        <form
          onSubmit={event => {
            event.preventDefault();
            void signIn(null);
          }}
        >
          <EmailField value={email} onInput={setEmail} />
          <PasswordField value={password} onInput={setPassword} />
          <Button type="submit" kind="primary" busy={busy} disabled={left > 0}>
            Sign in
          </Button>
        </form>
        <Button kind="quiet" onClick={props.onForgot}>
          I forgot my password
        </Button>
      </Ways>
    </EntryCard>
  );
}

/** Single sign-on above the password form, as far as the shop has them. */
function Ways({ children }: { readonly children: JSX.Element[] }): JSX.Element {
  const [options, setOptions] = useState<SignInOptions>({ password: true });
  useEffect(() => {
    const stop = new AbortController();
    void signInOptions(stop.signal).then(found => stop.signal.aborted || setOptions(found));
    return () => stop.abort();
  }, []);
  const to = options.sso && ssoHref(options.sso.href, location.hash);
  return (
    <>
      {to && (
        <a class={options.password ? "button" : "button primary"} href={to}>
          Sign in with {options.sso?.name}
        </a>
      )}
      {to && options.password && <div class="or">or</div>}
      {(options.password || !to) && children}
    </>
  );
}

function CodeForm(props: {
  readonly busy: boolean;
  readonly waits: boolean;
  readonly onCode: (code: string) => void;
}): JSX.Element {
  const [code, setCode] = useState("");
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        props.onCode(code);
      }}
    >
      <CodeField value={code} onInput={setCode} hint="Or one of your recovery codes." autofocus />
      <Button type="submit" kind="primary" busy={props.busy} disabled={props.waits}>
        Sign in
      </Button>
    </form>
  );
}

function SignInNotice(props: {
  readonly why: string | null;
  readonly left: number;
  readonly ended: boolean;
  readonly ssoError: string | null;
}): JSX.Element | null {
  // The countdown is visible; a screen reader announces it once.
  if (props.left > 0) {
    return (
      <Notice kind="warn">
        Too many tries. <span class="sr" role="alert">{`Try again in a while.`}</span>
        <span class="nums">Try again in {props.left} s.</span>
      </Notice>
    );
  }
  if (props.why) return <Notice kind="bad">{props.why}</Notice>;
  if (props.ssoError) return <Notice kind="warn">{props.ssoError}</Notice>;
  if (props.ended) return <Notice>Your session has ended. Sign in again; drafts are kept.</Notice>;
  return null;
}

interface Sending {
  readonly busy: boolean;
  readonly why: string | null;
  /** Seconds until the next try. */
  readonly left: number;
  send(body: unknown): Promise<"code" | "done">;
  clear(): void;
}

function useSending(onEntered: (session: Session) => void): Sending {
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const { left, start } = useCountdown();
  const send = async (body: unknown) => {
    setBusy(true);
    setWhy(null);
    try {
      onEntered(await ask<Session>("POST", "session", { body }));
    } catch (error) {
      const refused = error instanceof ApiError ? error : null;
      if (refused?.code === "second_factor_needed") return "code";
      if (refused?.status === 429) start(refused.retryAfterS ?? 30);
      // The server's text is for programs, which can name their shop.
      else
        setWhy(
          refused?.code === "sign_in_failed" ? "The e-mail or the password is wrong." : messageOf(error),
        );
    } finally {
      setBusy(false);
    }
    return "done";
  };
  return { busy, why, left, send, clear: () => setWhy(null) };
}
