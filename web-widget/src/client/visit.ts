/** The visitor's identity, language and session. */
import { Chat } from "./chat";
import type { Environment } from "./environment";
import { isWorn, openSession, type Proof } from "./session";

export abstract class Visit extends Chat {
  /** In memory only: signing out must leave nothing behind. */
  #proof: Proof | null = null;
  /** Proof of the current session. */
  #shown: Proof | null = null;
  #locale: string | undefined;
  /** Language of the current session. */
  #sentLocale: string | undefined;
  /** Incremented when the visitor changes: text typed before is not the next visitor's. */
  life = 0;

  constructor(
    protected readonly base: string,
    tenant: string,
    env: Environment,
  ) {
    super(tenant, env);
  }

  /** Closes the connection and drops pending responses. */
  protected abstract hangUp(): void;
  /** Connects as the current visitor. */
  protected abstract begin(): void;

  /** Signs the customer in, with the earlier conversation. Idempotent. */
  identify(proof: Proof): void {
    if (JSON.stringify(proof) === JSON.stringify(this.#proof)) return;
    this.#proof = proof;
    this.hangUp();
    this.begin();
  }

  /** The page's language, for the next session request. */
  speak(locale: string | undefined): void {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.hangUp();
    this.begin();
  }

  /** Becomes a new visitor after the storage was cleared, or the one now stored. */
  leave(): void {
    this.hangUp();
    this.store.forget();
    if (!this.store.session()) this.store.clear();
    this.#proof = this.#shown = null;
    this.drop();
    this.life++;
    this.apply({ type: "forget" });
    this.begin();
  }

  /** No event reports that a page cleared its own storage, so call this before showing a visitor's data. */
  check(): void {
    if (this.store.strayed()) this.leave();
  }

  /** The page came back from the browser's cache; without other evidence, a customer is forgotten. */
  restored(): void {
    if (this.#proof && this.store.untold) this.leave();
    else this.check();
  }

  /** The visitor interacted, here or in another tab: storage is allowed. */
  touched(): void {
    if (this.store.allow()) return;
    // This tab joins the other tab's visitor.
    this.hangUp();
    this.#shown = null;
    this.apply({ type: "forget" });
    this.begin();
  }

  /** The token to connect with, unless `stale` by then. */
  protected async token(renew: boolean, stale: () => boolean): Promise<string> {
    if (stale()) return "";
    const kept = this.store.session();
    if (kept) this.store.use(kept);
    const hasSettings = this.state.settings.shop !== undefined || this.state.settings.greeting !== undefined;
    const { fetch, now } = this.env;
    const proof = this.#proof;
    const locale = this.#locale;
    const good = kept && hasSettings && !renew && proof === this.#shown && !isWorn(kept, now());
    if (good && locale === this.#sentLocale) return kept.token;
    // A change of language must not ask for a new proof, which is short-lived.
    const got = await openSession(
      fetch,
      this.base,
      this.tenant,
      kept?.token,
      good ? null : proof,
      locale,
      now,
    );
    // Signed in or out meanwhile: drop this session.
    this.check();
    if (stale()) return "";
    const same = kept?.visitor === got.session.visitor;
    if (kept && !same) {
      // A customer's unsent messages must not be sent as the next one.
      if (kept.known) {
        this.drop();
        this.life++;
      }
      this.apply({ type: "forget" });
    }
    this.#shown = proof;
    this.#sentLocale = locale;
    this.store.keepSession({ ...got.session, known: proof !== null || (same && kept.known) });
    this.apply({ type: "settings", settings: got.settings });
    return got.session.token;
  }
}
