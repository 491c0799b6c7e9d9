/** Operations of a gateway whose runtime gives none: nothing is written, nothing is limited. */
import { UNLIMITED } from './rates.ts'
import type { Operations } from './types.ts'

/** Makes them, with parts put in their place. */
export function quietOperations(parts: Partial<Operations> = {}): Operations {
  let draining = false
  return {
    log: { request: () => undefined, error: () => undefined, note: () => undefined },
    security: {
      note: () => undefined,
      read: async () => ({ kept: 'log', lines: [], next: null, days: [] }),
    },
    rates: UNLIMITED,
    checks: [],
    measure: () => undefined,
    address: () => 'unknown',
    draining: () => draining,
    told: () => ({}),
    begin: async () => undefined,
    drain() {
      draining = true
    },
    end: async () => undefined,
    ...parts,
  }
}
