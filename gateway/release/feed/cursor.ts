/** Where a reader of the feed is: a ledger index, and for what came out of an embargo there the leaf that had published it. */

/** `embargoed` is null for what became public with its own leaf. */
export interface Cursor {
  readonly leaf: number
  readonly embargoed: number | null
}

/** `151`, or `151.100` for what leaf 100 had published and the ledger stood at leaf 151 when its embargo ended. */
export function printCursor({ leaf, embargoed }: Cursor): string {
  return embargoed === null ? String(leaf) : `${leaf}.${embargoed}`
}

/** Reads one; null when it is none. */
export function parseCursor(text: string): Cursor | null {
  const [, leaf, , embargoed] = /^(\d{1,15})(\.(\d{1,15}))?$/.exec(text) ?? []
  if (leaf === undefined) return null
  return { leaf: Number(leaf), embargoed: embargoed === undefined ? null : Number(embargoed) }
}

/** Earlier first; at one leaf what that leaf published comes before what came out of an embargo behind it. */
export function compareCursors(a: Cursor, b: Cursor): number {
  return a.leaf - b.leaf || (a.embargoed ?? -1) - (b.embargoed ?? -1)
}
