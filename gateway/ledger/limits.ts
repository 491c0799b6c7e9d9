/** The limits of the log; the gateway's docs print them. */
export const LOG_LIMITS = {
  /** Entries that may wait for a commit. */
  queue: 1024,
  /** Entries one commit takes. */
  group: 256,
} as const

/** The limits of witnesses; printed likewise. */
export const WITNESS_LIMITS = {
  /** The most a gateway lists. */
  listed: 16,
  /** Seconds a witness's clock may run ahead. */
  skew: 30,
} as const
