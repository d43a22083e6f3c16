/** Details beside the thread: the visitor, the state, the evidence. */
import { ArrowLeft, X } from "lucide";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../kit/button";
import { EvidencePanel } from "./evidence";
import { type PanelProps, VisitorPanel } from "./visitor";

interface ContextProps extends PanelProps {
  readonly evidence: number | null;
  readonly onEvidence: (seq: number | null) => void;
  readonly onClose: () => void;
}

export function ContextPane(props: ContextProps): JSX.Element {
  const { evidence } = props;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (evidence !== null && pane.current) pane.current.scrollTop = 0;
  }, [evidence]);
  return (
    <aside
      ref={pane}
      class="pane context"
      aria-label={evidence === null ? "Details" : "Evidence"}
      onKeyDown={event => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        if (evidence === null) props.onClose();
        else props.onEvidence(null);
      }}
    >
      <header>
        {evidence !== null && (
          <Button
            kind="quiet"
            size="small"
            icon={ArrowLeft}
            label="Back to the details"
            onClick={() => props.onEvidence(null)}
          />
        )}
        <h2>{evidence === null ? "Details" : "Evidence"}</h2>
        <Button kind="quiet" size="small" icon={X} label="Close the details" onClick={props.onClose} />
      </header>
      {evidence === null ? (
        <VisitorPanel {...props} />
      ) : (
        <EvidencePanel key={evidence} conversation={props.item} seq={evidence} />
      )}
    </aside>
  );
}
