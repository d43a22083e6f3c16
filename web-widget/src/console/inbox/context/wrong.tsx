/** Corrects a wrong answer: edit the FAQ, ask again, compare. */
import { Plus, RotateCw } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Markdown } from "../../../kit/markdown/view";
import type { Entry } from "../../api/faq";
import { ApiError, ask } from "../../api/http";
import type { Conversation, Evidence, Rehearsed } from "../../api/types";
import { useLoad, useTask } from "../../api/use";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { TextArea, TextField } from "../../kit/field";
import { Loading, Notice } from "../../kit/states";
import { useLive } from "../../live/provider";
import { may, useSession } from "../../session";
import { Sources } from "../sources";
import { EvidenceView } from "./evidence-view";

interface WrongProps {
  readonly conversation: Conversation;
  readonly seq: number;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

export function WrongAnswer(props: WrongProps): JSX.Element {
  const { conversation, seq } = props;
  const { role } = useSession().session.agent;
  const thread = useLive(state => state.threads.get(conversation.id));
  const messages = thread?.messages ?? [];
  const answer = messages.find(message => message.seq === seq);
  const question =
    messages.findLast(message => message.seq < seq && message.author === "visitor")?.text ?? "";
  const [chosen, setChosen] = useState<string | null>(props.evidence.entries[0]?.id ?? null);
  const [saved, setSaved] = useState(false);
  const [again, setAgain] = useState<Rehearsed | null>(null);
  const { busy, why, run } = useTask();
  const replay = () =>
    run(async () =>
      setAgain(await ask<Rehearsed>("POST", `conversations/${conversation.id}/messages/${seq}/replay`)),
    );
  return (
    <Dialog
      title="This was wrong"
      wide
      onClose={props.onClose}
      actions={
        <>
          <Button icon={RotateCw} busy={busy} onClick={() => void replay()}>
            {again ? "Ask once more" : "Ask again"}
          </Button>
          <Button kind="primary" onClick={props.onClose}>
            Done
          </Button>
        </>
      }
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <div class="put-right">
        <section>
          <h3>The visitor asked</h3>
          <p class="quoted" dir="auto">
            {question || "What they wrote stands further up."}
          </p>
        </section>
        <section class={again ? "two" : undefined}>
          <div>
            <h3>The bot said</h3>
            <div class="quoted">
              <Markdown text={answer?.text ?? ""} sources={answer?.sources ?? []} />
            </div>
          </div>
          {again && (
            <div role="status">
              <h3>It would say now</h3>
              <div class="quoted now">
                <Markdown text={again.text} sources={again.sources} />
                {again.sources.length > 0 && <Sources sources={again.sources} text={again.text} />}
              </div>
            </div>
          )}
        </section>
        {again && (
          <details class="prompt">
            <summary>Evidence of the new answer</summary>
            <EvidenceView of={again.evidence} />
          </details>
        )}
        <section>
          <h3>Put the FAQ right</h3>
          {may(role, "supervisor") ? (
            <>
              <div class="row wrap">
                {props.evidence.entries.slice(0, 4).map(entry => (
                  <button
                    key={entry.id}
                    type="button"
                    class="pill"
                    aria-pressed={chosen === entry.id}
                    onClick={() => setChosen(entry.id)}
                  >
                    <bdi class="clip">{entry.question}</bdi>
                  </button>
                ))}
                <Button size="small" icon={Plus} pressed={chosen === null} onClick={() => setChosen(null)}>
                  New entry
                </Button>
              </div>
              {saved && !again && (
                <Notice kind="good">Saved. Ask again to see what the bot says with it.</Notice>
              )}
              <EntryForm
                key={chosen ?? "new"}
                id={chosen}
                question={question}
                locale={conversation.locale}
                onSaved={() => {
                  setSaved(true);
                  setAgain(null);
                  void replay();
                }}
              />
            </>
          ) : (
            <p class="soft">Supervisors change the FAQ. Leave a private note for one, or send the link.</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface EntryFormProps {
  readonly id: string | null;
  readonly question: string;
  readonly locale: string | undefined;
  readonly onSaved: () => void;
}

function EntryForm(props: EntryFormProps): JSX.Element {
  const { id } = props;
  const load = useLoad<Entry | null>(
    async signal => (id === null ? null : ask<Entry>("GET", `/faq/entries/${id}`, { signal })),
    [id],
  );
  return (
    <Loading of={load} lines={3}>
      {entry => (
        <EntryFields key={entry?.updated_at ?? "new"} entry={entry} reload={load.reload} {...props} />
      )}
    </Loading>
  );
}

function EntryFields(
  props: EntryFormProps & { readonly entry: Entry | null; readonly reload: () => void },
): JSX.Element {
  const { entry } = props;
  const [question, setQuestion] = useState(entry?.question ?? props.question.slice(0, 500));
  const [answer, setAnswer] = useState(entry?.answer ?? "");
  const { busy, why, run } = useTask();
  const unchanged = entry !== null && question === entry.question && answer === entry.answer;
  const save = async () => {
    const done = await run(async () => {
      try {
        await store(entry, question.trim(), answer.trim(), props.locale);
      } catch (error) {
        if (error instanceof ApiError && error.code === "changed_meanwhile") props.reload();
        throw error;
      }
    });
    if (!done) return;
    props.reload();
    props.onSaved();
  };
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      {why && <Notice kind="bad">{why}</Notice>}
      <TextField label="Question" value={question} onInput={setQuestion} maxLength={500} required />
      <TextArea
        label="Answer"
        hint="Markdown. The bot says only what stands here."
        value={answer}
        onInput={setAnswer}
        rows={5}
        maxLength={20_000}
        required
      />
      <div class="actions">
        <Button
          type="submit"
          kind="primary"
          busy={busy}
          disabled={unchanged || !question.trim() || !answer.trim()}
        >
          {entry ? "Save and ask again" : "Add and ask again"}
        </Button>
      </div>
    </form>
  );
}

function store(
  entry: Entry | null,
  question: string,
  answer: string,
  locale: string | undefined,
): Promise<unknown> {
  if (entry === null) {
    const body = { question, answer, status: "published", ...(locale && { locale }) };
    return ask("POST", "/faq/entries", { body });
  }
  const { created_at: _, ...fields } = entry;
  return ask("PUT", `/faq/entries/${entry.id}`, { body: { ...fields, question, answer }, over: entry });
}
