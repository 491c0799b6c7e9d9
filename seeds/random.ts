/** Chance that is the same everywhere: numbers from a seed, and seeds from words. Nothing here is fit for a key. */

/** mulberry32: small, seeded, the same everywhere. Numbers from 0 to below 1. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed from words: FNV-1a over their UTF-16 units. */
export function seedOf(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const unit of words.join('\u001f')) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash >>> 0
}

/** One number from 0 to below 1 that belongs to these words. */
export function chanceOf(...words: readonly (string | number)[]): number {
  return seeded(seedOf(...words))()
}
