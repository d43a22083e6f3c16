import { ScrollText } from "lucide";
import type { JSX } from "preact";
import { useLoad } from "../api/use";
import { Page } from "../kit/page";
import { Empty } from "../kit/states";
import { Listing, Table } from "../kit/table";
import { exact } from "../kit/time";
import type { AuditEntry, Operator } from "./ask";

const WORDS: Readonly<Record<string, string>> = {
  "shop.create": "created",
  "shop.change": "changed",
  "shop.suspend": "suspended",
  "shop.resume": "resumed",
  "shop.delete": "deleted",
  "shop.delete_at_once": "deleted at once",
  "shop.restore": "restored",
};

export function AuditPage({ operator }: { readonly operator: Operator }): JSX.Element {
  const entries = useLoad<readonly AuditEntry[]>(
    signal => operator.all<AuditEntry>("audit", signal),
    [operator],
  );
  return (
    <Page title="Audit log" about="What was done with the operator's key, newest first, kept for a year.">
      <Listing of={entries} none={<Empty icon={ScrollText} title="No changes yet" />}>
        {all => (
          <Table heads={["When", "Shop", "What", "From"]} class="narrow-cards" label="Audit log">
            {all.map(entry => (
              <tr key={entry.id}>
                <td class="nowrap">{exact(entry.at)}</td>
                <td dir="ltr">{entry.slug}</td>
                <td>{WORDS[entry.action] ?? entry.action}</td>
                <td dir="ltr" class="soft">
                  {entry.address ?? ""}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </Page>
  );
}
