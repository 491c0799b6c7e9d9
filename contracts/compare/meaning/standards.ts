/** Standards as texts cite them: their number without the year, and the edition (GB/T 1.1: number—year). */

const CITED = /(?:GBZ?|HJ|DB\d{2}|SL|CJ|JJ[FG]|WS|NY|T\/[A-Z]+)(?:\/[TZ])?\s?\d+(?:\.\d+)*[-—–](?:\d{4}|\d{2})(?!\d)/g

/** A standard's number and its edition: `GB 3838-2002` is edition 2002 of GB 3838; what has no year is its own number. */
export function numberAndEdition(id: string): { readonly number: string; readonly edition: string | null } {
  const [, number, edition] = /^(.*\d)\s*[-—–]\s*(\d{4}|\d{2})$/.exec(id.trim()) ?? []
  return number === undefined || edition === undefined ? { number: id, edition: null } : { number, edition }
}

/** Every standard a text cites, by number. */
export function citedIn(text: string): ReadonlyMap<string, readonly string[]> {
  const cited = [...text.matchAll(CITED)].map(([id]) => id)
  return Map.groupBy([...new Set(cited)], (id) => numberAndEdition(id).number.replaceAll(' ', ''))
}

/** Standards that both texts cite, in other editions: `[old, new]`. */
export function editionChanges(old: string, next: string): readonly (readonly [string, string])[] {
  const [one, other] = [citedIn(old), citedIn(next)]
  return [...one].flatMap(([number, ids]) => {
    const now = other.get(number)
    if (!now || now.join() === ids.join()) return []
    return [[ids.join('、'), now.join('、')] as const]
  })
}
