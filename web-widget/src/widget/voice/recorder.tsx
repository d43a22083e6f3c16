/** Performs the machine's effects: microphone, upload, text box. */
import { render } from "preact";
import type { ParleyClient } from "../../client";
import { digits } from "../../kit/recording/peaks";
import { settleFocus } from "../focus";
import { type Clip, type Effect, type Event, IDLE, type State, step } from "./machine";
import { Microphone, NoMicrophone } from "./mic";
import { bytesOf, discard, upload } from "./recordings";
import { UnsentClip } from "./unsent";
import { View } from "./view";
import type { VoiceWords } from "./words";

const USUAL_S = 120;
/** Stops before the service's limit. */
const MARGIN_MS = 250;

export class Recorder {
  #state: State = IDLE;
  #mic: Microphone | null = null;
  /** Incremented when a requested microphone is no longer wanted. */
  #round = 0;
  #uploading: AbortController | null = null;
  readonly #unsent: UnsentClip;
  /** Restored state must not take the focus. */
  #calm = false;
  readonly #box = document.createElement("div");
  readonly #area: HTMLTextAreaElement;
  readonly #limitMs: number;
  readonly #over = new AbortController();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly client: ParleyClient,
    private readonly words: VoiceWords,
  ) {
    this.#unsent = new UnsentClip(client);
    this.#limitMs = (client.current.settings.voice?.max_seconds ?? USUAL_S) * 1_000;
    this.#area = form.querySelector("textarea") as HTMLTextAreaElement;
    form.before(this.#box);
    const { signal } = this.#over;
    const panel = form.closest<HTMLElement>(".panel") as HTMLElement;
    addEventListener("online", () => this.#tell({ type: "online" }), { signal });
    addEventListener("storage", event => this.#look(event), { signal });
    panel.addEventListener("escape", event => this.#onEscape(event), { signal });
    // Before the text box handles it.
    panel.addEventListener("submit", event => this.#onSubmit(event), { signal, capture: true });
    const closed = new MutationObserver(
      () => panel.hidden && this.#tell({ type: "hidden", at: this.#now() }),
    );
    closed.observe(panel, { attributeFilter: ["hidden"] });
    const { life } = client;
    // Another visitor: discard.
    const leave = client.subscribe(() => client.life !== life && this.#over.abort());
    signal.addEventListener("abort", () => {
      closed.disconnect();
      leave();
      this.#drop();
      render(null, this.#box);
      this.#box.remove();
    });
  }

  press(): void {
    this.#tell({ type: "pressed" });
  }

  /** A recording left by an earlier page. */
  async offer(): Promise<void> {
    const clip = this.#state.is === "idle" ? await this.#unsent.find() : null;
    if (!clip || this.#over.signal.aborted) return;
    this.#calm = true;
    this.#tell({ type: "found", clip });
  }

  /** Another page may have sent or discarded it. */
  #look(event: StorageEvent): void {
    if (!this.#unsent.isLost(event)) return;
    this.#unsent.sent();
    this.#tell({ type: "gone" });
  }

  readonly #now = () => performance.now();

  readonly #tell = (event: Event): void => {
    const before = this.#state;
    const { state, effects } = step(before, event, this.#limitMs - MARGIN_MS);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (event.type !== "found") this.#calm = false;
    this.form.hidden = state.is !== "idle" && state.is !== "attached";
    this.form.classList.toggle("spoken", state.is === "attached");
    this.#draw();
    const back = state.is === "idle" || state.is === "attached";
    if (back && state.is !== before.is) settleFocus(this.#area);
  };

  #onEscape(event: globalThis.Event): void {
    if (this.#state.is === "idle" || this.#state.is === "attached") return;
    event.preventDefault();
    this.#tell({ type: "cancel", at: this.#now() });
  }

  #onSubmit(event: globalThis.Event): void {
    const send = this.form.querySelector<HTMLButtonElement>("[type=submit]");
    if (this.#state.is !== "attached") return;
    event.preventDefault();
    event.stopPropagation();
    if (!send || send.disabled) return;
    this.client.send(this.#area.value.trim(), this.#state.clip);
    this.#unsent.sent();
    this.#write("");
    this.#tell({ type: "sent" });
  }

  /** As if typed. */
  #write(text: string): void {
    this.#area.value = text;
    this.#area.dispatchEvent(new globalThis.Event("input", { bubbles: true }));
  }

  #draw(): void {
    const clip = "clip" in this.#state ? this.#state.clip : null;
    render(
      this.#state.is === "idle" ? null : (
        <View
          state={this.#state}
          words={this.words}
          limitMs={this.#limitMs}
          levels={() => this.#mic?.levels ?? []}
          bytes={() => bytesOf(clip?.id ?? "", this.client)}
          now={this.#now}
          calm={this.#calm}
          tell={this.#tell}
        />
      ),
      this.#box,
    );
  }

  #carryOut(effect: Effect): void {
    switch (effect.type) {
      case "ask":
        void this.#ask();
        break;
      case "pause":
        this.#mic?.pause();
        break;
      case "resume":
        this.#mic?.resume();
        break;
      case "stop":
        void this.#finish(effect.ms);
        break;
      case "drop":
        this.#drop();
        break;
      case "abort":
        this.#uploading?.abort();
        break;
      case "upload":
        void this.#send(effect.clip);
        break;
      case "write":
        this.#write([this.#area.value.trim(), effect.text].filter(Boolean).join(" "));
        break;
      case "send":
        this.#unsent.sent();
        this.client.send("", effect.clip);
        break;
    }
  }

  async #ask(): Promise<void> {
    const round = ++this.#round;
    try {
      const mic = await Microphone.open(() => this.#tell({ type: "unplugged", at: this.#now() }));
      if (round !== this.#round) {
        mic.end();
        return;
      }
      this.#mic = mic;
      this.#tell({ type: "granted", at: this.#now() });
    } catch (error) {
      const why = error instanceof NoMicrophone ? error.why : "unsupported";
      if (round === this.#round) this.#tell({ type: "refused", why });
    }
  }

  async #finish(ms: number): Promise<void> {
    const mic = this.#mic;
    const bytes = await mic?.stop();
    if (!mic || this.#mic !== mic) return;
    this.#mic = null;
    if (!bytes?.size) {
      this.#tell({ type: "refused", why: "lost" });
      return;
    }
    // A page that may record is secure and has this.
    const id = crypto.randomUUID();
    const clip = { id, seconds: Math.round(ms / 100) / 10, peaks: digits(mic.levels) };
    this.#unsent.begin(clip, bytes);
    this.#tell({ type: "finished", clip });
  }

  #drop(): void {
    this.#round++;
    this.#mic?.end();
    this.#mic = null;
    this.#uploading?.abort();
    const id = this.#unsent.drop();
    if (id) discard(id, this.client);
  }

  async #send(clip: Clip): Promise<void> {
    this.#uploading?.abort();
    this.#uploading = new AbortController();
    this.#unsent.tell();
    const answer = await upload(clip, this.client, this.#uploading.signal);
    if (answer) this.#tell({ type: "answered", clip: clip.id, answer });
  }
}
