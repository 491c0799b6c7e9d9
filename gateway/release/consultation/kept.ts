/** Results of work that always gives the same, kept by a key that names all it is made of: the last few asked for. */

/** What is there of a key, or is made for it. Work that fails is not kept. */
export type Keeping<T> = (key: string, make: () => Promise<T>) => Promise<T>

/** Keeps no more than so many. */
export function keeping<T>(most: number): Keeping<T> {
  const kept = new Map<string, Promise<T>>()
  return (key, make) => {
    const found = kept.get(key) ?? make()
    // Last in order is last to go.
    kept.delete(key)
    kept.set(key, found)
    found.catch(() => {
      if (kept.get(key) === found) kept.delete(key)
    })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return found
  }
}
