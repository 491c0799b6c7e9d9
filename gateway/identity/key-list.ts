/** What a key list says, and the check that a payload says it: written out by hand, since the payload is untrusted and small. */
import type { JsonValue } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import { GRANTED_ROLES, type GrantedRole } from './access.ts'
import type { AlgorithmName } from './algorithms.ts'
import { IdentityError } from './error.ts'
import { importPublicJwk, type PublicJwk } from './jwk.ts'
import { SIGNATURE_LIMITS } from './limits.ts'

/** One key of a list. `operator` is the post of the person who holds it, null for an agency's machine. `roles` are sorted. */
export interface ListedKey {
  readonly agency: string
  readonly alg: AlgorithmName
  readonly jwk: PublicJwk
  readonly kid: string
  readonly operator: string | null
  readonly roles: readonly GrantedRole[]
  readonly status: 'active' | 'revoked'
}

/** The payload of a key list. `previous` is the SHA-256 of the last list's payload in hexadecimal; `issued` an RFC 3339 instant, told, not relied on. */
export interface KeyListPayload {
  readonly edition: number
  readonly issued: string
  readonly keys: readonly ListedKey[]
  readonly party: PartyId
  readonly previous: string | null
}

const LIST_MEMBERS = ['edition', 'issued', 'keys', 'party', 'previous']
const KEY_MEMBERS = ['agency', 'alg', 'jwk', 'kid', 'operator', 'roles', 'status']
const DIGEST = /^[0-9a-f]{64}$/
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|\+08:00)$/
const NAME_CHARACTERS = 128

/** The payload as a key list of this party. Throws `key-list-malformed` with the JSON pointer. */
export function readKeyList(value: JsonValue, party: PartyId): KeyListPayload {
  const list = members(value, LIST_MEMBERS, '')
  if (list.get('party') !== party)
    throw malformed(`party 应为 ${party}`, `expected party "${party}", whose root signed`, '/party')
  const edition = list.get('edition')
  if (typeof edition !== 'number' || !Number.isSafeInteger(edition) || edition < 1) {
    throw malformed('edition 应为正整数', 'expected edition as an integer from 1', '/edition')
  }
  const previous = list.get('previous')
  if (previous !== null && (typeof previous !== 'string' || !DIGEST.test(previous))) {
    throw malformed(
      'previous 应为 null 或 64 位十六进制摘要',
      'expected previous as null or 64 lower-case hexadecimal characters',
      '/previous',
    )
  }
  const issued = list.get('issued')
  if (typeof issued !== 'string' || !INSTANT.test(issued)) {
    throw malformed(
      'issued 应为 RFC 3339 时刻',
      'expected issued as an instant like 2026-11-23T08:00:00+08:00',
      '/issued',
    )
  }
  const keys = list.get('keys')
  if (!Array.isArray(keys) || keys.length > SIGNATURE_LIMITS.keys) {
    throw malformed(
      `keys 应为至多 ${SIGNATURE_LIMITS.keys} 项的数组`,
      `expected keys as an array of at most ${SIGNATURE_LIMITS.keys}`,
      '/keys',
    )
  }
  return { edition, issued, keys: readKeys(keys), party, previous: previous ?? null }
}

function readKeys(values: readonly JsonValue[]): readonly ListedKey[] {
  const seen = new Set<string>()
  return values.map((value, index) => {
    const key = readKey(value, `/keys/${index}`)
    if (seen.has(key.kid)) throw malformed('同一密钥列了两次', 'expected each key once', `/keys/${index}/kid`)
    seen.add(key.kid)
    return key
  })
}

function readKey(value: JsonValue, pointer: string): ListedKey {
  const key = members(value, KEY_MEMBERS, pointer)
  const { kid, alg, jwk } = readJwk(key.get('jwk'), `${pointer}/jwk`)
  if (key.get('kid') !== kid)
    throw malformed('kid 应为密钥指纹', `expected kid to be the key's thumbprint ${kid}`, `${pointer}/kid`)
  if (key.get('alg') !== alg)
    throw malformed(`alg 应为 ${alg}`, `expected alg "${alg}", which is the key's`, `${pointer}/alg`)
  const status = key.get('status')
  if (status !== 'active' && status !== 'revoked') {
    throw malformed('status 应为 active 或 revoked', 'expected status "active" or "revoked"', `${pointer}/status`)
  }
  const operator = key.get('operator')
  return {
    agency: name(key.get('agency'), `${pointer}/agency`),
    alg,
    jwk,
    kid,
    operator: operator === null ? null : name(operator, `${pointer}/operator`),
    roles: readRoles(key.get('roles'), `${pointer}/roles`),
    status,
  }
}

function readJwk(value: JsonValue | undefined, pointer: string) {
  const imported = importAt(value, pointer)
  members(value, Object.keys(imported.jwk), pointer)
  return imported
}

function importAt(value: JsonValue | undefined, pointer: string) {
  try {
    return importPublicJwk(value)
  } catch (error) {
    if (error instanceof IdentityError)
      throw malformed(error.detail.zh, error.detail.en, `${pointer}${error.pointer ?? ''}`)
    throw error
  }
}

function readRoles(value: JsonValue | undefined, pointer: string): readonly GrantedRole[] {
  const sent: readonly JsonValue[] = Array.isArray(value) ? value : []
  const roles = GRANTED_ROLES.filter((role) => sent.includes(role)).sort()
  if (roles.length === 0 || roles.join() !== sent.join()) {
    const known = GRANTED_ROLES.join(', ')
    throw malformed(
      `roles 应为下列之一或多个，按字母排序：${known}`,
      `expected roles sorted, once each, of ${known}`,
      pointer,
    )
  }
  return roles
}

function name(value: JsonValue | undefined, pointer: string): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= NAME_CHARACTERS && value.trim() === value)
    return value
  throw malformed(
    `应为 1–${NAME_CHARACTERS} 个字符`,
    `expected 1 to ${NAME_CHARACTERS} characters without spaces around them`,
    pointer,
  )
}

function members(
  value: JsonValue | undefined,
  names: readonly string[],
  pointer: string,
): ReadonlyMap<string, JsonValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed('应为对象', 'expected an object', pointer)
  const found = new Map<string, JsonValue>(Object.entries(value))
  for (const each of found.keys()) {
    if (!names.includes(each))
      throw malformed(`不接受成员 ${each}`, `expected only ${names.join(', ')}, got ${each}`, `${pointer}/${each}`)
  }
  for (const each of names) {
    if (!found.has(each)) throw malformed(`缺少成员 ${each}`, `expected the member ${each}`, `${pointer}/${each}`)
  }
  return found
}

function malformed(zh: string, en: string, pointer: string): IdentityError {
  return new IdentityError(
    'key-list-malformed',
    { zh: `${pointer || '/'}：${zh}`, en: `${pointer || '/'}: ${en}` },
    { pointer },
  )
}
