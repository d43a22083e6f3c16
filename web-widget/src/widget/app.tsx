/** The lazily loaded half of the widget: joins the transport, the panel and the loader's host. */
import { render } from "preact";
import { browser, lastSeq, ParleyClient, type Proof } from "../client";
import { type App, type Host, MOUNT_KEY, type Mount } from "../loader/contract";
import answer from "./css/answer.css?inline";
import dock from "./css/dock.css?inline";
import panel from "./css/panel.css?inline";
import surroundings from "./css/surroundings.css?inline";
import thread from "./css/thread.css?inline";
import { fill, type Language, speech, Vocabulary } from "./i18n";
import type { Words } from "./i18n/en";
import { Panel } from "./panel";
import { addStyles } from "./sheet";

/** File names of the languages' words, put in by the build. */
declare const __WORDS_KEY__: string;
declare const __WORDS__: Readonly<Record<Language, string>>;

const mount: Mount = host => new Widget(host);
(window as unknown as Record<symbol, Mount>)[Symbol.for(MOUNT_KEY)] = mount;

class Widget implements App {
  private readonly client: ParleyClient;
  private frame = 0;
  private unread = 0;
  private told = 0;
  private failed = "";
  private readonly vocabulary = new Vocabulary(language => this.fetchWords(language));
  /** Raised when the visitor opens the panel by hand, so that it takes the focus. */
  private focus = 0;

  constructor(private readonly host: Host) {
    this.client = new ParleyClient(host.base, host.options.tenant, browser);
    addStyles(host.shadow, panel + thread + answer + dock + surroundings);
    this.client.subscribe(() => this.later());
    addEventListener("online", () => this.client.networkBack());
    addEventListener("offline", () => this.client.networkLost());
    addEventListener("pageshow", () => this.client.networkBack());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.client.networkBack();
      this.later();
    });
    // Any touch of the chat is the visitor's own act: from here on it may be remembered.
    for (const act of ["pointerdown", "keydown"])
      host.panel.addEventListener(act, () => this.client.store.allow());
    const session = `parley.${host.options.tenant}.session`;
    addEventListener("storage", event => {
      if (event.key === session && event.newValue === null) this.client.leave();
    });
    if (host.proof) this.client.identify(host.proof);
    this.client.speak(host.locales()[0]);
    this.client.start();
    this.paint();
  }

  opened(byVisitor: boolean): void {
    if (byVisitor) {
      this.client.store.allow();
      this.focus++;
    }
    if (this.client.current.link === "failed") this.client.retry();
    this.vocabulary.again();
    this.client.store.keepOpen(true);
    this.paint();
  }

  closed(): void {
    this.client.store.keepOpen(false);
    this.paint();
  }

  changed(): void {
    this.paint();
  }

  send(text: string): void {
    const trimmed = text.trim();
    if (trimmed) this.client.send(trimmed);
  }

  identify(proof: Proof): void {
    this.client.identify(proof);
  }

  reset(): void {
    this.client.reset();
  }

  /** At most one drawing per frame, however many deltas came; hidden pages draw no frames but must still count. */
  private later(): void {
    if (this.frame) return;
    const run = () => {
      this.frame = 0;
      this.paint();
    };
    this.frame =
      document.visibilityState === "visible" ? requestAnimationFrame(run) : Number(setTimeout(run, 100));
  }

  private paint(): void {
    const { client, host } = this;
    const locales = host.locales();
    // A page may change its language without being loaded anew.
    client.speak(locales[0]);
    const state = client.current;
    const { spoken, locale } = state.settings;
    const said = speech(...locales, spoken, ...navigator.languages, locale);
    const open = host.isOpen();
    if (open && document.visibilityState === "visible") client.seen();
    this.tellPage();
    const words = this.vocabulary.words(said.language, () => this.paint());
    if (!words) return;
    const label = open ? words.close : words.open;
    host.paint(state.settings.accent, said.locale, said.dir, label);
    host.unread(this.unread, this.unread ? `${label}: ${fill(words.unread, { n: this.unread })}` : label);
    render(
      <Panel
        state={state}
        client={client}
        words={words}
        locale={said.locale}
        open={open}
        focus={this.focus}
        close={() => host.close()}
      />,
      host.panel,
    );
  }

  private async fetchWords(language: Language): Promise<Words> {
    await this.host.script(__WORDS__[language]);
    return (window as unknown as Record<symbol, Words>)[Symbol.for(__WORDS_KEY__)] as Words;
  }

  private tellPage(): void {
    const { messages, failure, link } = this.client.current;
    const seen = this.client.store.seen();
    const unread = messages.filter(m => m.seq > seen && (m.author === "bot" || m.author === "agent")).length;
    if (unread !== this.unread) {
      this.unread = unread;
      this.host.emit("unread", { count: unread });
    }
    for (const { seq, author, text, live } of messages) {
      if (seq > this.told && live) this.host.emit("message", { seq, author, text });
    }
    this.told = lastSeq(this.client.current);
    const failed = link === "failed" ? (failure?.code ?? "failed") : "";
    if (failed && failed !== this.failed) this.host.emit("error", failure);
    this.failed = failed;
  }
}
