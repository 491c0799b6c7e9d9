/** Calls as the OpenAPI document says they are made, each answer held to what the document says of it. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { OPERATION_GROUPS } from '../../../gateway/openapi/operations/index.ts'
import type { Operation, Parameter } from '../../../gateway/openapi/types.ts'
import type { Calls } from '../http/calls.ts'
import type { WorldKey } from '../world.ts'

const BASE = 'https://gateway.test/openapi.json'

/** Every operation by its id. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  OPERATION_GROUPS.flatMap(({ operations }) => operations.map((one) => [one.id, one] as const)),
)

/** What a call says beside the document's own examples. */
export interface Asking {
  readonly key?: WorldKey
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  readonly contentType?: string
}

/** An answer that was as documented. */
export interface Answered {
  readonly status: number
  readonly mediaType: string
  readonly text: string
  readonly location: string
}

const examples = (parameters: Readonly<Record<string, Parameter>> = {}): [string, string][] =>
  Object.entries(parameters).flatMap(([name, { example }]) =>
    example === undefined ? [] : [[name, String(example)] satisfies [string, string]],
  )

/** The address of an operation, by the examples of its parameters and what a call says instead. */
export function addressOf(one: Operation, { path = {}, query = {} }: Asking = {}): string {
  const places = { ...Object.fromEntries(examples(one.parameters)), ...path }
  const at = Object.entries(places).reduce(
    (text, [name, value]) =>
      name === '*' ? text.replace('*', value) : text.replace(`{${name}}`, encodeURIComponent(value)),
    one.path,
  )
  const search = new URLSearchParams({ ...Object.fromEntries(examples(one.query)), ...query })
  return search.size === 0 ? at : `${at}?${search}`
}

/** Asks by operation id; what was answered with success is in `seen`, as `status mediaType` by id. */
export function asker(calls: Calls, document: { readonly paths: unknown; readonly components: unknown }) {
  const ajv = new Ajv2020({ strict: false, formats: { 'date-time': isInstant, uri: URL.canParse, binary: true } })
  ajv.addSchema({ ...document, $id: BASE })
  const validators = new Map<string, ValidateFunction>()
  const seen = new Map<string, Set<string>>()

  /** Throws when an answer is not what the document says. */
  function hold(one: Operation, { status, mediaType, text }: Answered): void {
    const shape = one.answers[status]
    const schema = status < 400 ? shape?.media[mediaType] : { $ref: '#/components/schemas/Problem' }
    expect({ id: one.id, status, mediaType, told: schema !== undefined, text: schema ? '' : text }).toMatchObject({
      told: true,
    })
    if (!/[/+]json$/.test(mediaType)) return
    const name = `${one.id} ${status} ${mediaType}`
    const validate =
      validators.get(name) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${BASE}#/`)))
    validators.set(name, validate)
    validate(JSON.parse(text))
    expect({ name, errors: validate.errors ?? [] }).toEqual({ name, errors: [] })
  }

  async function ask(id: string, asking: Asking = {}): Promise<Answered> {
    const one = OPERATIONS.get(id)
    if (!one) throw new TypeError(`there is no operation ${id}`)
    const { key, headers = {}, body = '', contentType = 'application/jose+json' } = asking
    const path = addressOf(one, asking)
    const how = { headers, contentType }
    const plain = { method: one.method, path, headers, ...(one.method === 'POST' ? { body } : {}) }
    const question = !key
      ? plain
      : one.method === 'GET'
        ? calls.reading(key, path, how)
        : calls.writing(key, path, body, how)
    const answer = await calls.ask(question)
    const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const location = answer.headers.get('location') ?? ''
    if (mediaType === 'text/event-stream') await answer.body?.cancel()
    const text = mediaType === 'text/event-stream' ? '' : await answer.text()
    const answered = { status: answer.status, mediaType, text, location }
    hold(one, answered)
    if (answer.status < 400) seen.set(id, (seen.get(id) ?? new Set()).add(`${answer.status} ${mediaType}`))
    return answered
  }
  return { ask, seen }
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
