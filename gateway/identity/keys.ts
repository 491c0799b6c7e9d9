/** Key lists: a party's root key says which keys act for it, edition by edition, and the ledger says from where to where each counts. */

import type { PartyId } from '../../contracts/types.ts'
import type { AlgorithmName, PublicKey } from './algorithms.ts'
import { sha256Hex } from './digest.ts'
import { verifyDocument } from './document.ts'
import { IdentityError } from './error.ts'
import { importPublicJwk, type PublicJwk } from './jwk.ts'
import { type KeyListPayload, type ListedKey, readKeyList } from './key-list.ts'

/** `typ` of a key list. */
export const KEY_LIST_TYP = 'chuanyu-keys+jws'

/** Whether a key counts at a place in the ledger. */
export type KeyState = 'not-active' | 'active' | 'revoked'

/** A party's root, as the verifier got it by a way of its own. */
export interface RootKey {
  readonly party: PartyId
  readonly jwk: PublicJwk
}

/** A key list whose root signature holds and whose content is sound. `digest` is the SHA-256 of its payload in hexadecimal. */
export interface KeyList extends KeyListPayload {
  readonly payload: string
  readonly digest: string
}

/**
 * Verifies a key list of unknown origin against the party's root and the list before it (null for the first).
 * Throws `document-…` for the signature, `key-list-malformed`, `key-list-order`.
 */
export function verifyKeyList(
  jws: unknown,
  { root, previous }: { readonly root: RootKey; readonly previous: Pick<KeyList, 'edition' | 'digest'> | null },
): KeyList {
  const { kid, alg, publicKey } = importPublicJwk(root.jwk)
  const { payload, value } = verifyDocument(jws, {
    findKey: (sent) => (sent === kid ? { party: root.party, alg, publicKey } : undefined),
    typ: KEY_LIST_TYP,
    requiredParties: [root.party],
  })
  const list = { ...readKeyList(value, root.party), payload, digest: sha256Hex(payload) }
  if (list.keys.some((each) => each.kid === kid)) {
    throw new IdentityError(
      'key-list-malformed',
      {
        zh: '根密钥不得列入密钥清单',
        en: 'expected the root key to stay off the list: it signs lists and nothing else',
      },
      { pointer: '/keys', value: kid },
    )
  }
  mustFollow(list, previous)
  return list
}

/** A key as registered. It counts for what has a ledger index after `activatedAt` and before `revokedAt`. */
export interface RegisteredKey extends ListedKey {
  readonly party: PartyId
  readonly publicKey: PublicKey
  /** Ledger index of the list that brought it. */
  readonly activatedAt: number
  /** Ledger index of the list that revoked it. */
  readonly revokedAt: number | null
}

/** All keys ever listed, by kid, and the last list of each party. */
export interface KeyRegistry {
  readonly lists: ReadonlyMap<PartyId, { readonly edition: number; readonly digest: string }>
  readonly keys: ReadonlyMap<string, RegisteredKey>
}

/** A registry before any list. */
export const NO_KEYS: KeyRegistry = { lists: new Map(), keys: new Map() }

/**
 * The registry after a verified list took its place at a ledger index. A list names every key its party ever listed, and nothing
 * of a key but its status may change: other roles are another key. A revoked key never comes back, and no key serves two parties.
 * Throws `key-list-order`, `key-list-conflict`.
 */
export function applyKeyList(registry: KeyRegistry, list: KeyList, ledgerIndex: number): KeyRegistry {
  mustFollow(list, registry.lists.get(list.party) ?? null)
  const keys = new Map(registry.keys)
  for (const [index, listed] of list.keys.entries()) {
    keys.set(listed.kid, registered(registry.keys.get(listed.kid), listed, list.party, ledgerIndex, `/keys/${index}`))
  }
  const listedKids = new Set(list.keys.map((each) => each.kid))
  for (const { kid, party } of registry.keys.values()) {
    if (party === list.party && !listedKids.has(kid)) {
      throw conflict(
        '清单漏掉已登记的密钥；停用应改为 revoked',
        'expected every key listed before; revoke it rather than leave it out',
        '/keys',
        kid,
      )
    }
  }
  const lists = new Map(registry.lists).set(list.party, { edition: list.edition, digest: list.digest })
  return { lists, keys }
}

/** Whether a key counts for what has, or is about to get, this ledger index. */
export function keyStateAt(key: Pick<RegisteredKey, 'activatedAt' | 'revokedAt'>, index: number): KeyState {
  if (index <= key.activatedAt) return 'not-active'
  return key.revokedAt !== null && index >= key.revokedAt ? 'revoked' : 'active'
}

/** A key with its state at a ledger index, as request verification wants it. */
export function keyAt(
  registry: KeyRegistry,
  kid: string,
  index: number,
): (RegisteredKey & { readonly alg: AlgorithmName; readonly state: KeyState }) | undefined {
  const key = registry.keys.get(kid)
  return key === undefined ? undefined : { ...key, state: keyStateAt(key, index) }
}

function registered(
  known: RegisteredKey | undefined,
  listed: ListedKey,
  party: PartyId,
  ledgerIndex: number,
  pointer: string,
): RegisteredKey {
  const revokedAt = listed.status === 'revoked' ? ledgerIndex : null
  if (known === undefined) {
    return { ...listed, party, publicKey: importPublicJwk(listed.jwk).publicKey, activatedAt: ledgerIndex, revokedAt }
  }
  if (known.party !== party) {
    throw conflict('该密钥已由另一方登记', 'expected a key that the other party has not listed', pointer, listed.kid)
  }
  if (
    known.agency !== listed.agency ||
    known.operator !== listed.operator ||
    known.roles.join() !== listed.roles.join()
  ) {
    throw conflict(
      '已登记密钥的单位、岗位与角色不可更改，请登记新密钥',
      'expected agency, operator and roles as first listed; list a new key for others',
      pointer,
      listed.kid,
    )
  }
  if (known.revokedAt !== null && revokedAt === null) {
    throw conflict('已吊销的密钥不得恢复', 'expected a revoked key to stay revoked', `${pointer}/status`, listed.kid)
  }
  return { ...known, status: listed.status, revokedAt: known.revokedAt ?? revokedAt }
}

function mustFollow(list: KeyList, previous: { readonly edition: number; readonly digest: string } | null): void {
  const edition = (previous?.edition ?? 0) + 1
  const digest = previous?.digest ?? null
  if (list.edition === edition && list.previous === digest) return
  const pointer = list.edition === edition ? '/previous' : '/edition'
  throw new IdentityError(
    'key-list-order',
    {
      zh: `应为第 ${edition} 版，且 previous 为 ${digest ?? 'null'}`,
      en: `expected edition ${edition} with previous ${digest ?? 'null'}, got edition ${list.edition} with ${list.previous ?? 'null'}`,
    },
    { pointer },
  )
}

function conflict(zh: string, en: string, pointer: string, value: string): IdentityError {
  return new IdentityError('key-list-conflict', { zh, en }, { pointer, value })
}
