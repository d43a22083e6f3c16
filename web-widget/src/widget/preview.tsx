/**
 * The real panel over a client that does nothing, as a preview for the console; the only part of the widget that the
 * console uses.
 */
import { type JSX, render } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type ChatState, initialState } from "../client/state";
import { accent } from "../kit/color";
import { addStyles } from "../kit/sheet";
import answer from "./css/answer.css?inline";
import dock from "./css/dock.css?inline";
import media from "./css/media.css?inline";
import panel from "./css/panel.css?inline";
import thread from "./css/thread.css?inline";
import { speech } from "./i18n";
import { everyWord } from "./i18n/all";
import { Panel } from "./panel";
import type { Props } from "./props";

/** Shown in a frame, not at the edge of a window. */
const FRAME = `
.root { --ease: ease; height: 100%; font: 15px / 1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: start; }
.root .panel { position: static; width: 100%; max-width: none; height: 100%; border-radius: 18px; animation: none; }
`;

interface Look {
  readonly shop: string;
  readonly bot_name: string;
  readonly greeting: string;
  readonly starters: readonly string[];
  readonly assistant_notice: string;
  readonly accent: string;
  readonly locale: string;
}

const idle = () => undefined;
const IDLE = { current: { link: "online" }, send: idle, typing: idle, askForPerson: idle, retry: idle };

export function Preview(props: { readonly look: Look; readonly dark: boolean }): JSX.Element {
  const { look, dark } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const shadow = frame.current.shadowRoot ?? frame.current.attachShadow({ mode: "open" });
    addStyles(shadow, panel + thread + answer + dock + media + FRAME);
    const box = document.createElement("div");
    shadow.append(box);
    setRoot(box);
    return () => {
      render(null, box);
      box.remove();
    };
  }, []);
  useEffect(() => {
    if (!root) return;
    const said = speech(look.locale);
    const colors = accent(look.accent, dark);
    root.className = dark ? "root dark right" : "root right";
    root.dir = said.dir;
    root.lang = said.locale;
    root.style.setProperty("--fill", colors.fill);
    root.style.setProperty("--on-fill", colors.onFill);
    root.style.setProperty("--accent-text", colors.text);
    render(
      <Panel
        state={stateOf(look)}
        client={IDLE as unknown as Props["client"]}
        words={everyWord[said.language]}
        locale={said.locale}
        open
        focus={0}
        close={idle}
      />,
      root,
    );
  }, [root, look, dark]);
  return <div ref={frame} class="widget-frame" inert />;
}

function stateOf(look: Look): ChatState {
  const starters = look.starters.map(one => one.trim()).filter(Boolean);
  return {
    ...initialState,
    link: "online",
    settled: true,
    settings: {
      shop: look.shop,
      bot_name: look.bot_name,
      greeting: look.greeting,
      starters,
      assistant_notice: look.assistant_notice,
    },
  };
}
