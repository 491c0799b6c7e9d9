/** Annotations: what the same values mean. A unit is no word, a title is. */
import { describe, expect, test } from 'vitest'
import { compareSchemas, type Direction } from '../../../contracts/compare/index.ts'
import { citedIn, editionChanges, numberAndEdition } from '../../../contracts/compare/meaning/standards.ts'
import { BOTH, edited, only } from './contract.ts'

const TP = '/schema/properties/results/properties/tp'

describe('a unit', () => {
  test('that changes is breaking though both versions accept the same values, and no instance can show it', () => {
    const comparison = edited({ [`${TP}/x-unit`]: 'μg/L' })
    expect(comparison.verdict).toBe('breaking')
    expect(only(comparison)).toMatchObject({
      kind: 'meaning',
      rule: 'x-unit',
      pointer: `${TP}/x-unit`,
      within: 'new',
      places: ['/results/tp'],
      breaks: BOTH,
      decided: true,
      example: null,
      why: {
        zh: '单位由 mg/L 改为 μg/L：同一数字含义不同',
        en: 'unit from mg/L to μg/L: the same figure means something else',
      },
      noExample: { en: expect.stringContaining('no instance') },
    })
  })

  test('that its constant follows has instances, and still the meaning is told apart from the shape', () => {
    const { findings } = edited({ [`${TP}/x-unit`]: 'μg/L', [`${TP}/properties/unit/const`]: 'μg/L' })
    expect(findings.map(({ kind, breaks, example }) => [kind, breaks.length, example !== null])).toEqual(
      expect.arrayContaining([
        ['meaning', 2, false],
        ['schema', 1, true],
        ['schema', 1, true],
      ]),
    )
  })

  test('that is taken out or first given is breaking too', () => {
    expect(edited({ [`${TP}/x-unit`]: undefined }).verdict).toBe('breaking')
    expect(edited({ '/schema/properties/notes/x-unit': 'mg/L' }).verdict).toBe('breaking')
  })

  test('of a member that is itself new is no change', () => {
    const { findings } = edited({
      '/schema/properties/depth': { type: 'number', 'x-unit': 'm' },
      '/terms/audience/depth': 'joint',
    })
    expect(findings.filter(({ kind }) => kind === 'meaning')).toEqual([])
  })
})

/** Keyword, old, new, what it breaks. */
const CHANGES: readonly (readonly [string, unknown, unknown, readonly Direction[]])[] = [
  ['x-averaging', 'PT1H', 'PT8H', BOTH],
  ['x-averagingPeriod', 'PT1H', 'P1D', BOTH],
  ['x-standard', 'GB 3838-2002', 'GB 3838-1988', BOTH],
  ['x-crosswalk', 'credit-levels', 'credit-levels-2', BOTH],
  ['x-detection-limit', '0.01', '0.005', BOTH],
  ['x-detectionLimit', '0.01', '0.005', BOTH],
  ['x-rounding', 2, 3, BOTH],
  ['x-register', 'sections', 'divisions', BOTH],
  ['x-method', 'GB 11893-89', 'HJ 671-2013', BOTH],
  ['x-method', 'GB 11893-89', 'GB 11893-89；HJ 671-2013', ['forward']],
  ['x-method', 'GB 11893-89；HJ 671-2013', 'HJ 671-2013', ['backward']],
  ['x-source', 'GB 3838-2002 table 1', 'GB 3838-1988 table 1', BOTH],
  ['x-audience', 'public', 'joint', ['backward']],
  ['x-audience', 'joint', 'public', BOTH],
  ['contentMediaType', 'image/png', 'image/jpeg', BOTH],
  ['contentEncoding', undefined, 'base64', ['backward']],
  ['contentEncoding', 'base64', undefined, ['forward']],
]

describe('other annotations', () => {
  test.each(CHANGES)('%s from %j to %j', (keyword, old, next, breaks) => {
    const schema = (value: unknown) => ({ type: 'string', ...(value === undefined ? {} : { [keyword]: value }) })
    const { findings } = compareSchemas(schema(old), schema(next))
    expect(findings).toMatchObject([{ rule: keyword, pointer: `/${keyword}`, breaks, decided: true }])
  })

  test.each([
    ['title', 'a', 'b'],
    ['description', 'a', 'b'],
    ['x-title', { zh: '甲', en: 'a' }, { zh: '乙', en: 'b' }],
    ['x-source', 'GB 3838-2002 table 1', 'GB 3838-2002 table 1, no. 8'],
    ['x-method', 'GB 11893-89；HJ 671-2013', 'HJ 671-2013； GB 11893-89'],
    ['x-note', { zh: '甲', en: 'a' }, { zh: '乙', en: 'b' }],
  ])('%s is only words', (keyword, old, next) => {
    const { findings, verdict } = compareSchemas({ [keyword]: old }, { [keyword]: next })
    expect(verdict).toBe('full')
    expect(findings).toMatchObject([{ kind: 'words', breaks: [] }])
  })

  test('one that nothing here knows counts as breaking and is said to be unknown', () => {
    const { findings } = compareSchemas({ 'x-weight': 1 }, { 'x-weight': 2 })
    expect(findings).toMatchObject([
      { rule: 'x-weight', breaks: BOTH, decided: false, why: { en: expect.stringContaining('not known') } },
    ])
  })

  test('what stands nearer wins over what a reference brings', () => {
    const schema = (unit: string) => ({
      properties: { a: { $ref: '#/$defs/x', 'x-unit': 'mg/L' }, b: { $ref: '#/$defs/x' } },
      $defs: { x: { type: 'number', 'x-unit': unit } },
    })
    expect(compareSchemas(schema('m'), schema('km')).findings).toMatchObject([{ rule: 'x-unit', places: ['/b'] }])
  })

  test('a definition moved, with the same annotations, is no change', () => {
    const one = { properties: { a: { $ref: '#/$defs/x' } }, $defs: { x: { type: 'number', 'x-unit': 'm' } } }
    expect(compareSchemas(one, { properties: { a: { type: 'number', 'x-unit': 'm' } } })).toMatchObject({
      verdict: 'full',
      findings: [],
    })
  })

  test('alternatives keep their own', () => {
    const schema = (unit: string) => ({
      anyOf: [
        { type: 'number', 'x-unit': 'm' },
        { type: 'string', 'x-unit': unit },
      ],
    })
    expect(compareSchemas(schema('a'), schema('b')).findings).toMatchObject([
      { pointer: '/anyOf/1/x-unit', places: [''] },
    ])
  })

  test('a schema that contains itself is walked once', () => {
    const schema = (unit: string) => ({ properties: { a: { $ref: '#' }, v: { type: 'number', 'x-unit': unit } } })
    expect(compareSchemas(schema('m'), schema('km')).verdict).toBe('breaking')
  })
})

describe('standards as texts cite them', () => {
  test.each([
    ['GB 3838-2002', 'GB 3838', '2002'],
    ['GB/T 16489-1996', 'GB/T 16489', '1996'],
    ['GB 7485-87', 'GB 7485', '87'],
    ['HJ 633—2026', 'HJ 633', '2026'],
    ['环办〔2011〕22号', '环办〔2011〕22号', null],
    ['GB/T 2260', 'GB/T 2260', null],
  ])('%s', (id, number, edition) => {
    expect(numberAndEdition(id)).toEqual({ number, edition })
  })

  test('are found among words, with tables and clauses beside them', () => {
    expect([...citedIn('荧光法，HJ 915-2017；分光光度法 HJ 897-2017, GB 3838-2002 table 1 no. 8').keys()]).toEqual([
      'HJ915',
      'HJ897',
      'GB3838',
    ])
    expect(editionChanges('HJ 633-2012, GB 3095-2012', 'GB 3095-2012; HJ 633-2026')).toEqual([
      ['HJ 633-2012', 'HJ 633-2026'],
    ])
  })
})
