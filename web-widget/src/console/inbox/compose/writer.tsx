import type { JSX } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../api/types";
import { useInsert } from "../../keys/insert";
import { useKeys } from "../../keys/registry";
import { useDesk } from "../../live/provider";
import type { Outgoing } from "../../live/state";
import { useSession } from "../../session";
import { AttachedFiles, type Uploads, useUploads } from "./attach";
import { CopilotSheet, useCopilot } from "./copilot";
import { type Draft, type Kind, useDraft } from "./draft";
import { useEditing } from "./editing";
import { FaqSearch } from "./faq-search";
import { Picker } from "./picker";
import { type Suggestions, useSuggestions } from "./suggestions";
import { useTakenBack } from "./taken-back";
import { filled } from "./tokens";
import { Toolbar } from "./toolbar";
import { WriterField } from "./writer-field";

interface WriterProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly kind: Kind;
  readonly takenBack: Outgoing | null;
}

export function Writer({ item, visitor, kind, takenBack }: WriterProps): JSX.Element {
  const { session } = useSession();
  const draft = useDraft(item.id, kind);
  const field = useRef<HTMLTextAreaElement>(null);
  const [faq, setFaq] = useState(false);
  const uploads = useUploads(item.id);
  const copilot = useCopilot(item, draft.text);
  useTakenBack(takenBack, kind, draft);

  const editing = useEditing(field, draft);
  const { put, insert, paragraph } = editing;
  const filling = { visitor, agent: session.agent.name, shop: session.shop };
  const latest = useRef(insert);
  latest.current = insert;
  useInsert(useCallback((words: string) => latest.current(filled(words, filling)), [item.id]));
  const suggestions = useSuggestions({ kind, text: draft.text, field, put, filling });
  const send = useSend(item.id, kind, { draft, uploads, suggestions, onSent: copilot.close });
  useKeys({ "writing.send": send });

  const canned = () => {
    insert("/");
    requestAnimationFrame(suggestions.look);
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
      <WriterField {...{ item, visitor, kind, field, draft, editing, suggestions, uploads }} />
      <AttachedFiles uploads={uploads} />
      <Toolbar
        {...{ kind, editing, uploads, copilot, faq }}
        onFaq={setFaq}
        onCanned={canned}
        sendable={!uploads.busy && isWritten(draft, uploads)}
        onSend={send}
      />
    </div>
  );
}

const isWritten = (draft: Draft, uploads: Uploads) => draft.text.trim() !== "" || uploads.ready.length > 0;

/** Sends what is written. A second Ctrl+Enter sends the waiting message at once. */
function useSend(
  conversation: string,
  kind: Kind,
  of: {
    readonly draft: Draft;
    readonly uploads: Uploads;
    readonly suggestions: Suggestions;
    readonly onSent: () => void;
  },
): () => void {
  const { draft, uploads, suggestions, onSent } = of;
  const desk = useDesk();
  const lastSent = useRef<string | null>(null);
  return () => {
    if (uploads.busy || !isWritten(draft, uploads)) {
      if (lastSent.current) desk.sendNow(lastSent.current);
      lastSent.current = null;
      return;
    }
    const text = draft.text.trim();
    const mentions = kind === "note" ? suggestions.mentioned(text) : [];
    const attachments = uploads.ready.map(file => file.id);
    const wire = kind === "note" ? "note" : "message";
    const id = desk.write({ conversation, kind: wire, text, mentions, attachments });
    lastSent.current = kind === "reply" ? id : null;
    uploads.clear();
    draft.set("");
    onSent();
  };
}
