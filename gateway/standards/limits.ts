/** How much of the store one answer about practice is worked out from. */

/** `records` of a dataset are read at most, the first in the ledger's order, `page` at a time; `kept` answers are kept. */
export const PRACTICE_LIMITS = { records: 50_000, page: 1000, kept: 8 } as const
