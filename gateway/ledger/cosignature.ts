/** Cosignatures: a witness's word that, at a time, a checkpoint was the largest consistent one it had seen (C2SP tlog-cosignature, Ed25519, type 0x04). */
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { LedgerError } from './error.ts'
import { type NoteSignature, type NoteVerifier, parseNote } from './note.ts'
import { ed25519KeyId, ed25519PublicKey, type NoteKey, parseVerifierKey, printVerifierKey } from './note-ed25519.ts'

const TYPE = 0x04
const TIME_BYTES = 8
const SIGNATURE_BYTES = 64

/** A witness's word on one checkpoint. `time` in seconds since the epoch. */
export interface Cosigned {
  readonly name: string
  readonly keyId: string
  readonly time: number
  /** The signature proper: time and Ed25519 signature. */
  readonly signature: Uint8Array
}

/** A checkpoint of the log, and those of its cosignatures that known witnesses made. */
export interface CosignedCheckpoint {
  readonly checkpoint: Checkpoint
  /** As the log alone signed it. */
  readonly text: string
  readonly log: NoteSignature
  readonly by: readonly Cosigned[]
}

/** A witness's verifier key as text: `name+keyid+base64(0x04 ‖ public key)`. Throws `note-key`. */
export function printCosignerKey(key: NoteKey): string {
  return printVerifierKey(key, TYPE)
}

/** What is signed: a header, the time, and the checkpoint's whole text. */
function message(text: Uint8Array, time: bigint): Uint8Array {
  return Buffer.concat([Buffer.from(`cosignature/v1\ntime ${time}\n`, 'utf8'), text])
}

/** When a cosignature was made, in seconds; null for bytes that are none. */
function timeOf(signature: Uint8Array): bigint | null {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null
  const time = Buffer.from(signature).readBigUInt64BE(0)
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? time : null
}

/** A witness that can be verified, by its key or its text. Throws `note-key`. */
export function cosignerVerifier(key: NoteKey | string): NoteVerifier {
  const { name, publicKey } = typeof key === 'string' ? parseVerifierKey(key, TYPE) : key
  const verifies = ed25519PublicKey(publicKey)
  return {
    name,
    keyId: ed25519KeyId({ name, publicKey }, TYPE),
    verify(text, signature) {
      const time = timeOf(signature)
      return time !== null && verifies(message(text, time), signature.subarray(TIME_BYTES))
    },
  }
}

/** Cosigns a checkpoint's text at `time`, in seconds. `sign` returns the 64 bytes of an Ed25519 signature. Throws `note-key`. */
export function cosign(
  text: string,
  time: number,
  { name, publicKey, sign }: NoteKey & { readonly sign: (message: Uint8Array) => Uint8Array },
): NoteSignature {
  const stamp = Buffer.alloc(TIME_BYTES)
  stamp.writeBigUInt64BE(BigInt(time))
  const signature = sign(message(Buffer.from(text, 'utf8'), BigInt(time)))
  if (signature.length !== SIGNATURE_BYTES) throw new LedgerError('note-key', 'expected an Ed25519 signature')
  return { name, keyId: ed25519KeyId({ name, publicKey }, TYPE), signature: Buffer.concat([stamp, signature]) }
}

/** The log's checkpoint in a note, and who of the known witnesses cosigned it. Other signatures are passed over. Throws as `openCheckpoint`; the log must have signed. */
export function openCosigned(
  note: string | Uint8Array,
  log: NoteVerifier,
  witnesses: readonly NoteVerifier[],
): CosignedCheckpoint {
  const { origin, size, root, extensions, signedBy } = openCheckpoint(note, [log, ...witnesses], log.name)
  const { text, signatures } = parseNote(note)
  const held = (name: string, keyId: string) => signedBy.some((one) => one.name === name && one.keyId === keyId)
  const own = signatures.find((one) => one.name === log.name && one.keyId === log.keyId)
  if (!own) throw new LedgerError('note-unsigned', 'expected the signature of the log itself')
  return {
    checkpoint: { origin, size, root, extensions },
    text,
    log: own,
    by: signatures
      .filter((one) => one !== own && held(one.name, one.keyId))
      .map(({ name, keyId, signature }) => ({ name, keyId, signature, time: Number(timeOf(signature)) })),
  }
}
