/** What the OpenAPI document is made from: one row an operation, and the shapes of what it answers (OpenAPI 3.1, JSON Schema 2020-12). */
import type { Bilingual } from '../../contracts/types.ts'
import type { ErrorCode } from '../errors/table.ts'

/** A JSON Schema, or a reference to one of the components. */
export interface Schema {
  readonly [keyword: string]: unknown
}

/** One parameter of a path, query or header, with a value that works in the example. */
export interface Parameter {
  readonly description: Bilingual
  readonly schema: Schema
  readonly required?: true
  readonly example?: string | number
}

/** What is sent, and an example of it as text. */
export interface Body {
  readonly description: Bilingual
  readonly media: Readonly<Record<string, Schema>>
  readonly required: boolean
}

/** One answer by status: its media types, each with the shape of its content. */
export interface AnswerShape {
  readonly description: Bilingual
  readonly media: Readonly<Record<string, Schema>>
}

/** One call of the API. Who may make it is the access matrix's to say. */
export interface Operation {
  readonly method: 'GET' | 'POST'
  /** As in the access matrix. */
  readonly path: string
  /** Unique, for generated clients. */
  readonly id: string
  readonly summary: Bilingual
  readonly description?: Bilingual
  readonly parameters?: Readonly<Record<string, Parameter>>
  readonly query?: Readonly<Record<string, Parameter>>
  readonly headers?: Readonly<Record<string, Parameter>>
  readonly body?: Body
  readonly answers: Readonly<Record<number, AnswerShape>>
  /** Refusals of its own, beside those of every call. */
  readonly problems?: readonly ErrorCode[]
}

/** Operations that belong together, in the order a newcomer needs them. */
export interface OperationGroup {
  readonly tag: string
  readonly title: Bilingual
  readonly operations: readonly Operation[]
}
