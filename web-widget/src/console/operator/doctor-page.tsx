import { RefreshCw, Stethoscope } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLoad } from "../api/use";
import { Button } from "../kit/button";
import { Page } from "../kit/page";
import { Empty, Loading, Notice } from "../kit/states";
import { Table } from "../kit/table";
import { exact } from "../kit/time";
import type { Finding, Operator, Report } from "./ask";
import { outcomeOf, STATUS } from "./doctor-words";

export function DoctorPage({ operator }: { readonly operator: Operator }): JSX.Element {
  const [round, setRound] = useState(0);
  const report = useLoad<Report>(() => operator.ask<Report>("GET", "doctor"), [operator, round]);
  return (
    <Page
      title="Doctor"
      about="What this installation lacks, and what to do. It changes nothing and sends no mail."
      actions={
        <Button
          icon={RefreshCw}
          busy={report.state.is === "loading"}
          onClick={() => setRound(before => before + 1)}
        >
          Check again
        </Button>
      }
    >
      <Loading of={report} lines={8}>
        {found =>
          found.findings.length === 0 ? (
            <Empty icon={Stethoscope} title="Nothing was checked" />
          ) : (
            <Findings report={found} />
          )
        }
      </Loading>
    </Page>
  );
}

function Findings({ report }: { readonly report: Report }): JSX.Element {
  const outcome = outcomeOf(report.findings);
  return (
    <>
      <Notice kind={outcome.kind}>
        {outcome.text} <span class="soft">Checked {exact(report.checked_at)}.</span>
      </Notice>
      <Table
        heads={["Status", "Check", "Found, and what to do"]}
        label="Findings"
        class="findings narrow-cards"
      >
        {report.findings.map((finding, i) => (
          <Row key={i} finding={finding} />
        ))}
      </Table>
    </>
  );
}

function Row({ finding }: { readonly finding: Finding }): JSX.Element {
  const status = STATUS[finding.status];
  return (
    <tr>
      <td>
        <span class={status.badge}>{status.word}</span>
      </td>
      <td>{finding.check}</td>
      <td>
        {finding.found}
        {finding.advice && <p class="advice">{finding.advice}</p>}
      </td>
    </tr>
  );
}
