/** The signature base (RFC 9421 §2.5) and the two fields that carry a signature (§4.1, §4.2). */
import { type BareItem, isInnerList, parseDictionary, serializeInnerList } from 'structured-headers'
import { type Component, component, componentValue, type HttpMessage } from './components.ts'
import { IdentityError } from './error.ts'
import { SIGNATURE_LIMITS } from './limits.ts'

/** What one signature covers: components in order, parameters, and the strict serialisation of both. */
export interface SignatureInput {
  readonly components: readonly Component[]
  readonly params: ReadonlyMap<string, BareItem>
  readonly text: string
}

/** The text that is signed. Throws `signature-component-missing`, `signature-malformed`. */
export function signatureBase(message: HttpMessage, input: Pick<SignatureInput, 'components' | 'text'>): string {
  let base = ''
  for (const each of input.components) base += `${each.id}: ${componentValue(each, message)}\n`
  return `${base}"@signature-params": ${input.text}`
}

/** The bytes of a base, which is ASCII. */
export function baseBytes(base: string): Uint8Array {
  return Buffer.from(base, 'latin1')
}

/** Signature-Input by label, each with its strict serialisation, whatever spacing was sent. Throws `signature-malformed`. */
export function parseSignatureInput(field: string): ReadonlyMap<string, SignatureInput> {
  const inputs = new Map<string, SignatureInput>()
  for (const [label, member] of dictionary('signature-input', field)) {
    if (!isInnerList(member)) throw malformed('signature-input', field, '应为组件列表', 'expected a list of components')
    const [items, params] = member
    const components: Component[] = []
    const seen = new Set<string>()
    for (const [name, own] of items) {
      if (typeof name !== 'string' || name === '@signature-params') {
        throw malformed('signature-input', field, '组件标识应为字符串', 'expected component identifiers as strings')
      }
      const each = component(name, own)
      const identity = JSON.stringify([name, each.req, each.key, each.queryName])
      if (seen.has(identity))
        throw malformed('signature-input', each.id, '同一组件出现两次', 'expected each component once')
      seen.add(identity)
      components.push(each)
    }
    inputs.set(label, { components, params, text: serializeInnerList(member) })
  }
  return inputs
}

const PLAIN = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):$/

/** A Signature field of one label in its strict form, or undefined for any other; one expression instead of a parser. */
export function plainSignature(field: string): { readonly label: string; readonly bytes: Uint8Array } | undefined {
  const [, label, text] = (field.length <= SIGNATURE_LIMITS.field && PLAIN.exec(field)) || []
  if (label === undefined || text === undefined) return undefined
  const bytes = Buffer.from(text, 'base64')
  // Base64 that does not re-encode to itself is another text for the same bytes.
  return bytes.toString('base64') === text ? { label, bytes } : undefined
}

/** Signature by label. Throws `signature-malformed`. */
export function parseSignature(field: string): ReadonlyMap<string, Uint8Array> {
  const signatures = new Map<string, Uint8Array>()
  for (const [label, [bytes]] of dictionary('signature', field)) {
    if (!(bytes instanceof ArrayBuffer))
      throw malformed('signature', field, '应为 :Base64: 字节串', 'expected a byte sequence')
    signatures.set(label, new Uint8Array(bytes))
  }
  return signatures
}

/** A byte sequence as a structured field. */
export function byteSequence(bytes: Uint8Array): string {
  return `:${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}:`
}

function dictionary(name: string, field: string) {
  if (field.length > SIGNATURE_LIMITS.field) {
    const most = SIGNATURE_LIMITS.field
    throw malformed(name, field, `超过 ${most} 个字符`, `expected at most ${most} characters, got ${field.length}`)
  }
  try {
    return parseDictionary(field)
  } catch {
    throw malformed(name, field, '不是结构化字段字典（RFC 9651）', 'expected a structured field dictionary (RFC 9651)')
  }
}

function malformed(pointer: string, value: string, zh: string, en: string): IdentityError {
  return new IdentityError(
    'signature-malformed',
    { zh: `${pointer}：${zh}`, en: `${pointer}: ${en}` },
    { pointer, value },
  )
}
