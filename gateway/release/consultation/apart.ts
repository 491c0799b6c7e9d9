/**
 * What the public sees of a consultation that came to nothing, where the terms both sides signed say so (`withoutAgreement: public`): that no joint release
 * came, and each side's own values for what is its own. They are made of that side's records alone, as of the basis, so that neither a joint value, nor a
 * word said at the table, nor the other side's second opinion can be among them.
 */
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import type { BulletinSection } from '../bulletin-types.ts'
import type { ForecastCell, Release } from '../release-types.ts'
import type { ReleaseEntry } from '../releases.ts'
import type { Consultation } from './consultations.ts'
import { type Keeping, keeping } from './kept.ts'
import { lapsedAt } from './machine.ts'
import { statusOf } from './outcome.ts'
import { freeze, inputOf } from './table.ts'

/** What one side says of what is its own: forecasts of its areas, or the classes of its sections. */
export interface OwnValues {
  readonly cells: readonly ForecastCell[]
  readonly sections: readonly BulletinSection[]
}

/** A period without a joint release. `passed` is the deadline, in ms; `edition` that of the terms. */
export interface StoodApart {
  readonly consultation: Consultation
  readonly passed: number
  readonly edition: string
}

/** Values kept in memory, of so many periods. */
const KEPT = 4

const kept = new WeakMap<Gateway['consultations'], Keeping<Readonly<Record<PartyId, OwnValues>>>>()

/** Whether the terms let anybody see each side's own values. */
function isForAll({ terms }: Consultation): boolean {
  return terms.withoutAgreement === 'public' && terms.audience === 'public'
}

/** The deadline that passed, where a consultation is one that the public is told of; null for any other. */
function passedAt(consultation: Consultation, releases: readonly ReleaseEntry[], now: number): number | null {
  const { state } = consultation
  // A correction that failed leaves the release it was to correct.
  if (!isForAll(consultation) || state.corrects !== null) return null
  if (state.embargo !== null && Date.parse(state.embargo) > now) return null
  return statusOf(consultation, releases, now) === 'no-agreement' ? lapsedAt(state, now) : null
}

/** The periods that ended without a joint release, the newest first: one a product and period, and none where another try is going on. */
export async function stoodApart(gateway: Gateway): Promise<readonly StoodApart[]> {
  const { consultations, now, releases, standing } = gateway
  const [all, published, at] = [await consultations.all(), await releases.all(), now()]
  const last = new Map<string, Consultation>()
  for (const one of all) {
    const { phase, period, tabled } = one.state
    // What was never on the table is one side's alone.
    if (tabled && phase !== 'withdrawn') last.set(`${one.product.id} ${Date.parse(period.start)}`, one)
  }
  return [...last.values()]
    .flatMap((consultation): StoodApart[] => {
      const passed = passedAt(consultation, published, at)
      const index = consultation.happened[0]?.index
      const edition = standing.registry('consultation', index)?.registry.edition
      return passed === null || edition === undefined ? [] : [{ consultation, passed, edition }]
    })
    .toSorted((a, b) => b.passed - a.passed)
}

/** Each side's own values; none where this program has no contract to read the records by. */
export async function ownValues(
  gateway: Gateway,
  consultation: Consultation,
): Promise<Readonly<Record<PartyId, OwnValues>>> {
  const keep = kept.get(gateway.consultations) ?? keeping<Readonly<Record<PartyId, OwnValues>>>(KEPT)
  kept.set(gateway.consultations, keep)
  return keep(canonical([consultation.id, consultation.state.basis]), () => readOwn(gateway, consultation))
}

async function readOwn(gateway: Gateway, consultation: Consultation): Promise<Readonly<Record<PartyId, OwnValues>>> {
  const bare = { ...consultation, state: { ...consultation.state, attachments: [], edits: new Map<string, never>() } }
  const releases = await gateway.releases.all()
  try {
    const input = await inputOf(gateway, bare)
    const [cq, sc] = PARTIES.map((party): OwnValues => {
      const records = input.records.filter(({ stored }) => stored.party === party)
      return ownOf(freeze(gateway, bare, { ...input, records }, releases).release, party)
    })
    return { cq: cq ?? NOTHING, sc: sc ?? NOTHING }
  } catch (error) {
    if (error instanceof Problem && error.code === 'contract-not-in-force') return { cq: NOTHING, sc: NOTHING }
    throw error
  }
}

const NOTHING: OwnValues = { cells: [], sections: [] }

/** Of what one side's records come to, what is that side's own. */
function ownOf(release: Release, side: PartyId): OwnValues {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return { cells: [], sections: release.sections.filter(({ party }) => party === side) }
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return { cells: release.cells.filter(({ owner, take }) => owner === side && take === side), sections: [] }
    case 'warning-suggestion':
    case 'annual-credit-list':
      // Suggestions are never public; a rating is looked up, as far as it may be shown on the day.
      return NOTHING
  }
}
