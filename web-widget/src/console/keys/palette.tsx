import { Search } from "lucide";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { Caps } from "../kit/caps";
import { useModal } from "../kit/dialog";
import { Icon } from "../kit/icon";
import { Marked } from "../kit/marked";
import {
  commands,
  conversations,
  type Entry,
  type Group,
  loadStock,
  type Stock,
  stocked,
} from "./palette-items";
import { named } from "./press";
import { keysOf } from "./registry";

interface PaletteProps {
  readonly onClose: () => void;
  /** Closes the palette, then runs the command. */
  readonly onPick: (run: () => void) => void;
}

/** A combobox with its list below; focus stays in the box. */
export function Palette({ onClose, onPick }: PaletteProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const groups = useGroups(query).filter(group => group.entries.length > 0);
  const entries = groups.flatMap(group => group.entries);
  const at = Math.min(chosen, entries.length - 1);
  const current = entries[at];
  const option = (entry: Entry | undefined) => (entry ? `${id}-${entry.id}` : undefined);
  useEffect(() => {
    const shown = option(current);
    if (shown) document.getElementById(shown)?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const to = step(event.key, at, entries.length);
    if (event.isComposing || (to === null && event.key !== "Enter")) return;
    event.preventDefault();
    if (to !== null) setChosen(to);
    else if (current) onPick(current.run);
  };
  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label="Command palette"
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => event.target === dialog.current && onClose()}
      onKeyDown={event => {
        // The shortcut that opened it closes it, too.
        if (event.key !== "Escape" && named(event) !== keysOf("keys.palette")) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="palette-box">
        <Icon of={Search} />
        <input
          type="text"
          role="combobox"
          aria-label="Command, colleague, canned answer or conversation"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={option(current)}
          placeholder="What do you want to do?"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          autofocus
          value={query}
          onInput={event => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="What was found" class="palette-list">
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a listbox
          <div key={group.title} role="group" aria-label={group.title}>
            <div class="palette-title" aria-hidden="true">
              {group.title}
            </div>
            {group.entries.map(entry => (
              <Option
                key={entry.id}
                id={option(entry) ?? ""}
                entry={entry}
                selected={entry === current}
                onPick={() => onPick(entry.run)}
              />
            ))}
          </div>
        ))}
      </div>
      <p class="palette-none" role="status">
        {entries.length === 0 ? "Nothing found." : ""}
      </p>
    </dialog>
  );
}

function Option(props: {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  readonly onPick: () => void;
}): JSX.Element {
  const { entry } = props;
  return (
    // The keys are the combobox's; it keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={props.id}
      role="option"
      aria-selected={props.selected}
      class="palette-option"
      onClick={props.onPick}
    >
      <span class="clip" dir="auto">
        <Marked text={entry.text} marks={entry.marks} />
      </span>
      {entry.aside && (
        <span class="clip soft small" dir="auto">
          {entry.aside}
        </span>
      )}
      {entry.keys && <Caps keys={entry.keys} />}
    </div>
  );
}

function step(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at + count - 1) % count;
    case "PageDown":
      return Math.min(at + 8, count - 1);
    case "PageUp":
      return Math.max(at - 8, 0);
    default:
      return null;
  }
}

const TYPING_MS = 160;

function useGroups(query: string): readonly Group[] {
  const [stock, setStock] = useState<Stock>({ agents: [], canned: [] });
  const [found, setFound] = useState<Group>({ title: "Conversations", entries: [] });
  useEffect(() => {
    const stop = new AbortController();
    loadStock(stop.signal).then(setStock, () => {});
    return () => stop.abort();
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    setFound(now => ({ ...now, entries: [] }));
    const timer = setTimeout(() => {
      conversations(query, stop.signal).then(setFound, () => {});
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return [commands(query), ...stocked(query, stock), found];
}
