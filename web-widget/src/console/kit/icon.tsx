import type { IconNode } from "lucide";
import { h, type JSX } from "preact";

/** A Lucide icon in the text's colour. A button with only an icon needs a label. */
export function Icon({ of }: { readonly of: IconNode }): JSX.Element {
  return (
    <svg class="icon-svg" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes], i) => h(tag, { ...attributes, key: i }))}
    </svg>
  );
}

/** Parley's logo. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M9 4h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6H11l-6.6 3.7A1 1 0 0 1 3 27.8V10a6 6 0 0 1 6-6Z"
        opacity="0.22"
      />
      <g fill="currentColor">
        <circle cx="10.5" cy="14.5" r="2.2" />
        <circle cx="16.5" cy="14.5" r="2.2" />
        <circle cx="22.5" cy="14.5" r="2.2" />
      </g>
    </svg>
  );
}
