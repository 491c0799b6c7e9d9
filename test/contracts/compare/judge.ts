/** Another's judgement of what the comparison says: ajv, over generated code the engine itself does without. */
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { compareSchemas, type Finding, type SchemaComparison, type Verdict } from '../../../contracts/compare/index.ts'
import { FORMATS } from '../../../contracts/compare/schema/formats.ts'

/** A schema as tests write it. */
export type Schema = boolean | { readonly [keyword: string]: unknown }

const AJV = { new: new Ajv2020({ strict: false, logger: false }), legacy: new Ajv({ strict: false, logger: false }) }
for (const ajv of Object.values(AJV)) for (const [name, { form }] of Object.entries(FORMATS)) ajv.addFormat(name, form)

const known = new WeakMap<object, (value: unknown) => boolean>()

/** What ajv says of a value. */
export function judgeOf(schema: Schema): (value: unknown) => boolean {
  if (typeof schema === 'boolean') return () => schema
  const judge = known.get(schema) ?? compiled(schema)
  known.set(schema, judge)
  return judge
}

function compiled(schema: object): (value: unknown) => boolean {
  const rest: Record<string, unknown> = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$id'))
  const ajv = String(rest.$schema ?? '').includes('draft-07') ? AJV.legacy : AJV.new
  const validate = ajv.compile(rest)
  return (value) => validate(value) === true
}

/** Every example of the findings is accepted by the one version and refused by the other. */
export function expectExamplesHold(findings: readonly Finding[], old: Schema, next: Schema): void {
  const judges = { old: judgeOf(old), new: judgeOf(next) }
  for (const { example, pointer, rule } of findings) {
    if (!example) continue
    const told = `${rule} ${pointer} ${JSON.stringify(example.instance)}`
    expect([told, judges[example.accepted](example.instance)]).toEqual([told, true])
    expect([told, judges[example.refused](example.instance)]).toEqual([told, false])
  }
}

/** The verdict from NEW to OLD that one from OLD to NEW asks for. */
export const MIRROR: Readonly<Record<Verdict, Verdict>> = {
  backward: 'forward',
  forward: 'backward',
  full: 'full',
  breaking: 'breaking',
}

/** A comparison whose examples hold, whose mirror is its mirror, and whose sides are each fully themselves. */
export function compared(old: Schema, next: Schema): SchemaComparison {
  const comparison = compareSchemas(old, next)
  expectExamplesHold(comparison.findings, old, next)
  const back = compareSchemas(next, old)
  expectExamplesHold(back.findings, next, old)
  expect(back.verdict).toBe(MIRROR[comparison.verdict])
  for (const one of [old, next]) {
    expect(compareSchemas(one, one)).toEqual({ verdict: 'full', title: expect.anything(), findings: [] })
    // With a word more it is another text, and so is compared rule by rule.
    if (typeof one !== 'object') continue
    const { verdict, findings } = compareSchemas(one, { ...one, $comment: 'said otherwise' })
    expect([verdict, findings.filter(({ kind }) => kind !== 'words')]).toEqual(['full', []])
  }
  return comparison
}
