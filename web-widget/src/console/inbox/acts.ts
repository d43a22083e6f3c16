/** Actions on a conversation; announces refusals and invisible results. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Priority } from "../api/types";
import { toast } from "../kit/toast";
import { type Desk, why } from "../live/desk";
import { useDesk } from "../live/provider";

export interface Acts {
  readonly busy: boolean;
  claim(): Promise<boolean>;
  assign(agent: string, name: string): Promise<boolean>;
  requeue(): Promise<boolean>;
  giveBack(): Promise<boolean>;
  close(): Promise<boolean>;
  reopen(): Promise<boolean>;
  snooze(until: string | null): Promise<boolean>;
  priority(priority: Priority): Promise<boolean>;
  labels(labels: readonly string[]): Promise<boolean>;
}

export function useActs(id: string): Acts {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const deeds = useMemo(() => deedsOf(desk, id, once), [desk, id]);
  return { busy, ...deeds };

  /** Ignores a second press while the first is running. */
  async function once(deed: () => Promise<unknown>, done?: () => void): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      await deed();
      done?.();
      return true;
    } catch (error) {
      toast(why(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
}

type Once = (deed: () => Promise<Conversation>, done?: () => void) => Promise<boolean>;

function deedsOf(desk: Desk, id: string, once: Once): Omit<Acts, "busy"> {
  const post = (deed: string, body?: unknown) => () => desk.act("POST", id, deed, body);
  const put = (deed: string, body: unknown) => () => desk.act("PUT", id, deed, body);
  const reopen = () => once(post("reopen"));
  return {
    claim: () => once(post("claim")),
    assign: (agent, name) => once(post("assign", { agent }), () => toast(`${name} has it now.`)),
    requeue: () => once(post("requeue"), () => toast("Back in the line.")),
    giveBack: () => once(post("return"), () => toast("The bot has it again.")),
    close: () =>
      once(post("close"), () => toast("Closed.", { text: "Open it again", run: () => void reopen() })),
    reopen,
    snooze: until =>
      once(put("snooze", { until }), () => toast(until ? "Put aside until then." : "It is back.")),
    priority: priority => once(put("priority", { priority })),
    labels: labels => once(put("labels", { labels })),
  };
}
