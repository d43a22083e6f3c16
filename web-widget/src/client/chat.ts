/** The client's state and its listeners. */

import type { Environment } from "./environment";
import type { ClientFrame } from "./frames";
import { type ChatEvent, reduce } from "./reduce";
import { type ChatState, initialState } from "./state";
import { Store } from "./store";

export class Chat {
  readonly store: Store;
  protected state: ChatState = initialState;
  /** Said while disconnected and still worth sending: a request for a person, a rating. */
  protected unsaid: ClientFrame[] = [];
  readonly #listeners = new Set<(state: ChatState) => void>();

  constructor(
    protected readonly tenant: string,
    protected readonly env: Environment,
  ) {
    this.store = new Store(tenant, env.storage);
  }

  get current(): ChatState {
    return this.state;
  }

  subscribe(listener: (state: ChatState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  discard(id: string): void {
    this.store.dropDraft(id);
    this.apply({ type: "discarded", id });
  }

  /** Drops unsent messages and recordings. */
  protected drop(): void {
    this.store.dropUnsent();
    this.unsaid = [];
    for (const { id } of this.state.pending) this.discard(id);
  }

  protected link(link: ChatState["link"]): void {
    if (this.state.link !== link) this.apply({ type: "link", link });
  }

  protected apply(event: ChatEvent): void {
    const next = reduce(this.state, event);
    if (next === this.state) return;
    this.state = next;
    for (const listener of this.#listeners) listener(next);
  }
}
