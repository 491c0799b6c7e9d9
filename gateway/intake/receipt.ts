/** The receipt: what was sent, what became of it, and where in the ledger it stands; signed by the gateway, made inside the commit. */
import { type JwsSignature, signCanonicalAside } from '../identity/document.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { toBase64 } from '../ledger/encoding.ts'
import type { Opening, Place } from '../ports.ts'

/** `typ` of a receipt's signature. */
export const RECEIPT_TYP = 'chuanyu-receipt+jws'

/** What a receipt says. `header` and `salt` open the leaf's commitment. */
export interface Receipt {
  readonly checkpoint: string
  readonly header: unknown
  readonly leaf: { readonly index: number; readonly time: string }
  readonly salt: string
  readonly submission: string
  readonly type: 'receipt'
  readonly v: 1
}

/** A receipt with the gateway's signature over its JCS. */
export interface SignedReceipt {
  readonly receipt: Receipt
  readonly signature: JwsSignature
}

/** The receipt as the JSON text that is stored and sent, the same each time it is asked for. The header is already canonical. */
export async function signReceipt(
  submission: string,
  { header, salt }: Opening,
  place: Place,
  key: SigningKey,
): Promise<string> {
  const { checkpoint, index, time } = place
  const leaf = `{"index":${index},"time":"${time}"}`
  const receipt = `{"checkpoint":${JSON.stringify(checkpoint)},"header":${header},"leaf":${leaf},"salt":"${toBase64(salt)}","submission":"${submission}","type":"receipt","v":1}`
  const { protected: protectedHeader, signature } = await signCanonicalAside(receipt, { ...key, typ: RECEIPT_TYP })
  return `{"receipt":${receipt},"signature":{"protected":"${protectedHeader}","signature":"${signature}"}}`
}
