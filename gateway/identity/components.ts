/** What a signature can cover: derived components and fields, and the value of each in a message (RFC 9421 §2.1, §2.2, §2.4). */
import { type BareItem, isInnerList, parseDictionary, serializeInnerList, serializeItem } from 'structured-headers'
import { IdentityError } from './error.ts'

/** A header field by lower-case name, its lines joined with `, `; nothing when absent. */
export type HeaderGetter = (name: string) => string | null | undefined

/** A request (method and target) or a response (status, and the request it answers). */
export interface HttpMessage {
  readonly method?: string
  /** The absolute target URI, as the sender wrote path and query. */
  readonly targetUri?: string
  readonly status?: number
  readonly header: HeaderGetter
  readonly request?: HttpMessage
}

/** A component identifier (§2). `id` is its serialisation: the name in quotes, then its parameters. */
export interface Component {
  readonly id: string
  readonly name: string
  /** Taken from the request a response answers. */
  readonly req: boolean
  /** The member of a dictionary field. */
  readonly key?: string
  /** The query parameter of `@query-param`, percent-encoded. */
  readonly queryName?: string
}

const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/
// VCHAR, SP and HTAB: anything else could pass for a line of its own, or is not ASCII.
const VALUE = /^[\t\x20-\x7e]*$/

/** A component from its name and parameters in order. Throws `signature-malformed` on a parameter this profile does not know. */
export function component(name: string, params: ReadonlyMap<string, BareItem> = new Map()): Component {
  const id = serializeItem(name, new Map(params))
  const key = params.get('key')
  const queryName = params.get('name')
  for (const [param, value] of params) {
    const known =
      (param === 'req' && value === true) ||
      (param === 'key' && typeof value === 'string' && !name.startsWith('@')) ||
      (param === 'name' && typeof value === 'string' && name === '@query-param')
    if (!known)
      throw malformed(id, `不支持的组件参数 ${param}`, `expected only the parameters req, key and name, got ${param}`)
  }
  if (!name.startsWith('@') && !FIELD_NAME.test(name)) {
    throw malformed(id, '字段名应为小写', 'expected a lower-case field name')
  }
  return {
    id,
    name,
    req: params.has('req'),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof queryName === 'string' ? { queryName } : {}),
  }
}

/** The value of a component in a message. Throws `signature-component-missing` when the message has none. */
export function componentValue(component: Component, message: HttpMessage): string {
  const source = component.req ? message.request : message
  const value =
    source === undefined
      ? undefined
      : component.name.startsWith('@')
        ? derived(component, source)
        : field(component, source)
  if (value === undefined) {
    throw new IdentityError(
      'signature-component-missing',
      {
        zh: `消息中没有签名所覆盖的 ${component.id}`,
        en: `expected the message to have ${component.id}, which the signature covers`,
      },
      { pointer: component.name },
    )
  }
  if (!VALUE.test(value)) {
    throw malformed(component.id, '值含有控制字符或非 ASCII 字符', 'expected printable ASCII')
  }
  return value
}

function field({ id, name, key }: Component, { header }: HttpMessage): string | undefined {
  const sent = header(name)
  if (sent === null || sent === undefined) return undefined
  const text = sent.includes('\n') ? sent.replace(/(?<![ \t])[ \t]*\r?\n[ \t]+/g, ' ') : sent
  return key === undefined ? trimmed(text) : dictionaryMember(id, text, key)
}

function dictionaryMember(id: string, text: string, key: string): string | undefined {
  try {
    const member = parseDictionary(text).get(key)
    if (member === undefined) return undefined
    return isInnerList(member) ? serializeInnerList(member) : serializeItem(member)
  } catch {
    throw malformed(id, '字段不是字典结构', 'expected a dictionary structured field')
  }
}

const TARGET = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)([^?#]*)(\?[^#]*)?$/i
const DEFAULT_PORT: Readonly<Record<string, string>> = { http: ':80', https: ':443' }

function derived({ name, queryName }: Component, message: HttpMessage): string | undefined {
  if (name === '@method') return message.method
  if (name === '@target-uri') return message.targetUri
  if (name === '@status') return message.status?.toString()
  const parts = message.targetUri === undefined ? null : TARGET.exec(message.targetUri)
  if (parts === null) return undefined
  const [, scheme = '', authority = '', path = '', query] = parts
  switch (name) {
    case '@scheme':
      return scheme.toLowerCase()
    case '@authority':
      return withoutPort(authority.toLowerCase(), DEFAULT_PORT[scheme.toLowerCase()])
    case '@path':
      return path || '/'
    case '@query':
      return query ?? '?'
    case '@request-target':
      return `${path || '/'}${query ?? ''}`
    case '@query-param':
      return queryName === undefined ? undefined : queryParameter(query ?? '', queryName)
    default:
      return undefined
  }
}

function withoutPort(authority: string, port: string | undefined): string {
  return port !== undefined && authority.endsWith(port) ? authority.slice(0, -port.length) : authority
}

// A name that occurs twice has no single value (§2.2.8), so the signature cannot cover it.
function queryParameter(query: string, name: string): string | undefined {
  const values = [...new URLSearchParams(query)].filter(([each]) => formEncoded(each) === name)
  const [first] = values
  return values.length === 1 && first !== undefined ? formEncoded(first[1]) : undefined
}

function formEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
}

// By hand: an expression would try every blank within a long value, and callers need no key for that.
function trimmed(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

function malformed(id: string, zh: string, en: string): IdentityError {
  return new IdentityError(
    'signature-malformed',
    { zh: `${id}：${zh}`, en: `${id}: ${en}` },
    { pointer: 'signature-input', value: id },
  )
}
