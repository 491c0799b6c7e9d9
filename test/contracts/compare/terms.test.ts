/** Terms: who may see and do what, where, how often, by what standard, for how long. */
import { describe, expect, test } from 'vitest'
import { compareContracts, type Direction } from '../../../contracts/compare/index.ts'
import credit from '../../../contracts/enterprise-credit/v1.0.0.json' with { type: 'json' }
import water from '../../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }
import { BOTH, edited, only, put, waterWith } from './contract.ts'

describe('audience', () => {
  test('widened from both sides to everybody is breaking: what was sent before was not agreed to be shown', () => {
    const comparison = edited({ '/terms/audience/results': 'public' })
    expect(comparison).toMatchObject({ verdict: 'breaking', step: { required: 'major', fits: false } })
    expect(only(comparison)).toMatchObject({
      kind: 'terms',
      rule: 'audience',
      pointer: '/terms/audience/results',
      breaks: BOTH,
      consent: true,
      why: { zh: expect.stringContaining('须双方重新同意'), en: expect.stringContaining('needs new consent') },
      noExample: { en: expect.stringContaining('no instance') },
    })
  })

  test('narrowed from everybody to both sides takes away from readers, and needs no consent', () => {
    const comparison = edited({ '/terms/audience/class': 'joint' })
    expect(comparison).toMatchObject({ verdict: 'forward', step: { required: 'major' } })
    expect(only(comparison)).toMatchObject({
      breaks: ['backward'],
      consent: false,
      why: { en: expect.stringContaining('narrows') },
    })
  })

  test('the evidence, so far for the sender alone, shown to both sides needs consent', () => {
    expect(only(edited({ '/terms/audience/original': 'joint' }))).toMatchObject({ breaks: BOTH, consent: true })
  })

  test('of a member that is new comes with it; both sides is what a member without one has', () => {
    const added = edited({ '/schema/properties/remark': { type: 'string' }, '/terms/audience/remark': 'public' })
    expect(added.verdict).toBe('backward')
    expect(only(added, '/terms/audience/remark')).toMatchObject({ breaks: [], consent: false })
    expect(edited({ '/terms/audience/notes': undefined }).verdict).toBe('full')
    expect(edited({ '/terms/audience/station': undefined }).verdict).toBe('forward')
  })

  test('a word that is no audience counts as breaking', () => {
    expect(only(edited({ '/terms/audience/results': 'friends' }))).toMatchObject({ breaks: BOTH, decided: false })
  })
})

const reading = (party: string) => ({ party, roles: ['audit'], may: ['read'], data: 'joint' })

/** What is edited; what it breaks, whether it needs consent, and where it is told. */
const CHANGES: readonly (readonly [
  string,
  Readonly<Record<string, unknown>>,
  readonly Direction[],
  boolean,
  string,
])[] = [
  ['a signatory more', { '/terms/signatories': ['cq', 'sc', 'gz'] }, BOTH, true, '/terms/signatories'],
  ['signatories in another order', { '/terms/signatories': ['sc', 'cq'] }, [], false, '/terms/signatories'],
  [
    'a division more',
    { '/terms/territory/divisions': ['50', '51', '52'] },
    ['forward'],
    false,
    '/terms/territory/divisions/2',
  ],
  ['a division fewer', { '/terms/territory/divisions': ['50'] }, ['backward'], false, '/terms/territory/divisions/1'],
  ['another register', { '/terms/territory/register': 'divisions' }, BOTH, false, '/terms/territory/register'],
  [
    'only counties on the boundary',
    { '/terms/territory/adjoining': true },
    ['backward'],
    false,
    '/terms/territory/adjoining',
  ],
  ['a new reader', { '/terms/grants/-': reading('gz') }, BOTH, true, '/terms/grants/4'],
  [
    'a new act on the own data',
    { '/terms/grants/0/may': ['submit', 'normalise', 'read', 'withdraw'] },
    ['forward'],
    false,
    '/terms/grants/0',
  ],
  [
    'a role fewer',
    { '/terms/grants/2/roles': ['agency', 'operator', 'reviewer', 'signatory'] },
    ['backward'],
    false,
    '/terms/grants/2',
  ],
  [
    'a grant written as two',
    {
      '/terms/grants/0/may': ['submit', 'normalise'],
      '/terms/grants/-': { party: 'cq', roles: ['agency'], may: ['read'], data: 'own' },
    },
    [],
    false,
    '/terms/grants',
  ],
  [
    'another averaging period',
    { '/terms/cadence/automatic/averaging': 'PT1H' },
    BOTH,
    false,
    '/terms/cadence/automatic/averaging',
  ],
  [
    'sent more often',
    { '/terms/cadence/automatic/every': 'PT1H' },
    ['backward'],
    false,
    '/terms/cadence/automatic/every',
  ],
  [
    'sent less often',
    { '/terms/cadence/automatic/every': 'P1D' },
    ['forward'],
    false,
    '/terms/cadence/automatic/every',
  ],
  ['a shorter deadline', { '/terms/cadence/deadline': 'P3D' }, ['backward'], false, '/terms/cadence/deadline'],
  ['a longer deadline', { '/terms/cadence/deadline': 'P1M' }, ['forward'], false, '/terms/cadence/deadline'],
  ['a deadline that is no duration', { '/terms/cadence/deadline': 'soon' }, BOTH, false, '/terms/cadence/deadline'],
  ['a kind of monitoring fewer', { '/terms/cadence/manual': undefined }, ['backward'], false, '/terms/cadence/manual'],
  ['the whole batch or nothing', { '/terms/allOrNothing': true }, ['backward'], false, '/terms/allOrNothing'],
  [
    'a rule that rejects',
    { '/terms/quality/-': { rule: 'new-rule', action: 'reject', zh: '甲', en: 'a' } },
    ['backward'],
    false,
    '/terms/quality/6',
  ],
  [
    'a rule that notes',
    { '/terms/quality/-': { rule: 'new-rule', action: 'note', zh: '甲', en: 'a' } },
    [],
    false,
    '/terms/quality/6',
  ],
  ['a note becomes a rejection', { '/terms/quality/4/action': 'reject' }, ['backward'], false, '/terms/quality/4'],
  ['a rejection becomes a note', { '/terms/quality/3/action': 'note' }, ['forward'], false, '/terms/quality/3'],
  ['a rule of another measure', { '/terms/quality/3/limit': 5 }, BOTH, false, '/terms/quality/3'],
  ['an action nobody knows', { '/terms/quality/3/action': 'ponder' }, BOTH, false, '/terms/quality/3'],
  ['another edition of a standard', { '/terms/standards/2/id': 'GB/T 8170-1987' }, BOTH, false, '/terms/standards/2'],
  [
    'a standard beside the others',
    { '/terms/standards/-': { id: 'HJ 915-2017' } },
    ['forward'],
    false,
    '/terms/standards/3',
  ],
  [
    'an edition beside the other',
    { '/terms/standards/-': { id: 'GB 3838-1988' } },
    ['forward'],
    false,
    '/terms/standards/3',
  ],
  ['rounded to other decimals', { '/terms/rounding/0/decimals/tp': 2 }, BOTH, false, '/terms/rounding/0/decimals/tp'],
  ['rounded by another method', { '/terms/rounding/0/method': 'half-up' }, BOTH, false, '/terms/rounding/0'],
  [
    'rounding of one more product',
    { '/terms/rounding/-': { product: 'daily', method: 'GB/T 8170-2008', decimals: {} } },
    ['forward'],
    false,
    '/terms/rounding/1',
  ],
  ['a product more', { '/terms/products/-': { id: 'daily', period: 'P1D' } }, ['forward'], false, '/terms/products/1'],
  ['a product over another period', { '/terms/products/0/period': 'P1M' }, BOTH, false, '/terms/products/0'],
  ['a product that loses its label', { '/terms/products/0/label': undefined }, BOTH, false, '/terms/products/0'],
  ['kept for less time', { '/terms/retention/evidence': 'P1Y' }, ['backward'], false, '/terms/retention/evidence'],
  ['kept for longer', { '/terms/retention/evidence': 'P30Y' }, BOTH, true, '/terms/retention/evidence'],
  ['another key', { '/key/members': ['/section/id', '/interval/end'] }, BOTH, false, '/key/members'],
  ['another contract', { '/id': 'water' }, BOTH, false, '/id'],
  [
    'detection limits that move',
    { '/terms/detectionLimits': { tp: '0.01' } },
    ['forward'],
    false,
    '/terms/detectionLimits/tp',
  ],
  ['a term that nobody knows', { '/terms/moon': 'full' }, BOTH, false, '/terms/moon'],
]

describe('terms', () => {
  test.each(CHANGES.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [edits, breaks, consent, pointer] }) => {
      expect(only(edited(edits))).toMatchObject({ kind: 'terms', breaks, consent, pointer, example: null })
    },
  )

  test('said otherwise are only words, a patch', () => {
    const comparison = edited({
      '/version': '1.0.1',
      '/title/en': 'Water',
      '/key/zh': '断面等',
      '/terms/territory/zh': '川渝',
      '/terms/cadence/manual/en': 'monthly',
      '/terms/cadence/automatic/averaging': 'PT240M',
      '/terms/quality/0/zh': '时间',
      '/terms/standards/0/use/en': 'grade',
      '/terms/products/0/label/zh': '不用于考核',
      '/terms/retention/en': 'ten years',
    })
    expect(comparison).toMatchObject({ verdict: 'full', step: { required: 'patch', fits: true } })
    expect(comparison.findings.map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'words'))
  })

  test('detection limits and crosswalks, once there, change what figures and codes mean', () => {
    const with1 = waterWith({
      '/terms/detectionLimits': { tp: '0.01' },
      '/terms/crosswalks': [{ id: 'levels', rows: [1] }],
    })
    const with2 = waterWith({
      '/terms/detectionLimits': { tp: '0.02' },
      '/terms/crosswalks': [{ id: 'levels', rows: [2] }],
    })
    const { findings } = compareContracts(with1, with2)
    expect(findings).toMatchObject([
      { pointer: '/terms/crosswalks/0', breaks: BOTH, why: { zh: expect.stringContaining('对照关系') } },
      { pointer: '/terms/detectionLimits/tp', breaks: BOTH, why: { zh: expect.stringContaining('检出限') } },
    ])
  })

  test('both ways agree where no consent is asked for', () => {
    const mirror = { backward: 'forward', forward: 'backward', full: 'full', breaking: 'breaking' } as const
    let told = 0
    for (const [name, edits] of CHANGES) {
      const next = waterWith(edits)
      const [there, back] = [compareContracts(water, next), compareContracts(next, water)]
      // Who agreed to what depends on which came first: consent has no mirror.
      if ([...there.findings, ...back.findings].some(({ consent }) => consent)) continue
      told++
      expect([name, back.verdict]).toEqual([name, mirror[there.verdict]])
    }
    expect(told).toBeGreaterThan(CHANGES.length / 2)
  }, 30_000)
})

describe('enterprise credit', () => {
  const changed = (pointer: string, value: unknown) => compareContracts(credit, put(credit, pointer, value))

  test('another row of the crosswalk gives one code another grade', () => {
    const found = only(changed('/terms/crosswalk/rows/2/cq', '环保良好企业'))
    expect(found).toMatchObject({
      rule: 'crosswalk',
      breaks: BOTH,
      why: { zh: expect.stringContaining('对照关系不同（rows，行由') },
    })
  })

  test('mutual recognition that is not spoken of is not enabled', () => {
    expect(only(changed('/terms/mutualRecognition', undefined))).toMatchObject({ breaks: [], within: 'old' })
    expect(only(changed('/terms/mutualRecognition/scope', ['loans']))).toMatchObject({ breaks: BOTH, decided: false })
  })

  test('mutual recognition that begins needs consent, and ends without', () => {
    expect(only(changed('/terms/mutualRecognition/enabled', true))).toMatchObject({ breaks: BOTH, consent: true })
    expect(only(compareContracts(put(credit, '/terms/mutualRecognition/enabled', true), credit))).toMatchObject({
      breaks: ['backward'],
      consent: false,
    })
  })

  test('shown for longer needs consent, for less time does not', () => {
    expect(only(changed('/terms/display/yearsWithoutValidity', 3))).toMatchObject({ breaks: BOTH, consent: true })
    expect(only(changed('/terms/display/yearsWithoutValidity', 1))).toMatchObject({
      breaks: ['backward'],
      consent: false,
    })
    expect(only(changed('/terms/display/goneOn', ['expiry']))).toMatchObject({ breaks: BOTH, consent: true })
    expect(only(changed('/terms/display/goneOn', ['repair-granted', 'expiry', 'objection']))).toMatchObject({
      breaks: ['backward'],
    })
  })
})

describe('what is no contract', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['one without terms', { id: 'a', version: '1.0.0', schema: {} }],
    ['one without a version', { id: 'a', schema: {}, terms: {} }],
    ['one whose schema is a number', { id: 'a', version: '1.0.0', schema: 1, terms: {} }],
    ['one that JSON cannot hold', { id: 'a', version: '1.0.0', schema: {}, terms: { at: undefined } }],
  ])('%s is refused', (_name, value) => {
    expect(() => compareContracts(water, value)).toThrow(TypeError)
    expect(() => compareContracts(value, water)).toThrow(TypeError)
  })
})
