/** The browser's time zone. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All time zones, the given ones first. */
export function zones(...first: readonly string[]): readonly (readonly [string, string])[] {
  const all = new Set([...first.filter(Boolean), ...Intl.supportedValuesOf("timeZone")]);
  return [...all].map(zone => [zone, zone.replaceAll("_", " ")] as const);
}
