import { KeyRound, Plus, RefreshCw, Trash2 } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { without } from "../../api/items";
import type { Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { Button } from "../../kit/button";
import { ShownOnce } from "../../kit/once";
import { Page } from "../../kit/page";
import { Empty } from "../../kit/states";
import { ACTIONS, Listing, Table } from "../../kit/table";
import { Ago, exact, useNow } from "../../kit/time";
import { NewKey, Revoke, Rotate } from "./key-dialogs";
import { type ApiKey, type IssuedKey, standing } from "./rules";

type Open =
  | { readonly is: "new" }
  | { readonly is: "issued"; readonly issued: IssuedKey }
  | { readonly is: "rotate" | "revoke"; readonly key: ApiKey };

export function KeysPage(): JSX.Element {
  const [open, setOpen] = useState<Open | null>(null);
  const keys = useLoad<Items<ApiKey>>(signal => ask("GET", "/keys", { signal }), []);
  const close = () => setOpen(null);
  const issued = (one: IssuedKey) => {
    keys.reload();
    setOpen({ is: "issued", issued: one });
  };
  return (
    <Page
      title="API keys"
      about="The shop's own systems call Parley with them. Give each system its own, with no more than it needs."
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setOpen({ is: "new" })}>
          New key
        </Button>
      }
    >
      <Listing
        of={keys}
        none={
          <Empty icon={KeyRound} title="No keys yet">
            <p>The shop's backend needs one to open conversations or to write the FAQ.</p>
          </Empty>
        }
      >
        {items => (
          <Table
            heads={["Name", "Starts with", "May use", "Last used", "Expires", ACTIONS]}
            class="narrow-cards"
          >
            {items.map(key => (
              <KeyRow
                key={key.id}
                of={key}
                onRotate={() => setOpen({ is: "rotate", key })}
                onRevoke={() => setOpen({ is: "revoke", key })}
              />
            ))}
          </Table>
        )}
      </Listing>
      {open?.is === "new" && <NewKey onIssued={issued} onClose={close} />}
      {open?.is === "issued" && (
        <ShownOnce
          title={`The key for ${open.issued.name}`}
          label="The key"
          secret={open.issued.key}
          onClose={close}
        >
          <p class="soft">
            Send it as <code>Authorization: Bearer …</code>, and keep it out of pages and repositories.
          </p>
        </ShownOnce>
      )}
      {open?.is === "rotate" && <Rotate of={open.key} onIssued={issued} onClose={close} />}
      {open?.is === "revoke" && (
        <Revoke
          of={open.key}
          onClose={close}
          onGone={() => {
            keys.set(now => without(now, open.key.id));
            close();
          }}
        />
      )}
    </Page>
  );
}

function KeyRow(props: {
  readonly of: ApiKey;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}): JSX.Element {
  const { of: key } = props;
  const is = standing(key, useNow());
  return (
    <tr>
      <td>
        <strong>
          <bdi>{key.name}</bdi>
        </strong>{" "}
        {is === "ended" && <span class="badge bad">ended</span>}
        {is === "ending" && <span class="badge warn">replaced</span>}
      </td>
      <td>
        <code dir="ltr">{key.hint ?? ""}</code>
      </td>
      <td>
        <span class="row wrap tight">
          {key.scopes.map(scope => (
            <span class="badge" key={scope}>
              {scope}
            </span>
          ))}
        </span>
      </td>
      <td data-label="Last used">
        {key.last_used_at ? <Ago at={key.last_used_at} /> : <span class="soft">never</span>}
      </td>
      <td class="nowrap" data-label="Expires">
        {key.expires_at ? exact(key.expires_at) : <span class="soft">never</span>}
      </td>
      <td class="end nowrap">
        {is === "good" && (
          <Button kind="quiet" icon={RefreshCw} label={`Replace ${key.name}`} onClick={props.onRotate} />
        )}
        <Button kind="quiet" icon={Trash2} label={`Revoke ${key.name}`} onClick={props.onRevoke} />
      </td>
    </tr>
  );
}
