import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Entry, Facets, Status } from "../api/faq";
import { ApiError, ask, etagOf, tagged } from "../api/http";
import { BackLink } from "../kit/back-link";
import { useForm } from "../kit/form";
import { forget, keep, kept } from "../kit/kept";
import { useTitle } from "../kit/page";
import { SaveBar } from "../kit/save-bar";
import { Notice } from "../kit/states";
import { toast } from "../kit/toast";
import { useUnsaved } from "../kit/unsaved";
import { go, href } from "../router";
import { useSession } from "../session";
import { Aside } from "./aside";
import { Conflict } from "./conflict";
import { bodyOf, check, type Draft, draftOf } from "./draft";
import { EditorFields } from "./editor-fields";
import { EditorHead } from "./editor-head";

interface Kept {
  readonly draft: Draft;
  readonly seen: Entry | null;
  readonly etag?: string | undefined;
}

/** The state before the edits. Without its ETag, the current state is shown when saving. */
function seenOf({ seen, etag }: Kept): Entry | null {
  return seen && tagged(seen, etag ?? '"unknown"');
}

export function Editor(props: {
  readonly entry: Entry | null;
  readonly first: Draft;
  readonly unanswered: string | null;
  readonly facets: Facets | null;
  /** Ask for proposals at once. */
  readonly propose: boolean;
  readonly onSaved: (entry: Entry) => void;
}): JSX.Element {
  const { session } = useSession();
  const key = `faq.${session.agent.id}.${props.entry?.id ?? "new"}`;
  const [before] = useState(() => (props.unanswered ? null : kept<Kept>(key)));
  /** The server's state before these edits. */
  const [seen, setSeen] = useState<Entry | null>((before && seenOf(before)) ?? props.entry);
  const [theirs, setTheirs] = useState<Entry | null>(null);
  const saved = seen ? draftOf(seen) : props.first;
  const form = useForm<Draft>(saved, { check }, before?.draft);
  const guard = useUnsaved(form.dirty, () => forget(key));
  useTitle(seen ? seen.question : "New FAQ entry");
  useEffect(() => {
    if (!form.dirty) forget(key);
    else keep(key, { draft: form.value, seen, etag: etagOf(seen) } satisfies Kept);
  }, [form.value, form.dirty, seen]);

  const put = async (draft: Draft, base: Entry): Promise<Draft | undefined> => {
    try {
      const now = await ask<Entry>("PUT", `/faq/entries/${base.id}`, {
        body: bodyOf(draft, base),
        over: base,
      });
      settle(now, "Saved. The bot knows it within seconds.");
      return draftOf(now);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "changed_meanwhile")) throw error;
      setTheirs(await ask<Entry>("GET", `/faq/entries/${base.id}`));
      return undefined;
    }
  };
  const post = async (draft: Draft): Promise<Draft> => {
    const now = await ask<Entry>("POST", "/faq/entries", { body: bodyOf(draft) });
    forget(key);
    if (props.unanswered) {
      // The entry is saved; a failure to clear its question is no failure to save.
      await ask("DELETE", `/faq/unanswered/${encodeURIComponent(props.unanswered)}`).catch(() => undefined);
    }
    guard.release();
    toast(now.status === "draft" ? "Saved as a draft." : "Published. The bot knows it within seconds.");
    go(href("faq", now.id), "replace");
    return draftOf(now);
  };
  const settle = (now: Entry, words: string) => {
    setSeen(now);
    setTheirs(null);
    props.onSaved(now);
    toast(words);
  };
  const save = (change: Partial<Draft> = {}) => {
    const next = { ...form.value, ...change };
    return form.submit(() => (seen ? put(next, seen) : post(next)), next);
  };
  const publish = (status: Status) => {
    form.set({ status });
    void save({ status });
  };
  return (
    <div class="page faq-entry">
      <BackLink to={href("faq")}>All entries</BackLink>
      <EditorHead
        entry={seen}
        form={form}
        onStatus={publish}
        onGone={() => {
          forget(key);
          guard.release();
        }}
      />
      {before && form.dirty && <Notice>What you had not saved is here again.</Notice>}
      <div class="beside">
        <form
          ref={form.box}
          class="stack wide"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void save();
          }}
          onKeyDown={event => {
            if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            if (form.dirty || !seen) void save();
          }}
        >
          <EditorFields
            form={form}
            facets={props.facets}
            proposing={{ entry: seen?.id ?? null, dirty: form.dirty, atOnce: props.propose }}
          />
          <SaveBar form={form} always={!seen} verb={form.value.status === "draft" ? "Save draft" : "Save"} />
        </form>
        <Aside form={form} entry={seen} facets={props.facets} />
      </div>
      {guard.dialog}
      {theirs && seen && (
        <Conflict
          base={draftOf(seen)}
          mine={form.value}
          theirs={theirs}
          busy={form.busy}
          onClose={() => setTheirs(null)}
          onTake={draft => {
            // Further edits are based on the other version.
            setSeen(theirs);
            setTheirs(null);
            form.rebase(draftOf(theirs), draft);
            void form.submit(() => put(draft, theirs), draft);
          }}
        />
      )}
    </div>
  );
}
