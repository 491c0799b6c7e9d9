/** The address a caller meant: our configured origin and the path and query as received, never a proxy's header. */

/** `/path?query` of an absolute URL, byte for byte. */
export function pathAndQuery(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  return start < 0 ? '/' : url.slice(start)
}
