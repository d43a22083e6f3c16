import type { Agent, Role } from "../../api/types";

export interface Invited {
  readonly agent: Agent;
  /** Only where no mail is set up. */
  readonly link?: string;
  readonly expires_at: string;
}

export interface OpenSession {
  readonly id: string;
  readonly user_agent?: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly current: boolean;
}

export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  agent: "Answers customers, and reads the FAQ.",
  supervisor: "Also writes the FAQ, canned answers and labels, watches the bot, and reads reports.",
  administrator: "Also invites agents, and changes all settings.",
};
