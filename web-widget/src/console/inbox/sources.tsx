import type { JSX } from "preact";
import type { Source } from "../../client";
import { webUrl } from "../../kit/markdown/url";
import { cited } from "../../kit/sources";

export function Sources(props: {
  readonly sources: readonly Source[];
  readonly text: string;
  readonly id?: (n: number) => string;
}): JSX.Element {
  return (
    <ol class="sources" aria-label="Sources">
      {cited(props.sources, props.text).map(([n, { id, question, url }]) => {
        const href = webUrl(url);
        return (
          <li key={id} id={props.id?.(n)} tabIndex={-1}>
            <span class="n" aria-hidden="true">
              {n}
            </span>
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
                {question}
              </a>
            ) : (
              <span dir="auto">{question}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
