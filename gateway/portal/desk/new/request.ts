/** What a drafter asks for on `/desk/new`, read from its form: the act that would be signed, or what is wrong with each field. Pure. */

import { civilDay } from '../../../../contracts/life.ts'
import { localInstant } from '../../../http/times.ts'
import type { DraftAct, Period } from '../../../release/consultation/acts.ts'
import type { Terms } from '../../../release/consultation/consultations.ts'
import { deadlinesOf } from '../../../release/consultation/deadlines.ts'
import { CONSULTATION_LIMITS } from '../../../release/consultation/limits.ts'
import type { Deadlines } from '../../../release/consultation/state.ts'
import type { Product } from '../../../release/products/product.ts'
import type { ReleaseEntry } from '../../../release/releases.ts'
import { periodOf } from './periods.ts'

/** Fields as sent; empty where nothing was. `about` is a period (`2026-11-09_2026-11-15`), `release:ID`, or `other` with `from` and `to`. */
export interface Asked {
  readonly about: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly embargo: string
}

/** Names of the fields. */
export const FIELDS = ['about', 'from', 'to', 'reason', 'embargo'] as const
/** One of `FIELDS`. */
export type Field = (typeof FIELDS)[number]

/** Why a field will not do. `released`: there is a release for the period, which can only be corrected. */
export interface Fault {
  readonly field: Field
  readonly code:
    | 'about-missing'
    | 'day-malformed'
    | 'period-invalid'
    | 'released'
    | 'release-unknown'
    | 'reason-missing'
    | 'reason-unwanted'
    | 'text-too-long'
    | 'embargo-malformed'
    | 'embargo-past'
    | 'embargo-late'
    | 'embargo-none'
  readonly value?: string
}

/** What was asked for: a draft and its deadlines, or the faults. */
export type Read =
  | { readonly ok: true; readonly act: Omit<DraftAct, 'basis'>; readonly deadlines: Deadlines }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** What it is held against. `standing` are published releases of the product that nothing has replaced; `now` in ms. */
export interface Against {
  readonly product: Product
  readonly terms: Terms
  readonly standing: readonly ReleaseEntry[]
  readonly now: number
}

const HOUR = 3_600_000
const PERIOD = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** How a period is named in the form. */
export function printPeriod({ start, end }: Period): string {
  return `${start.slice(0, 10)}_${civilDay(Date.parse(end) - 1)}`
}

function exists(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return DAY.test(day) && Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day)
}

type Subject = Pick<DraftAct, 'period' | 'corrects'>

function subjectOf({ about, from, to }: Asked, { product, standing, now }: Against): Subject | Fault {
  if (about.startsWith('release:')) {
    const id = about.slice('release:'.length)
    const found = standing.find(({ release }) => release.id === id)
    if (!found) return { field: 'about', code: 'release-unknown', value: id }
    const { start, end } = found.release.period
    const period = { start: localInstant(Date.parse(start)), end: localInstant(Date.parse(end)) }
    return product.isPeriod(period, now) ? { period, corrects: id } : { field: 'about', code: 'period-invalid' }
  }
  const [, first = from, last = to] = PERIOD.exec(about) ?? []
  if (about !== 'other' && !PERIOD.test(about)) return { field: 'about', code: 'about-missing' }
  const field = about === 'other' ? 'from' : 'about'
  if (!exists(first)) return { field, code: 'day-malformed', value: first }
  if (!exists(last)) return { field: about === 'other' ? 'to' : 'about', code: 'day-malformed', value: last }
  const period = periodOf(first, last)
  if (!product.isPeriod(period, now)) return { field, code: 'period-invalid' }
  const released = standing.find(({ release }) => Date.parse(release.period.start) === Date.parse(period.start))
  return released ? { field, code: 'released', value: released.release.id } : { period, corrects: null }
}

function reasonFault(reason: string, corrects: string | null): Fault | null {
  if (corrects === null) return reason === '' ? null : { field: 'reason', code: 'reason-unwanted' }
  if (reason === '') return { field: 'reason', code: 'reason-missing' }
  if (reason.length > CONSULTATION_LIMITS.text) return { field: 'reason', code: 'text-too-long' }
  return null
}

/** The instant of an embargo: as written, the civil time of Asia/Shanghai. */
function embargoOf(
  text: string,
  { signBy }: Deadlines,
  { terms: { embargoHours }, now }: Against,
): string | null | Fault {
  if (text === '') return null
  if (embargoHours === 0) return { field: 'embargo', code: 'embargo-none' }
  const ms = MINUTE.test(text) && exists(text.slice(0, 10)) ? Date.parse(`${text}:00+08:00`) : Number.NaN
  if (Number.isNaN(ms)) return { field: 'embargo', code: 'embargo-malformed', value: text }
  if (ms <= now) return { field: 'embargo', code: 'embargo-past' }
  const latest = signBy + embargoHours * HOUR
  if (ms > latest) return { field: 'embargo', code: 'embargo-late', value: localInstant(latest) }
  return localInstant(ms)
}

/** Reads the form. */
export function readRequest(asked: Asked, against: Against): Read {
  const { product, terms, now } = against
  const subject = subjectOf(asked, against)
  const reason = asked.reason.replace(/\r\n?/g, '\n').trim()
  if ('code' in subject) return { ok: false, faults: [subject] }
  const { period, corrects } = subject
  const deadlines = deadlinesOf(terms, product.anchorOf(period, civilDay(now)), now, terms.calendar)
  const embargo = embargoOf(asked.embargo, deadlines, against)
  const wrong = reasonFault(reason, corrects)
  const faults = [...(wrong ? [wrong] : []), ...(typeof embargo === 'object' && embargo !== null ? [embargo] : [])]
  if (faults.length > 0 || (typeof embargo === 'object' && embargo !== null)) return { ok: false, faults }
  const act = {
    type: 'draft',
    corrects,
    embargo,
    period,
    product: product.id,
    reason: corrects === null ? null : reason,
  } as const
  return { ok: true, act, deadlines }
}
