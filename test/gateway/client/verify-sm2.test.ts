/** A release that one side signed by SM2, its root and its list by SM2 too: verified offline, and by nothing that was changed. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { verifyBundle, verifyReceipt } from '../../../gateway/client/verify/index.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { signReceipt } from '../../../gateway/intake/receipt.ts'
import type { StoredDocument } from '../../../gateway/ports.ts'
import { derOf } from '../identity/openssl.ts'
import { on, playWeek } from '../week.ts'
import { csv, MONDAY, newKey, openWorld, type World } from '../world.ts'
import { at, changes, edited, failedCheck, type Json } from './tamper.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let world: World
let release: StoredDocument
let file: string

beforeAll(async () => {
  world = await openWorld({ algs: { sc: { root: 'sm2-sm3', agency: 'sm2-sm3', signatory: 'sm2-sm3' } } })
  await playWeek(world)
  release = await world.publish(MONDAY)
  file = await world.bundle(release)
})
afterAll(() => world.close())

const fails = (edit: Parameters<typeof edited>[1]) => failedCheck(edited(file, edit), world.trust)
const algOf = (header: string): unknown => JSON.parse(Buffer.from(header, 'base64url').toString('utf8')).alg

describe('a release signed by SM2 on one side', () => {
  test('verifies, every check ticked, with a trust file whose root is of SM2', () => {
    expect(world.trust.roots.sc).toMatchObject({ kty: 'EC', crv: 'SM2' })
    const report = verifyBundle(file, JSON.stringify(world.trust))
    expect(report.checks.filter(({ state }) => state !== 'ok')).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.release?.signers.map(({ party, kid }) => [party, kid])).toEqual([
      ['sc', world.sides.sc.signatory.kid],
      ['cq', world.sides.cq.signatory.kid],
    ])
  })

  test('bears SM2SM3 on release, contract, register and list, and the other side’s own beside it', () => {
    const bundle = JSON.parse(file)
    for (const kind of ['release', 'contract', 'registry']) {
      const algs = bundle[kind].signatures.map((one: { protected: string }) => algOf(one.protected))
      expect(algs.sort(), kind).toEqual(['ES256', 'SM2SM3'])
    }
    const lists = bundle.keys.map((one: { signatures: { protected: string }[] }) =>
      algOf(at(one.signatures, 0).protected),
    )
    expect(lists.sort()).toEqual(['Ed25519', 'SM2SM3'])
  })

  test.each(['release', 'contract', 'registry'] as const)(
    'fails with anything of the signatures on the %s changed',
    (kind) => {
      const bundle = JSON.parse(file)
      const signatures: Json = bundle[kind].signatures
      let tried = 0
      for (const { path, value } of changes(signatures)) {
        tried += 1
        expect(
          failedCheck(canonical({ ...bundle, [kind]: { ...bundle[kind], signatures: value } }), world.trust),
          path,
        ).not.toBeNull()
      }
      expect(tried).toBeGreaterThan(20)
    },
  )

  test('fails with anything of the SM2 root’s key list changed', () => {
    const bundle = JSON.parse(file)
    const place = bundle.keys.findIndex(
      (one: { signatures: { protected: string }[] }) => algOf(at(one.signatures, 0).protected) === 'SM2SM3',
    )
    for (const { path, value } of changes(bundle.keys[place]))
      expect(
        failedCheck(canonical({ ...bundle, keys: bundle.keys.with(place, value) }), world.trust),
        path,
      ).not.toBeNull()
  })

  test('fails under a root of SM2 of somebody else, and of P-256 with the same coordinates', () => {
    const withRoot = (jwk: object) => failedCheck(file, { ...world.trust, roots: { ...world.trust.roots, sc: jwk } })
    expect(withRoot(world.trust.roots.sc)).toBeNull()
    expect(withRoot(newKey('sm2-sm3').jwk)).toBe('keys')
    expect(withRoot({ ...world.trust.roots.sc, crv: 'P-256' })).toBe('trust')
    expect(withRoot({ ...world.trust.roots.sc, crv: 'sm2' })).toBe('trust')
    expect(withRoot({ ...world.trust.roots.sc, y: world.trust.roots.sc.x })).toBe('trust')
  })

  test('fails when a figure is changed, though both signatures are there', () => {
    const verdict = fails(({ release: one }) => {
      const text = Buffer.from(one.payload, 'base64url').toString('utf8')
      const changed = text.replace(/(\d\.\d)(?=[",}])/, '9.9')
      expect(changed).not.toBe(text)
      one.payload = Buffer.from(changed).toString('base64url')
    })
    expect(verdict).toBe('release')
  })

  test('fails with the SM2 signature in DER, made by another key, over another text, or under another typ', () => {
    const place = () =>
      JSON.parse(file).release.signatures.findIndex((one: { protected: string }) => algOf(one.protected) === 'SM2SM3')
    const resigned = (make: (input: Buffer, raw: Buffer) => Uint8Array, typ?: string) =>
      fails(({ release: { payload, signatures } }) => {
        const one = at(signatures, place())
        if (typ)
          one.protected = Buffer.from(canonical({ alg: 'SM2SM3', kid: world.sides.sc.signatory.kid, typ })).toString(
            'base64url',
          )
        const made = make(Buffer.from(`${one.protected}.${payload}`), Buffer.from(one.signature, 'base64url'))
        one.signature = Buffer.from(made).toString('base64url')
      })
    const { sign } = ALGORITHMS['sm2-sm3']
    const own = world.sides.sc.signatory.privateKey
    // Sound, but not the one the ledger committed to.
    expect(resigned((input) => sign(own, input))).toBe('release')
    expect(resigned((_, raw) => derOf(raw))).not.toBeNull()
    expect(resigned((input) => sign(newKey('sm2-sm3').privateKey, input))).not.toBeNull()
    expect(resigned((input) => sign(own, Buffer.concat([input, Buffer.of(10)])))).not.toBeNull()
    expect(resigned((input) => sign(own, input), 'chuanyu-contract+jws')).not.toBeNull()
  })
})

test('a receipt verifies whatever signed it: one that a key of SM2 signed does, and none that was changed', async () => {
  const { gateway } = world
  const made = (await world.submit('cq', csv([['朱沱', on(3, 4), '2.2']]))).receipt
  const { receipt: said } = JSON.parse(made)
  const key = newKey('sm2-sm3')
  const place = { index: said.leaf.index, time: said.leaf.time, checkpoint: said.checkpoint, size: 0 }
  const opening = { header: canonical(said.header), salt: Buffer.from(said.salt, 'base64') }
  const signed = await signReceipt(said.submission, opening, place, key)
  const trust = { gatewayJwk: key.jwk, logVerifier: gateway.logVerifier }
  expect(verifyReceipt(signed, trust)).toMatchObject({ ok: true })
  expect(verifyReceipt(signed, { ...trust, gatewayJwk: newKey('sm2-sm3').jwk }).ok).toBe(false)
  for (const { path, value } of changes(JSON.parse(signed)))
    expect(verifyReceipt(canonical(value), trust).ok, path).toBe(false)
})
