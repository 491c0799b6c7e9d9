/** A party's next key list, made where its root key is: what the last one said, with keys added or revoked, signed by the root. */
import { canonical } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import { GRANTED_ROLES, type GrantedRole } from '../identity/access.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../identity/document.ts'
import type { PublicJwk, SigningKey } from '../identity/jwk.ts'
import { importPublicJwk } from '../identity/jwk.ts'
import type { KeyListPayload, ListedKey } from '../identity/key-list.ts'
import { KEY_LIST_TYP, type KeyList, verifyKeyList } from '../identity/keys.ts'
import { UsageError } from './usage.ts'

/** What is to change. */
export type Change =
  | { readonly kind: 'add'; readonly keys: readonly ListedKey[] }
  | { readonly kind: 'revoke'; readonly kids: readonly string[] }

/** A public key as it is to be listed. Throws UsageError for roles that are none, IdentityError for a key that is none. */
export function listedKey(
  jwk: unknown,
  { agency, roles, post }: { readonly agency: string; readonly roles: readonly string[]; readonly post: string | null },
): ListedKey {
  const known = GRANTED_ROLES.filter((role) => roles.includes(role)).sort()
  if (known.length === 0 || known.length !== new Set(roles).size)
    throw new UsageError(`--role 应为 ${GRANTED_ROLES.join('、')} · expected roles of these, got ${roles.join(', ')}`)
  const { kid, alg, jwk: own } = importPublicJwk(jwk)
  return { agency, alg, jwk: own, kid, operator: post, roles: known satisfies readonly GrantedRole[], status: 'active' }
}

/** The last list, from its signed document; null for none yet. Throws IdentityError when the root did not sign it. */
export function lastList(jws: unknown, party: PartyId, root: PublicJwk): KeyList | null {
  if (jws === null) return null
  // Only its own signature and form: the gateway holds the edition before it.
  const { edition, previous } = payloadOf(jws)
  const before = previous === null ? null : { edition: edition - 1, digest: previous }
  return verifyKeyList(jws, { root: { party, jwk: root }, previous: before })
}

function payloadOf(jws: unknown): Pick<KeyListPayload, 'edition' | 'previous'> {
  const members = new Map<string, unknown>(typeof jws === 'object' && jws !== null ? Object.entries(jws) : [])
  const payload = members.get('payload')
  const said: unknown =
    typeof payload === 'string' ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : null
  const found = new Map<string, unknown>(typeof said === 'object' && said !== null ? Object.entries(said) : [])
  const previous = found.get('previous')
  return { edition: Number(found.get('edition')), previous: typeof previous === 'string' ? previous : null }
}

function changed(keys: readonly ListedKey[], change: Change): readonly ListedKey[] {
  if (change.kind === 'add') {
    for (const { kid } of change.keys)
      if (keys.some((one) => one.kid === kid))
        throw new UsageError(`密钥已在清单中 · the key is listed already: ${kid}`)
    return [...keys, ...change.keys]
  }
  for (const kid of change.kids)
    if (!keys.some((one) => one.kid === kid)) throw new UsageError(`清单中没有此密钥 · not on the list: ${kid}`)
  return keys.map((one) => (change.kids.includes(one.kid) ? { ...one, status: 'revoked' as const } : one))
}

/** The next list, signed. `issued` an RFC 3339 instant to the second. */
export function nextList(
  last: KeyList | null,
  change: Change,
  { party, root, issued }: { readonly party: PartyId; readonly root: SigningKey; readonly issued: string },
): GeneralJws {
  const payload = canonical({
    edition: (last?.edition ?? 0) + 1,
    issued,
    keys: changed(last?.keys ?? [], change),
    party,
    previous: last?.digest ?? null,
  })
  return assembleDocument(payload, [signDocument(payload, { ...root, typ: KEY_LIST_TYP })])
}
