/** Signing by a program of one's own, so that a key can stay in its device: the bytes go to its stdin, the signature comes from its stdout. */
import { spawnSync } from 'node:child_process'
import { localError } from '../../client/error.ts'
import { ALGORITHMS } from '../../identity/algorithms.ts'
import { type ImportedPublicKey, importPublicJwk, type PublicJwk, type SigningKey } from '../../identity/jwk.ts'
import { rawFromDer } from './der.ts'

/** The limits of such a program; the gateway's docs print them. */
export const SIGNER_LIMITS = {
  /** Seconds it may take for one signature: somebody may have to type a PIN. */
  seconds: 60,
  /** Bytes it may print. */
  output: 4096,
} as const

/** A public key, and the program that signs for it: its name or path, then its arguments, as they are given to the system. */
export interface ExternalSigner {
  readonly jwk: unknown
  readonly command: readonly string[]
  readonly seconds?: number
}

/**
 * A key to sign with whose private half only the program knows. Each signature is verified here before it is used.
 * Signing throws ClientError `signer-failed`; once it has, the program is not run again, since a device counts wrong PINs.
 * Throws IdentityError when the public key is none.
 */
export function externalSigner({
  jwk,
  command,
  seconds = SIGNER_LIMITS.seconds,
}: ExternalSigner): SigningKey & { readonly jwk: PublicJwk } {
  const key = importPublicJwk(jwk)
  let failed: Error | null = null
  return {
    kid: key.kid,
    alg: key.alg,
    jwk: key.jwk,
    privateKey: {
      alg: key.alg,
      sign(data) {
        if (failed) throw failed
        try {
          return signed(key, command, data, seconds)
        } catch (error) {
          failed = error instanceof Error ? error : new Error(String(error))
          throw failed
        }
      },
    },
  }
}

function signed(key: ImportedPublicKey, command: readonly string[], data: Uint8Array, seconds: number): Uint8Array {
  const signature = signatureOf(run(command, data, seconds))
  if (!signature) throw failure(command, 'printed no signature: r ‖ s of 64 bytes or DER was expected')
  if (!ALGORITHMS[key.alg].verify(key.publicKey, data, signature)) {
    const id = key.alg === 'sm2-sm3' ? ', or by another ID than 1234567812345678' : ''
    throw failure(command, `signed by another key than ${key.kid}, over other bytes${id}`)
  }
  return signature
}

function run(command: readonly string[], data: Uint8Array, seconds: number): Buffer {
  const [program = '', ...args] = command
  // What it says to people goes to them; there is no shell, and so nothing to quote.
  const { stdout, status, signal, error } = spawnSync(program, args, {
    input: data,
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: SIGNER_LIMITS.output,
    shell: false,
    windowsHide: true,
  })
  const code = error && 'code' in error ? error.code : undefined
  if (code === 'ETIMEDOUT') throw failure(command, `gave no signature within ${seconds} s`)
  if (code === 'ENOBUFS') throw failure(command, `printed more than ${SIGNER_LIMITS.output} bytes`)
  // A program that does not read all it is given may still have signed what it read; the signature tells.
  if (error && code !== 'EPIPE') throw failure(command, `could not be run: ${error.message}`)
  if (status !== 0) throw failure(command, `ended with ${signal ?? status}`)
  return stdout
}

const TEXT = /^[A-Za-z0-9+/_-]+={0,2}$/

/** 64 bytes of what was printed: base64url or Base 64, lines allowed, of r ‖ s or DER, or either as it is. */
function signatureOf(printed: Buffer): Buffer | undefined {
  const text = printed.toString('latin1').replace(/\s+/g, '')
  const bytes = TEXT.test(text) ? Buffer.from(text, 'base64') : printed
  return bytes.length === 64 ? bytes : rawFromDer(bytes)
}

function failure(command: readonly string[], what: string): Error {
  return localError('signer-failed', `${command[0]} ${what}`)
}
