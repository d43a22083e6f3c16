import type { JSX } from "preact";
import { ask } from "../../api/http";
import type { Items } from "../../api/types";
import { useLoad, usePut } from "../../api/use";
import { BackLink } from "../../kit/back-link";
import { ticked } from "../../kit/bind";
import { Check } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { useUnsaved } from "../../kit/unsaved";
import { go, href } from "../../router";
import { Customers, Purpose, Results, Server } from "./action-fields";
import { type Action, bodyOf, check, type Declared, type Draft, draftOf, named, templateName } from "./rules";

const LIST = href("settings", "tools");

/** What the form begins with: an action that is there, or a new one. */
interface Begun {
  readonly action: Action | null;
  readonly draft: Draft;
}

async function begun(id: string, from: string | null, signal: AbortSignal): Promise<Begun> {
  if (id !== "new") {
    const action = await ask<Action>("GET", `/tools/${encodeURIComponent(id)}`, { signal });
    return { action, draft: draftOf(action) };
  }
  if (!from) return { action: null, draft: draftOf({}) };
  const { items } = await ask<Items<Declared>>("GET", "/tools/templates", { signal });
  return { action: null, draft: draftOf(items.find(one => one.name === from) ?? {}) };
}

export function ActionPage(props: { readonly id: string; readonly from: string | null }): JSX.Element {
  const { id, from } = props;
  const load = useLoad<Begun>(signal => begun(id, from, signal), [id, from]);
  return (
    <Page
      title={id !== "new" ? "Action" : from ? `New action: ${templateName(from)}` : "New action"}
      about={<BackLink to={LIST}>All actions</BackLink>}
      narrow
    >
      <Loading of={load} lines={8}>
        {({ action, draft }) => <ActionForm action={action} draft={draft} />}
      </Loading>
    </Page>
  );
}

function ActionForm({ action, draft }: Begun): JSX.Element {
  const authSet = action?.auth_set ?? false;
  const form: Form<Draft> = useForm<Draft>(draft, { check: value => check(value, authSet), named });
  const guard = useUnsaved(form.dirty);
  const put = usePut(`/tools/${action?.id}`, action);
  const save = async (value: Draft): Promise<Draft | undefined> => {
    const body = bodyOf(value);
    if (action) {
      const now = await put(body);
      toast("Saved. The bot has it within seconds.");
      return draftOf(now);
    }
    await ask<Action>("POST", "/tools", { body });
    toast("Added. The bot has it within seconds.");
    guard.release();
    go(LIST);
    return undefined;
  };
  return (
    <PageForm
      form={form}
      onSubmit={() => void form.submit(save)}
      always={action === null}
      verb={action ? "Save" : "Add the action"}
      guard={guard}
    >
      <Purpose form={form} />
      <Server form={form} authSet={authSet} />
      <Customers form={form} />
      <Results form={form} />
      {form.value.method === "POST" && (
        <Check
          label="Your server does it once, however often it gets the same Idempotency-Key"
          {...ticked(form, "idempotent")}
        />
      )}
      <Check label="The bot may use it" {...ticked(form, "enabled")} />
    </PageForm>
  );
}
