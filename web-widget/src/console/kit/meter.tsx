import type { JSX } from "preact";

/** A bar; the text beside it says the same. */
export function Meter(props: {
  readonly label: string;
  /** 0 to 1; more shows as full. */
  readonly share: number;
  readonly kind?: "accent" | "soft" | "warn" | "bad";
  /** Position of a mark, 0 to 1. */
  readonly mark?: number;
}): JSX.Element {
  const share = Math.min(1, Math.max(0, props.share));
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers paint <meter> their own way, without the mark
    <div
      class={`meter ${props.kind ?? "accent"}`}
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <i style={{ width: `${share * 100}%` }} />
      {props.mark !== undefined && <b style={{ insetInlineStart: `${props.mark * 100}%` }} />}
    </div>
  );
}
