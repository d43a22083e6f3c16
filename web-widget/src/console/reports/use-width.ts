import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Tracks the width of a box: scaling a drawing would distort its text. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const measured = box.current;
    if (!measured) return;
    setWidth(Math.round(measured.clientWidth));
    const watch = new ResizeObserver(() => setWidth(Math.round(measured.clientWidth)));
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
