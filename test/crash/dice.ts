/** Randomness that can be repeated: a failure prints its seed, and CHUANYU_SEED throws the same again. */

/** Whole numbers from one seed. */
export interface Dice {
  /** From 0 up to but not `limit`. */
  below(limit: number): number
  /** Both ends included. */
  between(least: number, most: number): number
}

const WORD = 2 ** 32

/** Dice of a seed (a whole number below 2^32): a Weyl sequence through a 32-bit mixer. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let word = state
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return ((word ^ (word >>> 15)) >>> 0) / WORD
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, between: (least, most) => least + below(most - least + 1) }
}

/** The seed asked for by CHUANYU_SEED, or one of the moment. */
export function seedOf(environment: NodeJS.ProcessEnv, now: number): number {
  const asked = environment.CHUANYU_SEED
  if (asked === undefined || asked === '') return now % WORD
  if (!/^\d{1,10}$/.test(asked)) throw new TypeError(`CHUANYU_SEED: expected a whole number, got ${asked}`)
  return Number(asked) % WORD
}
