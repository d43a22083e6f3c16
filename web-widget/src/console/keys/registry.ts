/** Currently available commands and their keys; places register and unregister them. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { preferences } from "../preferences";
import { COMMAND_IDS, COMMANDS, type CommandId } from "./catalogue";
import { clash, meaning, named, type Pending } from "./press";

/** Null: not possible now. */
export type Handler = (() => void) | null | undefined | false;
export type Handlers = Partial<Readonly<Record<CommandId, Handler>>>;

type Layer = () => Handlers;
const layers: Layer[] = [];

/** `useKeys({ "conversation.claim": mine ? null : claim })`, while mounted. The newest place wins. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // Before paint: what is visible can be called.
  useLayoutEffect(() => {
    const layer = () => latest.current;
    layers.push(layer);
    return () => void layers.splice(layers.indexOf(layer), 1);
  }, []);
}

/** The agent's choice, else the default; empty for none. */
export function keysOf(id: CommandId): string {
  return preferences().shortcuts[id] ?? COMMANDS[id].keys;
}

/** Available commands, in the catalogue's order. */
export function possible(): ReadonlyMap<CommandId, () => void> {
  const found = new Map<CommandId, () => void>();
  for (const layer of layers) {
    for (const [id, handler] of Object.entries(layer()) as [CommandId, Handler][])
      if (handler) found.set(id, handler);
  }
  return new Map(
    COMMAND_IDS.flatMap(id => {
      const handler = found.get(id);
      return handler ? [[id, handler] as const] : [];
    }),
  );
}

/** Commands with conflicting keys. */
export function clashes(id: CommandId, keys: string, together: readonly CommandId[]): readonly CommandId[] {
  return together.filter(other => other !== id && clash(keys, keysOf(other)));
}

let pending: Pending | null = null;

/** Listens on the whole page. */
export function listen(): () => void {
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

function pressed(event: KeyboardEvent): void {
  const key = event.defaultPrevented || event.isComposing ? null : named(event);
  if (!key) return;
  const chord = key.startsWith("mod+");
  if (chord ? inDialog() : !preferences().keys || busy(event)) {
    pending = null;
    return;
  }
  const bound = [...possible()].map(([id, command]) => ({ keys: keysOf(id), command }));
  const found = meaning(key, event.timeStamp, pending, bound);
  pending = found.is === "begun" ? found.pending : null;
  if (found.is === "nothing") return;
  event.preventDefault();
  // A held key moves through a list but claims only once.
  if (found.is === "command" && (!event.repeat || key === "j" || key === "k")) found.command();
}

function inDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

const TYPED_INTO = `input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select,
  [contenteditable]:not([contenteditable=false]), [role=menu], [role=listbox], [role=combobox], [role=textbox]`;
/** Keys that activate a button or a link. */
const PRESSES = new Set(["Enter", " ", "Tab", "Escape"]);

function busy(event: KeyboardEvent): boolean {
  const at = event.composedPath()[0];
  if (!(at instanceof Element)) return inDialog();
  if (at.closest(TYPED_INTO) || inDialog()) return true;
  return PRESSES.has(event.key) && at.closest("a, button, summary, [role=tab], [role=slider]") !== null;
}
