/** Where the person at the screen is. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All time zones to choose from; those that are named come first. */
export function zones(...first: readonly string[]): readonly (readonly [string, string])[] {
  const all = new Set([...first.filter(Boolean), ...Intl.supportedValuesOf("timeZone")]);
  return [...all].map(zone => [zone, zone.replaceAll("_", " ")] as const);
}
