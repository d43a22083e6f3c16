/** Scroll position of a thread: follows the end unless the reader has scrolled up. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../live/provider";
import type { Thread } from "../live/state";
import type { Line } from "./lines";

/** Counts as the end. */
const NEAR = 80;

/** `seq`: the message in the address, scrolled to once. */
export function useThreadScroll(id: string, thread: Thread, seq: number | null, lines: readonly Line[]) {
  const desk = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const first = useRef(thread.messages[0]?.seq);
  const tall = useRef(0);
  const shownSeq = useRef<number | null>(null);
  const [away, setAway] = useState(false);
  const [missed, setMissed] = useState(0);
  const [loading, setLoading] = useState(false);
  const last = thread.messages.at(-1)?.seq ?? 0;
  const lastBefore = useRef(last);

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  const loadEarlier = () => {
    if (loading) return;
    setLoading(true);
    void desk
      .readEarlier(id)
      .catch(() => undefined)
      .finally(() => setLoading(false));
  };
  // Before the next paint: keeps the position above, follows only from the end.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const wanted = seq !== null && shownSeq.current !== seq ? document.getElementById(`seq-${seq}`) : null;
    if (wanted) {
      shownSeq.current = seq;
      atEnd.current = false;
      wanted.scrollIntoView({ block: "center" });
    } else if (first.current !== thread.messages[0]?.seq && !atEnd.current) {
      element.scrollTop += element.scrollHeight - tall.current;
    } else if (atEnd.current) toEnd();
    first.current = thread.messages[0]?.seq;
    tall.current = element.scrollHeight;
    if (!atEnd.current && last > lastBefore.current) setMissed(n => n + last - lastBefore.current);
    lastBefore.current = last;
  }, [lines, thread.answers, thread.visitorTyping, thread.typing, seq]);
  // Images load late, and the composer grows.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => atEnd.current && toEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = top.current;
    if (!element || thread.before === null) return;
    const watch = new IntersectionObserver(
      found => found.some(one => one.isIntersecting) && tall.current > 0 && !atEnd.current && loadEarlier(),
      { root: box.current, rootMargin: "300px 0px 0px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [thread.before, away]);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    setAway(!atEnd.current);
    if (atEnd.current) setMissed(0);
  };
  return { box, top, away, missed, loading, toEnd, loadEarlier, onScroll };
}
