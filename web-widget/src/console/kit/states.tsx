import type { IconNode } from "lucide";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide";
import type { ComponentChildren, JSX } from "preact";
import type { Load } from "../api/use";
import { Button } from "./button";
import { Icon } from "./icon";

export function Empty(props: {
  readonly icon: IconNode;
  readonly title: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <Icon of={props.icon} />
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

/** Placeholders while loading. */
export function Bones({ lines = 4 }: { readonly lines?: number }): JSX.Element {
  return (
    <div class="bones" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, i) => (
        <i key={i} />
      ))}
    </div>
  );
}

const ICONS = { info: Info, bad: CircleAlert, warn: TriangleAlert, good: CircleCheck };

export function Notice(props: {
  readonly kind?: keyof typeof ICONS;
  readonly children: ComponentChildren;
}): JSX.Element {
  const kind = props.kind ?? "info";
  return (
    <div class={`notice ${kind}`} role={kind === "bad" ? "alert" : undefined}>
      <Icon of={ICONS[kind]} />
      <div>{props.children}</div>
    </div>
  );
}

/** Shows data, progress, or an error with a retry. */
export function Loading<T>(props: {
  readonly of: Load<T>;
  readonly lines?: number;
  readonly children: (value: T) => ComponentChildren;
}): JSX.Element {
  const { state, reload } = props.of;
  switch (state.is) {
    case "loading":
      return <Bones lines={props.lines ?? 5} />;
    case "failed":
      return (
        <Empty icon={TriangleAlert} title="This could not be loaded">
          <p>{state.why}</p>
          <Button onClick={reload}>Try again</Button>
        </Empty>
      );
    case "here":
      return <>{props.children(state.value)}</>;
  }
}
