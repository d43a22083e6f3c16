export type Format = "csv" | "json" | "jsonl";

/** By file name; null if unsupported. */
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
