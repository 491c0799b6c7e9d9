/** Ed25519 key pairs for tests, the same each time. */
import crypto from 'node:crypto'
import type { NoteSigner } from '../../../gateway/ledger/note.ts'
import { ed25519Signer, printVerifierKey } from '../../../gateway/ledger/note-ed25519.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key pair made of 32 bytes of `seed`. */
export function keyPair(name: string, seed: number): { publicKey: Uint8Array; vkey: string; signer: NoteSigner } {
  const privateKey = crypto.createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = crypto.createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12)
  const signer = ed25519Signer({ name, publicKey, sign: (text) => crypto.sign(null, text, privateKey) })
  return { publicKey, vkey: printVerifierKey({ name, publicKey }), signer }
}
