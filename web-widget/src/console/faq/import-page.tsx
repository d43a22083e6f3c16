import { FileUp } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ImportResult } from "../api/faq";
import { ApiError, ask } from "../api/http";
import { useTask } from "../api/use";
import { BackLink } from "../kit/back-link";
import { Button } from "../kit/button";
import { DropZone } from "../kit/drop-zone";
import { Check } from "../kit/field";
import { Page } from "../kit/page";
import { Notice } from "../kit/states";
import { href } from "../router";
import { formatOf } from "./file-format";
import { ImportReport } from "./import-report";
import { Progress } from "./progress";

const LARGEST_MIB = 10;

export function ImportPage(): JSX.Element {
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const [result, setResult] = useState<ImportResult | null>(null);
  const { busy, why, run } = useTask();
  const choose = (picked: File) => {
    setResult(null);
    const problem = formatOf(picked.name)
      ? picked.size > LARGEST_MIB * 1024 * 1024
        ? `The file has more than ${LARGEST_MIB} MiB. Split it.`
        : null
      : "Choose a file whose name ends in .csv, .json or .jsonl.";
    setWrong(problem);
    setFile(problem ? null : picked);
  };
  const send = () =>
    run(async () => {
      if (file) setResult(await importFile(file, whole));
    });
  return (
    <Page
      title="Import"
      about="Adds and changes many entries at once. An entry with a known id is changed, any other is new; nothing is deleted."
      narrow
    >
      <BackLink to={href("faq")}>All entries</BackLink>
      <div class="card stack">
        <DropZone
          label="A CSV, JSON or JSON Lines file"
          accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json"
          file={file}
          wrong={wrong}
          onFile={choose}
        />
        <Check
          label="All or nothing"
          hint="If one line is wrong, take none. Otherwise the good lines are taken and the wrong ones are named."
          checked={whole}
          onChange={setWhole}
        />
        {why && <Notice kind="bad">{why}</Notice>}
        <div class="actions">
          <Button kind="primary" icon={FileUp} busy={busy} disabled={!file} onClick={() => void send()}>
            Import
          </Button>
        </div>
      </div>
      {result && <ImportReport result={result} />}
      {result && <Progress key={`${result.imported}.${result.updated}`} />}
      <details class="soft">
        <summary>What the file looks like</summary>
        <div class="stack tight">
          <p>
            The columns, or fields, are{" "}
            <code>
              id, question, variants, answer, locale, products, tags, url, status, valid_from, valid_until
            </code>
            . Only question and answer are needed. In CSV, several wordings, products or tags in one cell are
            divided by <code>|</code>. The simplest start: export, change, import.
          </p>
        </div>
      </details>
    </Page>
  );
}

async function importFile(file: File, whole: boolean): Promise<ImportResult> {
  const query = { format: formatOf(file.name), mode: whole ? "all_or_nothing" : "partial" };
  try {
    return await ask<ImportResult>("POST", "/faq/import", { body: file, query });
  } catch (error) {
    // Refused as a whole, with errors by line.
    if (error instanceof ApiError && Array.isArray(error.body["errors"]))
      return error.body as unknown as ImportResult;
    throw error;
  }
}
