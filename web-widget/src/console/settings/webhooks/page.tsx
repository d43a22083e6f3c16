import { Plus, Webhook as WebhookIcon } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { Page } from "../../kit/page";
import { Empty } from "../../kit/states";
import { Listing } from "../../kit/table";
import { href, type PageProps } from "../../router";
import { HookDialog, NewSecret } from "./hook-dialogs";
import { HookPage } from "./hook-page";
import type { KeyedWebhook, Webhook } from "./rules";
import { StateBadge } from "./state-badge";

/** The list, or with an id in the address one webhook and its log. */
export function WebhooksPage({ place }: PageProps): JSX.Element {
  const id = place.path[2];
  return id ? <HookPage key={id} id={id} /> : <HookList />;
}

function HookList(): JSX.Element {
  const [open, setOpen] = useState<"new" | KeyedWebhook | null>(null);
  const hooks = useLoad<Items<Webhook>>(signal => ask("GET", "/webhooks", { signal }), []);
  return (
    <Page
      title="Webhooks"
      about="Your servers hear at once what happens in conversations. Each call is signed, and tried again for a day."
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setOpen("new")}>
          New webhook
        </Button>
      }
    >
      <Listing
        of={hooks}
        none={
          <Empty icon={WebhookIcon} title="No webhooks yet">
            <p>Add the address of a server that is to hear when somebody needs a person, say.</p>
          </Empty>
        }
      >
        {items => (
          <ul class="set-lines">
            {items.map(hook => (
              <HookLine key={hook.id} hook={hook} />
            ))}
          </ul>
        )}
      </Listing>
      {open === "new" && (
        <HookDialog
          hook={null}
          onClose={() => setOpen(null)}
          onSaved={hook => {
            hooks.reload();
            setOpen(hook as KeyedWebhook);
          }}
        />
      )}
      {open !== null && open !== "new" && <NewSecret hook={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function HookLine({ hook }: { readonly hook: Webhook }): JSX.Element {
  return (
    <li>
      <div class="line-text">
        <a href={href("settings", "webhooks", hook.id)}>
          <bdi dir="ltr">{hook.url}</bdi>
        </a>
        <div class="soft small">{hook.events.join(", ")}</div>
      </div>
      <StateBadge hook={hook} />
    </li>
  );
}
