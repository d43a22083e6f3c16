import type { JSX } from "preact";

const paths = {
  close: "M6 6l12 12M18 6 6 18",
  send: "M12 19V5m-6 6 6-6 6 6",
  mic: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3Zm-6.5 8.5a6.5 6.5 0 0 0 13 0M12 18v3",
  stop: "M8 8h8v8H8z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8.5c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5",
  spark: "M12 4l1.7 4.8L18.5 10.5l-4.8 1.7L12 17l-1.7-4.8L5.5 10.5l4.8-1.7z",
  up: "M7 10.5v9H4.5v-9zm0 0L11 4c1.3 0 2.2 1 2 2.3l-.5 3.2h5a2 2 0 0 1 2 2.4l-1.2 6a2 2 0 0 1-2 1.6H7",
  arrow: "M12 5v13m-5.5-5.5L12 18l5.5-5.5",
  out: "M8 16 16 8M9.5 8H16v6.5",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12.5V12l3 2",
  book: "M18 16.5H7.5a1.5 1.5 0 0 0 0 3H18v-15H7.5A1.5 1.5 0 0 0 6 6v12",
} as const;

export function Icon(props: { name: keyof typeof paths }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
