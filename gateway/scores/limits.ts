/** How much one question for scores may ask, and how much it is worked out from. */

/**
 * `days` may be asked for at once, `usual` are when nothing is said, `recent` for the newest of one area; `records` of each dataset are read
 * at most, `page` at a time; `divergences` are listed. The last few readings are `kept`, and `keptOfAreas` of one area each.
 */
export const SCORE_LIMITS = {
  days: 366,
  usual: 31,
  recent: 30,
  records: 50_000,
  page: 1000,
  divergences: 1000,
  kept: 2,
  keptOfAreas: 16,
} as const
