/** Where a text can be put that was picked elsewhere on the page (the palette's canned answers): the open composer. */
import { useEffect } from "preact/hooks";

type Insert = (text: string) => void;
const open: Insert[] = [];

/** A composer offers itself while it is on the page; null while nothing can be written in it. */
export function useInsert(insert: Insert | null): void {
  useEffect(() => {
    if (!insert) return;
    open.push(insert);
    return () => void open.splice(open.indexOf(insert), 1);
  }, [insert]);
}

/** False when nothing is open that takes it. */
export function insert(text: string): boolean {
  const composer = open.at(-1);
  composer?.(text);
  return composer !== undefined;
}
