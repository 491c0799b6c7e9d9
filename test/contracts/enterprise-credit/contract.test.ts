/** The contract `enterprise-credit` v1.0.0: its examples, what they must be true to, its terms, its own text. */
import { describe, expect, test } from 'vitest'
import { creditBandOf, creditLevelOf, creditSchemeOf, vetoCaseOf } from '../../../adapters/standards/credit.ts'
import { readCreditCode } from '../../../adapters/standards/credit-code.ts'
import { readCreditRecord } from '../../../contracts/enterprise-credit/read.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { commonLevel, creditTerms } from '../../../contracts/enterprise-credit/terms.ts'
import json from '../../../contracts/enterprise-credit/v1.0.0.json' with { type: 'json' }
import { DIVISIONS_2026_11, divisionIndex } from '../../../contracts/registry/index.ts'
import { CREDIT_SCHEMES, STANDARDS, standardById } from '../../../contracts/standards/index.ts'
import { describeContract, exampleNames, exampleOf, type Faults } from '../examples.ts'

const { schema, terms } = json
const names = exampleNames('enterprise-credit', 'valid')
const record = (name: string): CreditRecord =>
  readCreditRecord(JSON.stringify(exampleOf('enterprise-credit', 'valid', name)))
const schemeOf = (id: string) => {
  const found = CREDIT_SCHEMES.find((scheme) => scheme.id === id)
  if (!found?.party) throw new Error(`${id} is no side's scheme`)
  return { scheme: found, party: found.party }
}

describe('valid examples', () => {
  test('show every kind of record', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'chongqing-municipal',
        'chongqing-district',
        'sichuan-prefecture',
        'sichuan-provincial-veto',
        'not-rated',
        'suspended',
        'repaired',
        'under-appeal',
        'without-score',
        'division-unresolved',
      ]),
    )
  })

  test.each(names)('%s is fictional: it says 示例, and its code is of no division', (name) => {
    const { enterprise } = record(name)
    expect(enterprise.name).toContain('示例')
    expect(readCreditCode(enterprise.code)).toEqual({ code: enterprise.code, sent: null, organisation: true })
    expect(enterprise.code.slice(2, 8)).toBe('000000')
  })

  test.each(names)('%s is true to the scheme of its year, the crosswalk and the register', (name) => {
    const { authority, enterprise, level, levelSent, ratingYear, scheme: id, score, veto } = record(name)
    const { scheme, party } = schemeOf(id)
    expect(creditSchemeOf(party, ratingYear)).toBe(scheme)
    expect(scheme.authorities?.levels).toContain(authority.level)
    if (levelSent !== null) {
      const named = creditLevelOf(scheme, levelSent)
      expect(commonLevel(creditTerms('1.0.0').crosswalk, party, named?.level.title.zh ?? '')).toBe(level)
    }
    if (score !== null) expect(Number(score.reported)).toBe(score.value)
    if (veto.case !== null) expect(scheme.veto?.cases.map(({ key }) => key)).toContain(veto.case)
    if (enterprise.division) {
      const division = divisionIndex(DIVISIONS_2026_11).byId(enterprise.division.id)
      expect([division?.name, division?.party]).toEqual([enterprise.division.name, party])
    }
  })

  test.each(names)('%s has the note of a difference exactly when score and level differ', (name) => {
    const { level, notes, scheme: id, score } = record(name)
    const band = score && creditBandOf(schemeOf(id).scheme, score.value)
    const noted = notes.some(({ rule }) => rule === 'level-score-differ')
    expect(noted).toBe(band !== null && band !== level)
  })

  test('the example of a veto names its case by the scheme', () => {
    const { veto, scheme } = record('sichuan-provincial-veto')
    expect(vetoCaseOf(schemeOf(scheme).scheme, '上年发生较大突发环境事件')?.key).toBe(veto.case)
  })
})

/** What each invalid example does wrong: where, and which rule of the schema says so. */
const FAULTS: Faults = {
  'appeal-state-unknown': ['/appeal/state', 'enum'],
  'authority-level-in-words': ['/authority/level', 'enum'],
  'authority-missing': ['', 'required'],
  'authority-name-with-slash': ['/authority/name', 'pattern'],
  'authority-of-the-other-side': ['/authority/level', 'enum'],
  'basis-of-nothing': ['/publicationBasis/notice', 'type'],
  'code-short': ['/enterprise/code', 'pattern'],
  'code-with-letter-o': ['/enterprise/code', 'pattern'],
  'division-by-name': ['/enterprise/division', 'type'],
  'division-id-form': ['/enterprise/division/id', 'pattern'],
  'enterprise-without-name': ['/enterprise', 'required'],
  'level-in-words': ['/level', 'enum'],
  'level-of-performance-grades': ['/level', 'enum'],
  'not-rated-with-level': ['/level', 'type'],
  'not-rated-with-score': ['/score', 'type'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'notice-without-end': ['/publicationBasis/notice', 'required'],
  'person-named': ['/enterprise', 'additionalProperties'],
  'public-without-basis': ['/publicationBasis', 'type'],
  'publication-unknown': ['/publication', 'enum'],
  'rated-without-level': ['/level', 'enum'],
  'rated-without-level-sent': ['/levelSent', 'type'],
  'repair-in-words': ['/repair/state', 'enum'],
  'repair-without-date': ['/repair', 'required'],
  'scheme-national': ['/scheme', 'enum'],
  'score-above-ceiling': ['/score/value', 'maximum'],
  'score-as-text': ['/score/value', 'type'],
  'score-implausible': ['/score/value', 'maximum'],
  'score-negative': ['/score/value', 'minimum'],
  'score-of-another-scheme': ['/score/scheme', 'const'],
  'score-unit-unknown': ['/score/unit', 'const'],
  'score-without-scheme': ['/score', 'required'],
  'status-unknown': ['/status', 'enum'],
  'unknown-member': ['', 'additionalProperties'],
  'validity-as-text': ['/validity', 'type'],
  'validity-day-form': ['/validity/to', 'pattern'],
  'validity-without-end': ['/validity', 'required'],
  'veto-as-text': ['/veto/applied', 'type'],
  'veto-case-in-words': ['/veto/case', 'pattern'],
  'year-as-text': ['/ratingYear', 'type'],
  'year-before-the-method': ['/ratingYear', 'minimum'],
}

describeContract(json, FAULTS)

describe('fields', () => {
  test('scores, vetoes, repairs and appeals are between the two sides; levels and their authority are public', () => {
    expect(terms.audience).toMatchObject({
      appeal: 'joint',
      authority: 'public',
      level: 'public',
      levelSent: 'public',
      ratingYear: 'public',
      repair: 'joint',
      scheme: 'public',
      score: 'joint',
      validity: 'public',
      veto: 'joint',
    })
  })

  test('no one is named: an enterprise has its code, name and division and nothing of a person', () => {
    expect(Object.keys(schema.properties.enterprise.properties).sort()).toEqual(['code', 'division', 'name'])
  })

  test('the schema knows each side’s schemes, their ceiling and their authorities as the standards have them', () => {
    const own = CREDIT_SCHEMES.filter(({ party }) => party !== null)
    expect([...schema.properties.scheme.enum].sort()).toEqual(own.map(({ id }) => id).sort())
    for (const { id, authorities, computation } of own) {
      const rule = schema.allOf.find((one) => one.if.properties.scheme?.const === id)
      expect([...(rule?.then.properties.authority?.properties.level.enum ?? [])].sort()).toEqual(
        [...(authorities?.levels ?? [])].sort(),
      )
      expect(rule?.then.properties.score?.properties?.value?.maximum ?? null).toBe(computation?.cap ?? null)
    }
  })
})

describe('terms', () => {
  test('name both signatories, and the key of a record by members that exist', () => {
    expect(terms.signatories).toEqual(['cq', 'sc'])
    const { authority, enterprise, ratingYear } = record('chongqing-municipal')
    const members = {
      '/enterprise/code': enterprise.code,
      '/ratingYear': ratingYear,
      '/authority/level': authority.level,
      '/authority/name': authority.name,
    }
    expect(json.key.members).toEqual(Object.keys(members))
  })

  test('say the territory by the divisions of both sides and the register', () => {
    expect(terms.territory).toMatchObject({ divisions: ['50', '51'], register: DIVISIONS_2026_11.id })
  })

  test('name standards the gateway has, and the one for codes', () => {
    for (const { id } of terms.standards.filter((one) => one.id !== 'GB 32100-2015'))
      expect(standardById(id)?.id).toBe(id)
    const credit = STANDARDS.filter(({ kind }) => kind === 'enterprise-credit').map(({ id }) => id)
    expect(terms.standards.map(({ id }) => id).sort()).toEqual([...credit, 'GB 32100-2015'].sort())
  })

  test('round nothing, since scores are shown as reported and only with their scheme', () => {
    expect(terms.rounding).toEqual([])
    expect(terms.products).toEqual([])
  })
})

test('a stored text that is no record is refused', () => {
  for (const text of ['{}', 'null', JSON.stringify(exampleOf('enterprise-credit', 'invalid', 'score-without-scheme'))])
    expect(() => readCreditRecord(text)).toThrow(TypeError)
})
