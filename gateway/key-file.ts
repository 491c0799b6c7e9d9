/** Private keys as files that only their owner can read. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { importPrivateJwk, type PrivateJwk } from './identity/jwk.ts'

const PRIVATE = 0o600

/** Writes a private key where only its owner can read it. */
export function writeKey(file: string, jwk: PrivateJwk): void {
  writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode: PRIVATE, flag: 'wx' })
  chmodSync(file, PRIVATE)
}

/** Reads a private key. Throws when others than its owner can read the file. */
export function readKey(file: string): ReturnType<typeof importPrivateJwk> {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`${file} 可被他人读取，请 chmod 600 · can be read by others; chmod 600 it`)
  }
  return importPrivateJwk(JSON.parse(readFileSync(file, 'utf8')))
}
