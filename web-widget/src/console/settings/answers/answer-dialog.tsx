import type { JSX } from "preact";
import { ask } from "../../api/http";
import type { CannedAnswer } from "../../api/types";
import { typed } from "../../kit/bind";
import { TextArea, TextField } from "../../kit/field";
import { type Problems, useForm } from "../../kit/form";
import { FormDialog } from "../../kit/form-dialog";
import { toast } from "../../kit/toast";

interface Words {
  readonly shortcut: string;
  readonly text: string;
}

const LONGEST = 10_000;
/** Placeholders of the composer. */
const PLACEHOLDERS = ["{{visitor.name}}", "{{agent.name}}", "{{shop}}"];

function check({ shortcut, text }: Words): Problems {
  const wrong: Record<string, string> = {};
  if (!/^[\p{L}\p{N}_-]{1,50}$/u.test(shortcut))
    wrong["shortcut"] = "Use 1 to 50 letters, digits, - and _, without blanks.";
  if (!text.trim()) wrong["text"] = "Write what is to be sent.";
  else if ([...text].length > LONGEST)
    wrong["text"] = `Shorten it to ${LONGEST.toLocaleString()} characters.`;
  return wrong;
}

export function AnswerDialog(props: {
  readonly answer: CannedAnswer | null;
  readonly onSaved: (answer: CannedAnswer) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { answer } = props;
  const form = useForm<Words>({ shortcut: answer?.shortcut ?? "", text: answer?.text ?? "" }, { check });
  const { value, set, wrong } = form;
  const save = async (body: Words): Promise<undefined> => {
    const saved = answer
      ? await ask<CannedAnswer>("PUT", `canned-answers/${answer.id}`, {
          body,
          headers: { "If-Match": answer.etag },
        })
      : await ask<CannedAnswer>("POST", "canned-answers", { body });
    toast("Saved.");
    props.onSaved(saved);
  };
  return (
    <FormDialog
      title={answer ? "Edit the answer" : "New canned answer"}
      verb="Save"
      form={form}
      onSubmit={() => void form.submit(save)}
      onClose={props.onClose}
    >
      <TextField
        label="Shortcut"
        hint="What an agent types after the slash, such as photo."
        value={value.shortcut}
        wrong={wrong("shortcut")}
        maxLength={50}
        autofocus
        onInput={shortcut => set({ shortcut: shortcut.replace(/^\//, "") })}
      />
      <TextArea
        label="Text"
        hint={`Markdown. ${PLACEHOLDERS.join(", ")} are filled in.`}
        rows={7}
        {...typed(form, "text")}
      />
    </FormDialog>
  );
}
