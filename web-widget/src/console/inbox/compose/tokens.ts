/** The slash or at sign before the cursor. Pure. */

export interface Token {
  readonly sign: "/" | "@";
  /** Text after the sign. */
  readonly typed: string;
  readonly from: number;
  readonly until: number;
}

/** Only if the sign starts a word and the cursor is in it. */
export function tokenAt(text: string, cursor: number, signs: string): Token | null {
  const before = text.slice(0, cursor);
  const found = /(?:^|\s)([/@])([^\s/@]{0,40})$/u.exec(before);
  if (!found || !signs.includes(found[1] ?? "")) return null;
  const typed = found[2] ?? "";
  return { sign: found[1] as Token["sign"], typed, from: cursor - typed.length - 1, until: cursor };
}

export interface Filling {
  readonly visitor: string;
  readonly agent: string;
  readonly shop: string;
}

/** `{{visitor.name}}`, `{{agent.name}}`, `{{shop}}`; unknown ones stay, so that the agent notices. */
export function filled(text: string, { visitor, agent, shop }: Filling): string {
  const known: Readonly<Record<string, string>> = {
    "visitor.name": visitor,
    "agent.name": agent,
    shop,
  };
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (all, name: string) =>
    Object.hasOwn(known, name) ? (known[name] ?? all) : all,
  );
}

/** Adds marks around the selection, or removes them. */
export function wrapped(
  text: string,
  from: number,
  until: number,
  mark: string,
): { readonly text: string; readonly from: number; readonly until: number } {
  const chosen = text.slice(from, until);
  const before = text.slice(0, from);
  const after = text.slice(until);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    return {
      text: before.slice(0, -mark.length) + chosen + after.slice(mark.length),
      from: from - mark.length,
      until: until - mark.length,
    };
  }
  return {
    text: before + mark + chosen + mark + after,
    from: from + mark.length,
    until: until + mark.length,
  };
}
