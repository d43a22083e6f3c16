import { Bold, BookOpen, Italic, Link, List, Paperclip, SendHorizontal, SquareSlash } from "lucide";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../api/types";
import { useInsert } from "../../keys/insert";
import { useKeys } from "../../keys/registry";
import { Button } from "../../kit/button";
import { useDesk, useLive } from "../../live/provider";
import type { Outgoing } from "../../live/state";
import { useSession } from "../../session";
import { AttachedFiles, useUploads } from "./attach";
import { CopilotMenu, CopilotSheet, useCopilot } from "./copilot";
import { type Kind, useDraft } from "./draft";
import { FaqSearch } from "./faq-search";
import { PICKER_ID, Picker } from "./picker";
import { useSuggestions } from "./suggestions";
import { filled, wrapped } from "./tokens";

interface WriterProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly kind: Kind;
  readonly takenBack: Outgoing | null;
}

/** How long after the last key somebody counts as typing. */
const TYPING_MS = 4_000;

export function Writer(props: WriterProps): JSX.Element {
  const { item, kind, visitor } = props;
  const desk = useDesk();
  const { session } = useSession();
  const draft = useDraft(item.id, kind);
  const field = useRef<HTMLTextAreaElement>(null);
  const [faq, setFaq] = useState(false);
  const online = useLive(state => state.link) === "online";
  const uploads = useUploads(item.id);
  const copilot = useCopilot(item, draft.text);
  const lastSent = useRef<string | null>(null);
  const tellTyping = useTyping(item.id);
  useTakenBack(props, draft.text, draft.set);
  useHeight(field, draft.text);

  const filling = { visitor, agent: session.agent.name, shop: session.shop };
  const put = (text: string, cursor: number) => {
    draft.set(text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(cursor, cursor);
    });
  };
  const insert = (words: string, between = " ") => {
    const at = field.current?.selectionStart ?? draft.text.length;
    const gap = at > 0 && !/\s$/.test(draft.text.slice(0, at)) ? between : "";
    put(draft.text.slice(0, at) + gap + words + draft.text.slice(at), at + gap.length + words.length);
  };
  const paragraph = (words: string) => insert(words, "\n\n");
  const latest = useRef(insert);
  latest.current = insert;
  useInsert(useCallback((words: string) => latest.current(filled(words, filling)), [item.id]));
  const suggestions = useSuggestions({
    kind,
    text: draft.text,
    field,
    put,
    filling,
  });

  const send = () => {
    const text = draft.text.trim();
    if (uploads.busy || (!text && uploads.ready.length === 0)) {
      // A second Ctrl+Enter sends the waiting message at once.
      if (lastSent.current) desk.sendNow(lastSent.current);
      lastSent.current = null;
      return;
    }
    const mentions = kind === "note" ? suggestions.mentioned(text) : [];
    const attachments = uploads.ready.map(file => file.id);
    const wire = kind === "note" ? "note" : "message";
    const id = desk.write({ conversation: item.id, kind: wire, text, mentions, attachments });
    lastSent.current = kind === "reply" ? id : null;
    uploads.clear();
    draft.set("");
    copilot.close();
  };
  useKeys({ "writing.send": send });
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing || suggestions.onKeyDown(event)) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && (event.key === "b" || event.key === "i")) {
      event.preventDefault();
      mark(event.key === "b" ? "**" : "_");
    } else if (event.key === "Escape") event.currentTarget.blur();
  };
  const mark = (sign: string) => {
    const element = field.current;
    if (!element) return;
    const next = wrapped(draft.text, element.selectionStart, element.selectionEnd, sign);
    draft.set(next.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.from, next.until);
    });
  };
  return (
    <div
      class="writer"
      role="tabpanel"
      aria-label={kind === "note" ? "Private note" : "Reply"}
      onDragOver={event => uploads.allowed && event.preventDefault()}
      onDrop={event => {
        if (!uploads.allowed || !event.dataTransfer?.files.length) return;
        event.preventDefault();
        uploads.add([...event.dataTransfer.files]);
      }}
    >
      {faq && <FaqSearch locale={item.locale} onPick={paragraph} onClose={() => setFaq(false)} />}
      <CopilotSheet copilot={copilot} onUse={text => put(text, text.length)} onInsert={paragraph} />
      {suggestions.open && <Picker {...suggestions.open} />}
      <textarea
        ref={field}
        rows={2}
        value={draft.text}
        dir="auto"
        aria-label={kind === "note" ? "Private note" : `Reply to ${visitor}`}
        placeholder={
          kind === "note"
            ? "Only colleagues see this. @ mentions one of them."
            : "Write a reply. / for canned answers."
        }
        aria-controls={suggestions.open ? PICKER_ID : undefined}
        aria-activedescendant={
          suggestions.open?.choices.length ? `${PICKER_ID}-${suggestions.open.at}` : undefined
        }
        onInput={event => {
          draft.set(event.currentTarget.value);
          if (kind === "reply") tellTyping(event.currentTarget.value !== "");
          suggestions.look();
        }}
        onClick={suggestions.look}
        onBlur={suggestions.close}
        onKeyDown={onKeyDown}
        onPaste={event => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0 || !uploads.allowed) return;
          event.preventDefault();
          uploads.add(files);
        }}
      />
      <AttachedFiles uploads={uploads} />
      <div class="tools">
        <Button kind="quiet" size="small" icon={Bold} label="Bold (Ctrl+B)" onClick={() => mark("**")} />
        <Button kind="quiet" size="small" icon={Italic} label="Italic (Ctrl+I)" onClick={() => mark("_")} />
        <Button kind="quiet" size="small" icon={List} label="List" onClick={() => insert("- ", "\n")} />
        <Button
          kind="quiet"
          size="small"
          icon={Link}
          label="Link"
          onClick={() => insert("[text](https://)")}
        />
        <i class="bar" />
        {kind === "reply" && (
          <>
            <Button
              kind="quiet"
              size="small"
              icon={SquareSlash}
              label="Canned answers (/)"
              onClick={() => {
                insert("/");
                requestAnimationFrame(suggestions.look);
              }}
            />
            <Button
              kind="quiet"
              size="small"
              icon={BookOpen}
              label="Insert from the FAQ"
              expanded={faq}
              onClick={() => setFaq(!faq)}
            />
            {uploads.allowed && (
              <Button
                kind="quiet"
                size="small"
                icon={Paperclip}
                label="Attach files"
                onClick={uploads.pick}
              />
            )}
          </>
        )}
        <CopilotMenu copilot={copilot} kind={kind} />
        <span class="gap" />
        {!online && <span class="soft small">Offline: it goes out later</span>}
        <Button
          kind="primary"
          icon={SendHorizontal}
          disabled={(!draft.text.trim() && uploads.ready.length === 0) || uploads.busy}
          onClick={send}
        >
          {kind === "note" ? "Add note" : "Send"}
        </Button>
      </div>
    </div>
  );
}

/** Reports typing and its end. */
function useTyping(conversation: string): (on: boolean) => void {
  const desk = useDesk();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      desk.typing(conversation, false);
    },
    [desk, conversation],
  );
  return on => {
    desk.typing(conversation, on);
    clearTimeout(timer.current);
    if (on) timer.current = setTimeout(() => desk.typing(conversation, false), TYPING_MS);
  };
}

/** Puts a message taken back before newer text. */
function useTakenBack({ takenBack, kind }: WriterProps, text: string, set: (text: string) => void): void {
  const seen = useRef<Outgoing | null>(null);
  useEffect(() => {
    if (!takenBack || seen.current === takenBack) return;
    seen.current = takenBack;
    if ((takenBack.kind === "note") === (kind === "note"))
      set(text ? `${takenBack.text}\n\n${text}` : takenBack.text);
  }, [takenBack]);
}

/** Grows with its text up to a third of the window. */
function useHeight(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, Math.max(120, innerHeight / 3))}px`;
  }, [text]);
}
