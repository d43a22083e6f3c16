/** Rare parts of messages, loaded on demand: cards and agents' files. Plain DOM, independent of the app. */
import type { Attachment, Card } from "../../client/visitor-frames";
import { lines, spoken } from "../../kit/card-lines";
import { webUrl } from "../../kit/markdown/url";
import { addStyles } from "../../kit/sheet";
import { fill } from "../i18n";
import type { Words } from "../i18n/en";
import css from "./extras.css?inline";

export interface Extra {
  readonly cards: readonly Card[];
  readonly files: readonly Attachment[];
  readonly words: Words;
  /** A request relative to the visitor API. */
  readonly get: (path: string) => Promise<Response>;
}

export type ShowExtras = (box: HTMLElement, extra: Extra) => void;

const WIDEST = 280;
const styled = new WeakSet<ShadowRoot>();

const show: ShowExtras = (box, extra) => {
  const shadow = box.getRootNode();
  if (shadow instanceof ShadowRoot && !styled.has(shadow)) {
    styled.add(shadow);
    addStyles(shadow, css);
  }
  box.replaceChildren(...extra.cards.map(cardOf), ...extra.files.map(file => fileOf(file, extra)));
};

(window as unknown as Record<symbol, ShowExtras>)[Symbol.for("parley.extras")] = show;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

function cardOf(card: Card): HTMLElement {
  const rows = lines(card).map(([name, value]) => {
    const [term, said] = [make("dt", "", spoken(name)), make("dd", "", linked(value))];
    term.dir = said.dir = "auto";
    return make("div", "", term, said);
  });
  return make("dl", "card", ...rows);
}

function linked(text: string): Node | string {
  const href = webUrl(text);
  if (!href) return text;
  const link = make("a", "", new URL(href).host);
  Object.assign(link, { href, target: "_blank", rel: "noopener noreferrer nofollow" });
  return link;
}

function fileOf(file: Attachment, { words, get }: Extra): HTMLElement {
  const name = make("bdi", "", file.name);
  const button = make("button", "pill file", name, make("small", "", sizeOf(file.size)));
  button.type = "button";
  button.setAttribute("aria-label", fill(words.file, { name: file.name }));
  const box = make("div", "attached", button);
  const missing = () => {
    button.disabled = true;
    const note = make("p", "meta bad", words.fileGone);
    note.setAttribute("role", "status");
    if (!box.querySelector(".meta")) box.append(note);
  };
  button.addEventListener("click", () => bytesOf(file.id, get).then(blob => save(blob, file.name), missing));
  if (/^image\//.test(file.type))
    bytesOf(file.id, get)
      .then(blob => draw(blob, file.name, box))
      .catch(() => undefined);
  return box;
}

async function bytesOf(id: string, get: Extra["get"]): Promise<Blob> {
  const answer = await get(`attachments/${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

/** Drawn to a canvas, since a shop's policy may forbid `blob:` images. */
async function draw(blob: Blob, name: string, box: HTMLElement): Promise<void> {
  const picture = await createImageBitmap(blob);
  const canvas = make("canvas");
  const shrunk = Math.min(1, (WIDEST * 2) / picture.width);
  canvas.width = Math.max(1, picture.width * shrunk);
  canvas.height = Math.max(1, picture.height * shrunk);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", name);
  box.prepend(canvas);
}

function save(blob: Blob, name: string): void {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function sizeOf(bytes: number): string {
  if (!(bytes >= 0)) return "";
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.max(1, Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
