/** The key that a data folder's ledger signs its checkpoints with (C2SP signed-note). */
import { join } from 'node:path'
import { ALGORITHMS } from '../identity/algorithms.ts'
import { readKey } from '../key-file.ts'
import { openCheckpoint } from '../ledger/checkpoint.ts'
import type { NoteSigner } from '../ledger/note.ts'
import { ed25519Signer, ed25519Verifier, printVerifierKey } from '../ledger/note-ed25519.ts'
import { type ConfigFault, fault } from '../machine/refused.ts'

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

/**
 * What is wrong with going on from a checkpoint under this name and with the key in this file: another key or name would be a second ledger of
 * the same leaves. Null when nothing is. Throws as `readLogKey`.
 */
export function strangeLog(file: string, name: string, checkpoint: string): ConfigFault | null {
  const own = ed25519Verifier(readLogKey(file, name).verifier)
  try {
    openCheckpoint(checkpoint, [own], name)
    return null
  } catch {
    return fault(
      file,
      {
        zh: `账本最后的检查点不是以 ${name} 之名、由此密钥签署的`,
        en: `the ledger's last checkpoint is not signed by this key under the name ${name}`,
      },
      {
        zh: '放回这部账本自己的密钥，gateway.json 的 log 写它自己的名称',
        en: "put back this ledger's own key, and its own name as log in gateway.json",
      },
    )
  }
}
