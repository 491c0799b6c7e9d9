/** A program that signs: what of its output is taken, and how it fails. */
import { chmodSync as chmod, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { externalSigner, SIGNER_LIMITS } from '../../../../gateway/cli/signer/external.ts'
import { keyOption, signingKey } from '../../../../gateway/cli/signer/signing-key.ts'
import { ClientError } from '../../../../gateway/client/error.ts'
import { ALGORITHMS, type AlgorithmName } from '../../../../gateway/identity/algorithms.ts'
import { generateKey, importPrivateJwk, importPublicJwk } from '../../../../gateway/identity/jwk.ts'
import { writeKey } from '../../../../gateway/key-file.ts'
import { derOf, describeOpenssl, pemFile, pkeyutl } from '../../identity/openssl.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-signer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DATA = Buffer.from('待签字节 · bytes to sign\n\u0000')
const { privateJwk, publicJwk } = generateKey('sm2-sm3')
const { publicKey } = importPublicJwk(publicJwk)
const RAW = ALGORITHMS['sm2-sm3'].sign(importPrivateJwk(privateJwk).privateKey, DATA)

/** A program of Node's that runs this script; what is on its stdin is `input`. */
const program = (script: string): readonly string[] => [
  process.execPath,
  '-e',
  `const input = require('node:fs').readFileSync(0); ${script}`,
]

/** A program that prints these bytes and counts its runs. */
function printing(bytes: Uint8Array | string) {
  const runs = join(folder, `runs-${Math.random()}`)
  const hex = Buffer.from(bytes).toString('hex')
  const script = `require('node:fs').appendFileSync(${JSON.stringify(runs)}, 'x'); process.stdout.write(Buffer.from('${hex}', 'hex'))`
  return { command: program(script), runs: () => readFileSync(runs, 'utf8').length }
}

const signBy = (
  command: readonly string[],
  seconds?: number,
  alg: AlgorithmName = 'sm2-sm3',
  jwk: unknown = publicJwk,
) => {
  const key = externalSigner({ jwk, command, ...(seconds === undefined ? {} : { seconds }) })
  return ALGORITHMS[alg].sign(key.privateKey, DATA)
}

function failureOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof ClientError && error.code === 'signer-failed') return error.message
    throw error
  }
  throw new Error('expected a failure')
}

describe('what a program prints', () => {
  const base64 = Buffer.from(RAW).toString('base64')
  test.each<[string, Uint8Array | string]>([
    ['base64url of r ‖ s', Buffer.from(RAW).toString('base64url')],
    ['the same with a newline', `${Buffer.from(RAW).toString('base64url')}\n`],
    ['Base 64', base64],
    ['Base 64 in lines', base64.replace(/.{64}/g, '$&\r\n')],
    ['Base 64 of DER', derOf(RAW).toString('base64')],
    ['base64url of DER', derOf(RAW).toString('base64url')],
    ['DER as it is', derOf(RAW)],
    ['r ‖ s as it is', RAW],
  ])('is taken as %s', (_what, bytes) => {
    const signature = signBy(printing(bytes).command)
    expect(Buffer.from(signature).equals(RAW)).toBe(true)
    expect(ALGORITHMS['sm2-sm3'].verify(publicKey, DATA, signature)).toBe(true)
  })

  test.each<[string, Uint8Array | string]>([
    ['nothing', ''],
    ['a word', 'ok\n'],
    ['hexadecimal', Buffer.from(RAW).toString('hex')],
    ['63 bytes', RAW.subarray(1)],
    ['65 bytes', Buffer.concat([RAW, Buffer.of(0)])],
    ['DER with a byte behind', Buffer.concat([derOf(RAW), Buffer.of(10)])],
    ['a signature and a word', `signature: ${base64}`],
    ['two signatures', `${base64}\n${base64}`],
  ])('is no signature: %s', (_what, bytes) => {
    expect(failureOf(() => signBy(printing(bytes).command))).toMatch(/printed no signature/)
  })

  test('is refused when it is by another key, over other bytes or by another ID: it is verified before it is used', () => {
    const other = importPrivateJwk(generateKey('sm2-sm3').privateJwk)
    const { sign } = ALGORITHMS['sm2-sm3']
    const wrong = [
      sign(other.privateKey, DATA),
      sign(importPrivateJwk(privateJwk).privateKey, DATA.subarray(1)),
      Buffer.alloc(64),
    ]
    for (const bytes of wrong)
      expect(failureOf(() => signBy(printing(bytes).command))).toMatch(/by another ID than 1234567812345678/)
  })
})

describe('a program', () => {
  test('gets exactly the bytes to sign, and its arguments as they are: there is no shell', () => {
    const seen = join(folder, 'seen')
    const args = ['$HOME', '`id`', '; touch x', 'a b', '"', "'", '*', '']
    const [node = '', e = '', script = ''] = program(
      `require('node:fs').writeFileSync(${JSON.stringify(seen)}, JSON.stringify([input.toString('hex'), process.argv.slice(1)])); process.stdout.write('${Buffer.from(RAW).toString('base64url')}')`,
    )
    signBy([node, e, script, ...args])
    expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual([DATA.toString('hex'), args])
  })

  test('that hangs is ended in time', () => {
    const begun = Date.now()
    expect(failureOf(() => signBy(program('setInterval(() => {}, 1000)'), 0.5))).toMatch(/within 0.5 s/)
    expect(Date.now() - begun).toBeLessThan(10_000)
  })

  test('that fails, is not there, or prints without end is told so', () => {
    expect(failureOf(() => signBy(program('process.exit(3)')))).toMatch(/ended with 3/)
    expect(failureOf(() => signBy([join(folder, 'nothing')]))).toMatch(/could not be run: .*ENOENT/)
    const flood = program(`process.stdout.write('A'.repeat(${SIGNER_LIMITS.output + 1}))`)
    expect(failureOf(() => signBy(flood))).toMatch(/printed more than 4096 bytes/)
  })

  test('that fails after it has printed a signature has not signed', () => {
    const script = `process.stdout.write('${Buffer.from(RAW).toString('base64url')}', () => process.exit(1))`
    expect(failureOf(() => signBy(program(script)))).toMatch(/ended with 1/)
  })

  test('that has failed once is not run again: devices count wrong PINs', () => {
    const { command, runs } = printing('no')
    const { privateKey } = externalSigner({ jwk: publicJwk, command })
    const messages = [1, 2, 3].map(() => failureOf(() => ALGORITHMS['sm2-sm3'].sign(privateKey, DATA)))
    expect(new Set(messages).size).toBe(1)
    expect(runs()).toBe(1)
  })

  test('is run once a signature', () => {
    const { command, runs } = printing(RAW)
    const { privateKey } = externalSigner({ jwk: publicJwk, command })
    for (let round = 0; round < 3; round++) ALGORITHMS['sm2-sm3'].sign(privateKey, DATA)
    expect(runs()).toBe(3)
  })

  test.each(['ed25519', 'ecdsa-p256-sha256'] as const)('signs by %s too', (alg) => {
    const made = generateKey(alg)
    const raw = ALGORITHMS[alg].sign(importPrivateJwk(made.privateJwk).privateKey, DATA)
    expect(signBy(printing(raw).command, undefined, alg, made.publicJwk)).toEqual(Buffer.from(raw))
    const key = externalSigner({ jwk: made.publicJwk, command: printing(raw).command })
    expect(() => ALGORITHMS['sm2-sm3'].sign(key.privateKey, DATA)).toThrow(TypeError)
  })

  test('is asked beside the event loop too', async () => {
    for (const alg of ['ed25519', 'sm2-sm3'] as const) {
      const made = generateKey(alg)
      const raw = ALGORITHMS[alg].sign(importPrivateJwk(made.privateJwk).privateKey, DATA)
      const { privateKey } = externalSigner({ jwk: made.publicJwk, command: printing(raw).command })
      expect(Buffer.from(await ALGORITHMS[alg].signAside(privateKey, DATA)).equals(raw)).toBe(true)
    }
  })
})

describe('a key file', () => {
  test('with a private key is one like any other', () => {
    expect(signingKey(privateJwk)).toMatchObject({
      kid: importPublicJwk(publicJwk).kid,
      alg: 'sm2-sm3',
      jwk: publicJwk,
    })
  })

  test('with a command has its public half, and signs by it', () => {
    const file = join(folder, 'device.jwk')
    writeKey(file, { ...publicJwk, command: printing(RAW).command })
    const key = keyOption(file)
    expect(key).toMatchObject({ kid: importPublicJwk(publicJwk).kid, alg: 'sm2-sm3', jwk: publicJwk })
    expect(Buffer.from(ALGORITHMS[key.alg].sign(key.privateKey, DATA)).equals(RAW)).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a command that is a text', { ...publicJwk, command: 'openssl' }],
    ['an empty command', { ...publicJwk, command: [] }],
    ['a program without a name', { ...publicJwk, command: [''] }],
    ['an argument that is no text', { ...publicJwk, command: ['openssl', 1] }],
    ['both a command and a private key', { ...privateJwk, command: ['openssl'] }],
    ['a command without a key', { command: ['openssl'] }],
    ['nothing', null],
  ])('with %s is none', (_what, content) => {
    expect(() => signingKey(content)).toThrow()
  })

  test('that others can read or write is none: who writes it chooses what is run', () => {
    const file = join(folder, 'open.jwk')
    for (const mode of [0o640, 0o620, 0o602, 0o644]) {
      rmSync(file, { force: true })
      writeFileSync(file, JSON.stringify({ ...publicJwk, command: printing(RAW).command }))
      expect(() => {
        chmod(file, mode)
        keyOption(file)
      }).toThrow(/chmod 600/)
    }
  })
})

describeOpenssl('openssl as the program', (place) => {
  test('signs by the ID 1234567812345678, and is refused by any other', () => {
    const pem = pemFile(place, 'external', privateJwk)
    const sign = (id: string) => signBy(['openssl', ...pkeyutl(pem, id), '-sign'])
    expect(ALGORITHMS['sm2-sm3'].verify(publicKey, DATA, sign('1234567812345678'))).toBe(true)
    expect(failureOf(() => sign('1234567812345679'))).toMatch(/another ID/)
  })
})
