import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad, usePut } from "../../api/use";
import { chosen, ticked, typed } from "../../kit/bind";
import { Check, Select, TextField } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { Choices, FormPart } from "../../kit/form-part";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { hereZone, zones } from "../../kit/zones";
import { may, useSession } from "../../session";
import { BotHandover } from "./bot";
import { Holidays } from "./holidays";
import { check, named, type Plan, planOf, type Settings, settingsOf, type WhenNobody } from "./plan";
import { OpenNow, WeekEditor } from "./week-editor";

const PATH = "settings/handoff";

export function HoursPage(): JSX.Element {
  const settings = useLoad<Settings>(signal => ask("GET", PATH, { signal }), []);
  return (
    <Page
      title="Hours and handoff"
      about="When people are there, who gets which conversation, and what happens when nobody is."
      narrow
    >
      <Loading of={settings} lines={8}>
        {value => <PlanForm settings={value} />}
      </Loading>
    </Page>
  );
}

function PlanForm({ settings }: { readonly settings: Settings }): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const form = useForm<Plan>(planOf(settings), { check, named });
  const { value, set, wrong } = form;
  const put = usePut(PATH, settings);
  const save = async (plan: Plan): Promise<Plan> => {
    const saved = await put(settingsOf(plan));
    toast("Saved. It holds from now on.");
    return planOf(saved);
  };
  return (
    <PageForm form={form} onSubmit={() => void form.submit(save)} locked={!admin}>
      <FormPart title="Hours" aside={<OpenNow plan={value} />} disabled={!admin}>
        <Select label="Time zone" options={zones(value.zone, "UTC", hereZone())} {...chosen(form, "zone")} />
        <WeekEditor week={value.week} wrong={wrong} onChange={week => set({ week })} />
        <Holidays {...chosen(form, "holidays")} />
      </FormPart>
      <FormPart title="Assignment" disabled={!admin}>
        <Check
          label="Give waiting visitors to agents"
          hint="In turn, to agents who are online, have room, and have the skill for the label or language. Otherwise agents take them."
          {...ticked(form, "assign")}
        />
        <TextField
          label="Conversations at a time"
          type="number"
          min={1}
          max={1000}
          hint="What an agent is given at most, unless the agent has a number of their own."
          {...typed(form, "capacity")}
        />
      </FormPart>
      <BotHandover form={form} admin={admin} />
      <Nobody form={form} admin={admin} />
    </PageForm>
  );
}

const WHEN: readonly (readonly [WhenNobody, string, string])[] = [
  ["wait", "Keep them in line", "The visitor goes on waiting and sees the place in line."],
  ["back_to_bot", "Back to the bot", "The bot answers again, as well as it can."],
  [
    "leave_a_message",
    "Ask for a message",
    "The bot answers again and asks for an e-mail address and the question.",
  ],
  [
    "mail",
    "Back to the bot, and a mail to the team",
    "Somebody gets a mail with the way to the conversation.",
  ],
];

function Nobody({ form, admin }: { readonly form: Form<Plan>; readonly admin: boolean }): JSX.Element {
  const { value } = form;
  return (
    <FormPart title="When nobody is there" disabled={!admin}>
      <TextField
        label="Patience, in minutes"
        type="number"
        min={0.2}
        max={1440}
        hint="So long a visitor waits while no agent is online. When the shop is closed, the following happens at once."
        {...typed(form, "patience")}
      />
      <fieldset class="field">
        <legend>Then</legend>
        <Choices options={WHEN} {...chosen(form, "when_nobody")} />
      </fieldset>
      {value.when_nobody === "mail" && (
        <TextField label="Mail goes to" type="email" {...typed(form, "mail_to")} />
      )}
    </FormPart>
  );
}
