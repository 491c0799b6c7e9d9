/** The bytes a consultation on a week would freeze, without its steps: for tests that start from documents. */

import { formatInstant } from '../../adapters/tables/time.ts'
import type { Gateway } from '../../gateway/gateway.ts'
import type { WaterBulletin } from '../../gateway/release/bulletin-types.ts'
import type { Actor } from '../../gateway/release/consultation/acts.ts'
import { termsOf } from '../../gateway/release/consultation/consultations.ts'
import { judge } from '../../gateway/release/consultation/machine.ts'
import { type Frozen, freeze, inputOf } from '../../gateway/release/consultation/table.ts'
import { WEEKLY_WATER } from '../../gateway/release/products/water.ts'
import { readRelease } from '../../gateway/release/releases.ts'

const WEEK = 7 * 86_400_000

/** The water bulletin of a payload. */
export function readBulletin(payload: string): WaterBulletin {
  const release = readRelease(payload)
  if (release.type !== 'weekly-water-bulletin') throw new TypeError(`expected a weekly bulletin, got ${release.type}`)
  return release
}

/** The week from `start` (ms) as it would be signed now; the id counts up over what there is. */
export async function frozenWeek(
  gateway: Gateway,
  start: number,
  corrects?: { readonly id: string; readonly reason: string },
): Promise<Frozen> {
  const { standing, log, releases, now } = gateway
  const all = await releases.all()
  const period = { start: formatInstant(start), end: formatInstant(start + WEEK) }
  const base = WEEKLY_WATER.idOf(period)
  const before = all.filter(({ release }) => release.id === base || release.id.startsWith(`${base}-`)).length
  const terms = termsOf(standing, WEEKLY_WATER.id)
  if (!terms) throw new TypeError('the terms of consultation are not in force')
  const { size } = log.head()
  const actor: Actor = { agency: 'sc-monitoring', kid: '', operator: '值班员', party: 'sc', posts: ['drafter'] }
  const { id = null, reason = null } = corrects ?? {}
  const act = {
    type: 'draft',
    basis: size,
    corrects: id,
    embargo: null,
    period,
    product: WEEKLY_WATER.id,
    reason,
  } as const
  const deadlines = { agreeBy: 0, signBy: 0 }
  const judged = judge(
    null,
    { act, actor, index: size, n: 1, seen: 0, time: now() },
    { id: before === 0 ? base : `${base}-${before + 1}`, deadlines, digest: null },
  )
  if (!judged.ok) throw new TypeError('a first draft was refused')
  const { state } = judged
  const input = await inputOf(gateway, { state, product: WEEKLY_WATER })
  return freeze(gateway, { state, product: WEEKLY_WATER, terms, digests: [] }, input, all)
}
