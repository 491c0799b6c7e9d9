/** The contract `air-warning` v1.0.0: its examples, which are true by the schemes and the register, its terms, its own text. */
import { describe, expect, test } from 'vitest'
import { readAirWarning } from '../../contracts/air-warning/read.ts'
import json from '../../contracts/air-warning/v1.0.0.json' with { type: 'json' }
import { DIVISIONS_2026_11, divisionIndex } from '../../contracts/registry/index.ts'
import { ruleOf } from '../../contracts/rules/index.ts'
import { STANDARDS, WARNING_SCHEMES, warningSchemeById } from '../../contracts/standards/index.ts'
import { describeContract, exampleNames, exampleOf, type Faults } from './examples.ts'

const FAULTS: Faults = {
  'action-in-words': ['/action', 'enum'],
  'area-id-in-words': ['/area/id', 'pattern'],
  'area-kind-province': ['/area/kind', 'enum'],
  'area-of-third-side': ['/area/party', 'enum'],
  'area-without-name': ['/area', 'required'],
  'authority-empty': ['/issuer/authority', 'minLength'],
  'authority-with-blank': ['/issuer/authority', 'pattern'],
  'basis-empty': ['/basis', 'minLength'],
  'digest-in-capitals': ['/sealedDigest', 'pattern'],
  'digest-short': ['/sealedDigest', 'pattern'],
  'document-missing': ['', 'required'],
  'document-with-unknown-member': ['/document', 'additionalProperties'],
  'effective-as-a-day': ['/effective', 'pattern'],
  'issue-of-something-before': ['/replaces', 'type'],
  'issue-with-level-before': ['/previousLevel', 'type'],
  'issued-in-utc': ['/issued', 'pattern'],
  'issuer-of-third-side': ['/issuer/party', 'enum'],
  'issuer-without-party': ['/issuer', 'required'],
  'level-blue': ['/level', 'enum'],
  'level-in-words': ['/level', 'enum'],
  'level-missing-on-issue': ['/level', 'type'],
  'lift-with-end': ['/until', 'type'],
  'lift-with-level': ['/level', 'type'],
  'lift-with-response': ['/response', 'type'],
  'note-field-no-pointer': ['/notes/0/field', 'pattern'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'number-and-reason': ['/document/unnumbered', 'type'],
  'number-in-square-brackets': ['/document/number', 'pattern'],
  'number-missing-without-reason': ['/document/unnumbered', 'type'],
  'number-without-year': ['/document/number', 'pattern'],
  'originator-unknown': ['/originator', 'enum'],
  'previous-level-in-words': ['/previousLevel', 'enum'],
  'publication-unknown': ['/publication', 'enum'],
  'reason-unknown': ['/document/unnumbered', 'enum'],
  'replaces-in-words': ['/replaces', 'pattern'],
  'response-empty': ['/response', 'minLength'],
  'review-unknown': ['/review', 'enum'],
  'scheme-edition-in-words': ['/scheme/edition', 'pattern'],
  'scheme-missing': ['', 'required'],
  'scheme-unknown': ['/scheme/id', 'enum'],
  'scheme-without-edition': ['/scheme', 'required'],
  'text-empty': ['/text', 'minLength'],
  'title-empty': ['/document/title', 'minLength'],
  'unknown-member': ['', 'additionalProperties'],
  'until-in-words': ['/until', 'pattern'],
}

const { id, schema, terms } = json
const INDEX = divisionIndex(DIVISIONS_2026_11)
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

describeContract(json, FAULTS)

describe('valid examples', () => {
  test.each(exampleNames(id, 'valid'))(
    '%s is true: area and authority of one side, level of its scheme, rules that are known, and 示例',
    (name) => {
      const record = readAirWarning(bytes(exampleOf(id, 'valid', name)))
      const division = INDEX.byId(record.area.id)
      const kind = division?.kind === 'province' ? 'city' : division?.kind
      expect(record.area).toEqual({ id: division?.id, kind, name: division?.name, party: division?.party })
      expect([record.issuer.party, record.originator]).toEqual([record.area.party, record.area.party])
      expect(record.issuer.authority).toMatch(/示例/)
      const scheme = warningSchemeById(record.scheme.id)
      expect(record.scheme.edition).toBe(scheme?.edition)
      const levels = scheme?.levels.map(({ level }) => level)
      for (const level of [record.level, record.previousLevel]) if (level !== null) expect(levels).toContain(level)
      if (record.scheme.document !== null)
        expect(scheme?.usedBy.find((use) => use.document === record.scheme.document)?.party).toBe(record.issuer.party)
      for (const { rule } of record.notes) expect(ruleOf(rule), rule).toBeDefined()
      expect(record.until === null || record.until > record.effective).toBe(true)
    },
  )

  test('show every action, level of the contract and reason for no number', () => {
    const records = exampleNames(id, 'valid').map((name) => readAirWarning(bytes(exampleOf(id, 'valid', name))))
    const shown = <T>(of: (record: (typeof records)[number]) => T) => [...new Set(records.map(of))].sort()
    expect(shown(({ action }) => action)).toEqual(['adjust', 'issue', 'lift'])
    expect(shown(({ level }) => level)).toEqual([...schema.properties.level.enum].sort())
    expect(shown(({ document }) => document.unnumbered)).toEqual(
      [...schema.properties.document.properties.unnumbered.enum].sort(),
    )
  })
})

describe('fields', () => {
  test('are public but for notes and the right to publish, which says whether the authority has published it', () => {
    const joint = Object.entries(terms.audience).filter(([, audience]) => audience === 'joint')
    expect(joint.map(([member]) => member)).toEqual(['notes', 'publication'])
  })

  test('name every scheme the gateway holds, and no level that was given up', () => {
    expect([...schema.properties.scheme.properties.id.enum].sort()).toEqual(WARNING_SCHEMES.map((one) => one.id).sort())
    expect(schema.properties.level.enum).toEqual(['orange', 'red', 'yellow', null])
    expect(schema.properties.previousLevel.enum).toEqual(['orange', 'red', 'yellow', null])
  })
})

describe('terms', () => {
  test('name the register, and let the good rows of a batch count', () => {
    expect(terms.territory).toMatchObject({ divisions: ['50', '51'], register: DIVISIONS_2026_11.id })
    expect(terms.allOrNothing).toBe(false)
  })

  test('forbid to compare colours of two schemes, and say that what is computed is no warning', () => {
    const mixed = terms.quality.find(({ rule }) => rule === 'warning-scheme-mixed')
    expect(mixed).toMatchObject({ action: 'reject', zh: expect.stringContaining('不同方案的颜色不作比较') })
    expect(mixed?.en).toContain('neither compared nor converted')
    expect(terms.display.zh).toContain('预警建议不是预警')
  })

  test('name the schemes with what they are used for, each with its edition in the standards', () => {
    expect(terms.standards.map((one) => one.id).sort()).toEqual(WARNING_SCHEMES.map((one) => one.id).sort())
    for (const { id: standard, use } of terms.standards) {
      expect(STANDARDS.find((one) => one.id === standard)?.edition).toMatch(/^\d{4}$/)
      expect([use.zh, use.en].every((text) => text.length > 4)).toBe(true)
    }
  })
})

test('a record is read back from its bytes, and from nothing else', () => {
  const value = exampleOf(id, 'valid', 'lift-city')
  expect(readAirWarning(bytes(value))).toEqual(value)
  expect(() => readAirWarning(bytes({}))).toThrow(TypeError)
  expect(() => readAirWarning(bytes(exampleOf(id, 'invalid', 'scheme-missing')))).toThrow(TypeError)
  expect(() => readAirWarning(Buffer.from('{'))).toThrow(SyntaxError)
})
