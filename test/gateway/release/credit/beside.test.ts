/** What of a year's ratings is not on a list and why, held against what the display terms of the contract say (shown until expiry or repair). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicCredit } from '../../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../../contracts/enterprise-credit/record.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { besideDifferences, withheldText } from '../../../../gateway/release/products/credit/beside.ts'
import type { ListedRating } from '../../../../gateway/release/products/credit/rows.ts'
import {
  lapseOf,
  mayKnow,
  type WithheldRating,
  withheldOn,
} from '../../../../gateway/release/products/credit/withheld.ts'
import { rating } from '../../../contracts/enterprise-credit/records.ts'
import { CREDIT } from '../../../contracts/enterprise-credit/versions.ts'

const DAY = '2026-09-01'
const held = (change: Partial<CreditRecord> = {}, party: PartyId = 'cq') => ({
  key: 'k',
  party,
  record: rating(change),
})
const why = (change: Partial<CreditRecord>, day = DAY) => withheldOn(held(change), day, CREDIT)

/** A rating as it stands on a list of the day. */
function listed(change: Partial<CreditRecord> = {}, party: PartyId = 'cq'): ListedRating {
  const one = held(change, party)
  const [row] = publicCredit([one], DAY, CREDIT)
  if (!row) throw new TypeError('expected the rating to be shown')
  const stored = { ...one, body: new Uint8Array(), dataset: CREDIT.id, index: 0, position: 0, revision: 1, row: 1 }
  const bound = { leaf: '', stored: { ...stored, seq: 0, submission: 's', superseded: null, version: '1.0.0' } }
  return { bound, held: one, row: { ...row, leaf: '' } }
}

function withheld(change: Partial<CreditRecord>, party: PartyId): WithheldRating {
  const one = held(change, party)
  const found = withheldOn(one, DAY, CREDIT)
  if (!found) throw new TypeError('expected the rating to be withheld')
  const { bound } = listed()
  return { bound, held: one, ...found }
}

describe('a rating is withheld', () => {
  test.each([
    ['that its authority has not made public', { publication: 'joint' }, 'joint', null],
    ['that is not to be made public', { publication: 'none' }, 'none', null],
    [
      'before its notice begins',
      { publicationBasis: { document: null, notice: { from: '2026-09-02', to: '2026-09-09' } } },
      'not-yet',
      '2026-09-02',
    ],
    ['before its validity begins', { validity: { from: '2026-10-01', to: null } }, 'not-yet', '2026-10-01'],
    ['from the day its repair is granted', { repair: { date: DAY, state: 'granted' } }, 'repaired', DAY],
    ['that was repaired on a day nobody states', { repair: { date: null, state: 'granted' } }, 'repaired', null],
    ['after its last day', { validity: { from: '2025-08-01', to: '2026-08-31' } }, 'expired', '2026-08-31'],
    // Without a stated end until the end of the second year after the rating year.
    [
      'after the years the terms give one without an end',
      { ratingYear: 2023, validity: { from: null, to: null } },
      'expired',
      '2025-12-31',
    ],
  ] as const)('%s', (_, change, reason, day) => {
    expect(why(change)).toEqual({ why: reason, day })
  })

  test.each([
    ['on its last day', { validity: { from: '2025-08-01', to: DAY } }],
    ['the day before its repair', { repair: { date: '2026-09-02', state: 'granted' } }],
    ['while a repair is only applied for', { repair: { date: '2026-08-01', state: 'applied' } }],
  ] as const)('but not %s', (_, change) => {
    expect(why(change)).toBeNull()
  })

  test('exactly when it is not among those shown publicly, whatever its members', () => {
    const day = fc.constantFrom(null, '2026-08-31', DAY, '2026-09-02')
    const change = fc.record({
      publication: fc.constantFrom('public', 'joint', 'none'),
      ratingYear: fc.constantFrom(2023, 2024, 2025),
      repair: fc.option(fc.record({ date: day, state: fc.constantFrom('none', 'applied', 'granted', 'refused') })),
      validity: fc.record({ from: day, to: day }),
    })
    fc.assert(
      fc.property(change, (members) => {
        const one = held(members)
        expect(withheldOn(one, DAY, CREDIT) === null).toBe(publicCredit([one], DAY, CREDIT).length === 1)
      }),
    )
  })
})

describe('a rating on a list', () => {
  const on = listed()
  test.each([
    ['stays while nothing has changed', held(), DAY, null],
    [
      'must go once it is repaired',
      held({ repair: { date: '2026-09-03', state: 'granted' } }),
      '2026-09-03',
      'repaired',
    ],
    ['must go once it has expired', held(), '2027-08-13', 'expired'],
    ['must go when its authority says otherwise', held({ level: 'good', levelSent: '环保良好企业' }), DAY, 'revised'],
    ['must go when its authority takes it out of the public', held({ publication: 'joint' }), DAY, 'joint'],
    ['must go when there is no such record', null, DAY, 'gone'],
  ] as const)('%s', (_, current, day, reason) => {
    expect(lapseOf(on, current, day, CREDIT)?.why ?? null).toBe(reason)
  })
})

describe('in words', () => {
  test('a listed rating that must go is loud, with why and what to do', () => {
    const lapsed = new Map([['cq/k', { why: 'repaired', day: '2026-09-03' } as const]])
    const found = besideDifferences({ cq: [listed()], sc: [] }, lapsed, [])
    expect(found.map(({ loud, text }) => [loud, text.zh])).toEqual([
      [true, '重庆市级（直辖市）“环保警示企业”已修复（2026-09-03），不应再列出，请改用最新记录'],
    ])
  })

  test('one side’s repaired rating is loud beside the other’s that is listed, and quiet beside none', () => {
    const repaired = withheld({ repair: { date: '2026-08-20', state: 'granted' } }, 'sc')
    const beside = (cq: readonly ListedRating[]) =>
      besideDifferences({ cq, sc: [] }, new Map(), [repaired]).map(({ loud }) => loud)
    expect(beside([listed()])).toEqual([true])
    expect(beside([])).toEqual([false])
  })

  test('a rating between the sides alone is told quietly', () => {
    const joint = withheld({ publication: 'joint' }, 'sc')
    expect(besideDifferences({ cq: [listed()], sc: [] }, new Map(), [joint])).toMatchObject([
      { loud: false, text: { zh: '四川市级（直辖市）“环保警示企业”仅限双方，评价机关未公开，未列入' } },
    ])
  })

  test('the day says from when', () => {
    expect(withheldText({ why: 'not-yet', day: '2026-09-02' }).zh).toBe('未到公开之日（2026-09-02 起公开）')
    expect(withheldText({ why: 'expired', day: '2026-08-31' }).en).toBe('expired (2026-08-31)')
    expect(withheldText({ why: 'gone', day: null }).en).not.toContain('(')
  })
})

test('what a contract keeps to the side that sent it the other side may not know', () => {
  const audience = { a: 'public', b: 'joint', c: 'own' } as const
  expect(['a', 'b', 'c', 'd'].map((member) => mayKnow(audience, member, false))).toEqual([true, true, false, false])
  expect(['a', 'b', 'c', 'd'].map((member) => mayKnow(audience, member, true))).toEqual([true, true, true, false])
})
