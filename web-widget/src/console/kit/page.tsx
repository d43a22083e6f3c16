import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";

interface PageProps {
  readonly title: string;
  readonly about?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** A page with heading and title. */
export function Page(props: PageProps): JSX.Element {
  useTitle(props.title);
  return (
    <div class={props.narrow ? "page narrow" : "page"}>
      <header>
        <div>
          <h1>{props.title}</h1>
          {props.about && <p>{props.about}</p>}
        </div>
        {props.actions && <div class="row wrap">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

let title = "";
let count = 0;

function writeTitle(): void {
  document.title = `${count > 0 ? `(${count > 99 ? "99+" : count}) ` : ""}${title} · Parley`;
}

export function useTitle(text: string): void {
  useEffect(() => {
    title = text;
    writeTitle();
  }, [text]);
}

/** The number in front of every title, for background tabs. */
export function useTitleCount(calling: number): void {
  useEffect(() => {
    count = calling;
    if (title) writeTitle();
    return () => {
      count = 0;
    };
  }, [calling]);
}
