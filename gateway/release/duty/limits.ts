/** How much one step of a duty roster may hold, and how many days one question may ask for. */
export const DUTY_LIMITS = {
  /** Entries of one step. */
  entries: 400,
  /** Days from the first to the last of one entry, and of one question. */
  days: 366,
  /** Deputies of one entry. */
  deputies: 10,
  /** Characters of a note. */
  note: 500,
} as const
