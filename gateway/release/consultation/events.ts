/** What happened in consultations and duty rosters, for the streams of partners: one event a leaf, in ledger order. */
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import type { ServerEvent } from '../../live/event-stream.ts'
import type { BothRosters } from '../duty/rosters.ts'
import type { Act } from './acts.ts'
import type { Consultation } from './consultations.ts'
import type { Status } from './next.ts'

/** What an event tells; who wants more reads it. `n` is null for a signature, the rest for a step of a roster. */
export interface Happening {
  readonly act: Act['type'] | 'duty'
  readonly consultation: string | null
  readonly n: number | null
  readonly party: PartyId
  readonly status: Status | null
}

/** One leaf as an event. `only` is the one side that may know of it; null for both. */
interface LeafEvent extends Happening {
  readonly index: number
  readonly only: PartyId | null
}

/** Events of one consultation. What came before it was put on the table is for its own side alone, whatever became of it. */
function eventsOf({ id, happened, state, statuses }: Consultation): readonly LeafEvent[] {
  const opened = happened.find(({ act }) => act.type === 'open')?.index ?? Number.POSITIVE_INFINITY
  return happened.map(({ act, actor, index, n }, at) => ({
    act: act.type,
    consultation: id,
    index,
    n: act.type === 'sign' ? null : n,
    only: index < opened ? state.openedBy.party : null,
    party: actor.party,
    status: statuses[at] ?? null,
  }))
}

function eventsOfRosters(rosters: BothRosters): readonly LeafEvent[] {
  return PARTIES.flatMap((party) =>
    rosters[party].map(({ index, n }): LeafEvent => {
      return { act: 'duty', consultation: null, index, n, only: null, party, status: null }
    }),
  )
}

type Sources = Pick<Gateway, 'consultations' | 'log' | 'rosters'>

interface Known {
  readonly both: BothRosters
  readonly events: readonly LeafEvent[]
}

/** All events as of one fold, which many streams ask for. */
const known = new WeakMap<readonly Consultation[], Known>()

/**
 * Every event, and the ledger size before which none is missing. Consultations, the signatures in them and rosters are read apart
 * from one another: what was committed meanwhile may be in one and an earlier leaf not yet in the other, and who was told of the
 * later one would never hear of the earlier.
 */
async function settledEvents({
  consultations,
  log,
  rosters,
}: Sources): Promise<{ readonly events: readonly LeafEvent[]; readonly size: number }> {
  for (;;) {
    const { size } = log.head()
    const all = await consultations.all()
    const both = await rosters.both()
    if ((await consultations.all()) !== all || (await rosters.both()) !== both) continue
    const before = known.get(all)
    const events =
      before?.both === both
        ? before.events
        : [...all.flatMap(eventsOf), ...eventsOfRosters(both)].sort((a, b) => a.index - b.index)
    known.set(all, { both, events })
    return { events, size }
  }
}

function nameOf({ act, status }: LeafEvent): string {
  if (act === 'duty') return 'duty'
  if (act !== 'sign') return 'step'
  return status === 'published' || status === 'embargoed' ? 'publication' : 'signature'
}

/** What a side may know of behind a leaf, oldest first; an event's id is its leaf. */
export async function eventsBehind(gateway: Sources, reader: PartyId, after: number): Promise<readonly ServerEvent[]> {
  const { events, size } = await settledEvents(gateway)
  const from = events.findLastIndex(({ index }) => index <= after) + 1
  return events
    .slice(from)
    .filter(({ index, only }) => index < size && (only === null || only === reader))
    .map((event) => {
      const { act, consultation, n, party, status, index } = event
      return { id: String(index), event: nameOf(event), data: { consultation, n, act, party, status } }
    })
}
