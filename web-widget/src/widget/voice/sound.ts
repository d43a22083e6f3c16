/** Plays from memory by Web Audio: a shop's policy may forbid `media-src blob:`. */
/** The recording was deleted. */
export class Gone extends Error {}

let shared: AudioContext | undefined;
/** Only one plays at a time. */
let sounding: Sound | undefined;

export class Sound {
  #buffer: AudioBuffer | undefined;
  #source: AudioBufferSourceNode | undefined;
  #from = 0;
  #began = 0;

  constructor(private readonly changed: () => void) {}

  get length(): number | undefined {
    return this.#buffer?.duration;
  }

  get playing(): boolean {
    return this.#source !== undefined;
  }

  get at(): number {
    return this.#source && shared ? this.#from + shared.currentTime - this.#began : this.#from;
  }

  /** Called in the click: later, browsers would block it. */
  async play(bytes: () => Promise<Blob>): Promise<void> {
    shared ??= new AudioContext();
    const context = shared;
    await context.resume();
    this.#buffer ??= await context.decodeAudioData(await (await bytes()).arrayBuffer());
    sounding?.pause();
    sounding = this;
    if (this.#from >= this.#buffer.duration - 0.05) this.#from = 0;
    const source = context.createBufferSource();
    source.buffer = this.#buffer;
    source.connect(context.destination);
    source.onended = () => this.#ended(source);
    this.#source = source;
    this.#began = context.currentTime;
    source.start(0, this.#from);
    this.changed();
  }

  pause(): void {
    if (!this.#source) return;
    this.#from = this.at;
    const source = this.#source;
    this.#source = undefined;
    source.stop();
    this.changed();
  }

  seek(at: number): void {
    const goesOn = this.playing;
    this.pause();
    this.#from = at;
    if (goesOn) void this.play(() => Promise.reject(new Error("has its bytes")));
    else this.changed();
  }

  #ended(source: AudioBufferSourceNode): void {
    if (this.#source !== source) return;
    this.#source = undefined;
    this.#from = 0;
    this.changed();
  }
}
