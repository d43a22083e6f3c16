import { MessageSquareQuote, Pencil, Plus, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { having, sorted, without } from "../../api/items";
import type { CannedAnswer, Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { TextField } from "../../kit/field";
import { Removal } from "../../kit/form-dialog";
import { Page } from "../../kit/page";
import { Empty, Loading } from "../../kit/states";
import { AnswerDialog } from "./answer-dialog";

type Open =
  | { readonly is: "edit"; readonly answer: CannedAnswer | null }
  | { readonly is: "remove"; readonly answer: CannedAnswer };

export function CannedPage(): JSX.Element {
  const [open, setOpen] = useState<Open | null>(null);
  const [text, setText] = useState("");
  const answers = useLoad<Items<CannedAnswer>>(signal => ask("GET", "canned-answers", { signal }), []);
  const close = () => setOpen(null);
  const saved = (answer: CannedAnswer) => {
    answers.set(now => sorted(having(now, answer), one => one.shortcut));
    close();
  };
  return (
    <Page
      title="Canned answers"
      about="Texts that agents use again and again: they type / and a few letters of the shortcut."
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setOpen({ is: "edit", answer: null })}>
          New answer
        </Button>
      }
    >
      <Loading of={answers}>
        {({ items }) => {
          const words = text.trim().toLowerCase();
          const shown = items.filter(one => `${one.shortcut} ${one.text}`.toLowerCase().includes(words));
          if (items.length === 0) {
            return (
              <Empty icon={MessageSquareQuote} title="No canned answers yet">
                <p>
                  A greeting, the opening hours, how to send a photo: what would you rather not type again?
                </p>
              </Empty>
            );
          }
          return (
            <>
              {items.length > 8 && (
                <TextField
                  label="Search"
                  bare
                  type="search"
                  placeholder="Search"
                  value={text}
                  onInput={setText}
                />
              )}
              {shown.length === 0 && <p class="soft">None is like that.</p>}
              <ul class="set-lines">
                {shown.map(answer => (
                  <li key={answer.id}>
                    <code class="key" dir="auto">
                      /{answer.shortcut}
                    </code>
                    <span class="text" dir="auto">
                      {answer.text}
                    </span>
                    <span class="row tight">
                      <Button
                        kind="quiet"
                        icon={Pencil}
                        label={`Edit ${answer.shortcut}`}
                        onClick={() => setOpen({ is: "edit", answer })}
                      />
                      <Button
                        kind="quiet"
                        icon={Trash2}
                        label={`Delete ${answer.shortcut}`}
                        onClick={() => setOpen({ is: "remove", answer })}
                      />
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loading>
      {open?.is === "edit" && <AnswerDialog answer={open.answer} onSaved={saved} onClose={close} />}
      {open?.is === "remove" && (
        <Remove
          answer={open.answer}
          onClose={close}
          onGone={() => {
            answers.set(now => without(now, open.answer.id));
            close();
          }}
        />
      )}
    </Page>
  );
}

function Remove(props: {
  readonly answer: CannedAnswer;
  readonly onGone: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Removal
      title={`Delete /${props.answer.shortcut}?`}
      path={`canned-answers/${props.answer.id}`}
      done="The answer is deleted."
      onGone={props.onGone}
      onClose={props.onClose}
    >
      <p>Nobody will find it by its shortcut any more. Messages that were sent with it stay.</p>
    </Removal>
  );
}
