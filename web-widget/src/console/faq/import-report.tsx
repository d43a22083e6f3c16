import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ImportResult } from "../api/faq";
import { Notice } from "../kit/states";
import { href } from "../router";

/** Enough errors to see what is wrong. */
const MOST_SHOWN = 200;

export function ImportReport({ result }: { readonly result: ImportResult }): JSX.Element {
  const { imported, updated, drafts, rejected, errors } = result;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [result]);
  const taken = imported + updated > 0;
  return (
    <div class="stack" ref={box} tabIndex={-1}>
      <Notice kind={rejected === 0 && taken ? "good" : taken ? "warn" : "bad"}>
        {taken
          ? `${imported.toLocaleString("en")} new, ${updated.toLocaleString("en")} changed`
          : "Nothing was taken"}
        {drafts > 0 && `, ${drafts.toLocaleString("en")} of them drafts`}
        {rejected > 0 && `, ${rejected} with errors`}. {taken && <a href={href("faq")}>See all entries</a>}
      </Notice>
      {errors.length > 0 && (
        <div class="table-box">
          <table class="table">
            <thead>
              <tr>
                <th scope="col" class="end">
                  Line
                </th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, MOST_SHOWN).map(error => (
                <tr key={`${error.row}-${error.code}`}>
                  <td class="end nums">{error.row}</td>
                  <td dir="auto">{error.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {errors.length > MOST_SHOWN && <p class="soft">And {errors.length - MOST_SHOWN} more.</p>}
    </div>
  );
}
