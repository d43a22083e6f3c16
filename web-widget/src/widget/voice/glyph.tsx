import type { JSX } from "preact";

const paths = {
  mic: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3Zm-6.5 8.5a6.5 6.5 0 0 0 13 0M12 18v3",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 6v12M15.5 6v12",
  done: "m5.5 12.5 4.5 4.5 8.5-9.5",
  drop: "M5 7h14M10 7V4.5h4V7m-7.5 0 .8 12.5h9.4L17.5 7",
  close: "M6 6l12 12M18 6 6 18",
} as const;

export function Glyph(props: { name: keyof typeof paths }): JSX.Element {
  return (
    <svg class={`icon glyph ${props.name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
