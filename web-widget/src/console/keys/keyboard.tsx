import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { loadPreferences, usePreferences } from "../preferences";
import { go, href } from "../router";
import { may, useSession } from "../session";
import { Help } from "./help";
import { Palette } from "./palette";
import { listen, useKeys } from "./registry";

/** Handles shortcuts for every page, and shows palette and help. */
export function Keyboard(): JSX.Element | null {
  const { session } = useSession();
  const { id, role } = session.agent;
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const after = useRef<(() => void) | null>(null);
  const to = (page: string) => () => go(href(page));
  const supervisor = may(role, "supervisor");
  usePreferences();
  useEffect(() => void loadPreferences(id), [id]);
  // Before paint: keys pressed at first sight must not be lost.
  useLayoutEffect(listen, []);
  useKeys({
    "keys.palette": () => setOpen("palette"),
    "keys.help": () => setOpen("help"),
    "go.inbox": to("inbox"),
    "go.search": to("search"),
    "go.faq": to("faq"),
    "go.reports": supervisor && to("reports"),
    "go.settings": supervisor && to("settings"),
    "go.account": to("account"),
  });
  // After the palette has closed and returned the focus, since the command may move it.
  useEffect(() => {
    if (open) return;
    const run = after.current;
    after.current = null;
    run?.();
  }, [open]);
  const close = () => setOpen(null);
  switch (open) {
    case "help":
      return <Help onClose={close} />;
    case "palette":
      return (
        <Palette
          onClose={close}
          onPick={run => {
            after.current = run;
            close();
          }}
        />
      );
    case null:
      return null;
  }
}
