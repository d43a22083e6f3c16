import { Plus, Store } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Load, useLoad } from "../api/use";
import { Button } from "../kit/button";
import { TextField } from "../kit/field";
import { Page } from "../kit/page";
import { Empty } from "../kit/states";
import { ACTIONS, Listing, Table } from "../kit/table";
import type { MadeShop, Operator, Shop } from "./ask";
import { DeleteShop } from "./delete-shop";
import { EditShop } from "./edit-shop";
import { MadeDialog } from "./made-dialog";
import { NewShop } from "./new-shop";
import { ShopRow } from "./shop-row";
import { SuspendShop } from "./suspend-shop";

type Open =
  | { readonly is: "new" }
  | { readonly is: "made"; readonly made: MadeShop }
  | { readonly is: "edit" | "suspend" | "delete"; readonly shop: Shop };

/** Above this number, a search field is shown. */
const FEW = 8;

export function ShopsPage({ operator }: { readonly operator: Operator }): JSX.Element {
  const [open, setOpen] = useState<Open | null>(null);
  const [find, setFind] = useState("");
  const shops = useLoad<readonly Shop[]>(signal => operator.all<Shop>("shops", signal), [operator]);
  const close = () => setOpen(null);
  const changed = (shop: Shop) => {
    shops.set(now => now.map(one => (one.id === shop.id ? shop : one)));
    close();
  };
  return (
    <Page
      title="Shops"
      about="Each has its own visitors, agents, FAQ and money. A shop's administrators do the rest in its console."
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setOpen({ is: "new" })}>
          New shop
        </Button>
      }
    >
      <Listing
        of={shops}
        none={
          <Empty icon={Store} title="Make the first shop">
            <p>
              It gets an API key for its backend, and a link with which its administrator chooses a password.
            </p>
            <Button kind="primary" onClick={() => setOpen({ is: "new" })}>
              New shop
            </Button>
          </Empty>
        }
      >
        {all => (
          <>
            {all.length > FEW && (
              <TextField
                label="Find a shop"
                bare
                type="search"
                placeholder="Find a shop"
                value={find}
                onInput={setFind}
              />
            )}
            <Shops
              shops={all.filter(shop => matches(shop, find))}
              onPick={(is, shop) => setOpen({ is, shop })}
              onRestore={async shop => {
                changed(await operator.ask<Shop>("PATCH", `shops/${shop.slug}`, { deleted: false }));
              }}
            />
          </>
        )}
      </Listing>
      {open?.is === "new" && (
        <NewShop
          operator={operator}
          onClose={close}
          onMade={made => {
            shops.reload();
            setOpen({ is: "made", made });
          }}
        />
      )}
      {open?.is === "made" && <MadeDialog made={open.made} onClose={close} />}
      {open?.is === "edit" && (
        <EditShop operator={operator} shop={open.shop} onSaved={changed} onClose={close} />
      )}
      {open?.is === "suspend" && (
        <SuspendShop operator={operator} shop={open.shop} onDone={changed} onClose={close} />
      )}
      {open?.is === "delete" && (
        <DeleteShop operator={operator} shop={open.shop} onDone={() => gone(shops, close)} onClose={close} />
      )}
    </Page>
  );
}

function gone(shops: Load<readonly Shop[]>, close: () => void): void {
  shops.reload();
  close();
}

function matches(shop: Shop, find: string): boolean {
  const wanted = find.trim().toLowerCase();
  return !wanted || [shop.name, shop.slug, ...shop.origins].some(text => text.toLowerCase().includes(wanted));
}

function Shops(props: {
  readonly shops: readonly Shop[];
  readonly onPick: (is: "edit" | "suspend" | "delete", shop: Shop) => void;
  readonly onRestore: (shop: Shop) => Promise<void>;
}): JSX.Element {
  if (props.shops.length === 0) return <p class="soft">No shop has that in its name or addresses.</p>;
  return (
    <Table
      heads={["Shop", "Pages", "State", { text: "Created", class: "made" }, ACTIONS]}
      class="narrow-cards"
    >
      {props.shops.map(shop => (
        <ShopRow key={shop.id} shop={shop} onPick={props.onPick} onRestore={props.onRestore} />
      ))}
    </Table>
  );
}
