/** Reads a step of a duty roster of unknown origin: exactly its members, days that are days, nobody twice in one entry, no post twice on one day. */
import { dayNumber } from '../../../adapters/standards/civil-date.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { type Guard, list, matching, nullable, oneOf, shape } from '../../../contracts/read.ts'
import { PRODUCT_IDS, type ProductId } from '../../../contracts/registry/types.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import { POSTS } from '../consultation/acts.ts'
import { DUTY_LIMITS } from './limits.ts'
import type { DutyEntry } from './roster.ts'

/** A step as signed. `product` null is every product. */
export interface SignedDuty {
  readonly entries: readonly DutyEntry[]
  readonly nonce: string
  readonly party: PartyId
  readonly product: ProductId | null
  readonly type: 'duty-step'
  readonly v: 1
}

const day: Guard<string> = (value, at, faults): value is string => {
  try {
    if (typeof value === 'string' && dayNumber(value) >= 0) return true
  } catch {
    // No day of the calendar.
  }
  faults.push(`${at} expected a civil day as 2026-10-01`)
  return false
}

const note: Guard<string> = (value, at, faults): value is string => {
  const sound =
    typeof value === 'string' && value.trim() !== '' && value.length <= DUTY_LIMITS.note && value.isWellFormed()
  if (!sound) faults.push(`${at} expected 1 to ${DUTY_LIMITS.note} characters`)
  return sound
}

const kid = matching(/^[\w-]{1,256}$/, 'the id of a key')

const entries = list(
  shape<DutyEntry>({
    deputies: list(kid),
    from: day,
    holder: kid,
    note: nullable(note),
    post: oneOf(...POSTS),
    to: day,
  }),
)

const signedDuty = shape<SignedDuty>({
  entries,
  nonce: matching(/^[A-Za-z0-9_-]{16,64}$/, '16 to 64 base64url characters'),
  party: oneOf(...PARTIES),
  product: nullable(oneOf(...PRODUCT_IDS)),
  type: oneOf('duty-step'),
  v: (value, at, faults): value is 1 => oneOf(1)(value, at, faults),
})

/** What a roster is set to, before it is signed. */
export type DutySetting = Pick<SignedDuty, 'entries' | 'product'>

const setting = shape<DutySetting>({ entries, product: nullable(oneOf(...PRODUCT_IDS)) })

/** A setting of unknown origin. Throws Problem `body-invalid`, naming the member at fault. */
export function readSetting(value: unknown): DutySetting {
  const faults: string[] = []
  if (!setting(value, '', faults)) throw faulty(faults)
  mustBeSound(value.entries)
  return value
}

/** The step that a signed payload says. Throws Problem `body-invalid`, naming the member at fault. */
export function readDuty(value: JsonValue): SignedDuty {
  const faults: string[] = []
  if (!signedDuty(value, '', faults)) throw faulty(faults)
  mustBeSound(value.entries)
  return value
}

function faulty(faults: readonly string[]): Problem {
  const [first = ''] = faults
  const [pointer = ''] = first.split(' ', 1)
  return invalid(pointer.startsWith('/') ? pointer : '', faults.slice(0, 3).join('；'), faults.slice(0, 3).join('; '))
}

function mustBeSound(entries: readonly DutyEntry[]): void {
  const { entries: most, days, deputies } = DUTY_LIMITS
  if (entries.length === 0 || entries.length > most) {
    throw invalid('/entries', `应为 1–${most} 项`, `expected 1 to ${most} entries`)
  }
  for (const [at, entry] of entries.entries()) {
    const pointer = `/entries/${at}`
    const length = dayNumber(entry.to) - dayNumber(entry.from) + 1
    if (length < 1 || length > days)
      throw invalid(`${pointer}/to`, `起止应为 1–${days} 天`, `expected 1 to ${days} days from the first to the last`)
    const people = new Set([entry.holder, ...entry.deputies])
    if (people.size <= entry.deputies.length || entry.deputies.length > deputies)
      throw invalid(
        `${pointer}/deputies`,
        `代班至多 ${deputies} 人，不得重复，也不得是值班人本人`,
        `expected at most ${deputies} deputies, each once and none the holder`,
      )
    const twice = entries.findIndex((one) => one.post === entry.post && one.from <= entry.to && entry.from <= one.to)
    if (twice < at)
      throw invalid(
        pointer,
        `与第 ${twice + 1} 项是同一岗位的同一天`,
        `expected each post once a day; entry ${twice} names it too`,
      )
  }
}

function invalid(pointer: string, zh: string, en: string): Problem {
  return new Problem('body-invalid', { pointer, detail: { zh: `值班步骤不合规定：${zh}`, en } })
}
