/** The lazily loaded part of the widget: connects client, panel and loader. */
import { render } from "preact";
import { browser, lastSeq, ParleyClient, type Proof } from "../client";
import { type App, type Host, MOUNT_KEY, type Mount } from "../kit/contract";
import { addStyles } from "../kit/sheet";
import answer from "./css/answer.css?inline";
import dock from "./css/dock.css?inline";
import media from "./css/media.css?inline";
import panel from "./css/panel.css?inline";
import thread from "./css/thread.css?inline";
import { settleFocus } from "./focus";
import { fill, type Language, speech } from "./i18n";
import type { Words } from "./i18n/en";
import { keepKeys, press } from "./keys";
import { Panel } from "./panel";
import type { Lazy, Parts } from "./props";

/** File names of the other scripts, set by the build. */
declare const __PARTS__: Readonly<Record<keyof Parts, string>>;
declare const __WORDS_KEY__: string;
declare const __WORDS__: string;

const mount: Mount = host => new Widget(host);
(window as unknown as Record<symbol, Mount>)[Symbol.for(MOUNT_KEY)] = mount;

/** How often to check if the page has cleared its own storage, which fires no event. */
const LOOK_MS = 1_000;

/** What a script has left. */
const left = <T,>(name: string): T => (window as unknown as Record<symbol, T>)[Symbol.for(name)] as T;

class Widget implements App {
  readonly #host: Host;
  readonly #client: ParleyClient;
  #frame = 0;
  #unread = 0;
  #announced = 0;
  #failed = "";
  readonly #words: Partial<Record<Language, Words>> = {};
  readonly #asked = new Set<Language>();
  #language: Language = "en";
  /** Incremented when the visitor opens the panel, to move the focus. */
  #focus = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#client = new ParleyClient(host.base, host.options.tenant, browser);
    addStyles(host.shadow, panel + thread + answer + dock + media);
    this.#client.subscribe(() => this.#later());
    addEventListener("online", () => this.#client.networkBack());
    addEventListener("offline", () => this.#client.networkLost());
    addEventListener("pageshow", () => this.#client.networkBack());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#client.networkBack();
      this.#later();
    });
    // Any interaction allows storage.
    host.panel.addEventListener("pointerdown", () => this.#client.touched());
    const session = `parley.${host.options.tenant}.session`;
    addEventListener("storage", event => {
      if (event.key !== session || event.newValue === null) return;
      this.#client.touched();
      this.#client.check();
    });
    setInterval(() => this.#client.check(), LOOK_MS);
    keepKeys(host.shadow, (event, target) => {
      if (host.panel.contains(target)) this.#client.touched();
      press(event, target, () => host.close());
    });
    const proof = host.proof();
    if (proof) this.#client.identify(proof);
    this.#client.speak(host.locales()[0]);
    this.#client.start();
    this.#paint();
  }

  opened(byVisitor: boolean): void {
    if (byVisitor) {
      this.#client.touched();
      this.#focus++;
    }
    if (this.#client.current.link === "failed") this.#client.retry();
    this.#asked.clear();
    this.#client.store.keepOpen(true);
    this.#paint();
  }

  closed(): void {
    this.#client.store.keepOpen(false);
    this.#paint();
  }

  changed(): void {
    this.#paint();
  }

  send(text: string): void {
    const trimmed = text.trim();
    if (trimmed) this.#client.send(trimmed);
  }

  identify(proof: Proof): void {
    this.#client.identify(proof);
  }

  reset(): void {
    this.#client.reset();
  }

  leave(): void {
    this.#client.leave();
  }

  restored(): void {
    this.#client.restored();
  }

  attached(): void {
    if (this.#host.isOpen()) settleFocus(this.#host.panel.firstElementChild);
  }

  /** At most one render per frame, however many deltas arrive; hidden pages get no frames but must still count. */
  #later(): void {
    if (this.#frame) return;
    const run = () => {
      this.#frame = 0;
      this.#paint();
    };
    this.#frame =
      document.visibilityState === "visible" ? requestAnimationFrame(run) : Number(setTimeout(run, 100));
  }

  #paint(): void {
    const client = this.#client;
    const host = this.#host;
    const locales = host.locales();
    // A page may change its language without a reload.
    client.speak(locales[0]);
    const state = client.current;
    const { spoken, locale } = state.settings;
    const said = speech(...locales, spoken, ...navigator.languages, locale);
    const open = host.isOpen();
    if (open && document.visibilityState === "visible") client.seen();
    this.#tellPage();
    this.#language = said.language;
    const words = this.#words[said.language];
    if (!words) {
      this.#ask(said.language);
      return;
    }
    const label = open ? words.close : words.open;
    host.paint(state.settings.accent, said.locale, said.dir, label);
    host.unread(this.#unread, this.#unread ? `${label}: ${fill(words.unread, { n: this.#unread })}` : label);
    render(
      <Panel
        state={state}
        client={client}
        words={words}
        locale={said.locale}
        open={open}
        focus={this.#focus}
        lazy={this.#lazy}
        close={() => host.close()}
      />,
      host.panel,
    );
  }

  /** Loads a language once; again when the chat is reopened. */
  #ask(language: Language): void {
    if (this.#asked.has(language)) return;
    this.#asked.add(language);
    const come = () => {
      this.#words[language] = left(__WORDS_KEY__);
      this.#paint();
    };
    this.#host.script(`words-${language}-${__WORDS__}.js`).then(come, error => this.#host.failed(error));
  }

  readonly #lazy: Lazy = (part, use, fail) => {
    const { script } = this.#host;
    const found = () => left<Parts[typeof part]>(`parley.${part}`);
    const come = found() ? Promise.resolve() : script(__PARTS__[part]);
    come.then(() => use(found(), { script, language: this.#language })).catch(fail ?? (() => undefined));
  };

  #tellPage(): void {
    const { messages, failure, link } = this.#client.current;
    const seen = this.#client.store.seen();
    const unread = messages.filter(m => m.seq > seen && (m.author === "bot" || m.author === "agent")).length;
    if (unread !== this.#unread) {
      this.#unread = unread;
      this.#host.emit("unread", { count: unread });
    }
    for (const { seq, author, text, files, live } of messages) {
      if (seq > this.#announced && live)
        this.#host.emit("message", { seq, author, text, ...(files && { attachments: files }) });
    }
    this.#announced = lastSeq(this.#client.current);
    const failed = link === "failed" ? (failure?.code ?? "failed") : "";
    if (failed && failed !== this.#failed) this.#host.emit("error", failure);
    this.#failed = failed;
  }
}
