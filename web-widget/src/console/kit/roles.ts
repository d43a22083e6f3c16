import type { Role } from "../api/types";

export const ROLES: readonly (readonly [Role, string])[] = [
  ["agent", "Agent"],
  ["supervisor", "Supervisor"],
  ["administrator", "Administrator"],
];

export function roleName(role: Role): string {
  return ROLES.find(([one]) => one === role)?.[1] ?? role;
}
