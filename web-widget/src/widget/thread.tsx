import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type ChatState, direction } from "../client";
import { BotBubble, Dots, Growing, PendingBubble, VisitorBubble } from "./bubbles";
import { settleFocus } from "./focus";
import { fill } from "./i18n";
import { Icon } from "./icons";
import type { Props } from "./props";

/** Within this distance, the reader is at the end. */
const NEAR_PX = 60;

export function Thread(props: Props & { open: boolean }): JSX.Element {
  const { state, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const { below, toEnd } = useStickyEnd(box, state, props.open);
  return (
    <div class="middle">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div ref={box} class="thread" role="log" aria-live="off" aria-label={words.thread} tabIndex={0}>
        <div class="stack">
          <Opening {...props} />
          {state.messages.map(m => {
            if (m.author === "system") {
              return (
                <p key={m.seq} class="system" dir={direction(m.text)}>
                  {m.text}
                </p>
              );
            }
            const own = m.author === "visitor";
            return own ? (
              <VisitorBubble key={m.clientId ?? m.seq} {...m} {...props} />
            ) : (
              <BotBubble key={m.seq} message={m} {...props} />
            );
          })}
          {state.answers.map(a => (
            <Growing key={a.answer} text={a.text} {...props} />
          ))}
          {state.pending.map(p => (
            <PendingBubble key={p.id} pending={p} {...props} />
          ))}
          {state.agentTyping && <Dots label={fill(words.agentTyping, { name: state.agent ?? words.team })} />}
        </div>
      </div>
      {below && (
        <button type="button" class="pill below" onClick={toEnd}>
          <Icon name="arrow" />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function Opening(props: Props): JSX.Element {
  const { state, client, words } = props;
  const { greeting, starters = [] } = state.settings;
  if (!state.settled && greeting === undefined && state.link === "connecting") {
    return (
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
      </div>
    );
  }
  const empty = state.messages.length === 0 && state.pending.length === 0;
  return (
    <>
      {greeting && (
        <div class="bubble bot" dir="auto">
          {greeting}
        </div>
      )}
      {empty && starters.length > 0 && (
        <section class="starters" aria-label={words.starters}>
          <h3>{words.starters}</h3>
          {starters.map(question => (
            <button
              key={question}
              type="button"
              dir="auto"
              onClick={event => {
                settleFocus(event.currentTarget);
                client.send(question);
              }}
            >
              {question}
            </button>
          ))}
        </section>
      )}
    </>
  );
}

/** Follows the end unless the reader has scrolled up. */
function useStickyEnd(box: { current: HTMLDivElement | null }, state: ChatState, open: boolean) {
  const stuck = useRef(true);
  const [below, setBelow] = useState(false);
  const own = state.pending.length;
  const toEnd = () => {
    stuck.current = true;
    setBelow(false);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  useEffect(() => {
    const el = box.current;
    if (!el) return;
    const onScroll = () => {
      stuck.current = el.scrollHeight - el.scrollTop - el.clientHeight < NEAR_PX;
      if (stuck.current) setBelow(false);
    };
    el.addEventListener("scroll", onScroll, { passive: true });
    const resized = new ResizeObserver(() => stuck.current && el.scrollTo({ top: el.scrollHeight }));
    resized.observe(el);
    if (el.firstElementChild) resized.observe(el.firstElementChild);
    return () => {
      el.removeEventListener("scroll", onScroll);
      resized.disconnect();
    };
  }, []);
  // Visitors want to see their own message.
  useLayoutEffect(() => {
    if (own > 0 || open) toEnd();
  }, [own, open]);
  useLayoutEffect(() => {
    if (stuck.current) toEnd();
    else if (state.settled) setBelow(true);
  }, [state.messages, state.answers]);
  return { below, toEnd };
}
