/** What the tests of several contracts share: the examples beside a contract, and both of its validators. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { ANNOTATIONS } from '../../contracts/build.ts'
import { contractOf } from '../../contracts/index.ts'
import { canonical, isCanonical } from '../../contracts/jcs.ts'
import { ruleOf } from '../../contracts/rules/index.ts'
import { STANDARDS } from '../../contracts/standards/index.ts'
import { ERRORS } from '../../gateway/errors/table.ts'

/** What an invalid example does wrong: where, and which rule of the schema says so. */
export type Faults = Readonly<Record<string, readonly [string, string]>>

/** Faults of what both contracts of sites say alike. */
export const SITE_FAULTS: Faults = {
  'as-of-an-instant': ['/asOf', 'pattern'],
  'as-of-missing': ['', 'required'],
  'contact-by-name': ['/contact', 'additionalProperties'],
  'credit-code-short': ['/enterprise/code', 'pattern'],
  'credit-code-with-letter-o': ['/enterprise/code', 'pattern'],
  'digits-as-number': ['/distanceToBoundary/reported', 'type'],
  'distance-in-metres': ['/distanceToBoundary/unit', 'const'],
  'distance-negative': ['/distanceToBoundary/value', 'minimum'],
  'division-code-of-town': ['/division/code', 'pattern'],
  'division-id-of-nobody': ['/division/id', 'minLength'],
  'division-without-name': ['/division', 'required'],
  'enterprise-without-name': ['/enterprise/name', 'minLength'],
  'figure-with-qualifier': ['/distanceToBoundary/qualifier', 'enum'],
  'figure-without-digits': ['/distanceToBoundary/reported', 'minLength'],
  'figure-without-value': ['/distanceToBoundary/value', 'type'],
  'industry-code-of-letters': ['/industry/code', 'pattern'],
  'latitude-outside': ['/location/latitude/value', 'maximum'],
  'location-in-gcj02': ['/location/crs', 'enum'],
  'location-without-crs': ['/location', 'required'],
  'longitude-outside': ['/location/longitude/value', 'maximum'],
  'note-field-no-pointer': ['/notes/0/field', 'pattern'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'originator-unknown': ['/originator', 'enum'],
  'phone-with-words': ['/contact/phone', 'pattern'],
  'publication-joint': ['/publication', 'enum'],
  'review-unknown': ['/review', 'enum'],
  'river-without-boundary': ['/receivingRiver', 'required'],
  'section-downstream-twice': ['/downstreamSections', 'uniqueItems'],
  'site-empty': ['/site', 'minLength'],
  'unknown-member': ['', 'additionalProperties'],
}

/** The parts of a contract's JSON that every contract must have alike. */
export interface ContractDocument {
  readonly id: string
  readonly version: string
  readonly key: { readonly members: readonly string[] }
  readonly schema: { readonly $id: string; readonly properties: object; readonly required: readonly string[] }
  readonly terms: {
    readonly signatories: readonly string[]
    readonly audience: Readonly<Record<string, string>>
    readonly grants: readonly { party: string; roles: readonly string[]; may: readonly string[]; data: string }[]
    readonly quality: readonly { rule: string; action: string; zh: string; en: string }[]
    readonly retention: { readonly records: string; readonly evidence: string }
    readonly standards: readonly { readonly id: string }[]
  }
}

/** Standards that contracts name and of which the gateway holds nothing but their use. */
const BESIDE = ['GB 32100-2015', 'GB/T 2260', 'GB/T 4754-2017'] as const

const folderOf = (dataset: string) => join(import.meta.dirname, '../../contracts', dataset)

/** The names of a contract's examples of a kind. */
export function exampleNames(dataset: string, kind: 'valid' | 'invalid'): readonly string[] {
  return readdirSync(join(folderOf(dataset), 'examples', kind)).map((file) => file.replace(/\.json$/, ''))
}

/** One example. */
export function exampleOf(dataset: string, kind: 'valid' | 'invalid', name: string): unknown {
  return JSON.parse(readFileSync(join(folderOf(dataset), 'examples', kind, `${name}.json`), 'utf8'))
}

function memberAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => {
      return typeof node === 'object' && node !== null
        ? Object.entries(node).find(([key]) => key === name)?.[1]
        : undefined
    }, value)
}

/** A result with its unit: what its members are is told once, for all of them. */
function isFigure(field: unknown): boolean {
  if (typeof field !== 'object' || field === null || !('properties' in field)) return false
  const members = Object.keys(Object(field.properties))
  return members.includes('unit') && members.includes('value')
}

function untoldIn(schema: unknown): readonly string[] {
  const untold: string[] = []
  const visit = (at: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('properties' in node) || isFigure(node)) return
    for (const [name, field] of Object.entries<unknown>(Object.fromEntries(Object.entries(Object(node.properties))))) {
      if (typeof field !== 'object' || field === null || !('x-title' in field)) untold.push(`${at}/${name}`)
      visit(`${at}/${name}`, field)
    }
  }
  visit('', schema)
  return untold
}

/** The suite of every contract: its examples, who sees its fields, its terms, its own text. */
export function describeContract(json: ContractDocument, faults: Faults): void {
  const { id, version, schema, terms } = json
  const compiled = contractOf(id, version)
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  ajv.addVocabulary(ANNOTATIONS)
  const fresh = ajv.compile(schema)

  describe('valid examples', () => {
    test.each(exampleNames(id, 'valid'))('%s holds, by both validators, in canonical order', (name) => {
      const value = exampleOf(id, 'valid', name)
      expect(compiled?.validate(value), JSON.stringify(compiled?.validate.errors)).toBe(true)
      expect(fresh(value), JSON.stringify(fresh.errors)).toBe(true)
      expect(JSON.stringify(value)).toBe(canonical(value))
      for (const pointer of json.key.members) expect(memberAt(value, pointer), pointer).not.toBeUndefined()
    })
  })

  describe('invalid examples', () => {
    test('are each told by their name', () => {
      expect([...exampleNames(id, 'invalid')].sort()).toEqual(Object.keys(faults).sort())
    })

    test.each(exampleNames(id, 'invalid'))('%s fails there, by that rule, and nowhere else', (name) => {
      const value = exampleOf(id, 'invalid', name)
      const [place = '', rule = ''] = faults[name] ?? []
      expect(compiled?.validate(value)).toBe(false)
      const [first] = compiled?.validate.errors ?? []
      expect([first?.instancePath, first?.keyword]).toEqual([place, rule])
      expect(fresh(value)).toBe(false)
      const found: readonly ErrorObject[] = fresh.errors ?? []
      expect(found.map(({ instancePath }) => instancePath)).toContain(place)
      // A member that may be null fails as a whole too, and one without any name fails by each of its names.
      const elsewhere = found.filter(
        ({ instancePath, keyword }) =>
          instancePath !== place &&
          !(place.startsWith(instancePath) && ['anyOf', 'if', 'oneOf', 'type'].includes(keyword)) &&
          !/^\/\w+\/\d+\/(cas|code|name)$/.test(instancePath),
      )
      expect(elsewhere).toEqual([])
    })
  })

  describe('fields', () => {
    test('each has an audience and is required, and the original is the sender’s own', () => {
      const { original, ...members } = terms.audience
      expect(original).toBe('own')
      expect(Object.keys(members).sort()).toEqual(Object.keys(schema.properties).sort())
      for (const audience of Object.values(members)) expect(['joint', 'public']).toContain(audience)
      expect([...schema.required].sort()).toEqual(Object.keys(schema.properties).sort())
    })

    test('each is told in both languages, down to the last', () => {
      expect(untoldIn(schema)).toEqual([])
    })
  })

  describe('terms', () => {
    test('name both signatories, and grant each to submit its own and to read what is joint', () => {
      expect(terms.signatories).toEqual(['cq', 'sc'])
      for (const party of terms.signatories) {
        const own = terms.grants.filter((grant) => grant.party === party)
        expect(
          own.some(({ may, data, roles }) => may.includes('submit') && data === 'own' && roles.includes('agency')),
        ).toBe(true)
        expect(own.some(({ may, data }) => may.includes('read') && data === 'joint')).toBe(true)
      }
      expect(terms.grants.filter(({ may, data }) => may.includes('submit') && data !== 'own')).toEqual([])
      expect(terms.grants.flatMap(({ roles }) => roles)).not.toContain('public')
    })

    test('say in both languages what happens to a bad row, by codes and rules that exist', () => {
      for (const { rule, action, zh, en } of terms.quality) {
        expect(['reject', 'note', 'count'], rule).toContain(action)
        if (action === 'reject') expect(Object.keys(ERRORS), rule).toContain(rule)
        if (action === 'note') expect(ruleOf(rule), rule).toBeDefined()
        expect(
          [zh, en].every((text) => text.length > 4),
          rule,
        ).toBe(true)
      }
    })

    test('name standards that the gateway has', () => {
      const known = new Set([...STANDARDS.map((one) => one.id), ...BESIDE])
      expect(terms.standards.map((one) => one.id).filter((one) => !known.has(one))).toEqual([])
    })

    test('say how long records and originals are kept', () => {
      expect([terms.retention.records, terms.retention.evidence]).toEqual(['P10Y', 'P3Y'])
    })
  })

  describe('the document', () => {
    const text = readFileSync(join(folderOf(id), `v${version}.json`), 'utf8')

    test('is formatted as JSON with two blanks, as its examples are', () => {
      expect(text).toBe(`${JSON.stringify(json, null, 2)}\n`)
      for (const kind of ['valid', 'invalid'] as const) {
        for (const name of exampleNames(id, kind)) {
          const file = readFileSync(join(folderOf(id), 'examples', kind, `${name}.json`), 'utf8')
          expect(file, name).toBe(`${JSON.stringify(JSON.parse(file), null, 2)}\n`)
        }
      }
    })

    test('has one canonical form, which is what is signed, and says its version', () => {
      expect(compiled?.source).toBe(canonical(JSON.parse(text)))
      expect(isCanonical(compiled?.source ?? '')).toBe(true)
      expect(compiled?.schema).toEqual(schema)
      expect(schema.$id).toBe(`urn:chuanyu:contract:${id}:${version}`)
      expect(contractOf(id, '9.9.9')).toBeUndefined()
    })

    test('uses no multipleOf, which binary fractions make a lottery', () => expect(text).not.toContain('multipleOf'))
  })
}

/**
 * The suite of a contract whose records are joint whole, as nothing of them is ever public. `marked`: what in a valid example says that it is
 * fictional, where it is not null.
 */
export function describeJointContract(
  json: ContractDocument,
  faults: Faults,
  marked: readonly [pointer: string, mark: RegExp] = ['/enterprise/name', /^示例/],
): void {
  describeContract(json, faults)

  test.each(exampleNames(json.id, 'valid'))('%s is marked 示例', (name) => {
    const [place, mark] = marked
    const said = memberAt(exampleOf(json.id, 'valid', name), place)
    if (said !== null) expect(said).toMatch(mark)
  })

  test('fields are joint, every one', () => {
    const { original, ...members } = contractOf(json.id, json.version)?.terms.audience ?? {}
    expect(original).toBe('own')
    expect(new Set(Object.values(members))).toEqual(new Set(['joint']))
    expect(members).toEqual(
      Object.fromEntries(Object.entries(json.terms.audience).filter(([name]) => name !== 'original')),
    )
  })
}
