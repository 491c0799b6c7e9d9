/** Two versions of a schema or of a whole contract, set against each other. */
import { canonical, type JsonValue } from '../jcs.ts'
import { schemaFindings } from './explain/schema.ts'
import { isObject, type JsonObject, same } from './json.ts'
import { annotationsOf } from './meaning/annotations.ts'
import { meaningFindings } from './meaning/findings.ts'
import { compile } from './schema/compile.ts'
import { documentOf } from './schema/document.ts'
import { marks } from './schema/form.ts'
import { checkVersions, requiredStep } from './semver.ts'
import { termsFindings } from './terms/index.ts'
import type { Comparison, Finding, SchemaComparison, StepCheck } from './types.ts'
import { VERDICTS, verdictOf } from './verdict.ts'

/**
 * Compares two JSON Schemas (2020-12, or draft-07 by their `$schema`) by the values they accept and by what they say of them.
 * Pointers are into the schemas. Throws TypeError for what is no schema.
 *
 * @example compareSchemas({ type: 'string', maxLength: 5 }, { type: 'string' }).verdict // 'backward'
 */
export function compareSchemas(old: unknown, next: unknown): SchemaComparison {
  return concluded(findingsBetween(asSchema(old), asSchema(next)))
}

/**
 * Compares two versions of a contract: schema, meaning, terms, key, and the step of the version number.
 * Pointers are into the contracts. Throws TypeError for what is no contract.
 */
export function compareContracts(old: unknown, next: unknown): Comparison {
  const [one, other] = [asContract(old, 'OLD'), asContract(next, 'NEW')]
  const inSchema = findingsBetween(asSchema(one.schema), asSchema(other.schema)).map((finding) => ({
    ...finding,
    pointer: `/schema${finding.pointer}`,
  }))
  const found = concluded([...inSchema, ...termsFindings(one.json, other.json)])
  const onlyWords = found.findings.every(({ kind }) => kind === 'words')
  const unchanged = same({ ...one.json, version: '' }, { ...other.json, version: '' })
  const required = unchanged ? 'none' : requiredStep(found.verdict, onlyWords)
  return { ...found, step: checkVersions(one.version, other.version, required) }
}

/** Whether the version number of NEW is as far from OLD's as their differences ask. Throws TypeError for what is no contract. */
export function checkStep(old: unknown, next: unknown): StepCheck {
  return compareContracts(old, next).step
}

function findingsBetween(old: JsonValue, next: JsonValue): readonly Finding[] {
  if (same(old, next)) return []
  const shared = marks()
  const [one, other] = [documentOf(old, shared, compile), documentOf(next, shared, compile)]
  return [
    ...schemaFindings(one.form('', old), other.form('', next), shared),
    ...meaningFindings(annotationsOf(old, one), annotationsOf(next, other)),
  ]
}

function concluded(findings: readonly Finding[]): SchemaComparison {
  const verdict = verdictOf(findings)
  return { verdict, title: VERDICTS[verdict], findings }
}

// What is compared is what would be signed: plain JSON, and nothing that JSON cannot hold.
function asJson(value: unknown): JsonValue {
  const json: JsonValue = JSON.parse(canonical(value))
  return json
}

function asSchema(value: unknown): JsonValue {
  const json = asJson(value)
  if (typeof json === 'boolean' || isObject(json)) return json
  throw new TypeError('expected a JSON Schema: an object, true or false')
}

interface ContractFile {
  readonly json: JsonObject
  readonly version: string
  readonly schema: JsonValue
}

function asContract(value: unknown, name: string): ContractFile {
  const json = asJson(value)
  if (!isObject(json)) throw new TypeError(`${name}: expected a contract, an object`)
  const { id, version, schema, terms } = json
  if (typeof id !== 'string' || typeof version !== 'string' || schema === undefined || !isObject(terms))
    throw new TypeError(`${name}: expected a contract with id, version, schema and terms`)
  return { json, version, schema }
}
