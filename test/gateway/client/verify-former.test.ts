/** A bundle of a ledger that goes on under another name: old releases hold by a trust file that names the former one, and as far as it vouches. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { parseCheckpoint, signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import { ed25519Signer, printVerifierKey } from '../../../gateway/ledger/note-ed25519.ts'
import { playWeek } from '../week.ts'
import { MONDAY, newKey, openWorld, type World } from '../world.ts'

let world: World
let file: string
/** The same tree, signed in another name. */
let renamed: string
let log: string
let stood: number

beforeAll(async () => {
  world = await openWorld()
  await playWeek(world)
  file = await world.bundle(await world.publish(MONDAY))
  const bundle = JSON.parse(file)
  const { size, root } = parseCheckpoint(parseNote(bundle.checkpoint).text)
  stood = size
  const key = newKey()
  if (key.jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 key')
  const name = { name: 'gateway.test/log-2', publicKey: Buffer.from(key.jwk.x, 'base64url') }
  const signer = ed25519Signer({ ...name, sign: (text) => ALGORITHMS.ed25519.sign(key.privateKey, text) })
  log = printVerifierKey(name)
  renamed = canonical({ ...bundle, checkpoint: signCheckpoint({ origin: name.name, size, root }, [signer]) })
})
afterAll(() => world.close())

const trusting = (former?: readonly { key: string; size: number }[]) => ({
  ...world.trust,
  log,
  ...(former ? { former } : {}),
})

test('verifies when the trust file vouches for the former name as far as the release reaches', () => {
  expect(verifyBundle(renamed, trusting([{ key: world.trust.log, size: stood }]))).toMatchObject({ ok: true })
})

test('does not verify without it, by another former name, or past the leaves it vouches for', () => {
  const other = printVerifierKey({ name: 'gateway.test/elsewhere', publicKey: new Uint8Array(32).fill(9) })
  for (const trust of [
    trusting(),
    trusting([{ key: other, size: stood }]),
    trusting([{ key: world.trust.log, size: 1 }]),
  ]) {
    const report = verifyBundle(renamed, trust)
    expect(report.ok).toBe(false)
    expect(report.checks.find(({ state }) => state === 'failed')?.id).toBe('release')
  }
})

test('the former name signs no checkpoint any more: a bundle under it does not verify by the new trust file', () => {
  expect(verifyBundle(file, trusting([{ key: world.trust.log, size: stood }])).ok).toBe(false)
})
