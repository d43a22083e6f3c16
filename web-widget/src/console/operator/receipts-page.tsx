import { FileCheck } from "lucide";
import type { JSX } from "preact";
import { useLoad } from "../api/use";
import { Page } from "../kit/page";
import { Empty, Loading } from "../kit/states";
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
      <Loading of={receipts}>
        {all =>
          all.length === 0 ? (
            <Empty icon={FileCheck} title="No shop was deleted yet" />
          ) : (
            <div class="table-box">
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">Shop</th>
                    <th scope="col">Deleted</th>
                    <th scope="col">State</th>
                    <th scope="col">What went</th>
                  </tr>
                </thead>
                <tbody>
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
                </tbody>
              </table>
            </div>
          )
        }
      </Loading>
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
