/** A search in the address and in the API. */

export interface SearchQuery {
  readonly q: string;
  readonly author: string;
  readonly state: string;
  readonly agent: string;
  readonly label: string;
  /** Days as in date inputs, inclusive. */
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

/** Omits empty values, for short links. */
export function writeQuery(query: SearchQuery): string {
  const given = FIELDS.filter(field => query[field] !== "").map(field => [field, query[field]]);
  return new URLSearchParams(given).toString();
}

export function filters(query: SearchQuery): number {
  return FIELDS.filter(field => field !== "q" && query[field] !== "").length;
}

/** Days in local time as instants; the last day is included. */
export function toWire(query: SearchQuery): Record<string, string> {
  const { q, from, until, ...rest } = query;
  // Phones and word processors type other quotation marks.
  return { ...rest, q: q.replace(/[“”„‟«»]/g, '"'), from: midnight(from, 0), until: midnight(until, 1) };
}

function midnight(day: string, daysLater: number): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return "";
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + daysLater);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}
