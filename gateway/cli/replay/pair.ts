/** Which record that came out again is which of those stored: by key and row, then by key, then by row. */

/** A record as one side of a pair has it. */
export interface Keyed {
  readonly key: string
  readonly row: number
  readonly body: string
}

/** Pairs, and what is left on either side, in order. */
export interface Pairing<A extends Keyed> {
  readonly pairs: readonly { readonly before: Keyed; readonly after: A }[]
  readonly gone: readonly Keyed[]
  readonly left: readonly A[]
}

type Name = (record: Keyed) => string

/** Exact first, so that of several records of one key each finds its own; a row whose key moved is still the same row. */
const NAMES: readonly Name[] = [({ key, row }) => `${row} ${key}`, ({ key }) => key, ({ row }) => String(row)]

/** Pairs records, each at most once. */
export function pairRecords<A extends Keyed>(before: readonly Keyed[], after: readonly A[]): Pairing<A> {
  const pairs: { before: Keyed; after: A }[] = []
  let gone = before
  let left = after
  for (const name of NAMES) {
    const waiting = Map.groupBy(gone, name)
    const unpaired: A[] = []
    const taken = new Set<Keyed>()
    for (const one of left) {
      const found = waiting.get(name(one))?.shift()
      if (found) {
        pairs.push({ before: found, after: one })
        taken.add(found)
      } else unpaired.push(one)
    }
    gone = gone.filter((one) => !taken.has(one))
    left = unpaired
  }
  return { pairs, gone, left }
}
