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
  /** Pages are for people; what the matrix names and nothing answers yet is no call. */
  const PAGES =
    /^\/(?:$|releases(?:$|\/)|assets|docs|standards|desk|cities|rivers|verify$|about$|robots|contracts|sandbox|credit$|errors)/
  const NOT_YET = ['/v1/ledger/cosignatures']

  test('that is not a page is an operation, and every operation is in the matrix', () => {
    const calls = ACCESS.filter(({ path }) => !PAGES.test(path) && !NOT_YET.includes(path))
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

test('every reference finds its shape', () => {
  const references = [...TEXT.matchAll(/"\$ref":"#(\/components\/[^"]+)"/g)].map(([, pointer = '']) => pointer)
  expect(references.length).toBeGreaterThan(100)
  expect(references.filter((pointer) => pointed(pointer) === undefined)).toEqual([])
})

test('the record of each contract is the schema of its newest version', () => {
  for (const id of new Set(CONTRACTS.map((one) => one.id))) {
    const versions = CONTRACTS.filter((one) => one.id === id)
    const newest = versions.at(-1)
    expect(pointed(`/components/schemas/${id}-${newest?.version}`)).toEqual(JSON.parse(JSON.stringify(newest?.schema)))
  }
})

test('ids of operations are unique, and every text is in both languages', () => {
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length)
  for (const { summary } of OPERATIONS) {
    expect(summary.zh).toMatch(/\p{Script=Han}/u)
    expect(summary.en).toMatch(/[a-z]{3}/)
  }
})
