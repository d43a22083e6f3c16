/** Names of people on screen. */
import type { Agent, Conversation } from "../api/types";

/** The visitor's name from the shop, else the customer's number, else a stable generated name. */
export function visitorName(item: Conversation, attributes?: Readonly<Record<string, unknown>>): string {
  const given = attributes?.["name"];
  if (typeof given === "string" && given.trim()) return given.trim();
  return item.name ?? item.customer ?? `Visitor ${item.visitor.slice(-4).toUpperCase()}`;
}

export function agentName(agents: readonly Agent[], id: string | undefined): string {
  return agents.find(agent => agent.id === id)?.name ?? "A colleague";
}

export function listNames(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
