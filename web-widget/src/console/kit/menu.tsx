import type { IconNode } from "lucide";
import type { ComponentChildren, JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Caps } from "./caps";
import { Icon } from "./icon";

export interface MenuItem {
  readonly text: string;
  readonly icon?: IconNode;
  /** The shortcut. */
  readonly key?: string;
  /** Replaces the icon: an avatar, a colour. */
  readonly lead?: ComponentChildren;
  readonly hint?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly onPick: () => void;
}

/** The state of a menu, for a shortcut that opens it, too. */
export interface MenuControl {
  readonly open: boolean;
  set(open: boolean): void;
}

export function useMenu(): MenuControl {
  const [open, set] = useState(false);
  return { open, set };
}

interface MenuProps {
  readonly label: string;
  readonly trigger: ComponentChildren;
  readonly triggerClass?: string;
  /** Null is a separator. */
  readonly items: readonly (MenuItem | null)[];
  readonly side?: "start" | "end";
  readonly up?: boolean;
  /** For control from outside. */
  readonly control?: MenuControl;
}

/** A menu button (WAI-ARIA Authoring Practices): arrows move, Escape closes and returns the focus. */
export function Menu(props: MenuProps): JSX.Element {
  const own = useMenu();
  const { open, set: setOpen } = props.control ?? own;
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  const items = () => [
    ...(box.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? []),
  ];
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    // Without items, the menu itself, so that Escape works.
    (items()[0] ?? sheet.current)?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, all.length);
    if (event.key === "Escape") close();
    else if (event.key === "Tab") setOpen(false);
    else if (to !== null) all[to % all.length]?.focus();
    else return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the keys of the menu inside
    <div class="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={trigger}
        type="button"
        class={props.triggerClass ?? "button"}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.label}
        title={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.trigger}
      </button>
      {open && (
        <div
          id={id}
          ref={sheet}
          role="menu"
          tabIndex={-1}
          aria-label={props.label}
          class={["sheet", props.side === "start" && "start", props.up && "up"].filter(Boolean).join(" ")}
        >
          {props.items.map((item, i) =>
            item ? (
              <button
                key={i}
                type="button"
                {...role(item)}
                tabIndex={-1}
                disabled={item.disabled}
                onClick={() => {
                  close();
                  item.onPick();
                }}
              >
                {item.lead ?? (item.icon && <Icon of={item.icon} />)}
                <span dir="auto">{item.text}</span>
                {item.hint && <span class="soft small hint">{item.hint}</span>}
                {item.checked && <span aria-hidden="true">✓</span>}
                {item.key && <Caps keys={item.key} />}
              </button>
            ) : (
              <hr key={i} />
            ),
          )}
        </div>
      )}
    </div>
  );
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return Math.max(at, 0) - 1 + count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function role(item: MenuItem) {
  return item.checked === undefined
    ? ({ role: "menuitem" } as const)
    : ({ role: "menuitemcheckbox", "aria-checked": item.checked } as const);
}
