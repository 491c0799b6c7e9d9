/** Any two schemas: whatever the comparison says must stand before ajv. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSchemas } from '../../../contracts/compare/index.ts'
import { accepts } from '../../../contracts/compare/schema/accepts.ts'
import { compile } from '../../../contracts/compare/schema/compile.ts'
import { documentOf } from '../../../contracts/compare/schema/document.ts'
import { marks } from '../../../contracts/compare/schema/form.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { compared, judgeOf, type Schema } from './judge.ts'

const NAMES = ['a', 'b', 'ab']
const PATTERNS = ['^a', 'b$', '^a+b?$', '^.{2}$', '[a-c]']
const VALUES: readonly unknown[] = [null, true, false, 0, 1, 1.5, -1, 'a', 'b', 'ab', '', [1], [], { a: 1 }, {}]

const small = (min: number, max: number) => fc.integer({ min, max })
const simple: fc.Arbitrary<Schema> = fc.oneof(
  fc.constantFrom<Schema>(true, false, {}),
  fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object') }),
  fc.record({ type: fc.constantFrom(['string', 'null'], ['integer', 'string'], ['number', 'boolean']) }),
  fc.record({ enum: fc.subarray([...VALUES], { minLength: 1 }) }),
  fc.record({ const: fc.constantFrom(...VALUES) }),
  fc.record(
    { minimum: small(-2, 3), maximum: small(-1, 4), multipleOf: fc.constantFrom(1, 2, 3, 0.5) },
    { requiredKeys: [] },
  ),
  fc.record(
    { type: fc.constant('number'), exclusiveMinimum: small(-2, 3), exclusiveMaximum: small(-1, 4) },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constant('string'),
      minLength: small(0, 2),
      maxLength: small(1, 3),
      pattern: fc.constantFrom(...PATTERNS),
    },
    { requiredKeys: ['type'] },
  ),
)

const keyed = (keyword: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Schema> =>
  value.map((inner) => Object.fromEntries([[keyword, inner]]))

const { schema } = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie('schema')
  const members = fc.record(
    {
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom(...NAMES), inner, { maxKeys: 3 }),
      required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 1 }),
      additionalProperties: inner,
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), inner, { maxKeys: 1 }),
      propertyNames: simple,
      minProperties: small(0, 2),
      maxProperties: small(1, 3),
      dependentRequired: fc.dictionary(
        fc.constantFrom('a', 'b'),
        fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 1 }),
        { maxKeys: 1 },
      ),
    },
    { requiredKeys: ['type'] },
  )
  const entries = fc.record(
    {
      type: fc.constant('array'),
      items: inner,
      minItems: small(0, 2),
      maxItems: small(1, 3),
      uniqueItems: fc.boolean(),
    },
    { requiredKeys: ['type'] },
  )
  // `contains` beside `prefixItems` ajv 8.20 does not check on an empty array, so the two are not put together.
  const more = fc.oneof(keyed('prefixItems', fc.array(inner, { minLength: 1, maxLength: 2 })), keyed('contains', inner))
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: simple },
      { weight: 3, arbitrary: members },
      entries,
      fc.tuple(entries, more).map(([one, other]) => ({ ...Object(one), ...Object(other) })),
      ...['allOf', 'anyOf', 'oneOf'].map((keyword) => keyed(keyword, fc.array(inner, { minLength: 1, maxLength: 3 }))),
      keyed('not', inner),
      fc.tuple(inner, inner, inner).map(([when, matched, otherwise]) =>
        Object.fromEntries([
          ['if', when],
          ['then', matched],
          ['else', otherwise],
        ]),
      ),
      fc.constantFrom<Schema>(
        { type: 'object', properties: { a: { $ref: '#/$defs/x' } } },
        { items: { $ref: '#/$defs/x' } },
        { properties: { b: { $ref: '#/$defs/y' } }, required: ['b'] },
      ),
    ),
  }
})

const whole = fc
  .tuple(schema, schema, simple)
  .map(([root, x, y]): Schema => ({ ...(typeof root === 'object' ? root : { allOf: [root] }), $defs: { x, y } }))

const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 3, arbitrary: fc.constantFrom(...VALUES, 2, 3, 4, 'aa', 'bb', 'aab', 'c') },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES, 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value
/** The same values for every pair: the more of them, the likelier one of them tells a wrong verdict. */
const POOL: readonly JsonValue[] = JSON.parse(JSON.stringify(fc.sample(value, { seed: 20261116, numRuns: 2500 })))

/** The schema with one thing in it changed: a number moved, a rule or an alternative taken out. */
function changed(root: Schema, choose: (below: number) => number): Schema {
  const copy: unknown = structuredClone(root)
  const places: (() => void)[] = []
  const visit = (node: unknown, definitions = false): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, inner] of Object.entries(node)) {
      if (!definitions && name !== '$defs' && name !== '$ref' && !Array.isArray(node))
        places.push(() => Reflect.deleteProperty(node, name))
      if (typeof inner === 'number' && inner > 0) places.push(() => Reflect.set(node, name, inner + 1))
      if (Array.isArray(inner) && inner.length > 1) places.push(() => inner.pop())
      visit(inner, name === '$defs')
    }
  }
  visit(copy)
  places[choose(Math.max(places.length, 1))]?.()
  return typeof copy === 'object' && copy !== null ? Object.fromEntries(Object.entries(copy)) : root
}

function expectTrue(old: Schema, next: Schema): void {
  const { verdict } = compared(old, next)
  const [one, other] = [judgeOf(old), judgeOf(next)]
  for (const probe of POOL) {
    const [before, now] = [one(probe), other(probe)]
    if (before === now) continue
    // A value that only one accepts contradicts every verdict that promises the other would.
    expect({
      probe,
      verdict,
      promised: before ? ['backward', 'full'].includes(verdict) : ['forward', 'full'].includes(verdict),
    }).toEqual({ probe, verdict, promised: false })
  }
}

test('any schema accepts of any values those that ajv says it does', () => {
  fc.assert(
    fc.property(whole, (schema) => {
      const root: JsonValue = JSON.parse(JSON.stringify(schema))
      const form = documentOf(root, marks(), compile).form('', root)
      const judge = judgeOf(schema)
      for (const probe of POOL.slice(0, 400)) expect([probe, accepts(form, probe)]).toEqual([probe, judge(probe)])
    }),
    { numRuns: 200 },
  )
}, 60_000)

describe('any two schemas', () => {
  test('of no kinship: examples hold, no value contradicts the verdict, and the reverse is its mirror', () => {
    fc.assert(fc.property(whole, whole, expectTrue), { numRuns: 60 })
  }, 120_000)

  test('one a change away from the other', () => {
    fc.assert(
      fc.property(whole, fc.nat(), (old, at) =>
        expectTrue(
          old,
          changed(old, (below) => at % below),
        ),
      ),
      { numRuns: 100 },
    )
  }, 120_000)

  test('one with its words changed: fully itself', () => {
    fc.assert(
      fc.property(whole, (one) => {
        const { verdict, findings } = compareSchemas(one, { ...Object(one), title: 'said otherwise' })
        expect(verdict).toBe('full')
        expect(findings.map(({ kind }) => kind)).toEqual(['words'])
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
