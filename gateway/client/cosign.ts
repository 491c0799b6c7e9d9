/** Gives a gateway a witness's word on a checkpoint (C2SP tlog-cosignature). */
import { cosign, printCosignerKey } from '../ledger/cosignature.ts'
import { parseNote, printNote } from '../ledger/note.ts'
import type { NoteKey } from '../ledger/note-ed25519.ts'
import { failureOf } from './call.ts'
import type { Transport } from './transport.ts'

/** A witness's key under its name; `sign` returns the 64 bytes of an Ed25519 signature. */
export interface WitnessKey extends NoteKey {
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The key as gateways and trust files list it. */
export const witnessVerifier = (key: WitnessKey): string => printCosignerKey(key)

/** A checkpoint, as its log signed it, with the witness's line under it. `now` in ms. */
export function cosigned(checkpoint: string, key: WitnessKey, now: number): string {
  const { text, signatures } = parseNote(checkpoint)
  return printNote({ text, signatures: [...signatures, cosign(text, Math.floor(now / 1000), key)] })
}

/** Sends it. Resolves once the gateway keeps it. Throws ClientError. */
export async function sendCosigned(transport: Transport, origin: string, note: string): Promise<void> {
  const answer = await transport.send({
    method: 'POST',
    url: `${origin}/v1/ledger/cosignatures`,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(note, 'utf8'),
  })
  if (answer.status !== 200 && answer.status !== 201) throw failureOf(answer)
}
