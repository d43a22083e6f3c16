import { X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./button";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly text: string; readonly run: () => void };
  /** Longer with an action. */
  readonly ms: number;
}

let next = 1;
let shown: readonly Toast[] = [];
const watchers = new Set<(toasts: readonly Toast[]) => void>();

function show(toasts: readonly Toast[]): void {
  shown = toasts;
  for (const notify of watchers) notify(shown);
}

/** A transient message; anything important belongs on the page. Returns a function that removes it. */
export function toast(text: string, action?: Toast["action"], ms = action ? 8_000 : 4_000): () => void {
  const one: Toast = { id: next++, text, ms, ...(action && { action }) };
  show([...shown.slice(-2), one]);
  return () => dismiss(one.id);
}

function dismiss(id: number): void {
  show(shown.filter(toast => toast.id !== id));
}

export function Toasts(): JSX.Element {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    watchers.add(setToasts);
    return () => void watchers.delete(setToasts);
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(one => (
        <One key={one.id} toast={one} />
      ))}
    </div>
  );
}

function One({ toast }: { readonly toast: Toast }): JSX.Element {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.ms);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span dir="auto">{toast.text}</span>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.text}
        </Button>
      )}
      <Button size="small" icon={X} label="Dismiss" onClick={() => dismiss(toast.id)} />
    </div>
  );
}
