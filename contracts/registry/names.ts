/** Names of sections and rivers made comparable, and the nearest ones to a name that is not known. */

/** Full-width and half-width alike, brackets of every kind as `()`, no blanks, lower case. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[[{【〔〈]/g, '(')
    .replace(/[\]}】〕〉]/g, ')')
    .replace(/\s+/g, '')
    .toLowerCase()
}

/** A name people may have meant: how it is shown and the spellings to compare with, already plain. */
export interface NearName {
  readonly label: string
  readonly spellings: readonly string[]
}

const LONGEST = 32
const SHOWN = 3

/** Up to three labels nearest to a plain name, nearest first, in the order given among equals; none for names past 32 characters. */
export function nearestNames(name: string, among: readonly NearName[]): readonly string[] {
  if (name === '' || name.length > LONGEST) return []
  const found: { label: string; distance: number }[] = []
  for (const { label, spellings } of among) {
    let best = Number.POSITIVE_INFINITY
    for (const spelling of spellings) {
      const most = Math.max(1, Math.floor(Math.max(name.length, spelling.length) / 2))
      best = Math.min(best, distanceWithin(name, spelling, most))
    }
    if (best !== Number.POSITIVE_INFINITY) found.push({ label, distance: best })
  }
  found.sort((left, right) => left.distance - right.distance)
  return [...new Set(found.map(({ label }) => label))].slice(0, SHOWN)
}

/** The edit distance when it is at most `most`, else infinity; one name inside the other counts as 1. */
function distanceWithin(left: string, right: string, most: number): number {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length >= 2 && long.includes(short)) return long === short ? 0 : 1
  if (long.length - short.length > most || !sharesCharacter(short, long)) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: long.length + 1 }, (_, index) => index)
  for (let row = 1; row <= short.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= long.length; column++) {
      const change = short.charCodeAt(row - 1) === long.charCodeAt(column - 1) ? 0 : 1
      const cost = Math.min((above[column - 1] ?? 0) + change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return Number.POSITIVE_INFINITY
    above = current
  }
  const distance = above[long.length] ?? Number.POSITIVE_INFINITY
  return distance <= most ? distance : Number.POSITIVE_INFINITY
}

function sharesCharacter(short: string, long: string): boolean {
  for (let at = 0; at < short.length; at++) if (long.includes(short.charAt(at))) return true
  return false
}
