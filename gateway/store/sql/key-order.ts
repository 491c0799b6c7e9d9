/** The order records are stored in: by key, so that every index is written along its own order. */

/** The positions of keys in their order; equal keys keep the order they came in. */
export function keyOrder(keys: readonly string[]): Uint32Array {
  return Uint32Array.from(keys.keys()).sort((a, b) => {
    const [one = '', other = ''] = [keys[a], keys[b]]
    return one < other ? -1 : one > other ? 1 : a - b
  })
}
