/** A form over one value: what changed, what is wrong with it, and saving it. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say, Trouble } from "../api/http";
import { same } from "./same";

/** What is wrong and what to do about it, by field. */
export type Problems = Readonly<Record<string, string>>;

export interface Rules<T> {
  /** What can be said before the server is asked. */
  readonly check?: (value: T) => Problems;
  /** The field that a refusal of the server is about; null shows it above the form. */
  readonly fieldOf?: (trouble: Trouble) => string | null;
}

export interface Form<T> {
  readonly value: T;
  readonly saved: T;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** What is wrong with the whole of it. */
  readonly why: string | null;
  readonly box: RefObject<HTMLFormElement | null>;
  wrong(field: string): string | null;
  set(change: Partial<T>): void;
  /** Takes what is saved now, and drops what was typed. */
  reset(saved: T): void;
  /** Goes on with `value` on top of what is saved now. */
  rebase(saved: T, value: T): void;
  /** True when it was saved. `wish` is what is checked, where it is ahead of what is drawn. */
  submit(save: (value: T) => Promise<T | undefined>, wish?: T): Promise<boolean>;
}

export function useForm<T extends object>(first: T, rules: Rules<T> = {}, kept?: T): Form<T> {
  const [saved, setSaved] = useState(first);
  const [value, setValue] = useState(kept ?? first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Problems>({});
  const [why, setWhy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Counts refusals: after each one the first wrong field takes the focus. */
  const [refusals, setRefusals] = useState(0);
  const running = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const problems: Problems = { ...refused, ...(tried ? rules.check?.(value) : {}) };
  useLayoutEffect(() => {
    if (refusals > 0) focusFirstWrong(box.current);
  }, [refusals]);

  const set = (change: Partial<T>) => {
    setValue(now => ({ ...now, ...change }));
    setRefused(now => without(now, Object.keys(change)));
  };
  const reset = (now: T) => {
    setSaved(now);
    setValue(now);
    setTried(false);
    setRefused({});
    setWhy(null);
  };
  const refuse = (error: unknown) => {
    const field = error instanceof Trouble ? (rules.fieldOf?.(error) ?? null) : null;
    if (field) setRefused({ [field]: say(error) });
    else setWhy(say(error));
    setRefusals(n => n + 1);
  };
  const rebase = (base: T, wish: T) => {
    setSaved(base);
    setValue(wish);
  };
  const submit = async (save: (value: T) => Promise<T | undefined>, wish = value) => {
    if (running.current) return false;
    setTried(true);
    setWhy(null);
    if (Object.keys(rules.check?.(wish) ?? {}).length > 0) {
      setRefusals(n => n + 1);
      return false;
    }
    running.current = true;
    setBusy(true);
    try {
      const now = await save(wish);
      if (now) reset(now);
      return true;
    } catch (error) {
      refuse(error);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    value,
    saved,
    dirty: !same(value, saved),
    busy,
    why,
    box,
    wrong: field => problems[field] ?? null,
    set,
    reset,
    rebase,
    submit,
  };
}

/** The element that is wrong, or else what is said about the whole. */
export function focusFirstWrong(box: HTMLElement | null): void {
  const wrong = box?.querySelector<HTMLElement>('[aria-invalid="true"]');
  // Inside a folded part nothing takes the focus.
  wrong?.closest("details")?.setAttribute("open", "");
  if (wrong) wrong.focus();
  else box?.querySelector<HTMLElement>("[role=alert]")?.scrollIntoView({ block: "nearest" });
}

/** A wrong list says so at the list and at the part of it: `shifts` and `shifts.3`. */
function without(problems: Problems, fields: readonly string[]): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([name]) => !fields.some(f => name === f || name.startsWith(`${f}.`))),
  );
}

/** Codes of refusals, each with the field that it is about. */
export function byCode(
  fields: Readonly<Record<string, string | undefined>>,
): (trouble: Trouble) => string | null {
  return trouble => (Object.hasOwn(fields, trouble.code) ? (fields[trouble.code] ?? null) : null);
}
