/** One side works by keys of SM2, its signatory by a program that holds the key: keys made, a file sent, a release signed and verified offline. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { consultCommand } from '../../../gateway/cli/commands/consult.ts'
import { keygenCommand } from '../../../gateway/cli/commands/keygen.ts'
import { ledgerAuditCommand } from '../../../gateway/cli/commands/ledger-audit.ts'
import { submitCommand } from '../../../gateway/cli/commands/submit.ts'
import { verifyCommand } from '../../../gateway/cli/commands/verify.ts'
import { verifyDocument } from '../../../gateway/identity/document.ts'
import { importPrivateJwk, importPublicJwk, type PublicJwk } from '../../../gateway/identity/jwk.ts'
import { describeOpenssl, pemFile, pkeyutl } from '../identity/openssl.ts'
import { CONTRACT, file } from './audit-store.ts'
import { callCommand, jsonLines, type Ran } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ID = 'weekly-water-2025-11-03'
const WEEK = ['--product', 'weekly-water-bulletin', '--from', '2025-11-03', '--to', '2025-11-09']

let world: RunningWorld
beforeAll(async () => {
  const alg = 'sm2-sm3'
  world = await startWorld({ algs: { root: alg, agency: alg, operator: alg, reviewer: alg, signatory: alg } })
})
afterAll(() => world.close())

type Hand = 'agency' | 'operator' | 'reviewer' | 'signatory'
const files = new Map<string, string>()
function keyFile(party: PartyId, hand: Hand): string {
  const name = `${party}-${hand}`
  const known = files.get(name) ?? world.keyFile(name, world.sides[party][hand])
  files.set(name, known)
  return known
}

const consult = (party: PartyId, hand: Hand, ...args: readonly string[]): Promise<Ran> =>
  callCommand(consultCommand, [...args, '--origin', world.origin, '--key', keyFile(party, hand)])

describe('keygen', () => {
  test('makes a key of SM2 that only its owner can read, and shows its public half', async () => {
    const out = join(world.folder, 'made.jwk')
    const { code, stdout, stderr } = await callCommand(keygenCommand, ['--alg', 'sm2', '--out', out])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const key = importPrivateJwk(JSON.parse(readFileSync(out, 'utf8')))
    expect(JSON.parse(stdout)).toEqual({ kid: key.kid, alg: 'sm2-sm3', jwk: key.jwk })
    expect(key.jwk).toMatchObject({ crv: 'SM2', kty: 'EC' })
  })

  test.each<[string, string[]]>([
    ['an unknown algorithm', ['--alg', 'sm9']],
    ['a device without its program', ['--public', 'x.pem']],
    ['a program without a device', ['--', 'openssl']],
    ['both an algorithm and a device', ['--alg', 'sm2', '--public', 'x.pem', '--', 'openssl']],
    ['a public key that is not there', ['--public', 'nothing.pem', '--', 'openssl']],
  ])('refuses %s, and writes nothing', async (_what, args) => {
    const out = join(world.folder, 'refused.jwk')
    const ran = await callCommand(keygenCommand, ['--out', out, ...args])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(() => statSync(out)).toThrow()
  })
})

test('a file is sent by a key of SM2, and the receipt is checked', async () => {
  for (const [party, section] of [
    ['cq', '朱沱'],
    ['sc', '金子'],
  ] as const) {
    const path = join(world.folder, `${party}.csv`)
    writeFileSync(path, file([section, '2025-11-04 08:00', '1.1'], [section, '2025-11-05 08:00', '1.3']))
    const options = ['--origin', world.origin, '--key', keyFile(party, 'agency'), '--contract', CONTRACT, path]
    const ran = await callCommand(submitCommand, options)
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('2 accepted') })
    expect(jsonLines(ran.stdout)).toHaveLength(1)
  }
})

test('a text of the desk is signed to be pasted', async () => {
  const text = canonical({ challenge: 'x', origin: world.origin, type: 'sign-in', v: 1 })
  const path = join(world.folder, 'sign-in.json')
  writeFileSync(path, text)
  const { code, stdout } = await callCommand(consultCommand, ['jws', path, '--key', keyFile('sc', 'operator')])
  expect(code).toBe(0)
  const { alg, jwk } = world.sides.sc.operator
  const findKey = () => ({ party: 'sc' as const, alg, publicKey: importPublicJwk(jwk).publicKey })
  expect(
    verifyDocument(JSON.parse(stdout), { findKey, typ: 'chuanyu-sign-in+jws', requiredParties: ['sc'] }).payload,
  ).toBe(text)
})

describeOpenssl('a signatory whose key only openssl has', (folder) => {
  let device: string

  test('gets a key file that names the program, once it has signed', async () => {
    const { privateJwk, jwk, kid } = world.sides.sc.signatory
    const pem = pemFile(folder, 'signatory', privateJwk)
    const publicPem = join(folder, 'signatory.pub.pem')
    writeFileSync(publicPem, publicPemOf(privateJwk))
    device = join(world.folder, 'device.jwk')
    const make = (id: string) =>
      callCommand(keygenCommand, [
        '--public',
        publicPem,
        '--out',
        device,
        '--',
        'openssl',
        ...pkeyutl(pem, id),
        '-sign',
      ])
    const wrong = await make('')
    expect(wrong).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('1234567812345678') })
    expect(wrong.stderr.trimEnd().split('\n')).toHaveLength(3)
    expect(() => statSync(device)).toThrow()
    const { code, stdout } = await make('1234567812345678')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ kid, alg: 'sm2-sm3', jwk })
    expect(statSync(device).mode & 0o777).toBe(0o600)
    expect(readFileSync(device, 'utf8')).not.toContain(privateJwk.d)
    files.set('sc-signatory', device)
  })

  test('agrees and signs by command, to a release that verifies offline and fails when it is changed', async () => {
    expect((await consult('sc', 'operator', 'draft', ...WEEK)).code).toBe(0)
    expect((await consult('sc', 'operator', 'open', ID)).code).toBe(0)
    const payload = (await consult('cq', 'operator', 'show', ID, '--payload')).stdout
    const digest = createHash('sha256').update(payload).digest('hex')
    for (const party of PARTIES)
      expect((await consult(party, 'reviewer', 'agree', ID, '--digest', digest)).code).toBe(0)
    expect(keyFile('sc', 'signatory')).toBe(device)
    for (const party of ['sc', 'cq'] as const) {
      const signed = await consult(party, 'signatory', 'sign', ID, '--digest', digest)
      expect(signed).toMatchObject({ code: 0, stderr: expect.stringContaining('signed') })
    }
    const bundle = await (await fetch(`${world.origin}/v1/releases/${ID}/proof`)).text()
    const { gateway } = world.running()
    const trust = {
      format: 'chuanyu-trust',
      v: 1,
      sandbox: true,
      log: gateway.logVerifier,
      roots: { cq: world.sides.cq.root.jwk, sc: world.sides.sc.root.jwk },
    }
    const [good, bad, keys] = ['good.json', 'bad.json', 'trust.json'].map((name) => join(world.folder, name))
    if (!good || !bad || !keys) throw new TypeError('expected three names')
    writeFileSync(good, bundle)
    writeFileSync(keys, JSON.stringify(trust))
    expect(await callCommand(verifyCommand, [good, '--trust', keys])).toMatchObject({ code: 0, stderr: '' })
    const value = JSON.parse(bundle)
    const one = value.release.signatures.find(({ protected: header }: { protected: string }) =>
      Buffer.from(header, 'base64url').toString('utf8').includes('SM2SM3'),
    )
    one.signature = `${one.signature.startsWith('A') ? 'B' : 'A'}${one.signature.slice(1)}`
    writeFileSync(bad, canonical(value))
    expect((await callCommand(verifyCommand, [bad, '--trust', keys])).code).toBe(4)
  })

  test('whose program fails sends nothing, and is told in three lines', async () => {
    const { jwk } = world.sides.sc.signatory
    const broken = join(world.folder, 'broken.jwk')
    writeFileSync(broken, JSON.stringify({ ...jwk, command: ['openssl', 'no-such-command'] }), { mode: 0o600 })
    const before = world.running().gateway.log.head().size
    const args = ['withdraw', ID, '--reason', 'x', '--origin', world.origin, '--key', broken]
    const ran = await callCommand(consultCommand, args)
    expect(ran).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('[signer-failed]') })
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(3)
    expect(world.running().gateway.log.head().size).toBe(before)
  })

  test('and all of it is found in order when the gateway’s store is audited', async () => {
    await world.stop()
    const ran = await callCommand(ledgerAuditCommand, ['--data', world.data])
    expect(ran).toMatchObject({ code: 0 })
  })
})

/** SubjectPublicKeyInfo in PEM, as openssl writes it. */
function publicPemOf(jwk: PublicJwk): string {
  if (jwk.kty !== 'EC') throw new TypeError('expected a key of SM2')
  const head = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex')
  const der = Buffer.concat([head, Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')])
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`
}
