/** The microphone, held only as long as needed. */

import { level } from "../../kit/recording/peaks";
import type { Refusal } from "./answers";

export class NoMicrophone extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}

/** Chromium and Firefox support the first, Safari the second; the last is a fallback. */
const TYPES = [
  "audio/webm;codecs=opus",
  "audio/webm",
  "audio/mp4",
  "audio/ogg;codecs=opus",
  "audio/ogg",
] as const;
/** Enough for speech; two minutes stay below half a megabyte. */
const BITS_PER_SECOND = 32_000;
const LOOK_MS = 100;

export const bestType = (supported: (type: string) => boolean): string => TYPES.find(supported) ?? "";

/** The service requires a name but goes by the bytes. */
export function fileName(type: string): string {
  const kind = /^audio\/(webm|mp4|ogg)/.exec(type)?.[1] ?? "webm";
  return `voice.${kind}`;
}

export class Microphone {
  /** One per tenth of a second. */
  readonly levels: number[] = [];
  readonly #recorder: MediaRecorder;
  readonly #pieces: Blob[] = [];
  readonly #context: AudioContext | undefined;
  readonly #analyser: AnalyserNode | undefined;
  readonly #look: ReturnType<typeof setInterval>;
  #over = false;

  private constructor(
    private readonly stream: MediaStream,
    private readonly unplugged: () => void,
  ) {
    const mimeType = bestType(type => MediaRecorder.isTypeSupported(type));
    this.#recorder = new MediaRecorder(stream, {
      audioBitsPerSecond: BITS_PER_SECOND,
      ...(mimeType && { mimeType }),
    });
    this.#recorder.ondataavailable = event => this.#pieces.push(event.data);
    this.#recorder.onerror = () => this.#lost();
    for (const track of stream.getTracks()) track.onended = () => this.#lost();
    if (typeof AudioContext !== "undefined") {
      this.#context = new AudioContext();
      this.#analyser = this.#context.createAnalyser();
      this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    }
    this.#look = setInterval(() => this.#listen(), LOOK_MS);
    this.#recorder.start();
  }

  static async open(unplugged: () => void): Promise<Microphone> {
    if (!isSecureContext) throw new NoMicrophone("insecure");
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined")
      throw new NoMicrophone("unsupported");
    if (!permitted()) throw new NoMicrophone("policy");
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
    } catch (error) {
      throw new NoMicrophone(whyNot(error));
    }
    try {
      return new Microphone(stream, unplugged);
    } catch {
      for (const track of stream.getTracks()) track.stop();
      throw new NoMicrophone("unsupported");
    }
  }

  pause(): void {
    if (this.#recorder.state === "recording") this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder.state === "paused") this.#recorder.resume();
  }

  /** Ends the recording. */
  async stop(): Promise<Blob> {
    const recorder = this.#recorder;
    if (recorder.state !== "inactive") {
      await new Promise(done => {
        recorder.onstop = done;
        recorder.stop();
      });
    }
    this.end();
    return new Blob(this.#pieces, { type: recorder.mimeType || "audio/webm" });
  }

  end(): void {
    this.#over = true;
    clearInterval(this.#look);
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
    void this.#context?.close().catch(() => undefined);
  }

  #listen(): void {
    if (!this.#analyser || this.#recorder.state !== "recording") return;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    this.levels.push(level(samples));
  }

  #lost(): void {
    if (!this.#over) this.unplugged();
  }
}

/** A permissions policy of page or frame may forbid it; some browsers tell. */
function permitted(): boolean {
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  return policy?.allowsFeature("microphone") ?? true;
}

const REASONS: ReadonlyMap<string | undefined, Refusal> = new Map([
  ["NotAllowedError", "denied"],
  ["SecurityError", "policy"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "inUse"],
  ["AbortError", "inUse"],
]);

export const whyNot = (error: unknown): Refusal =>
  REASONS.get((error as { name?: string } | null)?.name) ?? "unsupported";
