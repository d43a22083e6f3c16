import type { JSX } from "preact";
import { ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { Check, TextField } from "../../kit/field";
import { useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { SaveBar } from "../../kit/save-bar";
import { Loading, Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { useUnsaved } from "../../kit/unsaved";
import { href } from "../../router";
import { may, useSession } from "../../session";
import { ReadOnly } from "../read-only";
import { bodyOf, check, fieldOf, LONGEST_S, type Voice, type VoiceSettings, voiceOf } from "./rules";

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
  const form = useForm<Voice>(voiceOf(settings), { check, fieldOf });
  const guard = useUnsaved(form.dirty);
  const { value, set, wrong } = form;
  const save = async (voice: Voice): Promise<Voice> => {
    const saved = await ask<VoiceSettings>("PUT", PATH, { body: bodyOf(voice) });
    toast("Saved. Visitors who open the chat from now on see it.");
    return voiceOf(saved);
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
      <Speech settings={settings} on={value.enabled} />
      <fieldset class="card stack" disabled={!admin}>
        <legend class="sr">Speaking</legend>
        <h2>Speaking</h2>
        <Check
          label="Visitors may send voice messages"
          hint="A microphone stands beside the text box. The shop's pages must allow it: see “Voice messages” in the guide to integrating a shop."
          checked={value.enabled}
          onChange={enabled => set({ enabled })}
        />
        <TextField
          label="Longest message, in seconds"
          type="number"
          min={5}
          max={LONGEST_S}
          hint="Each minute is paid to the provider of the speech model."
          value={value.max_seconds}
          wrong={wrong("max_seconds")}
          onInput={max_seconds => set({ max_seconds })}
        />
        <Check
          label="Tell the speech model the names of the shop's products"
          hint="Names out of the FAQ go along with each recording, so that they are understood as they are written."
          checked={value.glossary}
          onChange={glossary => set({ glossary })}
        />
      </fieldset>
      <fieldset class="card stack" disabled={!admin}>
        <legend class="sr">Keeping the sound</legend>
        <h2>Keeping the sound</h2>
        <TextField
          label="Hours"
          type="number"
          min={0}
          hint="So long agents can listen to a recording; then it is deleted, and its text stays with the conversation. 0: it is never stored, and nothing can be sent as it is."
          value={value.keep_hours}
          wrong={wrong("keep_hours")}
          onInput={keep_hours => set({ keep_hours })}
        />
      </fieldset>
      {admin && <SaveBar form={form} />}
      {guard.dialog}
    </form>
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
