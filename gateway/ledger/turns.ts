/** Work that must not overlap. */

/**
 * One piece of work at a time, first come first served. Each runs in its own caller's flow, since a runtime that ties work to
 * the request that began it (Workers) would end the others' with that request.
 */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  const next: (() => void)[] = []
  let busy = false
  return async (work) => {
    if (busy) await new Promise<void>((resolve) => next.push(resolve))
    busy = true
    try {
      return await work()
    } finally {
      const pass = next.shift()
      if (pass) pass()
      else busy = false
    }
  }
}
