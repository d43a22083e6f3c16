/** Inserts text from elsewhere (the palette's canned answers) into the open composer. */
import { useEffect } from "preact/hooks";

type Insert = (text: string) => void;
const open: Insert[] = [];

/** A composer registers while mounted; null if nothing can be written. */
export function useInsert(insert: Insert | null): void {
  useEffect(() => {
    if (!insert) return;
    open.push(insert);
    return () => void open.splice(open.indexOf(insert), 1);
  }, [insert]);
}

/** False without an open composer. */
export function insert(text: string): boolean {
  const composer = open.at(-1);
  composer?.(text);
  return composer !== undefined;
}
