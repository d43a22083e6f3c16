import type { ComponentChildren, JSX } from "preact";
import type { Items } from "../api/types";
import type { Load } from "../api/use";
import { Loading } from "./states";

/** A column heading, optionally with a class or for screen readers only. */
type Heading = string | { readonly text: string; readonly class?: string; readonly unseen?: boolean };

export const ACTIONS: Heading = { text: "Actions", unseen: true };

export const figures = (text: string): Heading => ({ text, class: "end" });

interface TableProps {
  readonly heads: readonly Heading[];
  readonly class?: string;
  /** For screen readers. */
  readonly caption?: string;
  readonly children: ComponentChildren;
}

/** A table without controls in its rows needs a `label`: the keyboard can then scroll it where it is too wide. */
export function Table(props: TableProps & { readonly box?: string; readonly label?: string }): JSX.Element {
  const name = props.box ? `table-box ${props.box}` : "table-box";
  return props.label ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class={name} tabIndex={0} aria-label={props.label}>
      <BareTable {...props} />
    </section>
  ) : (
    <div class={name}>
      <BareTable {...props} />
    </div>
  );
}

/** Without the scroll container. */
export function BareTable(props: TableProps): JSX.Element {
  return (
    <table class={props.class ? `table ${props.class}` : "table"}>
      {props.caption && <caption class="sr">{props.caption}</caption>}
      <thead>
        <tr>
          {props.heads.map(head => {
            const { text, class: name, unseen = false } = typeof head === "string" ? { text: head } : head;
            return (
              <th key={text} scope="col" class={name}>
                {unseen ? <span class="sr">{text}</span> : text}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

/** A list, or its empty state. */
export function Listing<T>(props: {
  readonly of: Load<Items<T>> | Load<readonly T[]>;
  readonly lines?: number;
  readonly none: JSX.Element;
  readonly children: (items: readonly T[]) => JSX.Element;
}): JSX.Element {
  return (
    <Loading of={props.of as Load<Items<T> | readonly T[]>} {...(props.lines && { lines: props.lines })}>
      {found => {
        const items = "items" in found ? found.items : found;
        return items.length === 0 ? props.none : props.children(items);
      }}
    </Loading>
  );
}
