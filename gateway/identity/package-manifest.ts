/** What a package says of itself and its files, and the check that a payload says it: the payload is untrusted until its signature is verified. */
import type { JsonValue } from '../../contracts/jcs.ts'
import { type IdentityError, refusal } from './error.ts'
import { PACKAGE_LIMITS, SIGNATURE_LIMITS } from './limits.ts'
import type { PackagedRequest } from './package-request.ts'

/** One file as its package tells of it: its request, its name on the sender's side, and how many bytes it has. */
export interface PackedFile extends PackagedRequest {
  readonly bytes: number
  readonly name: string
}

/** What is signed. Times in Unix seconds; `contract` as `id` or `id@version`; `nonce` names the package. */
export interface PackageManifest {
  readonly contract: string
  readonly created: number
  readonly expires: number
  readonly files: readonly PackedFile[]
  readonly nonce: string
  readonly origin: string
  readonly type: 'package'
  readonly v: 1
}

/** How many bytes follow the first line. */
export function bytesOf(files: readonly PackedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

const MEMBERS = ['contract', 'created', 'expires', 'files', 'nonce', 'origin', 'type', 'v']
const FILE_MEMBERS = [
  'bytes',
  'contentDigest',
  'contentType',
  'method',
  'name',
  'signature',
  'signatureInput',
  'targetUri',
]
const NONCE = /^[A-Za-z0-9_-]+$/
/** What can be shown in one line, and is no path. */
const NAME = /^[^\p{C}\p{Zl}\p{Zp}/\\]+$/u
const DAY = 86_400
/** No gateway lets one lie longer. */
const LONGEST = 366 * DAY

/** What a payload says. Throws IdentityError `package-malformed` with the JSON pointer. */
export function readManifest(value: JsonValue): PackageManifest {
  const told = members(value, MEMBERS, '')
  if (told.get('type') !== 'package' || told.get('v') !== 1)
    throw malformed('type 应为 package，v 应为 1', 'expected type "package" and v 1', '/type')
  const files = told.get('files')
  const { files: most, bytes } = PACKAGE_LIMITS
  if (!Array.isArray(files) || files.length === 0 || files.length > most)
    throw malformed(`文件数应为 1–${most}`, `expected 1 to ${most} files`, '/files')
  const [created, expires] = [whole(told, 'created', ''), whole(told, 'expires', '')]
  if (expires <= created || expires - created > LONGEST)
    throw malformed('expires 应晚于 created，至多一年', 'expected expires after created, by a year at most', '/expires')
  const nonce = text(told, 'nonce', SIGNATURE_LIMITS.nonceMax, '')
  if (nonce.length < SIGNATURE_LIMITS.nonceMin || !NONCE.test(nonce))
    throw malformed('nonce 过短或含其他字符', 'expected a longer nonce in base64url', '/nonce')
  const [contract, origin] = [text(told, 'contract', 200, ''), text(told, 'origin', 300, '')]
  const read = files.map((file, index) => readFile(file, { contract, origin, pointer: `/files/${index}` }))
  if (bytesOf(read) > bytes) throw malformed(`文件至多共 ${bytes} 字节`, `expected at most ${bytes} bytes`, '/files')
  return { contract, created, expires, files: read, nonce, origin, type: 'package', v: 1 }
}

function readFile(
  value: JsonValue,
  { contract, origin, pointer }: { readonly contract: string; readonly origin: string; readonly pointer: string },
): PackedFile {
  const file = members(value, FILE_MEMBERS, pointer)
  const field = (name: string, most: number = SIGNATURE_LIMITS.field) => text(file, name, most, pointer)
  const targetUri = field('targetUri', 2000)
  const url = URL.canParse(targetUri) ? new URL(targetUri) : null
  // Written one way, and under the package's own contract.
  const meant =
    url?.href === targetUri &&
    url.origin === origin &&
    url.pathname === '/v1/submissions' &&
    url.searchParams.get('contract') === contract
  if (!meant || file.get('method') !== 'POST')
    throw malformed('应为按该契约的报送请求', 'expected a submission under the contract', `${pointer}/targetUri`)
  const name = field('name', PACKAGE_LIMITS.name)
  if (!NAME.test(name))
    throw malformed('name 应为文件名', 'expected name as a file’s, without a path', `${pointer}/name`)
  return {
    bytes: whole(file, 'bytes', pointer),
    contentDigest: field('contentDigest'),
    contentType: field('contentType', 200),
    method: 'POST',
    name,
    signature: field('signature'),
    signatureInput: field('signatureInput'),
    targetUri,
  }
}

function members(value: JsonValue, names: readonly string[], pointer: string): ReadonlyMap<string, JsonValue> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const found = new Map(Object.entries(value))
    if (found.size === names.length && names.every((name) => found.has(name))) return found
  }
  throw malformed(`成员应恰为 ${names.join('、')}`, `expected exactly the members ${names.join(', ')}`, pointer)
}

function whole(told: ReadonlyMap<string, JsonValue>, name: string, pointer: string): number {
  const value = told.get(name)
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw malformed(`${name} 应为非负整数`, `expected ${name} as a whole number`, `${pointer}/${name}`)
}

function text(told: ReadonlyMap<string, JsonValue>, name: string, most: number, pointer: string): string {
  const value = told.get(name)
  if (typeof value === 'string' && value.length > 0 && value.length <= most) return value
  throw malformed(`${name} 应为 1–${most} 个字符`, `expected ${name} of 1 to ${most} characters`, `${pointer}/${name}`)
}

/** The refusal of what is no package. `pointer` is into its payload. */
export function malformed(zh: string, en: string, pointer: string): IdentityError {
  return refusal('package-malformed', `包：${zh}`, `package: ${en}`, pointer)
}
