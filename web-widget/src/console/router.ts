/** Where the page is: the part of the address after `#`, so that a link to a conversation is a link to this page. */
import { useEffect, useState } from "preact/hooks";

export interface Place {
  /** `/conversations/018f…/4` as `["conversations", "018f…", "4"]`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** What every page is given. */
export interface PageProps {
  readonly place: Place;
}

export function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

/** A link typed by hand may hold a lone per cent sign. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `href("conversations", id, "4")`, as the value of a link's `href`. */
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

/** Asked before the page follows the address; true keeps the page, and the holder puts the address right. */
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
