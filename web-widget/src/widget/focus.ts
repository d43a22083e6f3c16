/**
 * Puts the focus where the visitor goes on writing. Also after a button that its own click takes away: the focus would
 * fall back to the page. On a touch screen the keyboard would jump up unasked, so there the panel itself is focused.
 */
export function settleFocus(from: Element | null): void {
  const panel = from?.closest<HTMLElement>(".panel");
  const touch = matchMedia("(pointer: coarse)").matches;
  (touch ? panel : (panel?.querySelector<HTMLElement>(".composer:not([hidden]) textarea") ?? panel))?.focus({
    preventScroll: true,
  });
}
