/** One rule a test: what each keyword's change comes to, worked by hand, with the counter-example judged by ajv. */
import { describe, expect, test } from 'vitest'
import {
  compareSchemas as compareAlone,
  type Direction,
  type Finding,
  type Verdict,
} from '../../../contracts/compare/index.ts'
import { compared, type Schema } from './judge.ts'

/** What a change is called; old and new; the verdict; the rule and its pointer, for each direction that breaks; an instance where it is the only sensible one. */
type Row = readonly [string, Schema, Schema, Verdict, ...(readonly [Direction, string, unknown?])[]]

function findingOf(findings: readonly Finding[], direction: Direction, pointer: string): Finding {
  const found = findings.find((one) => one.pointer === pointer && one.breaks.includes(direction))
  if (!found)
    throw new Error(`no finding at ${pointer} breaks ${direction}: ${findings.map((one) => one.pointer).join(' ')}`)
  return found
}

function holds(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows.map(([name, ...rest]) => ({ name, rest })))('$name', ({ rest: [old, next, verdict, ...told] }) => {
      const { findings, verdict: found } = compared(old, next)
      expect(found).toBe(verdict)
      for (const [direction, pointer, instance] of told) {
        const { example, decided, why } = findingOf(findings, direction, pointer)
        expect(decided).toBe(true)
        expect(example?.refused).toBe(direction === 'backward' ? 'new' : 'old')
        if (instance !== undefined) expect(example?.instance).toEqual(instance)
        for (const words of [why.zh, why.en]) expect(words.length).toBeGreaterThan(4)
      }
      expect(findings.filter(({ breaks }) => breaks.length > 0)).toHaveLength(told.length)
    })
  })
}

const closed = (properties: Record<string, Schema>, more: Record<string, unknown> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
})
const open = (properties: Record<string, Schema>, more: Record<string, unknown> = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
})
const text = { type: 'string' }
const number = { type: 'number' }

holds('type', [
  ['a kind more is accepted', text, { type: ['string', 'null'] }, 'backward', ['forward', '/type', null]],
  ['a whole number may be any number', { type: 'integer' }, number, 'backward', ['forward', '/type']],
  ['a number must be whole', number, { type: 'integer' }, 'forward', ['backward', '/type']],
  [
    'one kind for another',
    text,
    { type: 'boolean' },
    'breaking',
    ['backward', '/type', ''],
    ['forward', '/type', true],
  ],
  ['kinds in another order are the same', { type: ['null', 'string'] }, { type: ['string', 'null'] }, 'full'],
  ['all kinds are no rule', { type: ['null', 'string', 'number', 'boolean', 'array', 'object'] }, {}, 'full'],
  ['true is no rule, and false accepts nothing', true, false, 'forward', ['backward', '']],
])

holds('enum and const', [
  ['a code is added', { enum: ['a', 'b'] }, { enum: ['a', 'b', 'c'] }, 'backward', ['forward', '/enum', 'c']],
  ['a code is taken out', { enum: ['a', 'b'] }, { enum: ['a'] }, 'forward', ['backward', '/enum', 'b']],
  [
    'one code for another',
    { enum: ['a'] },
    { enum: ['b'] },
    'breaking',
    ['backward', '/enum', 'a'],
    ['forward', '/enum', 'b'],
  ],
  ['codes in another order are the same', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, 'full'],
  ['const is a list of one', { const: 'a' }, { enum: ['a'] }, 'full'],
  ['a list of texts becomes any text', { enum: ['a', 'b'] }, text, 'backward', ['forward', '/enum']],
  ['values that the type refuses do not count', { type: 'string', enum: ['a', 1] }, { enum: ['a'] }, 'full'],
  ['numbers are equal however written', { enum: [1, 10] }, { enum: [1.0, 1e1] }, 'full'],
  ['a list of both truths is the kind', { enum: [true, false] }, { type: 'boolean' }, 'full'],
  ['members of an object in another order are one value', { const: { a: 1, b: 2 } }, { const: { b: 2, a: 1 } }, 'full'],
])

holds('numbers', [
  ['a lower minimum', { ...number, minimum: 10 }, { ...number, minimum: 5 }, 'backward', ['forward', '/minimum', 5]],
  ['a lower maximum', { ...number, maximum: 10 }, { ...number, maximum: 5 }, 'forward', ['backward', '/maximum', 10]],
  [
    'the edge is taken out',
    { ...number, minimum: 10 },
    { ...number, exclusiveMinimum: 10 },
    'forward',
    ['backward', '/exclusiveMinimum', 10],
  ],
  [
    'a range that moves',
    { ...number, minimum: 0, maximum: 14 },
    { ...number, minimum: 1, maximum: 15 },
    'breaking',
    ['backward', '/minimum', 0],
    ['forward', '/maximum', 15],
  ],
  [
    'of whole numbers, above 4 is 5 or more',
    { type: 'integer', exclusiveMinimum: 4 },
    { type: 'integer', minimum: 5 },
    'full',
  ],
  ['bounds say nothing of texts', { minimum: 3 }, { ...number, minimum: 3 }, 'forward', ['backward', '/type', '']],
  [
    'a divisor divides',
    { ...number, multipleOf: 10 },
    { ...number, multipleOf: 5 },
    'backward',
    ['forward', '/multipleOf', 5],
  ],
  ['a whole number is a multiple of one', { type: 'integer' }, { ...number, multipleOf: 1 }, 'full'],
])

holds('texts', [
  ['shorter texts', { ...text, minLength: 3 }, { ...text, minLength: 2 }, 'backward', ['forward', '/minLength', 'aa']],
  [
    'shorter at most',
    { ...text, maxLength: 3 },
    { ...text, maxLength: 2 },
    'forward',
    ['backward', '/maxLength', 'aaa'],
  ],
  [
    'a pattern with one more alternative',
    { ...text, pattern: '^(cq|sc)$' },
    { ...text, pattern: '^(cq|gz|sc)$' },
    'backward',
    ['forward', '/pattern', 'gz'],
  ],
  ['a pattern written otherwise', { ...text, pattern: '^[0-9]{3}$' }, { ...text, pattern: '^\\d\\d\\d$' }, 'full'],
  [
    'a pattern that loses its anchor',
    { ...text, pattern: '^a$' },
    { ...text, pattern: '^a' },
    'backward',
    ['forward', '/pattern', 'aa'],
  ],
  [
    'a length that a pattern already asks',
    { ...text, pattern: '^.{2,4}$' },
    { ...text, pattern: '^.{2,4}$', maxLength: 4 },
    'full',
  ],
  ['a pattern that length makes impossible', { ...text, pattern: '^aaa$', maxLength: 2 }, false, 'full'],
  [
    'characters are counted, not their halves',
    { ...text, maxLength: 1, pattern: '^\\u{20000}$' },
    { const: '\u{20000}' },
    'full',
  ],
  [
    'a form of text for another',
    { ...text, format: 'date' },
    { ...text, format: 'date-time' },
    'breaking',
    ['backward', '/format', '2026-11-16'],
    ['forward', '/format', '2026-11-16T08:00:00+08:00'],
  ],
  ['a form of text less', { ...text, format: 'date' }, text, 'backward', ['forward', '/format']],
])

holds('objects', [
  [
    'closed: an optional member is added',
    closed({ a: text }),
    closed({ a: text, b: text }),
    'backward',
    ['forward', '/properties/b', { b: '' }],
  ],
  [
    'closed: an optional member is taken out',
    closed({ a: text, b: text }),
    closed({ a: text }),
    'forward',
    ['backward', '/properties/b', { b: '' }],
  ],
  [
    'open: an optional member is added, and what stood there may be anything',
    open({ a: text }),
    open({ a: text, b: text }),
    'forward',
    ['backward', '/properties/b/type'],
  ],
  [
    'open: an optional member is taken out',
    open({ a: text, b: text }),
    open({ a: text }),
    'backward',
    ['forward', '/properties/b/type'],
  ],
  [
    'a member is renamed',
    closed({ a: text }),
    closed({ b: text }),
    'breaking',
    ['backward', '/properties/a', { a: '' }],
    ['forward', '/properties/b', { b: '' }],
  ],
  [
    'a member must be there',
    closed({ a: text }),
    closed({ a: text }, { required: ['a'] }),
    'forward',
    ['backward', '/required', {}],
  ],
  [
    'a member may be missing',
    closed({ a: text, b: text }, { required: ['a', 'b'] }),
    closed({ a: text, b: text }, { required: ['a'] }),
    'backward',
    ['forward', '/required', { a: '' }],
  ],
  [
    'a required member is added',
    closed({ a: text }),
    closed({ a: text, b: text }, { required: ['b'] }),
    'breaking',
    ['backward', '/required', {}],
    ['forward', '/properties/b', { b: '' }],
  ],
  [
    'deep down, the pointer leads there',
    closed({ a: closed({ b: { ...text, maxLength: 1 } }) }),
    closed({ a: closed({ b: { ...text, maxLength: 2 } }) }),
    'backward',
    ['forward', '/properties/a/properties/b/maxLength', { a: { b: 'aa' } }],
  ],
  [
    'a member that nothing can be may as well not be listed',
    closed({ a: false, b: text }),
    closed({ b: text }),
    'full',
  ],
  [
    'what is not listed may be a text',
    closed({ a: text }),
    { ...Object(open({ a: text })), additionalProperties: text },
    'backward',
    ['forward', '/additionalProperties'],
  ],
  [
    'members by the form of their names',
    open({}, { patternProperties: { '^x': text } }),
    open({}, { patternProperties: { '^x': number } }),
    'breaking',
    ['backward', '/patternProperties/^x/type', { x: '' }],
    ['forward', '/patternProperties/^x/type', { x: 0 }],
  ],
  [
    'a member under two rules keeps both',
    open({ xa: { maxLength: 2 } }, { patternProperties: { '^x': { maxLength: 1 } } }),
    open({ xa: { maxLength: 1 } }, { patternProperties: { '^x': { maxLength: 1 } } }),
    'full',
  ],
  [
    'names of members',
    open({}, { propertyNames: { maxLength: 3 } }),
    open({}, { propertyNames: { maxLength: 2 } }),
    'forward',
    ['backward', '/propertyNames'],
  ],
  [
    'fewer members at least',
    open({}, { minProperties: 2 }),
    open({}, { minProperties: 1 }),
    'backward',
    ['forward', '/minProperties'],
  ],
  [
    'fewer members at most',
    open({}, { maxProperties: 2 }),
    open({}, { maxProperties: 1 }),
    'forward',
    ['backward', '/maxProperties'],
  ],
  [
    'as many as are listed is no further rule',
    closed({ a: text, b: text }),
    closed({ a: text, b: text }, { maxProperties: 2 }),
    'full',
  ],
  [
    'one member asks for another',
    closed({ a: text, b: text }),
    closed({ a: text, b: text }, { dependentRequired: { a: ['b'] } }),
    'forward',
    ['backward', '/dependentRequired/a', { a: '' }],
  ],
  [
    'one member asks for more of the whole',
    closed({ a: text, b: text }),
    closed({ a: text, b: text }, { dependentSchemas: { a: { required: ['b'] } } }),
    'forward',
    ['backward', '/dependentSchemas/a', { a: '' }],
  ],
])

holds('arrays', [
  [
    'other entries',
    { type: 'array', items: text },
    { type: 'array', items: number },
    'breaking',
    ['backward', '/items/type', ['']],
    ['forward', '/items/type', [0]],
  ],
  [
    'one more at most',
    { type: 'array', maxItems: 1 },
    { type: 'array', maxItems: 2 },
    'backward',
    ['forward', '/maxItems'],
  ],
  [
    'one more at least',
    { type: 'array', minItems: 1 },
    { type: 'array', minItems: 2 },
    'forward',
    ['backward', '/minItems'],
  ],
  [
    'none twice',
    { type: 'array', items: { enum: ['a', 'b'] } },
    { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true },
    'forward',
    ['backward', '/uniqueItems', ['a', 'a']],
  ],
  [
    'of one entry none is twice',
    { type: 'array', maxItems: 1 },
    { type: 'array', maxItems: 1, uniqueItems: true },
    'full',
  ],
  [
    'by place',
    { type: 'array', prefixItems: [text, number] },
    { type: 'array', prefixItems: [text, text] },
    'breaking',
    ['backward', '/prefixItems/1/type', ['', 0]],
    ['forward', '/prefixItems/1/type', ['', '']],
  ],
  [
    'some entry',
    { type: 'array', contains: { minimum: 5 }, items: number },
    { type: 'array', contains: { minimum: 3 }, items: number },
    'backward',
    ['forward', '/contains'],
  ],
  [
    'places that cannot be reached',
    { type: 'array', maxItems: 1, prefixItems: [text, text] },
    { type: 'array', maxItems: 1, prefixItems: [text] },
    'full',
  ],
])

const conditional = (when: Schema, matched: Schema, otherwise: Schema = true): Schema =>
  Object.fromEntries([
    ['if', when],
    ['then', matched],
    ['else', otherwise],
  ])

holds('schemas joined', [
  ['allOf is the schema itself', { allOf: [text, { maxLength: 5 }] }, { ...text, maxLength: 5 }, 'full'],
  [
    'one alternative more',
    { anyOf: [text, number] },
    { anyOf: [text, number, { type: 'null' }] },
    'backward',
    ['forward', '/anyOf', null],
  ],
  ['alternatives that are kinds', { anyOf: [text, { type: 'null' }] }, { type: ['string', 'null'] }, 'full'],
  ['exactly one of two that never meet is any of them', { oneOf: [text, number] }, { anyOf: [number, text] }, 'full'],
  [
    'exactly one of two that meet',
    {
      oneOf: [
        { ...number, maximum: 5 },
        { ...number, minimum: 5 },
      ],
    },
    number,
    'backward',
    ['forward', '/oneOf', 5],
  ],
  ['not twice', { not: { not: text } }, text, 'full'],
  [
    'less is excluded',
    { ...text, not: { maxLength: 3 } },
    { ...text, not: { maxLength: 2 } },
    'backward',
    ['forward', '/not', 'aaa'],
  ],
  [
    'a condition that both branches answer alike',
    conditional(text, { maxLength: 3 }, { maxLength: 3 }),
    { maxLength: 3 },
    'full',
  ],
  [
    'a condition spelled out',
    conditional({ type: 'string' }, { maxLength: 3 }),
    { anyOf: [{ ...text, maxLength: 3 }, { not: text }] },
    'full',
  ],
  [
    'a branch is loosened',
    conditional(text, { maxLength: 3 }),
    conditional(text, { maxLength: 4 }),
    'backward',
    ['forward', '/if', 'aaaa'],
  ],
])

const chain = (value: Schema): Schema => ({
  $ref: '#/$defs/link',
  $defs: { link: closed({ next: { $ref: '#/$defs/link' }, value }, { required: ['value'] }) },
})

holds('references', [
  [
    'a definition under another name',
    { $ref: '#/$defs/a', $defs: { a: text } },
    { $ref: '#/$defs/b', $defs: { b: text } },
    'full',
  ],
  [
    'a definition put in its place',
    { properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: text } },
    { properties: { a: text } },
    'full',
  ],
  [
    'rules beside a reference count',
    { $ref: '#/$defs/a', maxLength: 2, $defs: { a: text } },
    { ...text, maxLength: 2 },
    'full',
  ],
  [
    'a definition that is not used does not count',
    { ...text, $defs: { a: text } },
    { ...text, $defs: { a: number } },
    'full',
  ],
  ['an anchor names a definition too', { $ref: '#a', $defs: { x: { $anchor: 'a', ...text } } }, text, 'full'],
  [
    'a schema that contains itself is compared to the end',
    chain(text),
    chain({ type: ['string', 'null'] }),
    'backward',
    ['forward', '/$defs/link/properties/value/type', { value: null }],
  ],
  ['and is itself', chain(text), chain(text), 'full'],
  [
    'one that can never end accepts nothing',
    { type: 'object', required: ['a'], properties: { a: { $ref: '#' } } },
    false,
    'full',
  ],
])

describe('draft-07', () => {
  const draft = { $schema: 'http://json-schema.org/draft-07/schema#' }

  test('a list of items is by place, and beside a reference nothing counts', () => {
    expect(
      compared(
        { ...draft, type: 'array', items: [text], additionalItems: false },
        { ...draft, type: 'array', items: [text, number], additionalItems: false },
      ).verdict,
    ).toBe('backward')
    expect(
      compared({ ...draft, definitions: { a: text }, $ref: '#/definitions/a', maxLength: 2 }, { ...draft, ...text })
        .verdict,
    ).toBe('full')
  })

  test('dependencies are those of members and those of schemas', () => {
    const both = { a: ['b'], c: { required: ['d'] } }
    const { findings, verdict } = compared(
      { ...draft, type: 'object' },
      { ...draft, type: 'object', dependencies: both },
    )
    expect(verdict).toBe('forward')
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/dependencies/a', '/dependencies/c'])
  })
})

describe('one definition in many places', () => {
  const items = (maxLength: number): Schema => ({
    type: 'object',
    properties: { a: { $ref: '#/$defs/item' }, b: { $ref: '#/$defs/item' }, c: { $ref: '#/$defs/item' } },
    $defs: { item: { ...text, maxLength } },
  })

  test('is told once, at the definition, with every place of a record', () => {
    const { findings } = compared(items(3), items(2))
    expect(findings).toMatchObject([{ pointer: '/$defs/item/maxLength', places: ['/a', '/b', '/c'], within: 'new' }])
  })
})

describe('what cannot be decided', () => {
  test.each<[string, Schema, Schema]>([
    ['a keyword that is not known', { ...text, mustRhyme: 'abab' }, text],
    ['members that no rule has looked at', { type: 'object', unevaluatedProperties: false }, { type: 'object' }],
    ['a reference to another document', { $ref: 'https://example.org/schema' }, text],
    ['a pattern that looks ahead', { ...text, pattern: '^(?!x)[a-y]$' }, { ...text, pattern: '^[a-wy]$' }],
  ])('%s counts as breaking, is said so, and has no example', (_name, old, next) => {
    // Such a keyword ajv may not compile; the mirror is asked for here.
    const { findings } = compareAlone(old, next)
    const undecided = findings.filter(({ decided }) => !decided)
    expect(undecided.length).toBeGreaterThan(0)
    for (const { example, noExample, why, breaks } of undecided) {
      expect(example).toBeNull()
      expect(noExample?.zh).toContain('无法判定')
      expect(why.en).toContain('cannot be decided')
      expect(breaks.length).toBe(1)
    }
  })

  test.each<[string, Schema]>([
    ['a keyword that is not known', { ...text, mustRhyme: 'abab' }],
    ['members that no rule has looked at', { type: 'object', unevaluatedProperties: false }],
    ['a reference to another document', { $ref: 'https://example.org/schema' }],
    [
      'a reference that leads round in a circle',
      { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    ],
    ['a pattern that looks ahead', { ...text, pattern: '^(?!x)' }],
    ['entries counted', { type: 'array', contains: text, minContains: 2 }],
    ['a pattern that is no expression', { ...text, pattern: '(' }],
    ['a schema with an address of its own', { items: { $id: 'https://example.org/a', $ref: '#/$defs/b' } }],
    ['very many members', { type: 'object', minProperties: 5000 }],
  ])('%s is still itself', (_name, schema) => {
    expect(compareAlone(schema, { ...Object(schema), title: 'said otherwise' })).toMatchObject({ verdict: 'full' })
  })

  test('a keyword of one kind of value leaves the others decided', () => {
    const schema = (type: readonly string[]): Schema => ({ type, allOf: [{ unevaluatedProperties: false }] })
    const { findings } = compareAlone(schema(['object', 'null']), schema(['object']))
    expect(findings).toMatchObject([{ rule: 'type', decided: true, example: { instance: null, refused: 'new' } }])
  })

  test('beside it, what can be decided is decided', () => {
    const { findings } = compareAlone({ ...text, mustRhyme: 1 }, { ...text, mustRhyme: 1, title: 'x' })
    expect(findings.filter(({ kind }) => kind === 'schema')).toEqual([])
  })
})
