/** Messages that have not reached the visitor. */
import { Check, CloudOff, Send, Undo2 } from "lucide";
import type { JSX } from "preact";
import { Markdown } from "../../kit/markdown/view";
import { Button } from "../kit/button";
import { Icon } from "../kit/icon";
import { useSecond } from "../kit/time";
import { useDesk, useLive } from "../live/provider";
import type { Outgoing } from "../live/state";
import { NoteBubble } from "./bubbles";

interface OutProps {
  readonly out: Outgoing;
  readonly name: string;
  readonly people: readonly string[];
  /** Returns the text to the composer. */
  readonly onTakeBack: (out: Outgoing) => void;
}

export function OutBubble(props: OutProps): JSX.Element {
  const { out, name } = props;
  if (out.kind === "note") {
    return (
      <NoteBubble note={{ id: out.id, name, text: out.text, at: out.at }} people={props.people}>
        <Status {...props} />
      </NoteBubble>
    );
  }
  return (
    <article class={`said agent first out ${out.status}`} aria-label={`${name}, not sent yet`}>
      <header>
        <span class="name" dir="auto">
          {name}
        </span>
      </header>
      <div class="bubble">
        {out.text && <Markdown text={out.text} />}
        {out.attachments.length > 0 && <p class="soft">{out.attachments.length} attached</p>}
      </div>
      <Status {...props} />
    </article>
  );
}

function Status({ out, onTakeBack }: OutProps): JSX.Element {
  const desk = useDesk();
  const link = useLive(state => state.link);
  const takeBack = () => {
    const back = desk.undo(out.id);
    if (back) onTakeBack(back);
  };
  switch (out.status) {
    case "held":
      return (
        <footer>
          <Countdown dueAt={out.dueAt ?? 0} />
          <Button kind="quiet" size="small" icon={Undo2} onClick={takeBack}>
            Undo
          </Button>
          <Button kind="quiet" size="small" icon={Send} onClick={() => desk.sendNow(out.id)}>
            Send now
          </Button>
        </footer>
      );
    case "queued":
      return (
        <footer class="soft">
          <Icon of={CloudOff} />
          {link === "online" ? "Sending…" : "Goes out when the connection is back"}
        </footer>
      );
    case "sending":
      return <footer class="soft">Sending…</footer>;
    case "sent":
      return (
        <footer class="soft">
          <Icon of={Check} />
          Sent
        </footer>
      );
    case "failed":
      return (
        <footer class="bad">
          <span role="alert">Not sent: {out.error?.detail}</span>
          <Button kind="quiet" size="small" onClick={() => desk.sendNow(out.id)}>
            Try again
          </Button>
          <Button kind="quiet" size="small" onClick={takeBack}>
            Back to writing
          </Button>
        </footer>
      );
  }
}

function Countdown({ dueAt }: { readonly dueAt: number }): JSX.Element {
  const now = useSecond();
  return (
    <span class="soft nums" aria-live="off">
      Goes out in {Math.max(1, Math.ceil((dueAt - now) / 1_000))} s
    </span>
  );
}
