import type { Role } from "../../api/types";
import type { InvitedResponse, OpenSessionResponse } from "../console-rest";

export type Invited = InvitedResponse;

export type OpenSession = OpenSessionResponse;

export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  agent: "Answers customers, and reads the FAQ.",
  supervisor: "Also writes the FAQ, canned answers and labels, watches the bot, and reads reports.",
  administrator: "Also invites agents, and changes all settings.",
};
