/** Swaps with the neighbour, if any. */
export function move<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  const [one, other] = [list[at], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((old, i) => (i === at ? other : i === to ? one : old));
}
