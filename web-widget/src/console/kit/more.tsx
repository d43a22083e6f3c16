import type { JSX } from "preact";
import type { Pages } from "../api/pages";
import { Button } from "./button";
import { Notice } from "./states";

export function More<T>({ pages }: { readonly pages: Pages<T> }): JSX.Element | null {
  const { first, more, next } = pages;
  if (first.state.is !== "here" || first.state.value.next_cursor === null) return null;
  return (
    <div class="list-more">
      {more.why && <Notice kind="bad">{more.why}</Notice>}
      <Button busy={more.busy} onClick={next}>
        Show more
      </Button>
    </div>
  );
}
