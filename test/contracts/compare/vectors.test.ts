/** Apicurio's JSON Schema compatibility cases (Apache-2.0), read from the shared vectors. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareSchemas, type Verdict } from '../../../contracts/compare/index.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { compared, judgeOf, type Schema } from './judge.ts'

/** What `compatibility` means there: the updated schema reads the original's data, and not the reverse; both; or neither. */
const MEANS: Readonly<Record<string, Verdict>> = { backward: 'backward', both: 'full', none: 'breaking' }

/** Keywords that no contract of ours may use and no comparison decides; a case that has one is skipped by name. None has. */
const NOT_OURS = [
  '$dynamicRef',
  '$recursiveRef',
  'unevaluatedItems',
  'unevaluatedProperties',
  'maxContains',
  'minContains',
]

/** Cases where what the vectors say does not follow from what the schemas accept: our verdict, and why. */
const DISAGREED: Readonly<Record<string, readonly [Verdict, string]>> = {
  'String: pattern 1': [
    'full',
    'the pattern [a-z]* is not anchored and matches every text, so taking it out changes nothing',
  ],
  Const: ['full', 'a text that must be a list: neither version accepts anything at all'],
  'Complex: anyOf 1': ['full', 'a text, or anything that is no text longer than n: both versions accept every value'],
  'Conditional: if': [
    'full',
    '[a-z]* and [A-Z]* match every text, so neither branch of the condition asks for anything',
  ],
  'Conditional: else': ['full', '[A-Z]* matches every text, so asking for a text instead changes nothing'],
}

/** Values of every kind, enough to tell apart the schemas we say are the same. */
const PROBES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    0.5,
    100,
    'a',
    'A',
    '',
    'π',
    'abcdef',
    'abcdefghijklm',
    [],
    ['3.141592653589793238462643383279'],
    ['π'],
    {},
  ],
  ...['lower', 'upper', 'lowerCase', 'x'].flatMap((one) => ['a', 'A', '', '0', 3].map((data) => ({ case: one, data }))),
]

interface Case {
  readonly id: string
  readonly compatibility: string
  readonly original: Schema
  readonly updated: Schema
}

function isCase(value: unknown): value is Case {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'compatibility', 'original', 'updated'].every((name) => name in value)
  )
}

function casesOf(file: string): readonly Case[] {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof read !== 'object' || read === null || !('tests' in read) || !Array.isArray(read.tests))
    throw new TypeError('expected cases')
  const all: readonly unknown[] = read.tests
  if (!all.every(isCase)) throw new TypeError('expected cases with id, compatibility, original and updated')
  return all
}

describeShared('compatibility of JSON Schemas, by Apicurio', () => {
  const cases = casesOf(sharedPath('vectors/schema-compat/apicurio-backward-half.json'))
  const skipped = cases.filter(({ original, updated }) =>
    NOT_OURS.some((keyword) => JSON.stringify([original, updated]).includes(`"${keyword}"`)),
  )

  test('there are 73 cases, and none needs a keyword we do not have', () => {
    expect(cases).toHaveLength(73)
    expect(skipped.map(({ id }) => id)).toEqual([])
    expect(Object.keys(DISAGREED).filter((id) => !cases.some((one) => one.id === id))).toEqual([])
  })

  test.each(cases.map((one, at) => ({ ...one, at })))(
    '$at $id: $compatibility',
    ({ id, compatibility, original, updated }) => {
      const expected = DISAGREED[id]?.[0] ?? MEANS[compatibility]
      // Draft-04's `exclusiveMinimum: true` and an empty list ajv does not compile: there is no second opinion.
      const unjudged = /"exclusiveMinimum":true|"enum":\[\]/.test(JSON.stringify([original, updated]))
      const { verdict } = unjudged ? compareSchemas(original, updated) : compared(original, updated)
      expect(verdict).toBe(expected)
    },
  )

  test.each(cases.filter(({ id }) => Object.hasOwn(DISAGREED, id)))(
    'we disagree about "$id", and ajv with us: no value tells the versions apart',
    ({ original, updated }) => {
      const [one, other] = [judgeOf(original), judgeOf(updated)]
      for (const value of PROBES) expect([value, one(value)]).toEqual([value, other(value)])
    },
  )
})
