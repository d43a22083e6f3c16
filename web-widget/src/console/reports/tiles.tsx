import { ArrowDown, ArrowUp } from "lucide";
import type { JSX } from "preact";
import { Icon } from "../kit/icon";
import { change, type Figure, written } from "./figures";

export function Tiles(props: {
  readonly figures: readonly Figure[];
  readonly currency: string;
}): JSX.Element {
  return (
    <dl class="tiles">
      {props.figures.map(figure => (
        <div key={figure.name} class="card">
          <dt title={figure.about}>{figure.name}</dt>
          <dd class="value nums">{written(figure.now, figure.kind, props.currency)}</dd>
          <Compared figure={figure} />
          {figure.aside && <dd class="small soft">{figure.aside}</dd>}
        </div>
      ))}
    </dl>
  );
}

const VERDICTS = { better: "badge accent", worse: "badge bad", neither: "badge" } as const;

function Compared({ figure }: { readonly figure: Figure }): JSX.Element | null {
  const found = change(figure);
  if (!found) return null;
  const arrow = found.up === null ? null : found.up ? ArrowUp : ArrowDown;
  return (
    <dd>
      <span class={VERDICTS[found.verdict]}>
        {arrow && <Icon of={arrow} />}
        {found.text}
        {found.verdict !== "neither" && <span class="sr">, {found.verdict} than before</span>}
      </span>
    </dd>
  );
}
