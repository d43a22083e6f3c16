import type { JSX } from "preact";

const paths = {
  close: "M6 6l12 12M18 6 6 18",
  send: "M12 19V5m-6 6 6-6 6 6",
  stop: "M8 8h8v8H8z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8.5c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5",
  spark:
    "M12 4l1.7 4.800L18.5 10.500l-4.8 1.700L12 17l-1.7-4.800L5.5 10.500l4.8-1.700zM18.5 16.500v4M16.5 18.500h4",
  up: "M7 10.500v9H4.500v-9zm0 0L11 4c1.3 0 2.2 1 2 2.300l-.5 3.200h5a2 2 0 0 1 2 2.400l-1.2 6a2 2 0 0 1-2 1.600H7",
  down: "M7 13.500v-9H4.500v9zm0 0L11 20c1.3 0 2.2-1 2-2.300l-.5-3.200h5a2 2 0 0 0 2-2.400l-1.2-6a2 2 0 0 0-2-1.600H7",
  arrow: "M12 5v13m-5.5-5.500L12 18l5.5-5.5",
  out: "M8 16 16 8M9.5 8H16v6.5",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12.500V12l3 2",
  cloud:
    "M4 4l16 16M8 7.500A6 6 0 0 1 17.3 10.5 3.9 3.9 0 0 1 19.5 17M6.5 10.200A4.3 4.3 0 0 0 7.5 18.500H16",
  book: "M6 4.500h10.500a1.5 1.5 0 0 1 1.5 1.500v13.500H7.500A1.5 1.5 0 0 1 6 18zM6 18a1.5 1.5 0 0 1 1.5-1.500H18M9.5 8.500h5",
} as const;

export function Icon(props: { name: keyof typeof paths }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
