/** What is searched for, as the address keeps it and as Parley wants to hear it. */

export interface SearchQuery {
  readonly q: string;
  readonly author: string;
  readonly state: string;
  readonly agent: string;
  readonly label: string;
  /** Days as date fields write them, both included. */
  readonly from: string;
  readonly until: string;
}

export const FIELDS = ["q", "author", "state", "agent", "label", "from", "until"] as const;

export function readQuery(params: URLSearchParams): SearchQuery {
  const [q, author, state, agent, label, from, until] = FIELDS.map(field => params.get(field) ?? "");
  return {
    q: q ?? "",
    author: author ?? "",
    state: state ?? "",
    agent: agent ?? "",
    label: label ?? "",
    from: from ?? "",
    until: until ?? "",
  };
}

/** For the address: what is empty is left out, so that a link is as short as what it says. */
export function writeQuery(query: SearchQuery): string {
  const given = FIELDS.filter(field => query[field] !== "").map(field => [field, query[field]]);
  return new URLSearchParams(given).toString();
}

export function filters(query: SearchQuery): number {
  return FIELDS.filter(field => field !== "q" && query[field] !== "").length;
}

/** The days in the agent's own time zone, as instants; the last day counts to its end. */
export function toWire(query: SearchQuery): Record<string, string> {
  const { q, from, until, ...rest } = query;
  // Keyboards of phones and word processors make quotation marks of their own.
  return { ...rest, q: q.replace(/[“”„‟«»]/g, '"'), from: midnight(from, 0), until: midnight(until, 1) };
}

function midnight(day: string, daysLater: number): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return "";
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + daysLater);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}
