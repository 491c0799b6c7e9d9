/** Ratings as anybody may see them, and what becomes of a row that a release once showed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditRows, type HeldCredit, publicCredit, publicPart } from '../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { creditRowVisible, releasedCreditState } from '../../../contracts/enterprise-credit/visible.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { rating } from './records.ts'
import { CREDIT, creditVersion, RECOGNISING } from './versions.ts'

const DAY = '2026-09-01'
const DISTRICT = { authority: { level: 'district', name: '铜梁区生态环境局' } } as const
const REPAIRED = { repair: { date: '2026-08-20', state: 'granted' } } as const

function held(change: Partial<CreditRecord> = {}): HeldCredit {
  const record = rating(change)
  const { authority, enterprise, ratingYear } = record
  return { key: `${enterprise.code}/${ratingYear}/${authority.level}/${authority.name}`, party: 'cq', record }
}
const keyOf = (change: Partial<CreditRecord> = {}): string => held(change).key

/** Scores open to everybody. */
const WITH_SCORES = creditVersion('2.1.0', ({ audience }) => ({ audience: { ...audience, score: 'public' } }))
/** Shown longer, and after repair too. */
const LONGER = creditVersion('2.2.0', ({ display }) => ({
  display: { ...display, goneOn: [], yearsWithoutValidity: 9 },
}))

describe('what is public', () => {
  test('has the members the contract opens and no other, in the record’s order', () => {
    const record = rating({
      score: { qualifier: null, reported: '72', scheme: '渝环规〔2021〕7号', unit: '分', value: 72 },
      appeal: { date: '2026-08-20', state: 'pending' },
      repair: { date: '2026-08-30', state: 'applied' },
      veto: { applied: true, case: 'larger-event' },
    })
    const [row] = publicCredit([{ key: 'k', party: 'cq', record }], DAY, CREDIT)
    expect(Object.keys(row?.record ?? {})).toEqual([
      'authority',
      'enterprise',
      'level',
      'levelSent',
      'publicationBasis',
      'ratingYear',
      'scheme',
      'status',
      'validity',
    ])
    expect(JSON.stringify(row?.record)).toBe(canonical(row?.record))
    expect(JSON.stringify(row)).not.toMatch(/72|pending|applied|larger-event|score|veto|appeal|repair/)
  })

  test('is nothing where the contract does not open what tells a rating', () => {
    const audience = { ...CREDIT.terms.audience, level: 'joint' as const }
    expect(publicPart(rating(), [audience])).toBeNull()
    expect(publicCredit([held()], DAY, { ...CREDIT, terms: { ...CREDIT.terms, audience } })).toEqual([])
  })

  test.each([
    ['before its validity', {}, '2026-08-12', 0],
    ['on its first day', {}, '2026-08-13', 1],
    ['on its last day', {}, '2027-08-12', 1],
    ['after its last day', {}, '2027-08-13', 0],
    ['from the day of repair', REPAIRED, '2026-08-20', 0],
    ['before the day of repair', REPAIRED, '2026-08-19', 1],
    ['that its authority did not make public', { publication: 'joint' }, DAY, 0],
  ] as const)('a rating %s is shown %#', (_, change, day, count) => {
    expect(publicCredit([held(change)], day, CREDIT)).toHaveLength(count)
  })

  test('a row is the same whatever else is held that is not shown', () => {
    const alone = publicCredit([held(DISTRICT)], DAY, CREDIT)
    for (const hidden of [REPAIRED, { publication: 'joint' }, { validity: { from: null, to: '2026-08-31' } }] as const)
      expect(publicCredit([held(hidden), held(DISTRICT)], DAY, CREDIT)).toEqual(alone)
    expect(alone[0]?.setAsideBy).toBeNull()
  })

  test('of two authorities of Chongqing the district’s is set aside by the municipality’s, and both are there', () => {
    const rows = publicCredit([held(DISTRICT), held({ level: 'good' })], DAY, CREDIT)
    expect(rows.map(({ key, setAsideBy }) => [key, setAsideBy])).toEqual([
      [keyOf(DISTRICT), keyOf()],
      [keyOf(), null],
    ])
  })

  test('everything hidden is hidden for a reason: a property over records', () => {
    const day = fc.constantFrom('2026-08-01', '2026-08-13', '2026-10-01', '2027-08-12', '2028-01-01')
    const change = fc.record({
      publication: fc.constantFrom('none', 'joint', 'public'),
      repair: fc.option(fc.record({ date: fc.option(day), state: fc.constantFrom('applied', 'granted', 'refused') })),
      ratingYear: fc.integer({ min: 2021, max: 2025 }),
      authority: fc.constantFrom(rating().authority, DISTRICT.authority),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), day, (changes, on) => {
        const records = changes.map((one, at) => ({ ...held(one), key: `k${at}` }))
        const rows = publicCredit(records, on, CREDIT)
        const shown = new Set(rows.map(({ key }) => key))
        for (const { key, record } of records) {
          const begun = on >= '2026-08-13' && on <= '2027-08-12'
          const repaired = record.repair?.state === 'granted' && (record.repair.date ?? '') <= on
          expect(shown.has(key)).toBe(record.publication === 'public' && begun && !repaired)
        }
        for (const { setAsideBy } of rows) if (setAsideBy !== null) expect(shown).toContain(setAsideBy)
      }),
    )
  })
})

describe('a rating sent under an older version', () => {
  const record = rating({
    score: { qualifier: null, reported: '72', scheme: '渝环规〔2021〕7号', unit: '分', value: 72 },
  })
  const old: HeldCredit = { key: 'k', party: 'cq', record, under: CREDIT }

  test('is not shown in more than was agreed when it was sent', () => {
    expect(publicCredit([old], DAY, WITH_SCORES)[0]?.record).not.toHaveProperty('score')
    expect(publicCredit([{ ...old, under: WITH_SCORES }], DAY, WITH_SCORES)[0]?.record.score?.reported).toBe('72')
  })

  test('nor in more than is agreed now', () => {
    expect(publicCredit([{ ...old, under: WITH_SCORES }], DAY, CREDIT)[0]?.record).not.toHaveProperty('score')
  })

  test('nor for longer than either allows', () => {
    const late = '2030-01-01'
    expect(publicCredit([{ ...old, under: LONGER }], late, LONGER)).toHaveLength(1)
    expect(publicCredit([old], late, LONGER)).toEqual([])
    expect(publicCredit([{ ...old, under: LONGER }], late, CREDIT)).toEqual([])
  })
})

describe('mutual recognition', () => {
  test('is told by the contract in force on every row', () => {
    expect(publicCredit([held()], DAY, CREDIT)[0]?.recognition).toMatchObject({ on: 'sc', level: null })
    expect(publicCredit([held()], DAY, RECOGNISING)[0]?.recognition).toMatchObject({
      on: 'sc',
      level: 'warning',
      zh: '按双方契约互认为四川的环保警示企业',
    })
  })

  test('does not reach a rating that another goes before', () => {
    const [district, municipal] = creditRows([held(DISTRICT), held({ level: 'good' })], RECOGNISING)
    expect(district?.recognition.level).toBeNull()
    expect(municipal?.recognition.level).toBe('good')
  })
})

describe('a row that a release showed', () => {
  const released = () => {
    const [row] = publicCredit([held()], '2026-08-20', CREDIT)
    if (!row) throw new TypeError('nothing was shown')
    return row
  }
  const state = (current: HeldCredit | undefined, day = DAY) => releasedCreditState(released(), current, day, CREDIT)

  test('is still shown while its record says the same publicly, whatever was revised beside', () => {
    expect(state(held())).toBe('shown')
    expect(state(held({ repair: { date: null, state: 'applied' }, appeal: { date: null, state: 'pending' } }))).toBe(
      'shown',
    )
    expect(creditRowVisible(released(), held(), DAY, CREDIT)).toBe(true)
  })

  test.each([
    ['repaired since', held(REPAIRED), DAY],
    ['expired', held(), '2027-08-13'],
    ['no longer public', held({ publication: 'joint' }), DAY],
    ['taken back', undefined, DAY],
    ['of another key now', { ...held(), key: 'another' }, DAY],
  ])('is gone when %s', (_, current, day) => {
    expect(state(current, day)).toBe('gone')
    expect(creditRowVisible(released(), current, day, CREDIT)).toBe(false)
  })

  test('is not shown as it was once its authority publicly says otherwise', () => {
    expect(state(held({ level: 'good', levelSent: '环保良好企业' }))).toBe('revised')
    expect(creditRowVisible(released(), held({ level: 'good' }), DAY, CREDIT)).toBe(false)
  })

  test('is not held against members that are open no more', () => {
    const narrower = creditVersion('3.0.0', ({ audience }) => ({ audience: { ...audience, validity: 'joint' } }))
    expect(releasedCreditState(released(), held(), DAY, narrower)).toBe('shown')
  })
})
