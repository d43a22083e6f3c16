import { Plus } from "lucide";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { ticked, typed } from "../../kit/bind";
import { Button } from "../../kit/button";
import { Check, TextField } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { FormPart } from "../../kit/form-part";
import { move } from "../../kit/order";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading, Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { href } from "../../router";
import { may, useSession } from "../../session";
import { LaneCard, StateBadges } from "./lane-card";
import { bodyOf, check, type Models, modelsOf, named, newLane } from "./rules";
import type { Lanes, Use } from "./types";

export function ModelsPage(): JSX.Element {
  const lanes = useLoad<Lanes>(signal => ask("GET", "/lanes", { signal }), []);
  return (
    <Page
      title="Models"
      about="Which language models write the answers, in the order in which they are asked: when one fails, the next one is."
      narrow
    >
      <Loading of={lanes} lines={6}>
        {value => <ModelsForm found={value} onSaved={now => lanes.set(() => now)} />}
      </Loading>
    </Page>
  );
}

function ModelsForm(props: { readonly found: Lanes; readonly onSaved: (now: Lanes) => void }): JSX.Element {
  const { found } = props;
  const admin = may(useSession().session.agent.role, "administrator");
  const form: Form<Models> = useForm<Models>(modelsOf(found), {
    check,
    named,
  });
  const [open, setOpen] = useState<string | null>(null);
  const { value } = form;
  const save = async (models: Models): Promise<Models> => {
    const now = await ask<Lanes>("PUT", "/lanes", { body: bodyOf(models), over: found });
    props.onSaved(now);
    setOpen(null);
    toast("Saved. The next answer is written with it.");
    return modelsOf(now);
  };
  return (
    <PageForm form={form} onSubmit={() => void form.submit(save)} locked={!admin}>
      {value.lanes.length === 0 && <OperatorModels found={found} />}
      <LaneList use="lanes" add="Add a model" {...{ form, admin, open, setOpen }} />
      <h2>Understanding speech</h2>
      <p class="soft">
        Models that turn voice messages into text, in the order in which they are asked. Without one of the
        shop's own the operator's is asked. Whether visitors may speak is set under{" "}
        <a href={href("settings", "voice")}>Voice</a>.
      </p>
      <LaneList use="speech" add="Add a speech model" {...{ form, admin, open, setOpen }} />
      <Border form={form} admin={admin} />
    </PageForm>
  );
}

function LaneList(props: {
  readonly use: Use;
  readonly add: string;
  readonly form: Form<Models>;
  readonly admin: boolean;
  readonly open: string | null;
  readonly setOpen: (at: string | null) => void;
}): JSX.Element {
  const { use, form, admin, open, setOpen } = props;
  const { value, set, wrong } = form;
  const added = useRef(0);
  const lanes = value[use];
  const add = () => {
    const at = `new-${use}-${added.current++}`;
    set({ [use]: [...lanes, newLane(at, use, value)] });
    setOpen(at);
  };
  return (
    <>
      {lanes.length > 0 && (
        <ol class="stack">
          {lanes.map((lane, i) => (
            <LaneCard
              key={lane.at}
              lane={lane}
              use={use}
              place={i}
              count={lanes.length}
              admin={admin}
              open={open === lane.at}
              wrong={field => wrong(`${use}.${i}.${field}`)}
              onToggle={() => setOpen(open === lane.at ? null : lane.at)}
              onChange={now => set({ [use]: lanes.map((old, j) => (j === i ? now : old)) })}
              onMove={by => set({ [use]: move(lanes, i, by) })}
              onRemove={() => set({ [use]: lanes.filter((_, j) => j !== i) })}
            />
          ))}
        </ol>
      )}
      {admin && (
        <div>
          <Button icon={Plus} onClick={add}>
            {props.add}
          </Button>
        </div>
      )}
    </>
  );
}

function OperatorModels({ found }: { readonly found: Lanes }): JSX.Element {
  if (found.operator.length === 0)
    return <Notice kind="warn">No model is set up: the bot answers with the FAQ's own words.</Notice>;
  return (
    <div class="card stack">
      <h2>The operator's models answer</h2>
      <p class="soft">As long as the shop brings none of its own.</p>
      <ol class="stack tight">
        {found.operator.map(one => (
          <li class="row wrap" key={one.model}>
            <code>{one.model}</code>
            <StateBadges state={one.state} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Border({ form, admin }: { readonly form: Form<Models>; readonly admin: boolean }): JSX.Element {
  const { value } = form;
  return (
    <FormPart title="Region and moderation" disabled={!admin}>
      <TextField
        label="Questions stay in"
        hint="A region, such as eu. Models elsewhere are never asked; the FAQ answers instead. Empty: any region."
        {...typed(form, "stay_in")}
      />
      <Check label="Check questions before a model reads them" {...ticked(form, "in")} />
      <Check
        label="Check answers once they are written"
        hint="By the moderation of the first model's server. What is flagged gets a refusal; written text is taken back."
        {...ticked(form, "out")}
      />
      <Check
        label="Let texts pass that could not be checked"
        hint="When the moderation does not answer within two seconds. Otherwise the FAQ's own words are the answer."
        disabled={!value.in && !value.out}
        {...ticked(form, "pass_when_down")}
      />
    </FormPart>
  );
}
