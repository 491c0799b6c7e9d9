/** How much one answer of a feed of releases holds. */
export const FEED_LIMITS = {
  /** Events of one page. */
  page: 100,
  /** The newest releases of the Atom feed. */
  entries: 100,
} as const
