import { FileCheck } from "lucide";
import type { JSX } from "preact";
import { useLoad } from "../api/use";
import { Page } from "../kit/page";
import { Empty } from "../kit/states";
import { Listing, Table } from "../kit/table";
import { exact } from "../kit/time";
import type { Operator, Receipt } from "./ask";

export function ReceiptsPage({ operator }: { readonly operator: Operator }): JSX.Element {
  const receipts = useLoad<readonly Receipt[]>(
    signal => operator.all<Receipt>("receipts", signal),
    [operator],
  );
  return (
    <Page
      title="Deleted shops"
      about="A receipt for each: what went, and that nothing is left. Backups are not reached."
    >
      <Listing of={receipts} none={<Empty icon={FileCheck} title="No shop was deleted yet" />}>
        {all => (
          <Table heads={["Shop", "Deleted", "State", "What went"]} label="Deleted shops">
            {all.map(receipt => (
              <tr key={receipt.id}>
                <td>
                  <strong dir="ltr">{receipt.slug}</strong>
                </td>
                <td class="nowrap">{exact(receipt.deleted_at)}</td>
                <td>{stateOf(receipt)}</td>
                <td class="small">{whatWent(receipt)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </Page>
  );
}

function stateOf(receipt: Receipt): JSX.Element {
  if (receipt.restored_at) return <span class="badge">brought back {exact(receipt.restored_at)}</span>;
  if (!receipt.purged_at) return <span class="badge warn">goes {exact(receipt.purge_at)}</span>;
  const left = receipt.remaining ?? 0;
  return left > 0 ? (
    <span class="badge bad">{left} rows are left</span>
  ) : (
    <span class="badge good">nothing is left since {exact(receipt.purged_at)}</span>
  );
}

function whatWent(receipt: Receipt): string {
  const kinds = Object.entries(receipt.deleted).filter(([, count]) => count > 0);
  return (
    kinds.map(([kind, count]) => `${count.toLocaleString()} ${kind.replaceAll("_", " ")}`).join(", ") || "–"
  );
}
