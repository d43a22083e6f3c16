/**
 * Voice messages, loaded on demand. `machine.ts` has the logic, `view.tsx` the view, and `recorder.tsx` connects them
 * to browser and service.
 */
import { render } from "preact";
import type { ParleyClient, Recording } from "../../client";
import { addStyles } from "../../kit/sheet";
import type { Language } from "../i18n";
import type { Voice, VoiceOptions } from "./contract";
import { Player } from "./player";
import { Recorder } from "./recorder";
import { bytesOf, isMine } from "./recordings";
import css from "./voice.css?inline";
import type { VoiceWords } from "./words";

/** Set by the build: where a script of texts leaves them, and its suffix. */
declare const __VOICE_WORDS_KEY__: string;
declare const __VOICE_WORDS__: string;

const styled = new WeakSet<ShadowRoot>();
const known = new Map<Language, VoiceWords>();
const shown = new WeakSet<HTMLElement>();
const recorders = new WeakMap<HTMLFormElement, Recorder>();

const voice: Voice = {
  async speak(form, client, options) {
    (await recorderOf(form, client, options)).press();
  },

  async offer(form, client, options) {
    await (await recorderOf(form, client, options)).offer();
  },

  async show(box, recording, client, options) {
    const words = await prepare(box, options);
    // Replaces other content, never our own.
    if (!shown.has(box)) box.replaceChildren();
    shown.add(box);
    // The bubble has its text's direction.
    box.dir = box.closest<HTMLElement>(".root")?.dir ?? "";
    render(playerOf(recording, client, words), box);
  },
};

async function recorderOf(
  form: HTMLFormElement,
  client: ParleyClient,
  options: VoiceOptions,
): Promise<Recorder> {
  const words = await prepare(form, options);
  const recorder = recorders.get(form) ?? new Recorder(form, client, words);
  recorders.set(form, recorder);
  return recorder;
}

// If two messages load the script at once, the first instance has the recordings.
(window as unknown as Record<symbol, Voice>)[Symbol.for("parley.voice")] ??= voice;

const playerOf = (recording: Recording, client: ParleyClient, words: VoiceWords) => (
  <Player
    seconds={recording.seconds}
    peaks={recording.peaks}
    available={recording.available || isMine(recording.id)}
    words={words}
    bytes={() => bytesOf(recording.id, client)}
  />
);

async function prepare(beside: Element, { language, script }: VoiceOptions): Promise<VoiceWords> {
  const shadow = beside.getRootNode();
  if (shadow instanceof ShadowRoot && !styled.has(shadow)) {
    styled.add(shadow);
    addStyles(shadow, css);
  }
  const before = known.get(language);
  if (before) return before;
  await script(`spoken-${language}-${__VOICE_WORDS__}.js`);
  const words = (window as unknown as Record<symbol, VoiceWords>)[Symbol.for(__VOICE_WORDS_KEY__)];
  known.set(language, words as VoiceWords);
  return words as VoiceWords;
}
