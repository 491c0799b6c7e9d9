/** The key that a data folder's ledger signs its checkpoints with (C2SP signed-note). */
import { join } from 'node:path'
import { ALGORITHMS } from '../identity/algorithms.ts'
import { readKey } from '../key-file.ts'
import type { NoteSigner } from '../ledger/note.ts'
import { ed25519Signer, printVerifierKey } from '../ledger/note-ed25519.ts'

/** Where it is in a data folder. */
export const logKeyFile = (data: string): string => join(data, 'keys', 'log.jwk')

/** The log as one may sign for it, and its verifier key as text. Throws TypeError when the key is not Ed25519, and as `readKey`. */
export function readLogKey(file: string, name: string): { readonly signer: NoteSigner; readonly verifier: string } {
  const { alg, jwk, privateKey } = readKey(file)
  if (jwk.kty !== 'OKP') throw new TypeError(`${file}: 日志密钥应为 Ed25519 · expected an Ed25519 log key`)
  const key = { name, publicKey: Buffer.from(jwk.x, 'base64url') }
  return {
    signer: ed25519Signer({ ...key, sign: (text) => ALGORITHMS[alg].sign(privateKey, text) }),
    verifier: printVerifierKey(key),
  }
}
