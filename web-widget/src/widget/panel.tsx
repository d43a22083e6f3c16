import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChatState } from "../client";
import { Announcer } from "./announcer";
import { Composer } from "./composer";
import { settleFocus } from "./focus";
import { fill } from "./i18n";
import type { Words } from "./i18n/en";
import { Icon } from "./icons";
import type { Props } from "./props";
import { Status } from "./status";
import { Thread } from "./thread";

const NARROW = "(max-width: 480px)";

export function Panel(props: Props & { open: boolean; focus: number; close: () => void }): JSX.Element {
  const { state, client, words, open } = props;
  const box = useRef<HTMLDivElement>(null);
  useFocus(box, open ? props.focus : 0);
  useVisibleHeight(box, open);
  const narrow = matchMedia(NARROW).matches;
  const shop = state.settings.shop ?? "";
  return (
    <div
      ref={box}
      class="panel"
      hidden={!open}
      role="dialog"
      aria-modal={narrow}
      aria-label={fill(words.dialog, { shop })}
      tabIndex={-1}
    >
      <Header {...props} />
      <Thread {...props} />
      <div class="dock">
        <Status {...props} />
        <Composer key={client.life} {...props} />
        <p class="notice" dir="auto">
          {notice(state, words)}
        </p>
      </div>
      <Announcer messages={state.messages} words={words} on={open} />
      <span class="sr">{client.current.link === "connecting" ? words.loading : ""}</span>
    </div>
  );
}

function notice({ owner, settings }: ChatState, words: Words): string {
  if (owner !== "with_bot") return "";
  return settings.assistant_notice || (settings.mode === "faq_only" ? words.faqMode : words.notice);
}

function Header({ state, words, close }: Props & { close: () => void }): JSX.Element {
  const { settings, owner, agent } = state;
  const withAgent = owner === "with_agent";
  return (
    <div class="header">
      <span class="avatar" aria-hidden="true">
        <Icon name={withAgent ? "person" : "spark"} />
      </span>
      <div class="who">
        <h2>
          <bdi>{withAgent ? (agent ?? words.team) : (settings.shop ?? words.assistant)}</bdi>
        </h2>
        <p>
          {withAgent
            ? settings.shop
            : [settings.bot_name, settings.shop && words.assistant].filter(Boolean).join(" · ")}
        </p>
      </div>
      <button type="button" class="quiet" aria-label={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function useFocus(box: { current: HTMLDivElement | null }, focus: number): void {
  useEffect(() => {
    if (focus) settleFocus(box.current);
  }, [focus]);
}

/** The part of the window above a phone's keyboard. */
function useVisibleHeight(box: { current: HTMLDivElement | null }, open: boolean): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || !open) return;
    const fit = () => {
      box.current?.style.setProperty("--room", `${view.height}px`);
      box.current?.style.setProperty("--above", `${view.offsetTop}px`);
    };
    fit();
    view.addEventListener("resize", fit);
    view.addEventListener("scroll", fit);
    return () => {
      view.removeEventListener("resize", fit);
      view.removeEventListener("scroll", fit);
    };
  }, [open]);
}
