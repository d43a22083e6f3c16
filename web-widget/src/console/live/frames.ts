/** Reading frames of `parley.agent.v1`; their types are made from src/docs/asyncapi.yaml. */
import { KINDS, type Kinds } from "../../client/frames";
import type { AgentServerFrame } from "./agent-frames";

/** Of a watched conversation. */
const watched = <T extends keyof typeof KINDS>(type: T) => ({
  ...KINDS[type],
  conversation: "string" as const,
});

export const AGENT_KINDS: Kinds<AgentServerFrame> = {
  ready: { agent: "object", heartbeat_s: "number" },
  watching: { conversation: "string", state: "string", epoch: "number", last_seq: "number" },
  claimed: { conversation: "string", epoch: "number" },
  ack: { id: "string", conversation: "string" },
  message: watched("message"),
  "answer.begin": watched("answer.begin"),
  "answer.delta": watched("answer.delta"),
  "answer.end": watched("answer.end"),
  state: { ...watched("state"), epoch: "number" },
  typing: watched("typing"),
  note: { note: "object" },
  mention: { note: "object" },
  "inbox.new": { item: "object" },
  "inbox.changed": { item: "object" },
  "inbox.claimed": { item: "object" },
  "inbox.closed": { item: "object" },
  presence: { agents: "object" },
  viewing: { conversation: "string", agents: "object" },
  drain: KINDS.drain,
  pong: KINDS.pong,
  error: KINDS.error,
};
