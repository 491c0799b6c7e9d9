/** The OpenAPI document: valid by its own standard, in step with the access matrix, the error table and the contracts. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { ACCESS } from '../../../gateway/identity/access.ts'
import { openApiDocument } from '../../../gateway/openapi/document.ts'
import { OPERATION_GROUPS } from '../../../gateway/openapi/operations/index.ts'

const DOCUMENT = openApiDocument({ origin: 'https://gateway.test', version: '0.0.0', contracts: CONTRACTS })
const TEXT = JSON.stringify(DOCUMENT)
const OPERATIONS = OPERATION_GROUPS.flatMap(({ operations }) => operations)

test('is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(TEXT))
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  expect(JSON.parse(TEXT).openapi).toBe('3.1.0')
})

describe('every call of the access matrix', () => {
  /** Pages are for people. */
  const PAGES =
    /^\/(?:$|releases(?:$|\/)|assets|docs|standards|desk|cities|rivers|verify$|about$|robots|contracts|sandbox|credit$|errors)/

  test('that is not a page is an operation, and every operation is in the matrix', () => {
    const calls = ACCESS.filter(({ path }) => !PAGES.test(path))
    // `/v1/consultations/{id}/*` of the matrix stands for the calls below a consultation.
    const named = calls.filter(({ path }) => !path.endsWith('/{id}/*')).map(({ method, path }) => `${method} ${path}`)
    const written = OPERATIONS.map(({ method, path }) => `${method} ${path}`)
    expect(named.filter((one) => !written.includes(one))).toEqual([])
    const below = written.filter((one) => !named.includes(one))
    expect(below.every((one) => /^GET \/v1\/consultations\/\{id\}\/[a-z]+$/.test(one))).toBe(true)
  })

  test('says who may make it: nobody’s signature is asked where the matrix lets anybody', () => {
    for (const { method, path } of OPERATIONS) {
      const at = path.replace('*', '{path}').replaceAll('/', '~1')
      const told = pointed(`/paths/${at}/${method.toLowerCase()}/security`)
      const rule = ACCESS.find(
        (one) => one.method === method && (one.path === path || one.path === '/v1/consultations/{id}/*'),
      )
      if (rule?.path === path)
        expect({ path, told: JSON.stringify(told) }).toEqual({
          path,
          told:
            rule.allow.public === undefined
              ? JSON.stringify([{ httpSignature: [] }, ...(rule.session ? [{ session: [] }] : [])])
              : '[]',
        })
    }
  })
})

/** What a JSON pointer finds in the document (RFC 6901). */
function pointed(pointer: string): unknown {
  let at: unknown = JSON.parse(TEXT)
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = typeof at === 'object' && at !== null ? new Map<string, unknown>(Object.entries(at)).get(key) : undefined
  }
  return at
}

test('every reference finds its shape by its pointer alone, as generators of clients look for it', () => {
  const references = [...TEXT.matchAll(/"\$ref":"([^"]+)"/g)].map(([, found = '']) => found)
  expect(references.length).toBeGreaterThan(600)
  // Generators look for shapes among the components alone.
  expect(references.filter((one) => !/^#\/components\/schemas\/[\w.-]+$/.test(one))).toEqual([])
  expect(references.filter((one) => pointed(one.slice(1)) === undefined)).toEqual([])
  // An `$id` would make every reference below it one to itself.
  expect(TEXT).not.toContain('"$id"')
})

/** A component with what stands beside it as `name.part` put back into `$defs`. */
function standingAlone(name: string): unknown {
  const all = new Map<string, unknown>(Object.entries(Object(pointed('/components/schemas'))))
  const parts = [...all].filter(([other]) => other.startsWith(`${name}.`))
  const text = JSON.stringify({
    ...Object(all.get(name)),
    ...(parts.length === 0
      ? {}
      : { $defs: Object.fromEntries(parts.map(([other, part]) => [other.slice(name.length + 1), part])) }),
  })
  return JSON.parse(text.replaceAll(`#/components/schemas/${name}.`, '#/$defs/'))
}

test('the record of each contract is the schema of its newest version, its parts lifted beside it', () => {
  for (const id of new Set(CONTRACTS.map((one) => one.id))) {
    const newest = CONTRACTS.filter((one) => one.id === id).at(-1)
    const { $id: _id, $schema: _dialect, ...schema } = JSON.parse(JSON.stringify(newest?.schema))
    expect(standingAlone(`${id}-${newest?.version}`)).toEqual(schema)
  }
})

test('every call says what may be refused: a fast caller with 429, what cannot be recorded now with 503, both with Retry-After', () => {
  for (const { method, path } of OPERATIONS) {
    const at = `/paths/${path.replace('*', '{path}').replaceAll('/', '~1')}/${method.toLowerCase()}/responses`
    const told = (status: number) => pointed(`${at}/${status}/headers/Retry-After/schema/type`)
    expect([path, told(429)]).toEqual([path, path === '/healthz' ? undefined : 'integer'])
    if (method === 'POST' && !/^\/v1\/(?:session|normalise|ledger)/.test(path))
      expect([path, told(503)]).toEqual([path, 'integer'])
  }
})

test('ids of operations are unique, and every text is in both languages', () => {
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length)
  for (const { summary } of OPERATIONS) {
    expect(summary.zh).toMatch(/\p{Script=Han}/u)
    expect(summary.en).toMatch(/[a-z]{3}/)
  }
})
