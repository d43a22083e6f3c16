import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad, usePut } from "../../api/use";
import { ticked, typed } from "../../kit/bind";
import { Check, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { FormPart } from "../../kit/form-part";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading, Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { href } from "../../router";
import { may, useSession } from "../../session";
import { bodyOf, check, LONGEST_S, type Voice, type VoiceSettings, voiceOf } from "./rules";

const PATH = "settings/voice";

export function VoicePage(): JSX.Element {
  const settings = useLoad<VoiceSettings>(signal => ask("GET", PATH, { signal }), []);
  return (
    <Page
      title="Voice"
      about="Visitors may speak instead of typing. They read what was understood, correct it, and then send it."
      narrow
    >
      <Loading of={settings} lines={6}>
        {value => <VoiceForm settings={value} />}
      </Loading>
    </Page>
  );
}

function VoiceForm({ settings }: { readonly settings: VoiceSettings }): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const form = useForm<Voice>(voiceOf(settings), { check });
  const { value } = form;
  const put = usePut(PATH, settings);
  const save = async (voice: Voice): Promise<Voice> => {
    const saved = await put(bodyOf(voice));
    toast("Saved. Visitors who open the chat from now on see it.");
    return voiceOf(saved);
  };
  return (
    <PageForm form={form} onSubmit={() => void form.submit(save)} locked={!admin}>
      <Speech settings={settings} on={value.enabled} />
      <FormPart title="Speaking" disabled={!admin}>
        <Check
          label="Visitors may send voice messages"
          hint="A microphone stands beside the text box. The shop's pages must allow it: see “Voice messages” in the guide to integrating a shop."
          {...ticked(form, "enabled")}
        />
        <TextField
          label="Longest message, in seconds"
          type="number"
          min={5}
          max={LONGEST_S}
          hint="Each minute is paid to the provider of the speech model."
          {...typed(form, "max_seconds")}
        />
        <Check
          label="Tell the speech model the names of the shop's products"
          hint="Names out of the FAQ go along with each recording, so that they are understood as they are written."
          {...ticked(form, "glossary")}
        />
      </FormPart>
      <FormPart title="Keeping the sound" disabled={!admin}>
        <TextField
          label="Hours"
          type="number"
          min={0}
          hint="Agents can listen to a recording for this long; then it is deleted, and its text stays. 0: recordings are never stored, and none can be sent without its text."
          {...typed(form, "keep_hours")}
        />
      </FormPart>
    </PageForm>
  );
}

/** Whether there is a model that understands speech, without which no visitor sees a microphone. */
function Speech({ settings, on }: { readonly settings: VoiceSettings; readonly on: boolean }): JSX.Element {
  if (settings.available) return <Notice kind="good">A model that understands speech is set up.</Notice>;
  return (
    <Notice kind={on ? "warn" : "info"}>
      No model that understands speech is set up{on ? ": visitors see no microphone until there is one" : ""}.
      Add one under <a href={href("settings", "models")}>Models</a>, or ask the operator.
    </Notice>
  );
}
