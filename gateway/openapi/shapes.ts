/** Short ways to write JSON Schemas and answers. Objects are closed: what is not described is not answered. */
import type { Bilingual } from '../../contracts/types.ts'
import type { AnswerShape, Parameter, Schema } from './types.ts'

const JSON_TYPE = 'application/json'

/** Both languages as OpenAPI's one text. */
export function told({ zh, en }: Bilingual): string {
  return `${zh} · ${en}`
}

/** A description in both languages. */
export const words = (zh: string, en: string): Bilingual => ({ zh, en })

/** One of the document's components. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object with these members and no other. */
export function members(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

/** An object with at least these members; what else it has depends on its kind. */
export function atLeast(required: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties: required, required: Object.keys(required) }
}

/** An object with any names, its values alike. */
export const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })

/** A list of things alike. */
export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** Or `null`. */
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

/** One of these texts. */
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values })

/** A text. */
export const text: Schema = { type: 'string' }
/** A whole number from 0. */
export const count: Schema = { type: 'integer', minimum: 0 }
/** true or false. */
export const flag: Schema = { type: 'boolean' }
/** An object whose members its own document tells. */
export const anything: Schema = { type: 'object' }
/** Bytes. */
export const bytes: Schema = { type: 'string', format: 'binary' }

/** An answer of one media type. */
export function answers(zh: string, en: string, schema: Schema, media: string = JSON_TYPE): AnswerShape {
  return { description: { zh, en }, media: { [media]: schema } }
}

/** A parameter that may be left out. */
export function parameter(zh: string, en: string, schema: Schema = text, example?: string | number): Parameter {
  return { description: { zh, en }, schema, ...(example === undefined ? {} : { example }) }
}

/** A parameter that must be there. */
export function needed(zh: string, en: string, schema: Schema, example: string | number): Parameter {
  return { description: { zh, en }, schema, required: true, example }
}
