import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { CopyBox } from "../kit/copy";
import { Dialog } from "../kit/dialog";
import { snippet } from "../kit/snippet";
import { Notice } from "../kit/states";
import { exact } from "../kit/time";
import type { MadeShop } from "./ask";

export function MadeDialog({
  made,
  onClose,
}: {
  readonly made: MadeShop;
  readonly onClose: () => void;
}): JSX.Element {
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const [warned, setWarned] = useState(false);
  const took = (what: string) => setCopied(now => new Set(now).add(what));
  const missing = ["link", "key"].filter(what => !copied.has(what));
  return (
    <Dialog
      title={`${made.shop.name} is made`}
      wide
      onClose={() => (missing.length === 0 || warned ? onClose() : setWarned(true))}
      actions={
        <Button kind="primary" onClick={onClose}>
          I have stored both
        </Button>
      }
    >
      {warned && missing.length > 0 ? (
        <Notice kind="bad">
          You have not copied{" "}
          {missing.length === 2 ? "either of them" : missing[0] === "link" ? "the link" : "the key"}, and it
          is never shown again. Close once more to leave it.
        </Notice>
      ) : (
        <Notice kind="warn">Copy both now: they are never shown again.</Notice>
      )}
      <h3>For its administrator, {made.admin_email}</h3>
      <p class="soft">
        Opens once, until {exact(made.admin_link_expires_at)}, and lets them choose a password.
      </p>
      <CopyBox label="The administrator's link" text={made.admin_link} onCopied={() => took("link")} />
      <h3>For the shop's backend</h3>
      <p class="soft">
        An API key with all scopes, sent as <code>Authorization: Bearer …</code>. It stays out of pages and
        repositories.
      </p>
      <CopyBox label="The API key" text={made.api_key} onCopied={() => took("key")} />
      <h3>For its pages</h3>
      <CopyBox label="The widget's snippet" text={snippet(location.origin, made.shop.slug)} lines />
    </Dialog>
  );
}
