/** The favicon: two streams that become one. */
import { createHash } from 'node:crypto'

/** The image, `image/svg+xml`. */
export const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5394"/>' +
  '<g fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round"><path d="M5 10c6 0 7 6 12 6h10"/>' +
  '<path d="M5 22c6 0 7-6 12-6" opacity=".75"/></g></svg>'

/** Where it is served; the name changes with the content. */
export const FAVICON_PATH = `/assets/icon-${createHash('sha256').update(FAVICON).digest('hex').slice(0, 12)}.svg`
