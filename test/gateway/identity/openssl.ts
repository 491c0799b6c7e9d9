/** SM2 by the machine's openssl program, to hold ours against: suites are skipped saying so where it is absent, and fail when `CI` is set. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { PrivateJwk } from '../../../gateway/identity/jwk.ts'

/** How agencies sign with it: SM3 over Z of this ID and the message. */
export const pkeyutl = (pem: string, id: string): readonly string[] => [
  ...['pkeyutl', '-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${id}`, '-inkey', pem],
]

const can = spawnSync('openssl', ['genpkey', '-algorithm', 'SM2'])
const absent = can.error?.message ?? (can.status === 0 ? null : 'it makes no SM2 keys')

/** A suite that needs openssl with SM2; it is given a folder of its own. */
export function describeOpenssl(title: string, suite: (folder: string) => void): void {
  if (absent === null) {
    const folder = mkdtempSync(join(tmpdir(), 'chuanyu-openssl-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    describe(title, () => suite(folder))
  } else if (process.env.CI) {
    test(`${title}: openssl with SM2 is required in CI`, () => {
      throw new Error(`no openssl with SM2: ${absent}`)
    })
  } else test.skip(`${title} (skipped: no openssl with SM2 on this machine: ${absent})`, () => undefined)
}

const hexOf = (text: string): string => Buffer.from(text, 'base64url').toString('hex')

/** PKCS #8 of a private key of SM2 in PEM, spelled out: Node makes none from a JWK. */
export function pemOf(jwk: PrivateJwk): string {
  if (jwk.kty !== 'EC') throw new TypeError('expected a key of SM2')
  const algorithm = '301306072a8648ce3d020106082a811ccf5501822d'
  const point = `a14403420004${hexOf(jwk.x)}${hexOf(jwk.y)}`
  const der = Buffer.from(`308187020100${algorithm}046d306b0201010420${hexOf(jwk.d)}${point}`, 'hex')
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
}

/** Writes a key where openssl finds it. */
export function pemFile(folder: string, name: string, jwk: PrivateJwk): string {
  const file = join(folder, `${name}.pem`)
  writeFileSync(file, pemOf(jwk), { mode: 0o600 })
  return file
}

/** r ‖ s as DER, by hand. */
export function derOf(raw: Uint8Array): Buffer {
  const integer = (bytes: Uint8Array): Buffer => {
    const first = bytes.findIndex((byte) => byte !== 0)
    const digits = first < 0 ? Buffer.of(0) : Buffer.from(bytes.subarray(first))
    const body = digits.readUInt8(0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits
    return Buffer.concat([Buffer.of(0x02, body.length), body])
  }
  const both = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, both.length), both])
}

/** A signature in DER. */
export function opensslSign(pem: string, data: Uint8Array, id: string): Buffer {
  const { stdout, status, stderr } = spawnSync('openssl', [...pkeyutl(pem, id), '-sign'], { input: data })
  if (status !== 0) throw new Error(stderr.toString('utf8'))
  return stdout
}

/** Whether a signature in DER holds. */
export function opensslVerifies(pem: string, data: Uint8Array, der: Uint8Array, id: string): boolean {
  const file = `${pem}.sig`
  writeFileSync(file, der)
  const { status } = spawnSync('openssl', [...pkeyutl(pem, id), '-verify', '-sigfile', file], { input: data })
  return status === 0
}
