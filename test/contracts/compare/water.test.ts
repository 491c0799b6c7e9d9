/** The water contract against versions of itself that differ by one or two random edits: no record may contradict the verdict. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareContracts, compareSchemas } from '../../../contracts/compare/index.ts'
import water from '../../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }
import { expectExamplesHold, judgeOf, MIRROR, type Schema } from './judge.ts'

const EXAMPLES = join(import.meta.dirname, '../../../contracts/water-section-quality/examples')
const records: readonly unknown[] = ['valid', 'invalid'].flatMap((kind) =>
  readdirSync(join(EXAMPLES, kind)).map(
    (name) => JSON.parse(readFileSync(join(EXAMPLES, kind, name), 'utf8')) as unknown,
  ),
)

type Choose = (below: number) => number

/** Every object and array below a value, itself first. */
function nodesOf(root: unknown): readonly object[] {
  if (typeof root !== 'object' || root === null) return []
  return [root, ...Object.values(root).flatMap(nodesOf)]
}

/** What may stand in a record somewhere, whether it should or not. */
const ODD: readonly unknown[] = [
  null,
  '',
  'a',
  '0.150',
  '<',
  'ND',
  'missing',
  'sc',
  'raw',
  'final',
  0,
  1,
  -1,
  6,
  7,
  14.5,
  60.5,
  1e16,
  true,
  [],
  {},
  'x'.repeat(65),
]

/** A copy with one member, entry or value other than it was. */
function edited(record: unknown, choose: Choose): unknown {
  const copy: unknown = structuredClone(record)
  const nodes = nodesOf(copy)
  const node = nodes[choose(nodes.length)]
  if (!node) return copy
  const names = Object.keys(node)
  const name = names[choose(Math.max(names.length, 1))]
  const odd = structuredClone(ODD[choose(ODD.length)])
  const how = choose(4)
  if (how === 0 || name === undefined) Reflect.set(node, Array.isArray(node) ? String(node.length) : 'remark', odd)
  else if (how === 1 && !Array.isArray(node)) Reflect.deleteProperty(node, name)
  else Reflect.set(node, name, odd)
  return copy
}

/** One edit of a schema: a keyword taken out, a limit moved, a code added or dropped, a member added, required or let in. */
function schemaEdited(schema: Schema, choose: Choose): Schema {
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(structuredClone(schema)))
  const edits = nodesOf(copy).flatMap((node) => editsOf(node))
  edits[choose(edits.length)]?.()
  return copy
}

function editsOf(node: object): readonly (() => void)[] {
  const schema: Record<string, unknown> = Object.fromEntries(Object.entries(node))
  const set = (name: string, value: unknown) => () => {
    Reflect.set(node, name, value)
  }
  const edits: (() => void)[] = []
  for (const name of ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems', 'minProperties']) {
    const limit = schema[name]
    if (typeof limit !== 'number') continue
    edits.push(set(name, limit + 1), set(name, Math.max(limit - 1, 0)), () => Reflect.deleteProperty(node, name))
  }
  if (Array.isArray(schema.enum) && schema.enum.length > 1)
    edits.push(set('enum', schema.enum.slice(1)), set('enum', [...schema.enum, 'other']))
  if (Array.isArray(schema.required)) edits.push(set('required', schema.required.slice(1)))
  if (schema.additionalProperties === false) edits.push(set('additionalProperties', true), set('required', ['remark']))
  if (typeof schema.pattern === 'string')
    edits.push(set('pattern', `${schema.pattern}|^x$`), set('pattern', '^[a-z]'), () =>
      Reflect.deleteProperty(node, 'pattern'),
    )
  if (Array.isArray(schema.type)) edits.push(set('type', schema.type[0]))
  if (schema.uniqueItems === true) edits.push(() => Reflect.deleteProperty(node, 'uniqueItems'))
  if (typeof schema.properties === 'object' && schema.properties !== null) {
    const [first] = Object.keys(schema.properties)
    edits.push(set('properties', { ...schema.properties, remark: { type: 'string', maxLength: 9 } }))
    if (first !== undefined)
      edits.push(set('properties', Object.fromEntries(Object.entries(schema.properties).slice(1))))
  }
  if ('then' in schema && 'else' in schema) edits.push(() => Reflect.deleteProperty(node, 'else'))
  return edits
}

describe('the water contract', () => {
  test('is fully itself, and needs no other version number', () => {
    expect(compareContracts(water, water)).toMatchObject({
      verdict: 'full',
      findings: [],
      step: { required: 'none', fits: true },
    })
  })

  test('edited at random: examples hold before ajv, and no record contradicts the verdict', () => {
    const old: Schema = Object.fromEntries(Object.entries(water.schema))
    const accepts = judgeOf(old)
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const choose: Choose = (below) => (stream.next().value ?? 0) % below
        const next = schemaEdited(choose(2) === 0 ? old : schemaEdited(old, choose), choose)
        const { verdict, findings } = compareSchemas(old, next)
        seen.add(verdict)
        expect(findings.every(({ decided }) => decided)).toBe(true)
        expectExamplesHold(findings, old, next)
        expect(compareSchemas(next, old).verdict).toBe(MIRROR[verdict])
        const judge = judgeOf(next)
        const found = findings.flatMap(({ example }) => (example ? [example.instance] : []))
        const probes = [...records, ...found].flatMap((one) => [
          one,
          edited(one, choose),
          edited(one, choose),
          edited(edited(one, choose), choose),
        ])
        for (const probe of probes) {
          const [before, now] = [accepts(probe), judge(probe)]
          if (before && !now)
            expect({ probe, verdict }).toEqual({ probe, verdict: expect.stringMatching(/^(?:forward|breaking)$/) })
          if (now && !before)
            expect({ probe, verdict }).toEqual({ probe, verdict: expect.stringMatching(/^(?:backward|breaking)$/) })
        }
      }),
      { numRuns: 15 },
    )
    expect([...seen].sort()).toEqual(expect.arrayContaining(['backward', 'forward']))
  }, 120_000)
})
