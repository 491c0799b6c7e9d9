/** Both parties' duty rosters: read from the store as steps come, kept in memory between. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { turns } from '../../ledger/turns.ts'
import type { Store, StoredStep } from '../../ports.ts'
import { readDuty } from './read-duty.ts'
import type { DutyStep, Roster } from './roster.ts'

/** The stream of a party's roster. */
export const DUTY_PREFIX = 'duty/'

/** Each party's roster. */
export type BothRosters = Readonly<Record<PartyId, Roster>>

/** The rosters of one gateway. */
export interface Rosters {
  both(): Promise<BothRosters>
  /** To be told when a step was committed. */
  changed(): void
}

const PAGE = 1000

function stepOf({ stream, n, index, kid, payload, time }: StoredStep): DutyStep {
  const value = parseCanonical(payload)
  if (value === undefined) throw new TypeError(`${stream}: step ${n} is not canonical`)
  const { entries, product } = readDuty(value)
  return { entries, index, kid, n, product, time: Date.parse(time) }
}

/** Opens the rosters over a store. */
export function openRosters(store: Pick<Store, 'steps'>): Rosters {
  let rosters: BothRosters = { cq: [], sc: [] }
  let last = -1
  let known: Promise<BothRosters> | null = null
  const reading = turns()

  async function catchUp(): Promise<BothRosters> {
    for (;;) {
      const page = await store.steps(last, PAGE)
      for (const step of page) {
        const party = PARTIES.find((one) => step.stream === DUTY_PREFIX + one)
        if (party) rosters = { ...rosters, [party]: [...rosters[party], stepOf(step)] }
        last = step.index
      }
      if (page.length < PAGE) return rosters
    }
  }

  return {
    both() {
      const found = known ?? reading(catchUp)
      known = found
      // A failed read is not kept; the next caller tries again.
      found.catch(() => {
        if (known === found) known = null
      })
      return found
    },
    changed() {
      known = null
    },
  }
}
