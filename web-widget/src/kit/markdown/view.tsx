import type { ComponentChildren, JSX } from "preact";
import type { Source } from "../../client";
import type { Inline } from "./inline";
import { type Block, parse } from "./parse";

interface Citing {
  readonly sources?: readonly Source[];
  /** Sources arrive with the final text; until then a number is a placeholder. */
  readonly growing?: boolean;
  readonly label?: (n: number, question: string) => string;
  readonly go?: (n: number) => void;
}

export function Markdown(props: Citing & { readonly text: string }): JSX.Element {
  return <div class="md">{parse(props.text, props.growing).map(block => blockView(block, props))}</div>;
}

function blockView(block: Block, citing: Citing): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return <p dir="auto">{inlineView(block.body, citing)}</p>;
    case "heading":
      return (
        <p dir="auto">
          <strong>{inlineView(block.body, citing)}</strong>
        </p>
      );
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, also without a mouse
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also without a mouse
        <div class="wide" tabIndex={0}>
          <table>
            {block.rows.map((row, i) => {
              const Cell = i ? "td" : "th";
              return (
                <tr>
                  {row.map(cell => (
                    <Cell dir="auto">{inlineView(cell, citing)}</Cell>
                  ))}
                </tr>
              );
            })}
          </table>
        </div>
      );
    case "quote":
      return <blockquote>{block.body.map(b => blockView(b, citing))}</blockquote>;
    case "list": {
      const items = block.items.map(item => <li>{itemView(item, citing)}</li>);
      return block.ordered ? (
        <ol dir="auto" start={block.start}>
          {items}
        </ol>
      ) : (
        <ul dir="auto">{items}</ul>
      );
    }
  }
}

function itemView(item: readonly Block[], citing: Citing): ComponentChildren {
  return item.map((b, i) =>
    i === 0 && b.kind === "paragraph" ? inlineView(b.body, citing) : blockView(b, citing),
  );
}

function inlineView(nodes: readonly Inline[], citing: Citing): ComponentChildren {
  return nodes.map(node => oneView(node, citing));
}

function oneView(node: Inline, citing: Citing): ComponentChildren {
  switch (node.kind) {
    case "text":
      return node.text;
    case "code":
      return <code>{node.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return <strong>{inlineView(node.body, citing)}</strong>;
    case "em":
      return <em>{inlineView(node.body, citing)}</em>;
    case "del":
      return <del>{inlineView(node.body, citing)}</del>;
    case "link":
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {inlineView(node.body, citing)}
        </a>
      );
    case "cite":
      return citeView(node.number, citing);
  }
}

function citeView(n: number, citing: Citing): ComponentChildren {
  const source = citing.sources?.[n - 1];
  if (!source) return citing.growing ? <sup class="cite">{n}</sup> : `[${n}]`;
  return (
    <sup>
      <button
        type="button"
        class="cite"
        aria-label={citing.label?.(n, source.question)}
        onClick={() => citing.go?.(n)}
      >
        {n}
      </button>
    </sup>
  );
}
