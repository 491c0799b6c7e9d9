/** Private keys as files that only their owner can read. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { importPrivateJwk, type PrivateJwk, type PublicJwk } from './identity/jwk.ts'

const PRIVATE = 0o600

/** A public key and the program that signs for it, in place of a private key. */
export type CommandJwk = PublicJwk & { readonly command: readonly string[] }

/** Writes a private key, or what stands for one, where only its owner can read it. */
export function writeKey(file: string, jwk: PrivateJwk | CommandJwk): void {
  writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode: PRIVATE, flag: 'wx' })
  chmodSync(file, PRIVATE)
}

/** The content of a key's file. Throws when others than its owner can read it. */
export function readKeyFile(file: string): unknown {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} 可被他人读取，请 chmod 600 · can be read by others; chmod 600 it`)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Reads a private key. Throws when others than its owner can read the file. */
export function readKey(file: string): ReturnType<typeof importPrivateJwk> {
  return importPrivateJwk(readKeyFile(file))
}
