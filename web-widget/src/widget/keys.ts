/**
 * Keeps keys pressed in the chat from the page. The loader stops them on their way out; this stops them on their way
 * down, too: at the document and, for later listeners, at the window.
 */
export function keepKeys(shadow: ShadowRoot, pressed: (event: KeyboardEvent, target: Element) => void): void {
  for (const type of ["keydown", "keypress", "keyup"])
    addEventListener(
      type,
      event => {
        const [target] = event.composedPath();
        if (!(target instanceof Element && shadow.contains(target))) return;
        event.stopImmediatePropagation();
        if (type === "keydown") pressed(event as KeyboardEvent, target);
      },
      true,
    );
}

/** Handles keys in the panel. 229: Safari ends a composition before it reports the Enter that chose the word. */
export function press(event: KeyboardEvent, target: Element, close: () => void): void {
  const { key, shiftKey, isComposing, keyCode } = event;
  const panel = target.closest<HTMLElement>(".panel");
  if (!panel || isComposing || keyCode === 229) return;
  if (key === "Escape") {
    // Something open in the panel handles it first.
    if (target.dispatchEvent(new Event("escape", { bubbles: true, cancelable: true }))) close();
  } else if (key === "Tab" && panel.ariaModal === "true") keepInside(event, panel);
  else if (key === "Enter" && !shiftKey && target instanceof HTMLTextAreaElement) {
    event.preventDefault();
    target.form?.requestSubmit();
  }
}

/** In full screen, Tab stays inside. */
function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [
    ...box.querySelectorAll<HTMLElement>("button:not(:disabled),a[href],textarea,[tabindex='0']"),
  ];
  const active = (box.getRootNode() as ShadowRoot).activeElement;
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && (active === first || active === box)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && active === last) {
    event.preventDefault();
    first?.focus();
  }
}
