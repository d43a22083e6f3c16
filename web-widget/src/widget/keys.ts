/**
 * Keys pressed in the chat are not the page's. The loader stops them where they would leave the chat; here they are taken from
 * those who listen on their way down, too: on the document and, where they began later than the chat, on the window.
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

/** What a key does in the panel beyond typing. 229: Safari ends a composition before it reports the Enter that chose the word. */
export function press(event: KeyboardEvent, target: Element, close: () => void): void {
  const { key, shiftKey, isComposing, keyCode } = event;
  const panel = target.closest<HTMLElement>(".panel");
  if (!panel || isComposing || keyCode === 229) return;
  if (key === "Escape") {
    // What is open in the panel has it first.
    if (target.dispatchEvent(new Event("escape", { bubbles: true, cancelable: true }))) close();
  } else if (key === "Tab" && panel.ariaModal === "true") keepInside(event, panel);
  else if (key === "Enter" && !shiftKey && target instanceof HTMLTextAreaElement) {
    event.preventDefault();
    target.form?.requestSubmit();
  }
}

/** Full screen it is the only thing there: Tab must not wander off to the page behind it. */
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
