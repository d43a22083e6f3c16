/** A form over one value: changes, errors, saving. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ApiError, messageOf } from "../api/http";
import { same } from "./same";

/** Errors by field. */
export type Problems = Readonly<Record<string, string>>;

interface Rules<T> {
  /** Validation before the server is asked. */
  readonly check?: (value: T) => Problems;
  /** Maps the server's field names to the form's. */
  readonly named?: (field: string) => string;
}

export interface Form<T> {
  readonly value: T;
  readonly saved: T;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** An error of the whole form. */
  readonly why: string | null;
  readonly box: RefObject<HTMLFormElement | null>;
  wrong(field: string): string | null;
  set(change: Partial<T>): void;
  /** Resets to a saved value. */
  reset(saved: T): void;
  /** Continues with `value` on top of a saved one. */
  rebase(saved: T, value: T): void;
  /** True if saved. `next` is checked if it is ahead of what is rendered. */
  submit(save: (value: T) => Promise<T | undefined>, next?: T): Promise<boolean>;
}

export function useForm<T extends object>(first: T, rules: Rules<T> = {}, kept?: T): Form<T> {
  const [saved, setSaved] = useState(first);
  const [value, setValue] = useState(kept ?? first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Problems>({});
  const [why, setWhy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Counts refusals; each focuses the first invalid field. */
  const [refusals, setRefusals] = useState(0);
  const running = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const problems: Problems = { ...refused, ...(tried ? rules.check?.(value) : {}) };
  useLayoutEffect(() => {
    // Shows the error above the form if its field is not on screen.
    if (refusals > 0 && !focusFirstWrong(box.current))
      setWhy(now => now ?? Object.values(refused)[0] ?? null);
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
    const found = error instanceof ApiError ? problemsOf(error, value, rules.named) : {};
    setRefused(found);
    if (Object.keys(found).length === 0) setWhy(messageOf(error));
    setRefusals(n => n + 1);
  };
  const rebase = (base: T, next: T) => {
    setSaved(base);
    setValue(next);
  };
  const submit = async (save: (value: T) => Promise<T | undefined>, next = value) => {
    if (running.current) return false;
    setTried(true);
    setWhy(null);
    if (Object.keys(rules.check?.(next) ?? {}).length > 0) {
      setRefusals(n => n + 1);
      return false;
    }
    running.current = true;
    setBusy(true);
    try {
      const now = await save(next);
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
    wrong: field => problems[field] ?? within(refused, field),
    set,
    reset,
    rebase,
    submit,
  };
}

/** Focuses the invalid element, else the form's error; false if there is none. */
function focusFirstWrong(box: HTMLElement | null): boolean {
  const wrong = box?.querySelector<HTMLElement>('[aria-invalid="true"]');
  // A closed section cannot take the focus.
  wrong?.closest("details")?.setAttribute("open", "");
  if (wrong) wrong.focus();
  else box?.querySelector<HTMLElement>("[role=alert]")?.scrollIntoView({ block: "nearest" });
  return Boolean(wrong);
}

/** A list's error is at the list and at its item: `shifts` and `shifts.3`. */
function without(problems: Problems, fields: readonly string[]): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([name]) => !fields.some(f => name === f || name.startsWith(`${f}.`))),
  );
}

/** The server's errors by the form's fields; empty if none applies. */
export function problemsOf(
  error: ApiError,
  value: object,
  named: (field: string) => string = field => field,
): Problems {
  const found = error.faults.map(({ field, detail }) => [named(field), detail] as const);
  return Object.fromEntries(found.filter(([field]) => (field.split(".")[0] ?? "") in value));
}

/** One control may stand for several fields of the body. */
function within(refused: Problems, field: string): string | null {
  const part = Object.keys(refused).find(name => name.startsWith(`${field}.`));
  return part ? (refused[part] ?? null) : null;
}
