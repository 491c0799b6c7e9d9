/** Pages made once: what a question for records says as of a ledger size never changes, so whoever asks it again gets the same bytes. */

/** A page ready to be sent. `next` is the cursor of the page after it. */
export interface Page {
  readonly contentType: string
  readonly body: Uint8Array
  /** Its Content-Digest. */
  readonly digest: string
  readonly next: string | null
}

/** Pages by their question. */
export interface PageCache {
  /** The page of that name, made when it is not kept. Names hold all that a page follows from, the ledger size among it. */
  get(name: string, make: () => Promise<Page>): Promise<Page>
}

/** Bytes of pages that are kept; the one unused for longest goes first. */
const BYTES_KEPT = 16 * 1024 * 1024

/** An empty cache. Two who ask at once may both make the page; they make the same. */
export function pageCache(limit: number = BYTES_KEPT): PageCache {
  const pages = new Map<string, Page>()
  let bytes = 0
  return {
    async get(name, make) {
      const kept = pages.get(name)
      const page = kept ?? (await make())
      const before = pages.get(name)
      if (before) {
        pages.delete(name)
        bytes -= before.body.length
      }
      // A page of a large part of the limit would drive out all others.
      if (page.body.length > limit / 8) return page
      pages.set(name, page)
      bytes += page.body.length
      for (const [oldest, { body }] of pages) {
        if (bytes <= limit) break
        pages.delete(oldest)
        bytes -= body.length
      }
      return page
    },
  }
}
