/** The limits of the log; the gateway's docs print them. */
export const LOG_LIMITS = {
  /** Entries that may wait for a commit. */
  queue: 1024,
  /** Entries one commit takes. */
  group: 256,
} as const
