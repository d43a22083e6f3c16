/** The unsent recording for the next page: as long as the shop keeps audio, a day at most. */
import type { ParleyClient, Unsent } from "../../client";
import type { Clip } from "./machine";
import { forget, keep } from "./recordings";
import { get, put } from "./shelf";

const HOUR_MS = 3_600_000;
const MOST_HOURS = 24;
/** More than two minutes of any recorder; larger ones last as long as their page. */
const MOST_BYTES = 8_000_000;

/** 0: not kept. */
export const keptFor = (keepHours: number | undefined): number =>
  Math.min(keepHours ?? MOST_HOURS, MOST_HOURS) * HOUR_MS;

export const isOver = ({ at }: Unsent, now: number, keepHours: number | undefined): boolean =>
  now - at >= keptFor(keepHours) || at > now + HOUR_MS;

export class UnsentClip {
  /** Until it is sent or discarded. */
  #clip: Clip | null = null;
  #stored = false;
  #told = false;

  constructor(
    private readonly client: ParleyClient,
    private readonly now: () => number = Date.now,
  ) {}

  /** True if another page has sent or discarded it, by its storage. */
  isLost({ key, newValue }: Pick<StorageEvent, "key" | "newValue">): boolean {
    const gone = key === `${this.client.store.prefix}spoken` && newValue === null;
    return gone && this.#stored && this.#clip !== null;
  }

  get #keepHours(): number | undefined {
    return this.client.current.settings.voice?.keep_hours;
  }

  begin(clip: Clip, bytes: Blob): void {
    this.#clip = clip;
    this.#told = false;
    keep(clip.id, bytes);
    this.#stored = keptFor(this.#keepHours) > 0 && bytes.size <= MOST_BYTES;
    if (!this.#stored) return;
    this.client.store.keepUnsent({ ...clip, at: this.now(), told: false });
    void put(this.client.store.prefix, clip.id, bytes);
  }

  /** The service may have it from now on. */
  tell(): void {
    this.#told = true;
    const kept = this.client.store.unsent();
    if (kept && kept.id === this.#clip?.id) this.client.store.keepUnsent({ ...kept, told: true });
  }

  /** An earlier page's recording, if still available. */
  async find(): Promise<Clip | null> {
    const { store } = this.client;
    const kept = store.unsent();
    if (!kept || this.#clip) return null;
    const bytes = await get(store.prefix, kept.id);
    // Without the bytes, only the service can tell.
    if (isOver(kept, this.now(), this.#keepHours) || !(bytes || kept.told)) {
      this.#wipe();
      return null;
    }
    if (bytes) keep(kept.id, bytes);
    this.#stored = true;
    this.#told = kept.told;
    this.#clip = { id: kept.id, seconds: kept.seconds, peaks: kept.peaks ?? "" };
    return this.#clip;
  }

  /** Sent, here or elsewhere; this page can still play it. */
  sent(): void {
    if (this.#clip) this.#wipe();
    this.#clip = null;
  }

  /** Returns the id if the service may have it. */
  drop(): string | null {
    const clip = this.#clip;
    const told = this.#told;
    if (!clip) return null;
    forget(clip.id);
    this.sent();
    return told ? clip.id : null;
  }

  #wipe(): void {
    const { store } = this.client;
    // Another page may have recorded something since.
    if (!this.#clip || store.unsent()?.id === this.#clip.id) store.dropUnsent();
  }
}
