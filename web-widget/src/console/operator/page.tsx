/** The operator's page: shops, and the state of the installation. The key is kept in this page's memory only. */
import "../css/operator.css";
import { LogOut } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { Mark } from "../kit/icon";
import { usePlace } from "../router";
import type { Operator } from "./ask";
import { AuditPage } from "./audit-page";
import { DoctorPage } from "./doctor-page";
import { KeyForm } from "./key-form";
import { ReceiptsPage } from "./receipts-page";
import { ShopsPage } from "./shops-page";

const TABS: readonly (readonly [string, string])[] = [
  ["shops", "Shops"],
  ["receipts", "Deleted shops"],
  ["audit", "Audit log"],
  ["doctor", "Doctor"],
];

export function OperatorPage(): JSX.Element {
  const [operator, setOperator] = useState<Operator | null>(null);
  const tab = usePlace().path[1] ?? "shops";
  if (!operator) return <KeyForm onOpened={setOperator} />;
  return (
    <div class="operator">
      <header class="operator-bar">
        <span class="mark">
          <Mark />
        </span>
        <strong>Operator</strong>
        <nav class="tabs" aria-label="Operator">
          {TABS.map(([name, text]) => (
            <a key={name} href={`#/operator/${name}`} aria-current={tab === name ? "page" : undefined}>
              {text}
            </a>
          ))}
        </nav>
        <Button kind="quiet" icon={LogOut} onClick={() => setOperator(null)}>
          Lock
        </Button>
      </header>
      <main>
        {tab === "receipts" ? (
          <ReceiptsPage operator={operator} />
        ) : tab === "audit" ? (
          <AuditPage operator={operator} />
        ) : tab === "doctor" ? (
          <DoctorPage operator={operator} />
        ) : (
          <ShopsPage operator={operator} />
        )}
      </main>
    </div>
  );
}
