/** Actions on a conversation; announces refusals and invisible results. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Priority } from "../api/types";
import { toast } from "../kit/toast";
import { type Desk, why } from "../live/desk";
import { useDesk } from "../live/provider";

export interface ConversationActions {
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

export function useConversationActions(id: string): ConversationActions {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const actions = useMemo(() => actionsOf(desk, id, once), [desk, id]);
  return { busy, ...actions };

  /** Ignores a second press while the first is running. */
  async function once(action: () => Promise<unknown>, done?: () => void): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      await action();
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

type Once = (action: () => Promise<Conversation>, done?: () => void) => Promise<boolean>;

function actionsOf(desk: Desk, id: string, once: Once): Omit<ConversationActions, "busy"> {
  const post = (action: string, body?: unknown) => () => desk.act("POST", id, action, body);
  const put = (action: string, body: unknown) => () => desk.act("PUT", id, action, body);
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
