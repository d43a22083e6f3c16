/** What can be put into the text, and the button that sends it. */
import type { IconNode } from "lucide";
import { Bold, BookOpen, Italic, Link, List, Paperclip, SendHorizontal, SquareSlash } from "lucide";
import type { JSX } from "preact";
import { Button } from "../../kit/button";

import { useLive } from "../../live/provider";
import type { Uploads } from "./attach";
import { type Copilot, CopilotMenu } from "./copilot";
import type { Kind } from "./draft";
import type { Editing } from "./editing";

interface ToolbarProps {
  readonly kind: Kind;
  readonly editing: Editing;
  readonly uploads: Uploads;
  readonly copilot: Copilot;
  /** Whether the search in the FAQ is open. */
  readonly faq: boolean;
  readonly onFaq: (open: boolean) => void;
  readonly onCanned: () => void;
  readonly sendable: boolean;
  readonly onSend: () => void;
}

export function Toolbar(props: ToolbarProps): JSX.Element {
  const { kind, editing } = props;
  const online = useLive(state => state.link) === "online";
  return (
    <div class="tools">
      <Tool icon={Bold} label="Bold (Ctrl+B)" onClick={() => editing.mark("**")} />
      <Tool icon={Italic} label="Italic (Ctrl+I)" onClick={() => editing.mark("_")} />
      <Tool icon={List} label="List" onClick={() => editing.insert("- ", "\n")} />
      <Tool icon={Link} label="Link" onClick={() => editing.insert("[text](https://)")} />
      <i class="bar" />
      {kind === "reply" && <ReplyTools {...props} />}
      <CopilotMenu copilot={props.copilot} kind={kind} />
      <span class="gap" />
      {!online && <span class="soft small">Offline: it goes out later</span>}
      <Button kind="primary" icon={SendHorizontal} disabled={!props.sendable} onClick={props.onSend}>
        {kind === "note" ? "Add note" : "Send"}
      </Button>
    </div>
  );
}

function ReplyTools({ uploads, faq, onFaq, onCanned }: ToolbarProps): JSX.Element {
  return (
    <>
      <Tool icon={SquareSlash} label="Canned answers (/)" onClick={onCanned} />
      <Tool icon={BookOpen} label="Insert from the FAQ" expanded={faq} onClick={() => onFaq(!faq)} />
      {uploads.allowed && <Tool icon={Paperclip} label="Attach files" onClick={uploads.pick} />}
    </>
  );
}

function Tool(props: {
  readonly icon: IconNode;
  readonly label: string;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  return <Button kind="quiet" size="small" {...props} />;
}
