import { Pause, Pencil, Play, Trash2, Undo2 } from "lucide";
import type { JSX } from "preact";
import { messageOf } from "../api/http";
import { Button } from "../kit/button";
import { Ago, exact } from "../kit/time";
import { toast } from "../kit/toast";
import type { Shop } from "./ask";

interface RowProps {
  readonly shop: Shop;
  readonly onPick: (is: "edit" | "suspend" | "delete", shop: Shop) => void;
  readonly onRestore: (shop: Shop) => Promise<void>;
}

export function ShopRow({ shop, onPick, onRestore }: RowProps): JSX.Element {
  const restore = () => {
    onRestore(shop).then(
      () => toast(`${shop.name} is restored.`),
      error => toast(messageOf(error)),
    );
  };
  return (
    <tr>
      <td>
        <strong>
          <bdi>{shop.name}</bdi>
        </strong>
        <div class="soft small" dir="ltr">
          {shop.slug}
        </div>
      </td>
      <td>
        <Origins of={shop.origins} />
      </td>
      <td>
        <State of={shop} />
      </td>
      <td class="made">
        <Ago at={shop.created_at} />
      </td>
      <td class="end nowrap">
        {shop.deleted ? (
          <Button size="small" icon={Undo2} label={`Restore ${shop.name}`} onClick={restore}>
            Restore
          </Button>
        ) : (
          <>
            <Button
              kind="quiet"
              icon={Pencil}
              label={`Change ${shop.name}`}
              onClick={() => onPick("edit", shop)}
            />
            <Button
              kind="quiet"
              icon={shop.suspended ? Play : Pause}
              label={`${shop.suspended ? "Open" : "Suspend"} ${shop.name}`}
              onClick={() => onPick("suspend", shop)}
            />
            <Button
              kind="quiet"
              icon={Trash2}
              label={`Delete ${shop.name}`}
              onClick={() => onPick("delete", shop)}
            />
          </>
        )}
      </td>
    </tr>
  );
}

function Origins({ of }: { readonly of: readonly string[] }): JSX.Element {
  const [first, ...others] = of;
  if (!first) return <span class="soft">none yet: the widget opens nowhere</span>;
  return (
    <span title={of.join("\n")}>
      <bdi dir="ltr">{first.replace(/^https?:\/\//, "")}</bdi>
      {others.length > 0 && <span class="soft"> and {others.length} more</span>}
    </span>
  );
}

function State({ of: shop }: { readonly of: Shop }): JSX.Element {
  if (shop.deleted)
    return (
      <>
        <span class="badge bad">deleted</span>
        {shop.purge_at && <div class="soft small">can be restored until {exact(shop.purge_at)}</div>}
      </>
    );
  if (shop.suspended)
    return (
      <>
        <span class="badge warn">suspended</span>
        {shop.suspended_at && (
          <div class="soft small">
            since <Ago at={shop.suspended_at} />
          </div>
        )}
      </>
    );
  return <span class="badge good">open</span>;
}
