/** How much evidence is read for one row. */
export const EVIDENCE_LIMITS = {
  /** Hours of observation. */
  hours: 72,
  /** Past days of forecasts. */
  days: 7,
  /** Stations shown where the area itself has no mean. */
  stations: 4,
  /** Records read at a time, and at most. */
  page: 1000,
  most: 8000,
  /** Withheld ratings told of on one page. */
  withheld: 200,
} as const
