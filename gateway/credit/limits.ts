/** How much one question for ratings may ask, and how much is read and answered. */

/**
 * `asked`: characters of a question; `name`: the fewest of a name; `enterprises` are answered at most, with `ratings` of each;
 * `names` that may be shown are kept for searching, read `page` records at a time.
 */
export const CREDIT_LIMITS = { asked: 64, name: 2, enterprises: 20, ratings: 500, names: 100_000, page: 1000 } as const
