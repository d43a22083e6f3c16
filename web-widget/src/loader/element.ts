/** `<parley-chat>`: the launcher, and the element for the app, which is loaded on demand. */
import type { Proof } from "../client/session";
import { accent } from "../kit/color";
import {
  type App,
  type EventName,
  type Host,
  MOUNT_KEY,
  type Mount,
  type Options,
  type Theme,
} from "../kit/contract";
import { addStyles } from "../kit/sheet";
import css from "./launcher.css?inline";
import { pageLocales } from "./locale";

/** File name of the app's script, set by the build. */
declare const __APP__: string;
/** The launcher's labels by language. */
declare const __LABELS__: Readonly<Record<string, string>>;

const SVG = "http://www.w3.org/2000/svg";
const TALK =
  "M12 3.5c-5 0-9 3.4-9 7.7 0 2.3 1.2 4.4 3.1 5.8L5.5 20.5l4-1.9c.8.2 1.6.3 2.5.3 5 0 9-3.4 9-7.7s-4-7.7-9-7.7Z";
const DOWN = "m6 9.5 6 6 6-6";

const oneOf = <T extends string>(value: string | undefined, all: readonly T[]): T | null =>
  all.find(one => one === value) ?? null;

export class ParleyChat extends HTMLElement {
  /** The page's only chat. */
  static only: ParleyChat | undefined;
  base = "";
  nonce_ = "";
  emit: (event: EventName, detail?: unknown) => void = () => undefined;
  private options!: Options;
  private app: App | null = null;
  private loading: Promise<App> | null = null;
  private isOpen = false;
  private shopAccent: string | undefined;
  private proof: Proof | null = null;
  private readonly root = document.createElement("div");
  private readonly panel = document.createElement("div");
  private readonly button = document.createElement("button");
  private readonly badge = document.createElement("span");
  private tabs: BroadcastChannel | undefined;
  private readonly swaps = new MutationObserver(() => this.attach());
  private readonly darkness = matchMedia("(prefers-color-scheme: dark)");

  connectedCallback(): void {
    // A clone of the page's document is not the chat.
    if (this.shadowRoot || !this.base) return;
    const data = this.dataset;
    this.options = {
      tenant: data["tenant"] ?? "demo",
      locale: data["locale"] ?? null,
      position: oneOf(data["position"], ["left", "right"]),
      accent: data["accent"] ?? null,
      theme: oneOf<Theme>(data["theme"], ["auto", "light", "dark"]) ?? "auto",
    };
    const shadow = this.attachShadow({ mode: "open" });
    addStyles(shadow, css);
    this.button.type = "button";
    this.button.className = "launcher";
    this.button.setAttribute("aria-haspopup", "dialog");
    this.button.setAttribute("aria-expanded", "false");
    this.badge.className = "badge";
    this.badge.hidden = true;
    this.badge.setAttribute("aria-hidden", "true");
    this.button.append(icon("talk", TALK), icon("down", DOWN), this.badge);
    this.root.append(this.panel, this.button);
    shadow.append(this.root);
    this.repaint();
    const preload = () => void this.load().catch(() => undefined);
    this.button.addEventListener("pointerenter", preload, { once: true });
    this.button.addEventListener("focus", preload, { once: true });
    this.button.addEventListener("click", () => this.toggle(true));
    this.darkness.addEventListener("change", () => this.restyle());
    // Keys typed in the chat must not trigger the page's shortcuts.
    for (const type of ["keydown", "keypress", "keyup"])
      this.addEventListener(type, event => event.stopPropagation());
    const key = `parley.${this.options.tenant}.session`;
    addEventListener("storage", ({ newValue, key: changed }) => {
      if (!newValue && (!changed || changed === key)) this.forgotten();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.proof = null;
      this.app?.restored();
    });
    // Even if nothing was stored, whose removal would be an event.
    this.tabs = new BroadcastChannel(key);
    this.tabs.onmessage = () => this.forgotten();
  }

  /**
   * Beside the body, where libraries that replace the body (Turbo, Astro, htmx) leave it alone. Comes back if the whole
   * document is replaced.
   */
  attach(): void {
    const page = document.documentElement;
    if (!this.isConnected) {
      page.append(this);
      this.app?.attached();
    }
    this.swaps.observe(document, { childList: true });
    this.swaps.observe(page, { childList: true, attributeFilter: ["lang"] });
    this.restyle();
  }

  toggle(byVisitor = false): void {
    if (this.isOpen) this.close();
    else this.open(byVisitor);
  }

  open(byVisitor = false): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.button.setAttribute("aria-expanded", "true");
    this.repaint();
    this.withApp(app => this.isOpen && app.opened(byVisitor));
    this.emit("opened");
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.button.setAttribute("aria-expanded", "false");
    this.repaint();
    this.app?.closed();
    if (this.shadowRoot?.activeElement) this.button.focus();
    this.emit("closed");
  }

  withApp(use: (app: App) => void): void {
    this.load().then(use, error => this.failed(error));
  }

  private failed(error: unknown): void {
    this.close();
    this.emit("error", { code: "not_loaded", detail: String(error) });
  }

  set(change: Partial<Options>): void {
    Object.assign(this.options, change);
    this.restyle();
  }

  identify(proof: Proof): void {
    this.proof = proof;
    this.app?.identify(proof);
  }

  reset(): void {
    this.proof = null;
    if (this.app) this.app.reset();
    else forget(`parley.${this.options.tenant}.`);
    this.tabs?.postMessage(0);
  }

  private forgotten(): void {
    this.proof = null;
    this.app?.leave();
  }

  private restyle(): void {
    this.repaint();
    this.app?.changed();
  }

  /** A script element instead of `import()`, which would need CORS headers and a wider policy. */
  private script(name: string): Promise<void> {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `${this.base}/widget/${name}`;
      if (this.nonce_) script.nonce = this.nonce_;
      script.onload = () => done();
      script.onerror = () => fail(new Error(script.src));
      document.head.append(script);
      // Only its effect is needed; elements would pile up in single-page applications.
      script.remove();
    });
  }

  private load(): Promise<App> {
    if (this.loading) return this.loading;
    this.root.classList.add("busy");
    this.loading = this.script(__APP__).then(() => {
      const mount = (window as unknown as Record<symbol, Mount | undefined>)[Symbol.for(MOUNT_KEY)];
      if (!mount) throw new Error("no app in the script");
      this.app = mount(this.host());
      return this.app;
    });
    this.loading.then(
      () => this.root.classList.remove("busy"),
      () => {
        this.root.classList.remove("busy");
        this.loading = null;
      },
    );
    return this.loading;
  }

  private host(): Host {
    return {
      base: this.base,
      shadow: this.shadowRoot as ShadowRoot,
      panel: this.panel,
      options: this.options,
      proof: () => this.proof,
      locales: () => pageLocales(this.options.locale),
      isOpen: () => this.isOpen,
      isDark: () => this.isDark(),
      close: () => this.close(),
      emit: (event, detail) => this.emit(event, detail),
      script: name => this.script(name),
      failed: error => this.failed(error),
      unread: (count, label) => {
        this.badge.hidden = count === 0;
        this.badge.textContent = count > 9 ? "9+" : String(count);
        this.button.setAttribute("aria-label", label);
      },
      paint: (hex, locale, dir, label) => {
        this.shopAccent = hex;
        this.root.lang = locale;
        this.root.dir = dir;
        this.button.setAttribute("aria-label", label);
        this.repaint();
      },
    };
  }

  private isDark(): boolean {
    return this.options.theme === "dark" || (this.options.theme === "auto" && this.darkness.matches);
  }

  private repaint(): void {
    const { classList, style } = this.root;
    classList.add("root");
    classList.toggle("open", this.isOpen);
    classList.toggle("dark", this.isDark());
    classList.toggle("left", this.options.position === "left");
    classList.toggle("right", this.options.position === "right");
    const colors = accent(this.options.accent ?? this.shopAccent, this.isDark());
    style.setProperty("--fill", colors.fill);
    style.setProperty("--on-fill", colors.onFill);
    style.setProperty("--accent-text", colors.text);
    // The app's label says more: language and unread count.
    if (!this.app) this.label();
  }

  private label(): void {
    const [tag = "en"] = [...pageLocales(this.options.locale), ...navigator.languages];
    const language = tag.slice(0, 2).toLowerCase();
    this.root.dir = language === "ar" ? "rtl" : "ltr";
    this.button.setAttribute("aria-label", __LABELS__[language] ?? "Chat");
  }
}

/** Clears an earlier page's data on sign-out, even if the chat was never opened. */
function forget(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Blocked: nothing was stored.
  }
}

function icon(name: string, d: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}
