export type Format = "csv" | "json" | "jsonl";

/** What a file is, by its name; null when it is none that can be read. */
export function formatOf(name: string): Format | null {
  switch (name.toLowerCase().split(".").at(-1)) {
    case "csv":
      return "csv";
    case "json":
      return "json";
    case "jsonl":
    case "ndjson":
      return "jsonl";
    default:
      return null;
  }
}
