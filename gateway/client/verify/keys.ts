/** Key lists as the ledger orders them: each signed by its party's root, following the last, and with a leaf of its own. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { documentHeader, documentRow } from '../../documents/cosign.ts'
import type { GrantedRole } from '../../identity/access.ts'
import { sha256Hex } from '../../identity/digest.ts'
import type { GeneralJws } from '../../identity/document.ts'
import { readKeyList } from '../../identity/key-list.ts'
import {
  applyKeyList,
  type KeyList,
  type KeyRegistry,
  keyStateAt,
  NO_KEYS,
  type RegisteredKey,
  type RootKey,
  verifyKeyList,
} from '../../identity/keys.ts'
import { fromBase64Url, fromUtf8 } from '../../ledger/encoding.ts'
import type { ProvenLeaf } from './leaves.ts'
import { CheckFailure, must } from './report.ts'

/** One party's last list before some place. */
export interface ListRef {
  readonly edition: number
  readonly digest: string
}

/** All keys the bundle's lists bring, and which list was the last of a party before a place. */
export interface BundleKeys {
  readonly registry: KeyRegistry
  lastBefore(party: PartyId, index: number): ListRef | undefined
}

function jsonOf(text: string): ReturnType<typeof parseCanonical> {
  const bytes = fromBase64Url(text)
  const source = bytes && fromUtf8(bytes)
  return source === null ? undefined : parseCanonical(source)
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined
}

function kidOf(list: GeneralJws): string {
  const [signature] = list.signatures
  const kid = signature && memberOf(jsonOf(signature.protected), 'kid')
  must(typeof kid === 'string', '密钥清单的签名头无法识别', 'expected a kid in the protected header of a key list')
  return kid
}

function partyOf(list: GeneralJws): PartyId {
  const sent = memberOf(jsonOf(list.payload), 'party')
  const party = PARTIES.find((one) => one === sent)
  must(
    party !== undefined,
    '密钥清单不是规范形式，或没有写明哪一方',
    'expected a key list in canonical form that names its party',
  )
  return party
}

// What a list says when nobody's root is known to hold it against.
function unconfirmedList(list: GeneralJws, party: PartyId): KeyList {
  const value = jsonOf(list.payload)
  must(
    value !== undefined && list.signatures.length === 1,
    '密钥清单形式不符',
    'expected a key list in canonical form with one signature',
  )
  const payload = Buffer.from(list.payload, 'base64url').toString('utf8')
  return { ...readKeyList(value, party), payload, digest: sha256Hex(payload) }
}

/** The keys of the lists in ledger order; with `roots` null their signatures are left unconfirmed. Throws CheckFailure, IdentityError. */
export function readKeys(
  lists: readonly GeneralJws[],
  leaves: readonly ProvenLeaf[],
  roots: readonly RootKey[] | null,
): BundleKeys {
  must(
    lists.length === leaves.length,
    '密钥清单与其账本条目数目不符',
    `expected a leaf for each of ${lists.length} key lists, got ${leaves.length}`,
  )
  const last: (ListRef & { readonly party: PartyId; readonly index: number; readonly root: string })[] = []
  const lastBefore = (party: PartyId, index: number) => last.findLast((one) => one.party === party && one.index < index)
  let registry = NO_KEYS
  for (const [at, leaf] of leaves.entries()) {
    const jws = lists[at]
    if (!jws) throw new CheckFailure('缺少密钥清单', 'a key list is missing')
    const party = partyOf(jws)
    const previous = registry.lists.get(party) ?? null
    const root = roots?.find((one) => one.party === party)
    const list = root ? verifyKeyList(jws, { root, previous }) : unconfirmedList(jws, party)
    const kid = kidOf(jws)
    const known = lastBefore(party, leaf.index)?.root ?? kid
    must(kid === known, `${party} 方的根密钥前后不一`, `expected all key lists of ${party} under one root`)
    const document = documentRow({
      kind: 'keys',
      id: `keys/${party}/${list.edition}`,
      payload: list.payload,
      supersedes: null,
    })
    const header = documentHeader('keys', document, jws.signatures[0] ?? null)
    mustBeBy(leaf, party, kid)
    must(
      leaf.header === header,
      `第 ${leaf.index} 条不是 ${document.id}`,
      `leaf ${leaf.index} is not that of ${document.id}`,
    )
    registry = applyKeyList(registry, list, leaf.index)
    last.push({ party, index: leaf.index, edition: list.edition, digest: list.digest, root: kid })
  }
  return { registry, lastBefore }
}

/** Throws CheckFailure unless the leaf is on this party's behalf and by this key. */
export function mustBeBy(leaf: ProvenLeaf, party: PartyId, kid: string): void {
  const same = leaf.party === party && leaf.actor === kid
  must(
    same,
    `第 ${leaf.index} 条的 party 与 actor 与签名人不符`,
    `expected leaf ${leaf.index} to name its signer as party and actor`,
  )
}

/** A key that counts at a leaf, and has the role if one is asked. Throws CheckFailure. */
export function keyCounting(
  registry: KeyRegistry,
  kid: string,
  index: number,
  role: GrantedRole | null,
): RegisteredKey {
  const key = registry.keys.get(kid)
  must(key !== undefined, `密钥 ${kid} 未登记`, `the key ${kid} is on no list`)
  const state = keyStateAt(key, index)
  must(state !== 'revoked', `密钥 ${kid} 在第 ${index} 条之前已吊销`, `the key ${kid} was revoked before leaf ${index}`)
  must(
    state === 'active',
    `密钥 ${kid} 在第 ${index} 条时尚未生效`,
    `the key ${kid} was not active yet at leaf ${index}`,
  )
  must(
    role === null || key.roles.includes(role),
    `密钥 ${kid} 没有角色 ${role}`,
    `the key ${kid} lacks the role ${role}`,
  )
  return key
}
