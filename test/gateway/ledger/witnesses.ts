/** Witnesses for tests, the same each time. */
import crypto from 'node:crypto'
import { cosigned, type WitnessKey, witnessVerifier } from '../../../gateway/client/cosign.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A witness whose private key is 32 bytes of `seed`. */
export function testWitness(name: string, seed: number) {
  const privateKey = crypto.createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = crypto.createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12)
  const key: WitnessKey = { name, publicKey, sign: (message) => crypto.sign(null, message, privateKey) }
  return {
    ...key,
    privateKey,
    vkey: witnessVerifier(key),
    cosigned: (note: string, ms: number) => cosigned(note, key, ms),
  }
}
