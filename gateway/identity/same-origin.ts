/** Whether a browser's request was made by a page of our own: what another site makes a browser send is refused (Fetch Metadata, RFC 6454 §7). */
import type { HeaderGetter } from './components.ts'
import { refusal } from './error.ts'

/** Holds a request to come from a page at `origin`. `Origin` may be absent only where `lenient`. Throws `session-cross-site`. */
export function mustBeSameOrigin(
  header: HeaderGetter,
  origin: string,
  { lenient = false }: { readonly lenient?: boolean } = {},
): void {
  const from = header('origin') ?? undefined
  if (from === undefined ? !lenient : from !== origin) {
    throw refusal(
      'session-cross-site',
      from === undefined ? `写请求须带 Origin: ${origin}` : `请求来自 ${from}，应为 ${origin}`,
      from === undefined
        ? `expected the header Origin: ${origin} on a write`
        : `expected Origin ${origin}, got ${from}`,
      'origin',
      from,
    )
  }
  const site = header('sec-fetch-site') ?? undefined
  if (site !== undefined && site !== 'same-origin') {
    throw refusal(
      'session-cross-site',
      `Sec-Fetch-Site 为 ${site}，应为 same-origin`,
      `expected Sec-Fetch-Site same-origin, got ${site}`,
      'sec-fetch-site',
      site,
    )
  }
}
