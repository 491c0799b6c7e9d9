/** Reading a signature the strict way: exactly one, written one way, with `created`, `keyid`, `alg` and `tag`, in time (RFC 9421 §3.2). */
import type { BareItem } from 'structured-headers'
import { ALGORITHMS, type Algorithm, algorithmByName } from './algorithms.ts'
import type { HeaderGetter } from './components.ts'
import { refusal } from './error.ts'
import type { SignatureLimits } from './limits.ts'
import {
  byteSequence,
  parseSignature,
  parseSignatureInput,
  plainSignature,
  type SignatureInput,
} from './message-signature.ts'
import type { Coverage, SignatureTag } from './profile.ts'

/** The one signature of a message, as claimed: well formed, in time, covering what it must; not yet verified. */
export interface Claim {
  readonly label: string
  readonly input: SignatureInput
  readonly signature: Uint8Array
  /** Unix seconds. */
  readonly created: number
  readonly keyid: string
  readonly algorithm: Algorithm
  readonly nonce?: string
}

/** The two fields of a signed message. Throws `signature-missing`. */
export function signatureFields(header: HeaderGetter): { readonly input: string; readonly signature: string } {
  const input = header('signature-input')
  const signature = header('signature')
  if (input && signature) return { input, signature }
  const pointer = input ? 'signature' : 'signature-input'
  throw refusal('signature-missing', `缺少 ${pointer} 头`, `expected the header ${pointer}`, pointer)
}

/** Reads and checks everything but the signature itself. `window` is in seconds, `now` in milliseconds. */
export function readClaim(
  fields: { readonly input: string; readonly signature: string },
  expected: {
    readonly tag: SignatureTag
    readonly coverage: Coverage
    readonly now: number
    readonly window: number
    readonly limits: SignatureLimits
  },
): Claim {
  const { label, input } = readOwnForm(fields.input, expected.coverage) ?? readAnyForm(fields.input)
  mustBePurpose(input, expected.tag)
  mustCover(input, expected.coverage)
  const claim = {
    label,
    input,
    ...readParams(input, expected.limits),
    signature: readSignature(fields.signature, label),
  }
  mustBeInTime(claim, integer(input, 'expires'), expected)
  return claim
}

// The form our own client writes; one expression instead of a parser, on the path of every request.
const OWN_FORM =
  /^([a-z*][a-z0-9_.*-]*)=((\([^)]*\));created=(0|[1-9]\d{0,14})(?:;nonce="([A-Za-z0-9._~+/=-]+)")?;keyid="([A-Za-z0-9_-]+)";alg="([a-z0-9-]+)";tag="([a-z-]+)")$/

function readOwnForm(
  field: string,
  { components, list }: Coverage,
): { label: string; input: SignatureInput } | undefined {
  const found = OWN_FORM.exec(field)
  if (found === null || found[3] !== list) return undefined
  const [, label = '', text = '', , created, nonce, keyid = '', alg = '', tag = ''] = found
  const params = new Map<string, BareItem>([['created', Number(created)]])
  if (nonce !== undefined) params.set('nonce', nonce)
  params.set('keyid', keyid).set('alg', alg).set('tag', tag)
  return { label, input: { components, params, text } }
}

function readAnyForm(field: string): { label: string; input: SignatureInput } {
  const inputs = [...parseSignatureInput(field)]
  const [only] = inputs
  if (only === undefined || inputs.length > 1) {
    const got = inputs.length
    throw refusal(
      'signature-malformed',
      `应恰好有一个签名，收到 ${got} 个`,
      `expected exactly one signature, got ${got}`,
      'signature-input',
      field,
    )
  }
  const [label, input] = only
  if (field !== `${label}=${input.text}`) {
    throw refusal(
      'signature-malformed',
      'Signature-Input 不是其严格序列化形式',
      'expected Signature-Input in its strict serialisation, without doubled parameters or extra spaces',
      'signature-input',
      field,
    )
  }
  return { label, input }
}

function readSignature(field: string, label: string): Uint8Array {
  const plain = plainSignature(field)
  if (plain?.label === label) return plain.bytes
  const signature = parseSignature(field).get(label)
  // Also refuses a second label, and base64 that does not re-encode to itself.
  if (signature === undefined || field !== `${label}=${byteSequence(signature)}`) {
    throw refusal(
      'signature-malformed',
      `Signature 应恰为 ${label}=:Base64:`,
      `expected Signature to be exactly ${label}=:base64:, with the label of Signature-Input`,
      'signature',
      field,
    )
  }
  return signature
}

function mustBePurpose(input: SignatureInput, tag: SignatureTag): void {
  const sent = input.params.get('tag')
  if (sent === tag) return
  const got = typeof sent === 'string' ? `"${sent}"` : 'none'
  throw refusal(
    'tag-mismatch',
    `tag 应为 "${tag}"`,
    `expected tag "${tag}", got ${got}`,
    'tag',
    typeof sent === 'string' ? sent : undefined,
  )
}

function mustCover(input: SignatureInput, { components }: Coverage): void {
  if (input.components === components) return
  for (const { id, name } of components) {
    if (!input.components.some((each) => each.id === id)) {
      throw refusal(
        'signature-component-missing',
        `签名未覆盖 ${id}`,
        `expected the signature to cover ${id}`,
        'signature-input',
        name,
      )
    }
  }
}

const PARAMS: ReadonlySet<string> = new Set(['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'])
const NONCE = /^[A-Za-z0-9._~+/=-]+$/

function readParams(input: SignatureInput, limits: SignatureLimits) {
  for (const name of input.params.keys()) {
    if (!PARAMS.has(name)) {
      throw refusal(
        'signature-malformed',
        `不支持的签名参数 ${name}`,
        `expected no signature parameter ${name}`,
        'signature-input',
        name,
      )
    }
  }
  const created = integer(input, 'created')
  const keyid = text(input, 'keyid')
  const alg = text(input, 'alg')
  if (created === undefined || keyid === undefined || alg === undefined) {
    const name = created === undefined ? 'created' : keyid === undefined ? 'keyid' : 'alg'
    throw refusal(
      'signature-component-missing',
      `缺少签名参数 ${name}`,
      `expected the signature parameter ${name}`,
      'signature-input',
      name,
    )
  }
  if (keyid.length > limits.keyid) {
    throw refusal(
      'signature-malformed',
      `keyid 过长`,
      `expected keyid of at most ${limits.keyid} characters`,
      'keyid',
      keyid,
    )
  }
  const algorithm = algorithmByName(alg)
  if (algorithm === undefined) {
    const names = Object.keys(ALGORITHMS).join(', ')
    throw refusal('algorithm-unsupported', `支持的算法：${names}`, `expected one of ${names}, got "${alg}"`, 'alg', alg)
  }
  const nonce = text(input, 'nonce')
  if (nonce === undefined) return { created, keyid, algorithm }
  if (nonce.length < limits.nonceMin || nonce.length > limits.nonceMax || !NONCE.test(nonce)) {
    throw refusal(
      'signature-malformed',
      `nonce 应为 ${limits.nonceMin}–${limits.nonceMax} 个 base64url 字符`,
      `expected a nonce of ${limits.nonceMin} to ${limits.nonceMax} base64url characters`,
      'nonce',
      nonce,
    )
  }
  return { created, keyid, algorithm, nonce }
}

function mustBeInTime(
  { created }: { readonly created: number },
  expires: number | undefined,
  { now, window, limits }: { readonly now: number; readonly window: number; readonly limits: SignatureLimits },
): void {
  const age = now - created * 1000
  if (age > window * 1000 || (expires !== undefined && now > expires * 1000)) {
    throw refusal(
      'signature-expired',
      `签名已有 ${Math.floor(age / 1000)} 秒，最多 ${window} 秒，且不得超过 expires`,
      `expected a signature at most ${window} s old and not past its expires, got one ${Math.floor(age / 1000)} s old`,
      'created',
      `${created}`,
    )
  }
  if (age < -limits.skew * 1000) {
    throw refusal(
      'signature-future',
      `签名时间比网关快 ${Math.ceil(-age / 1000)} 秒，最多 ${limits.skew} 秒；请校准时钟`,
      `expected created at most ${limits.skew} s ahead of the gateway's clock, got ${Math.ceil(-age / 1000)} s`,
      'created',
      `${created}`,
    )
  }
}

function integer(input: SignatureInput, name: string): number | undefined {
  const value = input.params.get(name)
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw refusal('signature-malformed', `${name} 应为整数秒`, `expected ${name} in whole seconds`, name)
}

function text(input: SignatureInput, name: string): string | undefined {
  const value = input.params.get(name)
  if (value === undefined || typeof value === 'string') return value
  throw refusal('signature-malformed', `${name} 应为带引号的字符串`, `expected ${name} as a quoted string`, name)
}
