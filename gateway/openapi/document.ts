/** The OpenAPI 3.1 document, from the operations, the access matrix, the error table and the contracts. */
import type { Contract } from '../../contracts/index.ts'
import { compareVersions } from '../../contracts/life.ts'
import { ERRORS, type ErrorCode } from '../errors/table.ts'
import { type AccessRule, ruleFor } from '../identity/access.ts'
import { COMMON } from './components/common.ts'
import { DOCUMENTS } from './components/documents.ts'
import { INTAKE } from './components/intake.ts'
import { RELEASE } from './components/release.ts'
import { SERVICE } from './components/service.ts'
import { liftSchema } from './lift.ts'
import { OPERATION_GROUPS } from './operations/index.ts'
import { told } from './shapes.ts'
import type { AnswerShape, Operation, Parameter, Schema } from './types.ts'

type Json = Record<string, unknown>

/** What it is made for: this gateway's address and version, and the contracts it can read. */
export interface DocumentInput {
  readonly origin: string
  readonly version: string
  readonly contracts: readonly Contract[]
}

const PROBLEM = 'application/problem+json'
/** What any call that must be signed can be refused with. */
const SIGNED_PROBLEMS: readonly ErrorCode[] = [
  'signature-missing',
  'signature-invalid',
  'signature-expired',
  'key-unknown',
  'not-permitted',
]
/** What any call can be refused with, one that brings a body, and one that goes into the ledger. */
const COMMON_PROBLEMS: readonly ErrorCode[] = ['rate-limited']
const BODY_PROBLEMS: readonly ErrorCode[] = ['body-too-large']
const APPEND_PROBLEMS: readonly ErrorCode[] = ['queue-full', 'store-unavailable', 'ledger-held']
/** Posts that nothing is appended for. */
const NO_APPEND = /^\/v1\/(?:normalise|session|ledger)(?:\/|$)/
/** Always asked, whatever comes. */
const UNLIMITED = '/healthz'
const RETRY_AFTER = {
  'Retry-After': {
    description: told({ zh: '多少秒后再试', en: 'seconds after which to try again' }),
    schema: { type: 'integer', minimum: 1 },
  },
}

const INFO = {
  title: '川渝生态环境数据共享网关 · Chuanyu gateway',
  description: [
    '四川、重庆两侧按双方签署的契约共享生态环境数据：各自的文件规范化，会商，共同签发，任何人都能离线核验。',
    'Sichuan and Chongqing share environmental data under contracts both have signed: normalised, consulted on, co-signed, verifiable offline.',
    'Partners sign requests with HTTP Message Signatures (RFC 9421) and Content-Digest (RFC 9530).',
  ].join('\n\n'),
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
}

const SECURITY_SCHEMES = {
  httpSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description:
      'HTTP 消息签名 · RFC 9421, label chuanyu. Writes cover @method @target-uri content-type content-digest with created, keyid, alg, nonce, tag="chuanyu-write"; reads cover @method @target-uri with created, keyid, alg, tag="chuanyu-read".',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-chuanyu-session',
    description: '浏览器会话 · a session begun with a signed challenge',
  },
}

/** A contract's component: its newest version's. */
function componentOf({ id, version }: Contract): string {
  return `${id}-${version}`
}

function newest(contracts: readonly Contract[]): readonly Contract[] {
  return contracts.filter(
    (one) => !contracts.some((other) => other.id === one.id && compareVersions(other.version, one.version) > 0),
  )
}

function recordSchemas(contracts: readonly Contract[]): Readonly<Record<string, Schema>> {
  const known = newest(contracts)
  return {
    ...Object.assign({}, ...known.map((one) => liftSchema(componentOf(one), { ...one.schema }))),
    Record: {
      anyOf: known.map((one) => ({ $ref: `#/components/schemas/${componentOf(one)}` })),
      description: '契约的 JSON Schema · by its contract’s schema, read through the version asked for',
    },
  }
}

/** Every shape by name, those of the contracts' records with them. */
export function componentSchemas(contracts: readonly Contract[]): Readonly<Record<string, Schema>> {
  return { ...COMMON, ...DOCUMENTS, ...INTAKE, ...RELEASE, ...SERVICE, ...recordSchemas(contracts) }
}

function parameterOf(name: string, place: 'path' | 'query' | 'header', one: Parameter): Json {
  return {
    name,
    in: place,
    description: told(one.description),
    required: one.required ?? false,
    schema: one.schema,
    ...(one.example === undefined ? {} : { example: one.example }),
  }
}

function contentOf(media: Readonly<Record<string, Schema>>): Json {
  return Object.fromEntries(Object.entries(media).map(([type, schema]) => [type, { schema }]))
}

const answerOf = ({ description, media }: AnswerShape): Json => ({
  description: told(description),
  content: contentOf(media),
})

function refusalsOf(problems: readonly ErrorCode[]): Json {
  const byStatus = Map.groupBy(new Set(problems), (code) => ERRORS[code].status)
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map((code) => `\`${code}\`: ${told(ERRORS[code].title)}`).join('\n\n'),
          ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
          content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

function securityOf(rule: AccessRule): readonly Json[] {
  if (rule.allow.public !== undefined) return []
  return [{ httpSignature: [] }, ...(rule.session ? [{ session: [] }] : [])]
}

/** OpenAPI has no wildcard: the rest of a path is one parameter there. */
const pathOf = (path: string): string => path.replace('*', '{path}')

function operationOf(tag: string, one: Operation): Json {
  const rule = ruleFor(one.method, one.path)
  if (!rule) throw new TypeError(`${one.method} ${one.path} is not in the access matrix`)
  const problems = [
    ...(rule.allow.public === undefined ? SIGNED_PROBLEMS : []),
    ...(one.path === UNLIMITED ? [] : COMMON_PROBLEMS),
    ...(one.method === 'POST' ? BODY_PROBLEMS : []),
    ...(one.method === 'POST' && !NO_APPEND.test(one.path) ? APPEND_PROBLEMS : []),
    ...(one.problems ?? []),
  ]
  const parameters = [
    ...Object.entries(one.parameters ?? {}).map(([name, each]) => parameterOf(name.replace('*', 'path'), 'path', each)),
    ...Object.entries(one.query ?? {}).map(([name, each]) => parameterOf(name, 'query', each)),
    ...Object.entries(one.headers ?? {}).map(([name, each]) => parameterOf(name, 'header', each)),
  ]
  return {
    operationId: one.id,
    tags: [tag],
    summary: told(one.summary),
    ...(one.description ? { description: told(one.description) } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(one.body
      ? {
          requestBody: {
            description: told(one.body.description),
            required: one.body.required,
            content: contentOf(one.body.media),
          },
        }
      : {}),
    responses: {
      ...refusalsOf(problems),
      ...Object.fromEntries(Object.entries(one.answers).map(([status, each]) => [status, answerOf(each)])),
      default: {
        description: '问题详情 · problem details (RFC 9457)',
        content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: securityOf(rule),
    'x-roles': rule.allow,
  }
}

function pathsOf(): Json {
  const all = OPERATION_GROUPS.flatMap(({ tag, operations }) => operations.map((one) => ({ tag, one })))
  const byPath = Map.groupBy(all, ({ one }) => pathOf(one.path))
  return Object.fromEntries(
    [...byPath].map(([path, group]) => [
      path,
      Object.fromEntries(group.map(({ tag, one }) => [one.method.toLowerCase(), operationOf(tag, one)])),
    ]),
  )
}

/** The document. */
export function openApiDocument({ origin, version, contracts }: DocumentInput): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { ...INFO, version },
    servers: [{ url: origin }],
    tags: OPERATION_GROUPS.map(({ tag, title }) => ({ name: tag, description: told(title) })),
    paths: pathsOf(),
    components: {
      schemas: componentSchemas(contracts),
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}
