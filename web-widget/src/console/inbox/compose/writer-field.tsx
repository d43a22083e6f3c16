import type { JSX, TargetedKeyboardEvent } from "preact";
import type { Conversation } from "../../api/types";
import type { Uploads } from "./attach";
import type { Draft, Kind } from "./draft";
import type { Editing, Field } from "./editing";
import { PICKER_ID } from "./picker";
import type { Suggestions } from "./suggestions";
import { useTyping } from "./typing";

interface WriterFieldProps {
  readonly item: Conversation;
  readonly visitor: string;
  readonly kind: Kind;
  readonly field: Field;
  readonly draft: Draft;
  readonly editing: Editing;
  readonly suggestions: Suggestions;
  readonly uploads: Uploads;
}

/** The text itself, with its keys and pasted files. */
export function WriterField(props: WriterFieldProps): JSX.Element {
  const { kind, draft, editing, suggestions, uploads } = props;
  const tellTyping = useTyping(props.item.id);
  const { open } = suggestions;
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing || suggestions.onKeyDown(event)) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && (event.key === "b" || event.key === "i")) {
      event.preventDefault();
      editing.mark(event.key === "b" ? "**" : "_");
    } else if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <textarea
      ref={props.field}
      rows={2}
      value={draft.text}
      dir="auto"
      aria-label={kind === "note" ? "Private note" : `Reply to ${props.visitor}`}
      placeholder={
        kind === "note"
          ? "Only colleagues see this. @ mentions one of them."
          : "Write a reply. / for canned answers."
      }
      aria-controls={open ? PICKER_ID : undefined}
      aria-activedescendant={open?.choices.length ? `${PICKER_ID}-${open.at}` : undefined}
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
  );
}
