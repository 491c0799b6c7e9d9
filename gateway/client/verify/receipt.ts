/** Verifying a receipt: the gateway's signature, the log's checkpoint, and the leaf whose commitment the receipt opens. */
import { canonical, parseCanonical } from '../../../contracts/jcs.ts'
import { type Guard, matching, read, shape, text } from '../../../contracts/read.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { assembleDocument, type JwsSignature, verifyDocument } from '../../identity/document.ts'
import { importPublicJwk } from '../../identity/jwk.ts'
import { RECEIPT_TYP, type Receipt, type SignedReceipt } from '../../intake/receipt.ts'
import { groupCommitment } from '../../ledger/commitment.ts'
import { toBase64Url, toHex } from '../../ledger/encoding.ts'
import { leafHash } from '../../ledger/hash.ts'
import { leafBytes } from '../../ledger/leaf.ts'
import { ed25519Verifier } from '../../ledger/note-ed25519.ts'
import { base64Of, count, exactly } from './guards.ts'
import { readCheckpoint } from './leaves.ts'
import { detailOf, must } from './report.ts'
import { readSubmissionHeader, type SubmissionHeader } from './submissions.ts'

/** Whose word to take: the gateway's public key (JWK) and the log's verifier key (C2SP signed-note). */
export interface ReceiptTrust {
  readonly gatewayJwk: unknown
  readonly logVerifier: string
}

/** What a sound receipt says. `leafHash` (hexadecimal) is what an inclusion proof at `index` must be of. */
export interface ReceiptFacts {
  readonly header: SubmissionHeader
  readonly index: number
  readonly time: string
  readonly leafHash: string
  readonly size: number
}

/** What a receipt proves, or why it proves nothing. */
export type ReceiptReport = ({ readonly ok: true } & ReceiptFacts) | { readonly ok: false; readonly detail: Bilingual }

const anything: Guard<unknown> = (_value): _value is unknown => true
const signed = shape<SignedReceipt>({
  receipt: shape<Receipt>({
    checkpoint: text,
    header: anything,
    leaf: shape<Receipt['leaf']>({ index: count, time: text }),
    salt: base64Of(16),
    submission: matching(/^[0-9a-f]{32}$/, 'a submission id'),
    type: exactly('receipt'),
    v: exactly(1),
  }),
  signature: shape<JwsSignature>({ protected: text, signature: text }),
})

function inspect(source: string, { gatewayJwk, logVerifier }: ReceiptTrust): ReceiptFacts {
  const { receipt, signature } = read('receipt', signed, parseCanonical(source))
  const headerText = canonical(receipt.header)
  const header = readSubmissionHeader(headerText)
  const { kid, alg, publicKey } = importPublicJwk(gatewayJwk)
  // A document key has a party; the gateway has none, and nothing here asks whose it is.
  const findKey = (sent: string) => (sent === kid ? { party: header.party, alg, publicKey } : undefined)
  verifyDocument(assembleDocument(canonical(receipt), [signature]), { findKey, typ: RECEIPT_TYP, requiredParties: [] })
  must(
    header.submission === receipt.submission,
    '回执与抬头的报送批次不符',
    'expected the header to be of the submission',
  )
  const { size } = readCheckpoint(receipt.checkpoint, ed25519Verifier(logVerifier))
  const { index, time } = receipt.leaf
  must(index < size, '条目不在检查点之内', 'expected the leaf to be within the checkpoint')
  const commitment = toBase64Url(groupCommitment(headerText, Buffer.from(receipt.salt, 'base64')))
  const leaf = leafBytes({ actor: header.kid, commitment, party: header.party, time, type: 'submission', v: 1 })
  return { header, index, time, leafHash: toHex(leafHash(leaf)), size }
}

/**
 * Verifies the text of a receipt, exactly as sent. That the leaf is in the ledger is promised by the gateway's signature; to see it,
 * ask for an inclusion proof of `leafHash`. Never throws.
 */
export function verifyReceipt(receiptText: string, trust: ReceiptTrust): ReceiptReport {
  try {
    return { ok: true, ...inspect(receiptText, trust) }
  } catch (error) {
    return { ok: false, detail: detailOf(error) }
  }
}
