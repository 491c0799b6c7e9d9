/** The contract `air-warning` v1.0.0: its examples, which are true by the schemes and the register, its terms, its own text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readAirWarning } from '../../contracts/air-warning/read.ts'
import json from '../../contracts/air-warning/v1.0.0.json' with { type: 'json' }
import { ANNOTATIONS } from '../../contracts/build.ts'
import { contractOf } from '../../contracts/index.ts'
import { canonical, isCanonical } from '../../contracts/jcs.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../contracts/registry/index.ts'
import { ruleOf } from '../../contracts/rules/index.ts'
import { STANDARDS, WARNING_SCHEMES, warningSchemeById } from '../../contracts/standards/index.ts'
import { ERRORS } from '../../gateway/errors/table.ts'
import { exampleNames, exampleOf, type Faults } from './examples.ts'

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
const contract = contractOf(id, '1.0.0')
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
ajv.addVocabulary(ANNOTATIONS)
const fresh = ajv.compile(schema)
const INDEX = divisionIndex(DIVISIONS_2026_11)
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => {
      return typeof node === 'object' && node !== null
        ? Object.entries(node).find(([key]) => key === name)?.[1]
        : undefined
    }, value)
}

describe('valid examples', () => {
  test.each(exampleNames(id, 'valid'))(
    '%s holds by both validators, in canonical order, with the members of the key',
    (name) => {
      const value = exampleOf(id, 'valid', name)
      expect(contract?.validate(value), JSON.stringify(contract?.validate.errors)).toBe(true)
      expect(fresh(value), JSON.stringify(fresh.errors)).toBe(true)
      expect(JSON.stringify(value)).toBe(canonical(value))
      for (const pointer of json.key.members) expect(at(value, pointer), pointer).not.toBeUndefined()
    },
  )

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

describe('invalid examples', () => {
  test('are each told by their name', () => {
    expect([...exampleNames(id, 'invalid')].sort()).toEqual(Object.keys(FAULTS).sort())
  })

  test.each(exampleNames(id, 'invalid'))('%s fails there, by that rule, and nowhere else', (name) => {
    const value = exampleOf(id, 'invalid', name)
    const [place = '', rule = ''] = FAULTS[name] ?? []
    expect(contract?.validate(value)).toBe(false)
    const [first] = contract?.validate.errors ?? []
    expect([first?.instancePath, first?.keyword]).toEqual([place, rule])
    expect(fresh(value)).toBe(false)
    const found: readonly ErrorObject[] = (fresh.errors ?? []).filter(({ keyword }) => keyword !== 'if')
    expect(found.filter(({ instancePath }) => instancePath !== place)).toEqual([])
  })
})

describe('fields', () => {
  test('each has an audience and is required, and the original is the sender’s own', () => {
    const { original, ...members } = terms.audience
    expect(original).toBe('own')
    expect(Object.keys(members).sort()).toEqual(Object.keys(schema.properties).sort())
    expect([...schema.required].sort()).toEqual(Object.keys(schema.properties).sort())
  })

  test('are public but for notes and the right to publish, which says whether the authority has published it', () => {
    const joint = Object.entries(terms.audience).filter(([, audience]) => audience === 'joint')
    expect(joint.map(([member]) => member)).toEqual(['notes', 'publication'])
  })

  test('are each told in both languages, down to the last', () => {
    const untold: string[] = []
    const visit = (path: string, node: object): void => {
      if (!('properties' in node) || typeof node.properties !== 'object' || node.properties === null) return
      for (const [name, field] of Object.entries<object>(Object.fromEntries(Object.entries(node.properties)))) {
        if (!('x-title' in field)) untold.push(`${path}/${name}`)
        visit(`${path}/${name}`, field)
      }
    }
    visit('', schema)
    expect(untold).toEqual([])
  })

  test('name every scheme the gateway holds, and no level that was given up', () => {
    expect([...schema.properties.scheme.properties.id.enum].sort()).toEqual(WARNING_SCHEMES.map((one) => one.id).sort())
    expect(schema.properties.level.enum).toEqual(['orange', 'red', 'yellow', null])
    expect(schema.properties.previousLevel.enum).toEqual(['orange', 'red', 'yellow', null])
  })
})

describe('terms', () => {
  test('name both signatories, the register, and the grants of each side', () => {
    expect(terms.signatories).toEqual(['cq', 'sc'])
    expect(terms.territory).toMatchObject({ divisions: ['50', '51'], register: DIVISIONS_2026_11.id })
    for (const party of terms.signatories) {
      const own = terms.grants.filter((grant) => grant.party === party)
      expect(own.some(({ may, data }) => may.includes('submit') && data === 'own')).toBe(true)
      expect(own.some(({ may, data }) => may.includes('read') && data === 'joint')).toBe(true)
    }
    expect(terms.grants.filter(({ may, data }) => may.includes('submit') && data !== 'own')).toEqual([])
    expect([terms.retention.records, terms.retention.evidence, terms.allOrNothing]).toEqual(['P10Y', 'P3Y', false])
  })

  test('say what happens to a bad row, by codes and rules that exist, in both languages', () => {
    for (const { rule, action, zh, en } of terms.quality) {
      if (action === 'reject') expect(Object.keys(ERRORS), rule).toContain(rule)
      if (action === 'note') expect(ruleOf(rule), rule).toBeDefined()
      expect(['reject', 'note', 'count']).toContain(action)
      expect([zh, en].every((text) => text.length > 4)).toBe(true)
    }
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

test('the document and its examples are JSON with two blanks, in one canonical form, without multipleOf', () => {
  const folder = join(import.meta.dirname, '../../contracts', id)
  const text = readFileSync(join(folder, 'v1.0.0.json'), 'utf8')
  expect(text).toBe(`${JSON.stringify(json, null, 2)}\n`)
  expect(text).not.toContain('multipleOf')
  expect(contract?.source).toBe(canonical(JSON.parse(text)))
  expect(isCanonical(contract?.source ?? '')).toBe(true)
  expect(schema.$id).toBe('urn:chuanyu:contract:air-warning:1.0.0')
  for (const kind of ['valid', 'invalid'] as const) {
    for (const name of exampleNames(id, kind)) {
      const file = readFileSync(join(folder, 'examples', kind, `${name}.json`), 'utf8')
      expect(file, name).toBe(`${JSON.stringify(JSON.parse(file), null, 2)}\n`)
    }
  }
})

test('a record is read back from its bytes, and from nothing else', () => {
  const value = exampleOf(id, 'valid', 'lift-city')
  expect(readAirWarning(bytes(value))).toEqual(value)
  expect(() => readAirWarning(bytes({}))).toThrow(TypeError)
  expect(() => readAirWarning(bytes(exampleOf(id, 'invalid', 'scheme-missing')))).toThrow(TypeError)
  expect(() => readAirWarning(Buffer.from('{'))).toThrow(SyntaxError)
})
