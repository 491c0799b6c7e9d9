/** Finds a public release by its id or by the beginning of its digest. */

/** What is searched among. */
export interface Findable {
  readonly id: string
  readonly digest: string
  readonly supersededBy: string | null
}

/** Digits of a digest that are enough to tell releases apart by; fewer are not searched for. */
const LEAST_DIGITS = 12

/** The question as it is searched for: spaces and the `…` that short prints end in are not part of it. */
function plainQuestion(asked: string): string {
  return asked
    .normalize('NFKC')
    .replace(/\s|(?<!\.)\.{2,}$/g, '')
    .slice(0, 200)
}

/** The release meant; `short` for digits too few to search by. */
export function findRelease<R extends Findable>(
  releases: readonly R[],
  asked: string,
): { readonly found: R } | { readonly fault: 'none' | 'short' } {
  const text = plainQuestion(asked)
  const byId = releases.find(({ id }) => id === text)
  if (byId) return { found: byId }
  const digits = text.toLowerCase().replace(/^sha-?256:/, '')
  if (!/^[0-9a-f]{1,64}$/.test(digits)) return { fault: 'none' }
  if (digits.length < LEAST_DIGITS) return { fault: 'short' }
  const found = releases.find(({ digest }) => digest.startsWith(digits))
  return found ? { found } : { fault: 'none' }
}
