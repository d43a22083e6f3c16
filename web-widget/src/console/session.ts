/** Who is signed in, for every part of the page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Role, Session } from "./api/types";

export interface SignedIn {
  readonly session: Session;
  /** Asks again who this is: the name or the role may have changed. */
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

/** Whether a role may do what takes at least `needed`. */
export function may(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}
