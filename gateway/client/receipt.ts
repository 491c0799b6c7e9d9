/** A receipt as a client takes it: verified by the gateway's own keys, and its leaf found in the ledger (RFC 6962 §2.1.1). */
import { parseCanonical } from '../../contracts/jcs.ts'
import { parseCheckpoint } from '../ledger/checkpoint.ts'
import { fromBase64 } from '../ledger/encoding.ts'
import { parseNote } from '../ledger/note.ts'
import { ed25519KeyId, printVerifierKey } from '../ledger/note-ed25519.ts'
import { verifyInclusion } from '../ledger/verify.ts'
import { ClientError, localError } from './error.ts'
import type { GatewayKeys } from './gateway-keys.ts'
import { listOf, membersOf, readJson, textOf } from './read-json.ts'
import { type ReceiptFacts, verifyReceipt } from './verify/receipt.ts'

/** What a sound receipt says, and the checkpoint it was given under. */
export interface CheckedReceipt extends ReceiptFacts {
  readonly checkpoint: string
}

/** The log's verifier key: the one of these keys that the checkpoint's signature names. */
function logVerifierOf(checkpoint: string, keys: GatewayKeys): string | undefined {
  const [line] = parseNote(checkpoint).signatures
  for (const { jwk } of keys.values()) {
    if (jwk.kty !== 'OKP' || line === undefined) continue
    const key = { name: line.name, publicKey: Buffer.from(jwk.x, 'base64url') }
    if (ed25519KeyId(key) === line.keyId) return printVerifierKey(key)
  }
  return undefined
}

function signerOf(header: string): unknown {
  return membersOf(readJson(Buffer.from(header, 'base64url').toString('utf8')), 'a protected header').get('kid')
}

/** Verifies a receipt, exactly as sent, by these keys. Throws ClientError `receipt-unverified`. */
export function checkReceipt(text: string, keys: GatewayKeys): CheckedReceipt {
  try {
    const signed = membersOf(parseCanonical(text), 'a receipt')
    const checkpoint = textOf(membersOf(signed.get('receipt'), 'receipt').get('checkpoint'), 'checkpoint')
    const kid = signerOf(textOf(membersOf(signed.get('signature'), 'signature').get('protected'), 'protected'))
    const gatewayJwk = typeof kid === 'string' ? keys.get(kid)?.jwk : undefined
    const logVerifier = logVerifierOf(checkpoint, keys)
    if (gatewayJwk === undefined || logVerifier === undefined) {
      throw localError(
        'receipt-unverified',
        "expected the receipt and its checkpoint to be signed by the gateway's keys",
      )
    }
    const report = verifyReceipt(text, { gatewayJwk, logVerifier })
    if (!report.ok) throw localError('receipt-unverified', report.detail.en)
    const { header, index, time, leafHash, size } = report
    return { header, index, time, leafHash, size, checkpoint }
  } catch (error) {
    if (error instanceof ClientError && error.code === 'receipt-unverified') throw error
    throw localError('receipt-unverified', error instanceof Error ? error.message : String(error), error)
  }
}

/** Holds an inclusion proof, as the gateway answers it, against the receipt's own checkpoint. Throws ClientError `receipt-unverified`. */
export function checkInclusion({ checkpoint, index, size, leafHash }: CheckedReceipt, answered: unknown): void {
  const proof = listOf(membersOf(answered, 'a proof').get('proof'), 'proof').map((hash) =>
    fromBase64(textOf(hash, 'hash')),
  )
  const { root } = parseCheckpoint(parseNote(checkpoint).text)
  const leaf = Buffer.from(leafHash, 'hex')
  if (!proof.every((hash) => hash !== null) || !verifyInclusion({ index, size, root, leafHash: leaf, proof })) {
    throw localError('receipt-unverified', 'expected the ledger to hold the leaf that the receipt opens')
  }
}
