/**
 * Focuses where the visitor continues, also after a button that removes itself. On touch screens the panel, since the
 * keyboard would pop up.
 */
export function settleFocus(from: Element | null): void {
  const panel = from?.closest<HTMLElement>(".panel");
  const touch = matchMedia("(pointer: coarse)").matches;
  (touch ? panel : (panel?.querySelector<HTMLElement>(".composer:not([hidden]) textarea") ?? panel))?.focus({
    preventScroll: true,
  });
}
