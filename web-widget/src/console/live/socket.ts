/** The agents' socket, without knowledge of frames. */
import type { Verdict } from "../../client/backoff";
import { type LinkEnvironment, Link as Retried } from "../../client/link";
import type { AgentClientFrame, AgentServerFrame } from "./agent-frames";
import { AGENT_KINDS } from "./frames";
import type { Link } from "./state";

interface LineHandlers {
  frame(frame: AgentServerFrame): void;
  link(link: Link): void;
  /** Broke before any frame, or finally: the session may have expired. */
  doubt(): void;
}

export class AgentSocket {
  private wanted = false;
  private greeted = false;
  private readonly line: Retried<AgentServerFrame, AgentClientFrame>;

  constructor(
    private readonly url: string,
    env: LinkEnvironment,
    private readonly handlers: LineHandlers,
  ) {
    this.line = new Retried(env, {
      protocol: "parley.agent.v1",
      kinds: AGENT_KINDS,
      dial: () => this.dial(),
      frame: frame => this.heard(frame),
      closed: kind => this.closed(kind),
    });
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.handlers.link("connecting");
    this.dial();
  }

  stop(): void {
    this.wanted = false;
    this.line.hangUp();
  }

  /** False if not even tried. */
  send(frame: AgentClientFrame): boolean {
    return this.greeted && this.line.send(frame);
  }

  /** Gives the connection up as dead. */
  drop(): void {
    this.line.drop();
  }

  /** The network is back or the tab woke up. */
  wake(): void {
    if (this.wanted) this.line.wake();
  }

  private dial(): void {
    this.greeted = false;
    this.line.open(this.url);
  }

  private heard(frame: AgentServerFrame): void {
    if (frame.type === "ready") {
      this.greeted = true;
      this.line.steady();
      this.handlers.link("online");
    }
    this.handlers.frame(frame);
    if (frame.type === "drain") this.line.drop(1012);
  }

  private closed(kind: Verdict): void {
    const { greeted } = this;
    this.greeted = false;
    if (kind === "final") {
      this.wanted = false;
      this.handlers.link("ended");
    } else {
      this.handlers.link("offline");
      this.line.later(kind);
    }
    if (kind === "final" || !greeted) this.handlers.doubt();
  }
}
