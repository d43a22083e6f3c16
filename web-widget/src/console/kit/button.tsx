import type { IconNode } from "lucide";
import type { ComponentChildren, JSX, TargetedMouseEvent } from "preact";
import { Icon } from "./icon";

interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly kind?: "primary" | "danger" | "quiet" | "plain";
  readonly size?: "small";
  readonly icon?: IconNode;
  /** Required without text: accessible name and tooltip. */
  readonly label?: string;
  readonly type?: "button" | "submit";
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

export function Button(props: ButtonProps): JSX.Element {
  const { kind = "plain", size, icon, label, busy = false, children } = props;
  const alone = children === undefined;
  return (
    <button
      type={props.type ?? "button"}
      class={["button", kind, size, alone && "icon"].filter(Boolean).join(" ")}
      aria-label={label}
      title={alone ? label : undefined}
      aria-busy={busy || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      disabled={props.disabled || busy}
      onClick={props.onClick}
    >
      {busy ? <span class="spinner" /> : icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
