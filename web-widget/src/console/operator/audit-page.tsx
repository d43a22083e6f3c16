import { ScrollText } from "lucide";
import type { JSX } from "preact";
import { useLoad } from "../api/use";
import { Page } from "../kit/page";
import { Empty } from "../kit/states";
import { Listing, Table } from "../kit/table";
import { exact } from "../kit/time";
import type { Deed, Operator } from "./ask";

const WORDS: Readonly<Record<string, string>> = {
  "shop.create": "made",
  "shop.change": "changed",
  "shop.suspend": "suspended",
  "shop.resume": "opened again",
  "shop.delete": "deleted",
  "shop.delete_at_once": "deleted for good",
  "shop.restore": "brought back",
};

export function AuditPage({ operator }: { readonly operator: Operator }): JSX.Element {
  const deeds = useLoad<readonly Deed[]>(signal => operator.all<Deed>("audit", signal), [operator]);
  return (
    <Page title="What was done" about="With the operator's key, newest first, kept for a year.">
      <Listing of={deeds} none={<Empty icon={ScrollText} title="Nothing yet" />}>
        {all => (
          <Table heads={["When", "Shop", "What", "From"]} label="Operator's log">
            {all.map(deed => (
              <tr key={deed.id}>
                <td class="nowrap">{exact(deed.at)}</td>
                <td dir="ltr">{deed.slug}</td>
                <td>{WORDS[deed.action] ?? deed.action}</td>
                <td dir="ltr" class="soft">
                  {deed.address ?? ""}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Listing>
    </Page>
  );
}
