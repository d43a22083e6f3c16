/** The signed-in agent. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Role, Session } from "./api/types";

export interface SignedIn {
  readonly session: Session;
  /** Reloads it: name or role may have changed. */
  refresh(): void;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error("nobody is signed in here");
  return signedIn;
}

const RANK: Readonly<Record<Role, number>> = { agent: 0, supervisor: 1, administrator: 2 };

export function may(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}
