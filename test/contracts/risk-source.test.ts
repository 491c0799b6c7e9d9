/** The contract `risk-source` v1.0.0: its examples, which are true, its territory, and its terms. */
import { describe, expect, test } from 'vitest'
import { readCreditCode } from '../../adapters/standards/credit-code.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../contracts/registry/index.ts'
import { readRiskSourceRecord } from '../../contracts/risk-source/read.ts'
import type { MediumFinding } from '../../contracts/risk-source/record.ts'
import json from '../../contracts/risk-source/v1.0.0.json' with { type: 'json' }
import { HJ941_2018, STANDARDS } from '../../contracts/standards/index.ts'
import { RISK_LEVELS } from '../../contracts/standards/risk-types.ts'
import { describeJointContract, exampleNames, exampleOf, SITE_FAULTS } from './examples.ts'

describeJointContract(json, {
  ...SITE_FAULTS,
  'band-four': ['/riskLevel/air/q', 'enum'],
  'basis-unknown': ['/riskLevel/air/basis', 'enum'],
  'cas-malformed': ['/substances/0/cas', 'pattern'],
  'level-by-colour': ['/riskLevel/reported', 'enum'],
  'level-in-words': ['/riskLevel/computed', 'enum'],
  'level-missing': ['', 'required'],
  'media-empty': ['/substances/0/media', 'minItems'],
  'media-unknown': ['/substances/0/media/0', 'enum'],
  'penalised-in-words': ['/riskLevel/penalised', 'type'],
  'phase-unknown': ['/substances/0/phase', 'enum'],
  'process-zero': ['/riskLevel/air/m', 'enum'],
  'quantity-in-kilograms': ['/substances/0/quantity/unit', 'const'],
  'quantity-negative': ['/substances/0/quantity/value', 'minimum'],
  'ratio-as-number': ['/riskLevel/air/ratio', 'type'],
  'ratio-of-two-places': ['/riskLevel/air/ratio', 'pattern'],
  'sensitivity-four': ['/riskLevel/water/e', 'enum'],
  'standard-of-2014': ['/riskLevel/standard', 'enum'],
  'substance-of-no-name': ['/substances/0/cas', 'type'],
  'text-of-another-scheme': ['/riskLevel/text', 'pattern'],
  'threshold-zero': ['/substances/0/threshold/value', 'exclusiveMinimum'],
})

const records = exampleNames('risk-source', 'valid').map(
  (name) => [name, readRiskSourceRecord(Buffer.from(JSON.stringify(exampleOf('risk-source', 'valid', name))))] as const,
)

describe('valid examples are true', () => {
  test('and show every kind of record', () => {
    expect(records.map(([name]) => name).sort()).toEqual([
      'gcj02-converted',
      'level-differs',
      'near-boundary',
      'new-district',
      'q0-general',
      'raised-after-penalty',
      'retired-division',
      'text-form',
      'word-only',
    ])
  })

  test.each(records)(
    '%s: its code holds and belongs to no region, its division is the register’s on its day',
    (_name, record) => {
      const read = readCreditCode(record.enterprise.code)
      expect(read).toMatchObject({ code: record.enterprise.code, organisation: true })
      expect(record.enterprise.code).toMatch(/^..000000/)
      const index = divisionIndex(DIVISIONS_2026_11)
      const division = index.byId(record.division.id)
      expect(record.division).toEqual({ code: division?.code, id: division?.id, name: division?.name })
      expect(division?.party).toBe(record.originator)
      expect(index.inForce({ on: record.asOf })).toContain(division)
    },
  )

  /** The bands by division in decimals, far enough from any limit for that. */
  const bandOf = (ratio: number) => (ratio < 1 ? 0 : ratio < 10 ? 1 : ratio < 100 ? 2 : 3)

  test.each(records)(
    '%s: its levels are those of the standard’s matrix, its Q that of its substances',
    (_name, record) => {
      const { air, water, computed, penalised } = record.riskLevel
      for (const [medium, finding] of [
        ['air', air],
        ['water', water],
      ] as const) {
        if (!finding) continue
        const { basis, q, m, e, level, ratio }: MediumFinding = finding
        if (q !== null && q > 0) {
          const rows = HJ941_2018.matrix[e ?? 1]
          expect(level).toBe(rows[q === 1 ? 1 : q === 2 ? 2 : 3][(m ?? 0) - 1])
        } else if (q === 0) expect(level).toBe('general')
        if (basis !== 'substances') continue
        const sum = record.substances
          .filter(({ media }) => media?.includes(medium))
          .reduce((total, { quantity, threshold }) => total + quantity.value / (threshold?.value ?? 1), 0)
        expect(Number(ratio)).toBeCloseTo(sum, 4)
        expect(q).toBe(bandOf(sum))
      }
      const levels = [air, water].flatMap((finding) => (finding?.level ? [RISK_LEVELS.indexOf(finding.level)] : []))
      const raised = Math.min(Math.max(...levels) + (penalised ? 1 : 0), 2)
      expect(computed).toBe(levels.length === 0 ? null : RISK_LEVELS[raised])
    },
  )

  test('a penalty raises 较大 to 重大, E3 for water four kilometres from the boundary is told, and Q that differs too', () => {
    const of = (name: string) => records.find(([known]) => known === name)?.[1]
    expect(of('raised-after-penalty')?.riskLevel).toMatchObject({
      computed: 'major',
      penalised: true,
      water: { level: 'large', q: 2, ratio: '10.0000' },
    })
    expect(of('near-boundary')?.notes.map(({ rule }) => rule)).toContain('water-e2-near-boundary-suggested')
    expect(of('near-boundary')?.riskLevel.water?.e).toBe(3)
    expect(of('level-differs')?.notes).toContainEqual({ field: '/riskLevel/air', rule: 'q-differs', sent: 'Q1' })
  })
})

describe('terms', () => {
  test('cover the whole of both provinces', () => {
    expect(json.terms.territory).toMatchObject({ divisions: ['50', '51'], register: 'divisions', adjoining: false })
  })

  test('name the standard the records are judged by, and no crosswalk', () => {
    expect(json.schema.properties.riskLevel.properties.standard.enum).toEqual([HJ941_2018.id])
    expect(json.terms.standards.map(({ id }) => id)).toContain(HJ941_2018.id)
    expect(STANDARDS.map(({ id }) => id)).toContain(HJ941_2018.id)
    expect(json.terms.crosswalks).toEqual([])
  })

  test('publish nothing', () => {
    expect(json.terms.products).toEqual([])
    expect(json.schema.properties.publication.enum).toEqual(['none'])
  })
})

describe('stored bytes', () => {
  const text = JSON.stringify(exampleOf('risk-source', 'valid', 'text-form'))

  test('read back as the record they were', () => {
    expect(JSON.stringify(readRiskSourceRecord(Buffer.from(text)))).toBe(text)
  })

  test.each([
    ['another contract’s record', '{}'],
    ['a record with a public mark', text.replace('"publication":"none"', '"publication":"public"')],
    ['a damaged member', text.replace('"crs":"CGCS2000"', '"crs":"WGS84"')],
  ])('of %s are refused', (_what, stored) => {
    expect(stored).not.toBe(text)
    expect(() => readRiskSourceRecord(Buffer.from(stored))).toThrow('expected a record of the contract risk-source')
  })

  test('cut off, or no UTF-8, are refused', () => {
    expect(() => readRiskSourceRecord(Buffer.from(text.slice(0, -1)))).toThrow(SyntaxError)
    expect(() => readRiskSourceRecord(Buffer.from(text, 'latin1'))).toThrow()
  })
})
