import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

const STEPS: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [60, "second"],
  [60, "minute"],
  [24, "hour"],
  [7, "day"],
];

/** `3 min`, `2 h`, `5 d`, then the date. */
export function shortAge(at: string, now: number): string {
  let count = Math.max(0, (now - Date.parse(at)) / 1_000);
  if (count < 45) return "now";
  const names = ["s", "min", "h", "d"];
  for (let i = 0; i < STEPS.length; i++) {
    const [size] = STEPS[i] ?? [1];
    if (count < size) return `${Math.max(1, Math.floor(count))} ${names[i]}`;
    count /= size;
  }
  return new Date(at).toLocaleDateString(undefined, { day: "numeric", month: "short" });
}

/** The time, at most `everyMs` old; one timer for the whole page. */
function clockwork(everyMs: number): () => number {
  const ticking = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  return () => {
    const [now, setNow] = useState(Date.now());
    useEffect(() => {
      const tick = () => setNow(Date.now());
      ticking.add(tick);
      timer ??= setInterval(() => {
        for (const one of ticking) one();
      }, everyMs);
      return () => {
        ticking.delete(tick);
        if (ticking.size === 0 && timer !== null) {
          clearInterval(timer);
          timer = null;
        }
      };
    }, []);
    return now;
  };
}

/** For ages in minutes. */
export const useNow = clockwork(20_000);
/** Only where seconds are shown. */
export const useSecond = clockwork(1_000);

/** With the exact time on hover. */
export function Ago({ at }: { readonly at: string }): JSX.Element {
  const now = useNow();
  return (
    <time dateTime={at} title={exact(at)} class="nums">
      {shortAge(at, now)}
    </time>
  );
}

// Created once: formatting objects are expensive, and a thread shows hundreds of times.
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

export function exact(at: string): string {
  return written(EXACT, at);
}

export function clock(at: string): string {
  return written(CLOCK, at);
}

/** Returns an invalid time unchanged. */
function written(format: Intl.DateTimeFormat, at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : format.format(time);
}
