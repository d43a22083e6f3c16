/** Changes to the text at the cursor. */
import { useLayoutEffect } from "preact/hooks";
import type { Draft } from "./draft";
import { wrapped } from "./tokens";

export type Field = { current: HTMLTextAreaElement | null };

export interface Editing {
  /** Replaces the whole text. */
  put(text: string, cursor: number): void;
  /** `between` separates it from text before it. */
  insert(words: string, between?: string): void;
  paragraph(words: string): void;
  /** Puts `sign` around the selection, or removes it. */
  mark(sign: string): void;
}

export function useEditing(field: Field, draft: Draft): Editing {
  useHeight(field, draft.text);
  const change = (text: string, from: number, until: number) => {
    draft.set(text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from, until);
    });
  };
  const put = (text: string, cursor: number) => change(text, cursor, cursor);
  const insert = (words: string, between = " ") => {
    const at = field.current?.selectionStart ?? draft.text.length;
    const gap = at > 0 && !/\s$/.test(draft.text.slice(0, at)) ? between : "";
    put(draft.text.slice(0, at) + gap + words + draft.text.slice(at), at + gap.length + words.length);
  };
  const mark = (sign: string) => {
    if (!field.current) return;
    const { selectionStart, selectionEnd } = field.current;
    const { text, from, until } = wrapped(draft.text, selectionStart, selectionEnd, sign);
    change(text, from, until);
  };
  return { put, insert, paragraph: words => insert(words, "\n\n"), mark };
}

/** Grows with its text up to a third of the window. */
function useHeight(field: Field, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, Math.max(120, innerHeight / 3))}px`;
  }, [text]);
}
