import { FilePenLine, Globe, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Entry, Status } from "../api/faq";
import { ask } from "../api/http";
import { useTask } from "../api/use";
import { Button } from "../kit/button";
import type { Form } from "../kit/form";
import { Confirm } from "../kit/form-dialog";
import { Ago } from "../kit/time";
import { toast } from "../kit/toast";
import { go, href } from "../router";
import type { Draft } from "./draft";
import { EntryBadges } from "./entry-row";

export function EditorHead(props: {
  readonly entry: Entry | null;
  readonly form: Form<Draft>;
  readonly onStatus: (status: Status) => void;
  readonly onGone: () => void;
}): JSX.Element {
  const { entry, form } = props;
  const [asking, setAsking] = useState(false);
  const published = form.saved.status === "published";
  return (
    <header>
      <div>
        <h1 dir="auto">{entry ? entry.question : "New entry"}</h1>
        <p class="row wrap">
          {entry ? (
            <>
              {entry.status === "published" && <span class="badge accent">Published</span>}
              <EntryBadges entry={entry} />
              <span class="small">
                Changed <Ago at={entry.updated_at} />
              </span>
            </>
          ) : (
            "A draft until you publish it."
          )}
        </p>
      </div>
      <div class="row wrap">
        {entry && (
          <Button kind="quiet" icon={Trash2} onClick={() => setAsking(true)}>
            Delete
          </Button>
        )}
        <Button
          icon={published ? FilePenLine : Globe}
          disabled={form.busy}
          onClick={() => props.onStatus(published ? "draft" : "published")}
        >
          {published ? "Back to draft" : "Publish"}
        </Button>
      </div>
      {asking && entry && <Remove entry={entry} onGone={props.onGone} onClose={() => setAsking(false)} />}
    </header>
  );
}

function Remove(props: {
  readonly entry: Entry;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { entry } = props;
  const { busy, why, run } = useTask();
  const remove = async () => {
    if (!(await run(() => ask("DELETE", `/faq/entries/${entry.id}`)))) return;
    props.onGone();
    toast("The entry is deleted.");
    go(href("faq"));
  };
  return (
    <Confirm
      title="Delete this entry?"
      verb="Delete"
      busy={busy}
      why={why}
      onConfirm={() => void remove()}
      onClose={props.onClose}
    >
      <p>
        The bot will no longer answer from “<bdi>{entry.question}</bdi>”. This cannot be taken back; as a
        draft it would be kept.
      </p>
    </Confirm>
  );
}
