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
      about="What was deleted with each shop, and whether anything is left. Backups are not included."
    >
      <Listing of={receipts} none={<Empty icon={FileCheck} title="No deleted shops" />}>
        {all => (
          <Table
            heads={["Shop", "Deleted", "State", "Deleted data"]}
            class="narrow-cards"
            label="Deleted shops"
          >
            {all.map(receipt => (
              <tr key={receipt.id}>
                <td>
                  <strong dir="ltr">{receipt.slug}</strong>
                </td>
                <td class="nowrap">{exact(receipt.deleted_at)}</td>
                <td>{stateOf(receipt)}</td>
                <td class="small">{deletedData(receipt)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </Page>
  );
}

function stateOf(receipt: Receipt): JSX.Element {
  if (receipt.restored_at) return <span class="badge">restored {exact(receipt.restored_at)}</span>;
  if (!receipt.purged_at) return <span class="badge warn">will be deleted {exact(receipt.purge_at)}</span>;
  const left = receipt.remaining ?? 0;
  return left > 0 ? (
    <span class="badge bad">{left} rows left</span>
  ) : (
    <span class="badge good">deleted completely {exact(receipt.purged_at)}</span>
  );
}

function deletedData(receipt: Receipt): string {
  const kinds = Object.entries(receipt.deleted).filter(([, count]) => count > 0);
  return (
    kinds.map(([kind, count]) => `${count.toLocaleString()} ${kind.replaceAll("_", " ")}`).join(", ") || "–"
  );
}
