/** Whose chat it is: an anonymous visitor's or a customer's, in which language, and for how long. */
import { Chat } from "./chat";
import { isWorn, openSession, type Proof } from "./session";
import type { Surroundings } from "./surroundings";

export abstract class Visit extends Chat {
  /** In memory alone: who signs out must leave nothing behind. */
  #proof: Proof | null = null;
  /** The one with which the present session was opened. */
  #shown: Proof | null = null;
  #locale: string | undefined;
  /** The one for which the present session was opened. */
  #told: string | undefined;
  /** Raised whenever this browser begins as somebody else: what was typed for the one before is not for the next. */
  life = 0;

  constructor(
    protected readonly base: string,
    tenant: string,
    around: Surroundings,
  ) {
    super(tenant, around);
  }

  /** Ends the connection, and whatever is on its way. */
  protected abstract hangUp(): void;
  /** Connects as who sits there now. */
  protected abstract begin(): void;

  /** The visitor is this customer. What was said before comes along; a page may say so again and again. */
  identify(proof: Proof): void {
    if (JSON.stringify(proof) === JSON.stringify(this.#proof)) return;
    this.#proof = proof;
    this.hangUp();
    this.begin();
  }

  /** What the page says of its language; the service hears it in the request for a session. */
  speak(locale: string | undefined): void {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.hangUp();
    this.begin();
  }

  /** A fresh visitor, where another tab, or the page itself, has cleared the store already; or the one who stands there now. */
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

  /** Nobody is told when a page empties its own storage: whoever shows something of the visitor looks first. */
  check(): void {
    if (this.store.strayed()) this.leave();
  }

  /** The page comes back as it was, whatever happened meanwhile; where nothing can tell, a customer is forgotten. */
  restored(): void {
    if (this.#proof && this.store.untold) this.leave();
    else this.check();
  }

  /** The visitor has touched the chat, here or in another tab: from now on it may be remembered. */
  touched(): void {
    if (this.store.allow()) return;
    // The other tab's visitor stays, and this tab joins.
    this.hangUp();
    this.#shown = null;
    this.apply({ type: "forget" });
    this.begin();
  }

  /** The token to connect with; of no use any more where it is `stale` by then. */
  protected async token(renew: boolean, stale: () => boolean): Promise<string> {
    if (stale()) return "";
    const kept = this.store.session();
    if (kept) this.store.use(kept);
    const hasSettings = this.state.settings.shop !== undefined || this.state.settings.greeting !== undefined;
    const { fetch, now } = this.around;
    const proof = this.#proof;
    const locale = this.#locale;
    const good = kept && hasSettings && !renew && proof === this.#shown && !isWorn(kept, now());
    if (good && locale === this.#told) return kept.token;
    // For the sake of a language nobody is asked to prove again who they are: a proof does not last as long as a page.
    const got = await openSession(
      fetch,
      this.base,
      this.tenant,
      kept?.token,
      good ? null : proof,
      locale,
      now,
    );
    // Signed in or out meanwhile: this session must not be kept.
    this.check();
    if (stale()) return "";
    const same = kept?.visitor === got.session.visitor;
    if (kept && !same) {
      // One customer's words must not be said in the name of the next.
      if (kept.known) {
        this.drop();
        this.life++;
      }
      this.apply({ type: "forget" });
    }
    this.#shown = proof;
    this.#told = locale;
    this.store.keepSession({ ...got.session, known: proof !== null || (same && kept.known) });
    this.apply({ type: "settings", settings: got.settings });
    return got.session.token;
  }
}
