/** A joint document: one signature a party, each by a signatory's key that counts at that signature's own leaf (RFC 7515 §7.2.1). */
import type { JsonValue } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { DOCUMENT_TYPES, documentHeader, documentRow, type JointKind } from '../../documents/cosign.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { type GeneralJws, verifyDocument } from '../../identity/document.ts'
import type { KeyRegistry, RegisteredKey } from '../../identity/keys.ts'
import type { DocumentRow } from '../../ports.ts'
import { keyCounting, mustBeBy } from './keys.ts'
import type { ProvenLeaf } from './leaves.ts'
import { must } from './report.ts'

/** A signature that holds, its key and its leaf. */
export interface SignedLeaf {
  readonly key: RegisteredKey
  readonly leaf: ProvenLeaf
}

/** A document that both parties signed. `inForce` is the ledger index of the second signature. */
export interface JointDocument {
  readonly document: DocumentRow
  readonly value: JsonValue
  readonly signatures: readonly SignedLeaf[]
  readonly inForce: number
}

/** What to verify; `leaves` are those of its kind in ledger order, of this document and others, `idOf` tells the document's id from its payload. */
export interface JointOptions {
  readonly kind: JointKind
  readonly jws: GeneralJws
  readonly leaves: readonly ProvenLeaf[]
  readonly registry: KeyRegistry
  readonly idOf: (value: JsonValue) => string
}

/** The document, its signatures in the order of their leaves. Throws CheckFailure, IdentityError. */
export function readJoint({ kind, jws, leaves, registry, idOf }: JointOptions): JointDocument {
  const { payload, signatures } = jws
  must(signatures.length <= PARTIES.length, '签名多于两个', `expected one signature a party, got ${signatures.length}`)
  // A leaf's canonical header begins with the digest of the document it is on.
  const ofThis = `{"digest":"${sha256Hex(Buffer.from(payload, 'base64url'))}"`
  const own = leaves.filter(({ header }) => header.startsWith(ofThis))
  const signed: SignedLeaf[] = []
  let document: DocumentRow | null = null
  let value: JsonValue = null
  for (const [at, signature] of signatures.entries()) {
    const leaf = own[at]
    must(leaf !== undefined, '有一个签名没有账本条目', `signature ${at + 1} has no leaf in the ledger`)
    const verified = verifyDocument(
      { payload, signatures: [signature] },
      {
        findKey: (kid) => keyCounting(registry, kid, leaf.index, 'signatory'),
        typ: DOCUMENT_TYPES[kind],
        requiredParties: [],
      },
    )
    const key = verified.signatures[0]?.key
    must(key !== undefined, '没有签名', 'expected a signature')
    const doubled = signed.some((one) => one.key.party === key.party)
    must(!doubled, `${key.party} 方签名出现两次`, `expected one signature of party ${key.party}, got two`)
    value = verified.value
    document ??= documentRow({ kind, id: idOf(value), payload: verified.payload, supersedes: null })
    mustBeBy(leaf, key.party, key.kid)
    const header = documentHeader(leaf.type, document, signature)
    must(
      leaf.header === header,
      `第 ${leaf.index} 条不是该签名`,
      `leaf ${leaf.index} is not that of this signature on ${document.id}`,
    )
    const later = leaf.index > (signed.at(-1)?.leaf.index ?? -1)
    must(later, '签名不按账本顺序', 'expected the signatures in the order of the ledger')
    signed.push({ key, leaf })
  }
  for (const party of PARTIES) {
    const there = signed.some((one) => one.key.party === party)
    must(there, `缺少 ${party} 方签名`, `expected a signature of party ${party}`)
  }
  const inForce = signed.at(-1)?.leaf.index
  must(document !== null && inForce !== undefined, '没有签名', 'expected two signatures')
  return { document, value, signatures: signed, inForce }
}
