/** Inline Markdown: emphasis, code, links, citations. */
import { endOfUrl, targetAt } from "./target";
import { safeUrl } from "./url";

export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "em" | "del"; readonly body: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly body: readonly Inline[] }
  | { readonly kind: "cite"; readonly number: number }
  | { readonly kind: "break" };

/** Deeper nesting stays text: hostile input must not exhaust the stack. */
export const MAX_DEPTH = 6;

/** Closers tried per opener, so that a thousand stars do not cost a million steps. */
const MAX_TRIES = 40;

/** Maximum length scanned to count marks. */
const LONGEST_LINE = 600;

const EMPHASIS = [
  ["**", "strong"],
  ["__", "strong"],
  ["~~", "del"],
  ["*", "em"],
  ["_", "em"],
] as const;

const SPECIAL = /[\\`*_~[!<\n]|https?:\/\/|\b[\w.+-]{1,64}@/g;
const BARE_URL = /https?:\/\//y;
const BARE_MAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]+)>/y;
const BREAK = /<br ?\/?>/iy;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

export function inline(text: string, growing = false, depth = 0): Inline[] {
  const found: Inline[] = [];
  let plain = "";
  const put = (node: Inline) => {
    if (plain) found.push({ kind: "text", text: plain });
    plain = "";
    found.push(node);
  };
  const marks: Marks = new Map();
  let i = 0;
  while (i < text.length) {
    SPECIAL.lastIndex = i;
    const special = SPECIAL.exec(text);
    if (!special) break;
    plain += text.slice(i, special.index);
    i = special.index;
    const step =
      depth > MAX_DEPTH
        ? null
        : (breakAt(text, i) ??
          escapeAt(text, i) ??
          codeAt(text, i, growing, marks) ??
          linkAt(text, i, growing, depth, marks) ??
          emphasisAt(text, i, growing, depth, marks));
    if (!step) {
      plain += text.slice(i, i + special[0].length);
      i += special[0].length;
    } else {
      if (typeof step.node === "string") plain += step.node;
      else if (step.node.kind === "break") {
        plain = plain.trimEnd();
        put(step.node);
      } else put(step.node);
      i = step.end;
    }
  }
  plain += text.slice(i);
  if (plain) found.push({ kind: "text", text: plain });
  return found;
}

type Step = { readonly node: Inline | string; readonly end: number } | null;

function breakAt(text: string, i: number): Step {
  const end = text[i] === "\n" ? i + 1 : i + (at(BREAK, text, i)?.[0].length ?? 0);
  return end > i ? { node: { kind: "break" }, end } : null;
}

function escapeAt(text: string, i: number): Step {
  const next = text[i + 1] ?? "";
  return text[i] === "\\" && /[!-/:-@[-`{-~]/.test(next) ? { node: next, end: i + 2 } : null;
}

function codeAt(text: string, i: number, growing: boolean, marks: Marks): Step {
  if (text[i] !== "`") return null;
  const ticks = /^`+/.exec(text.slice(i, i + 9))?.[0] ?? "`";
  const from = i + ticks.length;
  const end = next(text, ticks, from, marks);
  if (end < 0) return growing ? { node: { kind: "code", text: text.slice(from) }, end: text.length } : null;
  return { node: { kind: "code", text: text.slice(from, end).trim() || ticks }, end: end + ticks.length };
}

function linkAt(text: string, i: number, growing: boolean, depth: number, marks: Marks): Step {
  const auto = at(AUTOLINK, text, i);
  if (auto) return link(auto[1] ?? "", [{ kind: "text", text: auto[1] ?? "" }], i + auto[0].length, auto[0]);
  if (at(BARE_URL, text, i)) {
    const url = text.slice(i, endOfUrl(text, i));
    return link(url, [{ kind: "text", text: url }], i + url.length, url);
  }
  const mail = at(BARE_MAIL, text, i);
  if (mail) {
    const address = mail[0];
    return link(`mailto:${address}`, [{ kind: "text", text: address }], i + address.length, address);
  }
  const open = text[i] === "!" && text[i + 1] === "[" ? i + 1 : i;
  if (text[open] !== "[") return null;
  const close = next(text, "]", open + 1, marks);
  if (close < 0) return null;
  const label = text.slice(open + 1, close);
  const number = /^\d{1,2}$/.test(label);
  const from = !number && text.startsWith(" (http", close + 1) ? close + 2 : close + 1;
  const target = targetAt(text, from);
  if (target) {
    const body = inline(label || target.url, false, depth + 1);
    return link(
      target.url,
      body.flatMap(n => (n.kind === "link" ? n.body : [n])),
      target.end,
      label,
    );
  }
  if (growing && text[close + 1] === "(" && text.indexOf("\n", close) < 0)
    return { node: label, end: text.length };
  if (number) return { node: { kind: "cite", number: Number(label) }, end: close + 1 };
  return null;
}

/** A forbidden target leaves its words without the link. */
function link(url: string, body: readonly Inline[], end: number, words: string): Step {
  const href = safeUrl(url);
  return { node: href === null ? words : { kind: "link", href, body }, end };
}

function emphasisAt(text: string, i: number, growing: boolean, depth: number, marks: Marks): Step {
  for (const [mark, kind] of EMPHASIS) {
    if (!text.startsWith(mark, i)) continue;
    const from = i + mark.length;
    const inWord = /[\p{L}\p{N}]/u.test(text[i - 1] ?? "");
    const glued = /\S/.test(text[from] ?? "");
    if (mark[0] === "_" && inWord) return null;
    if (!glued && (mark !== "**" || inWord)) return null;
    let end = closer(text, i, from, mark, marks);
    // Of three stars the outer two close the outer pair.
    while (end > from && mark.length === 2 && text[end + 2] === mark[0]) end++;
    if (end > from) {
      return {
        node: { kind, body: inline(text.slice(from, end), false, depth + 1) },
        end: end + mark.length,
      };
    }
    if (!glued) return null;
    const likely = mark.length === 2 || !/\S/.test(text[i - 1] ?? " ");
    if (growing && likely && next(text, mark, from, marks) < 0) {
      return { node: { kind, body: inline(text.slice(from), true, depth + 1) }, end: text.length };
    }
    // Unclosed bold: text without stars reads better.
    if (mark === "**" && !/\S/.test(text[i - 1] ?? " ") && /[\p{L}\p{N}"„“«¿¡]/u.test(text[from] ?? ""))
      return { node: "", end: from };
  }
  return null;
}

/** The end of the emphasis opened at `i`; at most `from` if there is none. */
function closer(text: string, i: number, from: number, mark: string, marks: Marks): number {
  let end = next(text, mark, from, marks);
  if (mark.length === 2) return end >= 0 && (ends(text, end, mark) || pairs(text, i, end, mark)) ? end : -1;
  // Emphasis ends after a word, never after a space; and one star is not half of two.
  for (let tries = 0; end >= 0 && !ends(text, end, mark); tries++) {
    end = tries < MAX_TRIES ? text.indexOf(mark, end + mark.length) : -1;
  }
  return end;
}

/** `**Note: **` and `** Note:**`, if all marks of the line are paired, but not `2 ** 3 ** 4`. */
function pairs(text: string, i: number, end: number, mark: string): boolean {
  const inner = text.slice(i + mark.length, end);
  if (!inner.trim() || inner.includes("\n") || (/^\s/.test(inner) && /\s$/.test(inner))) return false;
  const line = text.slice(i, i + LONGEST_LINE).split("\n", 1)[0] ?? "";
  return line.split(mark).length % 2 === 1;
}

function ends(text: string, end: number, mark: string): boolean {
  if (!/\S/.test(text[end - 1] ?? "")) return false;
  if (mark.length === 1 && (text[end + 1] === mark || text[end - 1] === mark)) return false;
  return mark[0] !== "_" || !/[\p{L}\p{N}]/u.test(text[end + mark.length] ?? "");
}

/** The next position of each mark, searched once: linear even for ten thousand openers. */
type Marks = Map<string, number>;

function next(text: string, mark: string, from: number, marks: Marks): number {
  const known = marks.get(mark);
  if (known !== undefined && (known < 0 || known >= from)) return known;
  const found = text.indexOf(mark, from);
  marks.set(mark, found);
  return found;
}
