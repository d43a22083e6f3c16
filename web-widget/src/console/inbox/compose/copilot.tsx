/** A model's drafts with sources, never sent automatically. */
import { ArrowDownToLine, FileText, Languages, Replace, Sparkles, Wand2, X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Markdown } from "../../../kit/markdown/view";
import { ask, messageOf } from "../../api/http";
import type { Conversation, Drafted } from "../../api/types";
import { keysOf, useKeys } from "../../keys/registry";
import { Button } from "../../kit/button";
import { Icon } from "../../kit/icon";
import { languageName } from "../../kit/languages";
import { Menu, type MenuItem } from "../../kit/menu";
import { useLive } from "../../live/provider";
import { Sources } from "../sources";
import type { Kind } from "./draft";

interface CopilotRequest {
  readonly task: "draft" | "summary" | "tone" | "translate";
  readonly text?: string;
  readonly tone?: string;
  readonly language?: string;
  readonly title: string;
}

type Help =
  | { readonly is: "idle" }
  | { readonly is: "asking"; readonly title: string }
  | { readonly is: "failed"; readonly title: string; readonly why: string; readonly request: CopilotRequest }
  | {
      readonly is: "here";
      readonly title: string;
      readonly draft: Drafted;
      readonly request: CopilotRequest;
    };

export interface Copilot {
  readonly help: Help;
  readonly item: Conversation;
  readonly written: string;
  ask(request: CopilotRequest): void;
  close(): void;
}

export function useCopilot(item: Conversation, written: string): Copilot {
  const [help, setHelp] = useState<Help>({ is: "idle" });
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  return {
    help,
    item,
    written,
    ask: request => {
      asking.current?.abort();
      const stop = new AbortController();
      asking.current = stop;
      const { title, ...body } = request;
      setHelp({ is: "asking", title });
      ask<Drafted>("POST", `conversations/${item.id}/copilot`, { body, signal: stop.signal }).then(
        draft => setHelp({ is: "here", title, draft, request }),
        error => stop.signal.aborted || setHelp({ is: "failed", title, why: messageOf(error), request }),
      );
    },
    close: () => {
      asking.current?.abort();
      setHelp({ is: "idle" });
    },
  };
}

const TONES: readonly (readonly [string, string])[] = [
  ["friendlier", "Friendlier"],
  ["formal", "More formal"],
  ["shorter", "Shorter"],
  ["simpler", "Simpler"],
];

export function CopilotMenu({
  copilot,
  kind,
}: {
  readonly copilot: Copilot;
  readonly kind: Kind;
}): JSX.Element {
  const { item, written } = copilot;
  const thread = useLive(state => state.threads.get(item.id));
  const heard = thread?.messages.findLast(message => message.author === "visitor")?.text;
  const mine = navigator.language;
  const theirs = item.locale ?? "en";
  const draft = () => copilot.ask({ task: "draft", title: "Draft of an answer" });
  const summary = () => copilot.ask({ task: "summary", title: "Summary for a colleague" });
  useKeys({ "conversation.copilot": kind === "reply" ? draft : null, "conversation.summary": summary });
  const text = written.trim();
  const items: (MenuItem | null)[] = [
    ...(kind === "reply"
      ? [{ text: "Draft an answer", icon: Sparkles, key: keysOf("conversation.copilot"), onPick: draft }]
      : []),
    {
      text: "Summarise for a colleague",
      icon: FileText,
      onPick: summary,
    },
    null,
    ...TONES.map(([tone, name]) => ({
      text: name,
      icon: Wand2,
      disabled: !text,
      onPick: () => copilot.ask({ task: "tone", tone, text, title: name }),
    })),
    null,
    {
      text: `Translate my text: ${languageName(theirs)}`,
      icon: Languages,
      disabled: !text,
      onPick: () =>
        copilot.ask({ task: "translate", language: theirs, text, title: `In ${languageName(theirs)}` }),
    },
    {
      text: `Translate what they wrote: ${languageName(mine)}`,
      icon: Languages,
      disabled: !heard,
      onPick: () =>
        copilot.ask({
          task: "translate",
          language: mine,
          text: heard ?? "",
          title: `What they wrote, in ${languageName(mine)}`,
        }),
    },
  ];
  return (
    <Menu
      label="Copilot"
      side="start"
      up
      triggerClass="button quiet small"
      trigger={
        <>
          <Icon of={Sparkles} /> Copilot
        </>
      }
      items={items}
    />
  );
}

export function CopilotSheet(props: {
  readonly copilot: Copilot;
  readonly onUse: (text: string) => void;
  readonly onInsert: (text: string) => void;
}): JSX.Element | null {
  const { help, close } = props.copilot;
  if (help.is === "idle") return null;
  return (
    <section class="copilot" aria-label={help.title} aria-busy={help.is === "asking" || undefined}>
      <header>
        <Icon of={Sparkles} />
        <strong>{help.title}</strong>
        <span class="soft small">A draft: read it before you use it.</span>
        <span class="gap" />
        <Button kind="quiet" size="small" icon={X} label="Throw it away" onClick={close} />
      </header>
      {help.is === "asking" && (
        <p class="soft" role="status">
          Asking the model…
        </p>
      )}
      {help.is === "failed" && (
        <div class="row" role="alert">
          <span>{help.why}</span>
          <Button size="small" onClick={() => props.copilot.ask(help.request)}>
            Try again
          </Button>
        </div>
      )}
      {help.is === "here" && <Found {...props} draft={help.draft} />}
    </section>
  );
}

function Found(props: {
  readonly draft: Drafted;
  readonly copilot: Copilot;
  readonly onUse: (text: string) => void;
  readonly onInsert: (text: string) => void;
}): JSX.Element {
  const { draft, copilot } = props;
  const take = (how: (text: string) => void) => {
    how(withoutCites(draft.text));
    copilot.close();
  };
  return (
    <>
      <div class="drafted" role="status">
        <Markdown text={draft.text} sources={draft.sources} />
      </div>
      {draft.sources.length > 0 && <Sources sources={draft.sources} text={draft.text} />}
      <footer>
        <span class="soft small">
          {[draft.model, draft.cost && `cost ${draft.cost}`].filter(Boolean).join(" · ")}
        </span>
        <span class="gap" />
        {copilot.written.trim() && (
          <Button size="small" icon={ArrowDownToLine} onClick={() => take(props.onInsert)}>
            Insert
          </Button>
        )}
        <Button size="small" kind="primary" icon={Replace} onClick={() => take(props.onUse)}>
          {copilot.written.trim() ? "Replace my text" : "Use it"}
        </Button>
      </footer>
    </>
  );
}

/** Removes citation numbers, which mean nothing to the visitor. */
function withoutCites(text: string): string {
  return text.replace(/ ?\[\d{1,2}\]/g, "");
}
