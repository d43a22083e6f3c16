/** Evidence of an answer, and ways to correct it. */
import { CircleX } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Conversation, Evidence } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Loading } from "../../kit/states";
import { href } from "../../router";
import { EvidenceView } from "./evidence-view";
import { WrongAnswer } from "./wrong";

interface EvidenceProps {
  readonly conversation: Conversation;
  readonly seq: number;
}

export function EvidencePanel({ conversation, seq }: EvidenceProps): JSX.Element {
  const [wrong, setWrong] = useState(false);
  const load = useLoad(
    signal =>
      ask<{ readonly evidence: Evidence }>(
        "GET",
        `conversations/${conversation.id}/messages/${seq}/evidence`,
        {
          signal,
        },
      ),
    [conversation.id, seq],
  );
  return (
    <>
      <section class="row wrap">
        <Button size="small" icon={CircleX} onClick={() => setWrong(true)}>
          This was wrong
        </Button>
        <a class="button small quiet" href={href("conversations", conversation.id, seq)}>
          #{seq}
        </a>
      </section>
      <Loading of={load} lines={6}>
        {({ evidence }) => <EvidenceView of={evidence} />}
      </Loading>
      {wrong && load.state.is === "here" && (
        <WrongAnswer
          conversation={conversation}
          seq={seq}
          evidence={load.state.value.evidence}
          onClose={() => setWrong(false)}
        />
      )}
    </>
  );
}
