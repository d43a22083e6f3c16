/** The page's place is the fragment of its address, so that every conversation has a link. */
import { useEffect, useState } from "preact/hooks";

export interface Place {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Props of every page. */
export interface PageProps {
  readonly place: Place;
}

function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

/** A hand-typed link may contain a stray percent sign. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function href(...path: readonly (string | number)[]): string {
  return `#/${path.map(part => encodeURIComponent(part)).join("/")}`;
}

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") {
    location.hash = to;
    return;
  }
  history.replaceState(history.state, "", to);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

type Holder = (to: string) => boolean;
let holder: Holder | null = null;

/** Asked before navigation; true stays on the page and restores the address. */
export function holdPlace(asked: Holder): () => void {
  holder = asked;
  return () => {
    if (holder === asked) holder = null;
  };
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => {
      if (!holder?.(location.hash)) setHash(location.hash);
    };
    changed();
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return parsePlace(hash);
}
