import { Copy, Download } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Dialog } from "../kit/dialog";
import { Check } from "../kit/field";
import { toast } from "../kit/toast";

/** Cannot be shown again after closing. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}): JSX.Element {
  const [kept, setKept] = useState(false);
  const text = `${props.codes.join("\n")}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied.");
    } catch {
      toast("The browser does not let this page copy. Mark the codes and copy them, or download them.");
    }
  };
  return (
    <Dialog
      title="Your recovery codes"
      onClose={() => kept && props.onClose()}
      actions={
        <Button kind="primary" disabled={!kept} onClick={props.onClose}>
          Done
        </Button>
      }
    >
      <p>
        Each of them lets you in once when your phone is not at hand. Keep them where your password is not.
        They are shown only now.
      </p>
      <ol class="recovery-codes" dir="ltr">
        {props.codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div class="row wrap">
        <Button icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        <Button icon={Download} onClick={() => download(text)}>
          Download
        </Button>
      </div>
      <Check label="I have kept them" checked={kept} onChange={setKept} />
    </Dialog>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "parley-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(address);
}
