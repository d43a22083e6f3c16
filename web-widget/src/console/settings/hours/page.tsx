import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { Check, Select, TextField } from "../../kit/field";
import { type Form, useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { SaveBar } from "../../kit/save-bar";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { useUnsaved } from "../../kit/unsaved";
import { may, useSession } from "../../session";
import { ReadOnly } from "../read-only";
import { BotHandover } from "./bot";
import { Holidays } from "./holidays";
import { check, fieldOf, type HandoffSettings, type Plan, planOf, settingsOf, type WhenNobody } from "./plan";
import { OpenNow, WeekEditor } from "./week-editor";

const PATH = "settings/handoff";

export function HoursPage(): JSX.Element {
  const settings = useLoad<HandoffSettings>(signal => ask("GET", PATH, { signal }), []);
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

function PlanForm({ settings }: { readonly settings: HandoffSettings }): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const form = useForm<Plan>(planOf(settings), { check, fieldOf });
  const guard = useUnsaved(form.dirty);
  const { value, set, wrong } = form;
  const save = async (plan: Plan): Promise<Plan> => {
    const saved = await ask<HandoffSettings>("PUT", PATH, { body: settingsOf(plan) });
    toast("Saved. It holds from now on.");
    return planOf(saved);
  };
  return (
    <form
      ref={form.box}
      class="stack wide"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void form.submit(save);
      }}
    >
      {!admin && <ReadOnly />}
      <fieldset class="card stack" disabled={!admin}>
        <legend class="sr">Hours</legend>
        <div class="spread">
          <h2>Hours</h2>
          <OpenNow plan={value} />
        </div>
        <ZoneField value={value.zone} wrong={wrong("zone")} onInput={zone => set({ zone })} />
        <WeekEditor week={value.week} wrong={wrong} onChange={week => set({ week })} />
        <Holidays value={value.holidays} onChange={holidays => set({ holidays })} />
      </fieldset>
      <fieldset class="card stack" disabled={!admin}>
        <legend class="sr">Assignment</legend>
        <h2>Assignment</h2>
        <Check
          label="Give waiting visitors to agents"
          hint="In turn, to agents who are online, have room, and have the skill for the label or language. Otherwise agents take them."
          checked={value.assign}
          onChange={assign => set({ assign })}
        />
        <TextField
          label="Conversations at a time"
          type="number"
          min={1}
          max={1000}
          hint="What an agent is given at most, unless the agent has a number of their own."
          value={value.capacity}
          wrong={wrong("capacity")}
          onInput={capacity => set({ capacity })}
        />
      </fieldset>
      <BotHandover form={form} admin={admin} />
      <Nobody form={form} admin={admin} />
      {admin && <SaveBar form={form} />}
      {guard.dialog}
    </form>
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
  const { value, set, wrong } = form;
  return (
    <fieldset class="card stack" disabled={!admin}>
      <legend class="sr">When nobody is there</legend>
      <h2>When nobody is there</h2>
      <TextField
        label="Patience, in minutes"
        type="number"
        min={0.2}
        max={1440}
        hint="So long a visitor waits while no agent is online. When the shop is closed, the following happens at once."
        value={value.patience}
        wrong={wrong("patience")}
        onInput={patience => set({ patience })}
      />
      <fieldset class="field">
        <legend>Then</legend>
        <div class="stack tight">
          {WHEN.map(([is, text, about]) => (
            <label class="choice" key={is}>
              <input
                type="radio"
                name="when_nobody"
                checked={value.when_nobody === is}
                onChange={() => set({ when_nobody: is })}
              />
              <span>
                {text}
                <span class="soft small">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {value.when_nobody === "mail" && (
        <TextField
          label="Mail goes to"
          type="email"
          value={value.mail_to}
          wrong={wrong("mail_to")}
          onInput={mail_to => set({ mail_to })}
        />
      )}
    </fieldset>
  );
}

function ZoneField(props: {
  readonly value: string;
  readonly wrong: string | null;
  readonly onInput: (zone: string) => void;
}): JSX.Element {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = Intl.supportedValuesOf("timeZone");
  const zones = [...new Set([props.value, "UTC", here, ...known])];
  return (
    <Select
      label="Time zone"
      value={props.value}
      options={zones.map(zone => [zone, zone.replaceAll("_", " ")] as const)}
      wrong={props.wrong}
      onChange={props.onInput}
    />
  );
}
