/** Cosignatures over HTTP: taken of listed witnesses and for this ledger's own history alone, and given back as one signed note. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { openCosigned } from '../../../gateway/ledger/cosignature.ts'
import { parseNote, printNote } from '../../../gateway/ledger/note.ts'
import { ed25519Signer, ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { on } from '../week.ts'
import { csv, newKey, openWorld, type World } from '../world.ts'
import { testWitness } from './witnesses.ts'

const PATH = '/v1/ledger/cosignatures'
const W1 = testWitness('witness.example/w1', 2)
const W2 = testWitness('witness.example/w2', 3)
const STRANGER = testWitness('witness.example/w3', 4)
const logKey = newKey()
let world: World
let calls: Calls
let day = 1

beforeAll(async () => {
  world = await openWorld({ witnesses: [W1.vkey, W2.vkey], logKey })
  calls = callsOf(world)
})
afterAll(() => world.close())

const post = (note: string) =>
  calls.ask({ method: 'POST', path: PATH, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: note })
const newest = async () => (await calls.get('/v1/ledger/checkpoint')).text()
const seconds = () => Math.floor(world.gateway.now() / 1000)
const grow = () => world.submit('cq', csv([['朱沱', on(++day, 4), '2.1']]))
const read = async (query = '') => {
  const answer = await calls.get(PATH + query)
  expect(answer.status).toBe(200)
  const log = ed25519Verifier(world.gateway.logVerifier)
  const note = await answer.text()
  const { checkpoint, by } = openCosigned(note, log, world.gateway.witnesses)
  return { note, size: checkpoint.size, by: by.map(({ name }) => name) }
}
/** A checkpoint that the log's own key signed, whatever it says. */
const signedByLog = (size: number, root: Uint8Array) => {
  if (logKey.jwk.kty !== 'OKP') throw new TypeError('expected Ed25519')
  const publicKey = Buffer.from(logKey.jwk.x, 'base64url')
  const sign = (message: Uint8Array) => ALGORITHMS[logKey.alg].sign(logKey.privateKey, message)
  return signCheckpoint({ origin: 'gateway.test/log', size, root }, [
    ed25519Signer({ name: 'gateway.test/log', publicKey, sign }),
  ])
}

describe('a gateway with two witnesses', () => {
  test('has nothing cosigned at first, and says so', async () => {
    await refused(await calls.get(PATH), 404, 'cosignature-none')
  })

  test('keeps what a listed one cosigned, tells it again as known, and gives it back under the log’s own line', async () => {
    const note = W1.cosigned(await newest(), world.gateway.now())
    const first = await post(note)
    expect([first.status, await first.json()]).toMatchObject([
      201,
      { cosignatures: [{ witness: W1.vkey.split('+').slice(0, 2).join('+') }] },
    ])
    expect((await post(note)).status).toBe(200)
    expect(await read()).toEqual({ note, size: world.gateway.log.head().size, by: [W1.name] })
  })

  test('gives the newest; with ?witnesses the newest that so many have cosigned', async () => {
    const before = await newest()
    expect((await post(W2.cosigned(before, world.gateway.now()))).status).toBe(201)
    const { size } = world.gateway.log.head()
    await grow()
    expect((await post(W2.cosigned(await newest(), world.gateway.now()))).status).toBe(201)
    expect(await read()).toMatchObject({ size: size + 1, by: [W2.name] })
    expect(await read('?witnesses=2')).toMatchObject({ size, by: [W1.name, W2.name] })
    await refused(await calls.get(`${PATH}?witnesses=3`), 404, 'cosignature-none')
    await refused(await calls.get(`${PATH}?witnesses=0`), 400, 'query-invalid')
  })

  test('answers 304 to who has it', async () => {
    const etag = (await calls.get(PATH)).headers.get('etag') ?? ''
    expect((await calls.ask({ method: 'GET', path: PATH, headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('takes nothing from anybody else', async () => {
    const { value } = await refused(
      await post(STRANGER.cosigned(await newest(), world.gateway.now())),
      403,
      'witness-unknown',
    )
    expect(value).toContain(STRANGER.vkey.split('+').slice(0, 2).join('+'))
    await refused(await post(await newest()), 403, 'witness-unknown')
    const impostor = testWitness(W1.name, 5)
    await refused(await post(impostor.cosigned(await newest(), world.gateway.now())), 403, 'witness-unknown')
  })

  test('refuses a signature that does not hold, a time ahead, and what the log has not signed', async () => {
    const { text, signatures } = parseNote(W1.cosigned(await newest(), world.gateway.now()))
    const [log, line] = signatures
    if (!log || !line) throw new TypeError('expected two signatures')
    const broken = Buffer.from(line.signature)
    broken[20] = (broken[20] ?? 0) ^ 1
    const notes = [
      printNote({ text, signatures: [log, { ...line, signature: broken }] }),
      printNote({ text, signatures: [line] }),
      W1.cosigned(await newest(), (seconds() + 3600) * 1000),
    ]
    for (const note of notes) await refused(await post(note), 422, 'cosignature-invalid')
    for (const note of ['', 'no note', `${text}`]) await refused(await post(note), 400, 'cosignature-malformed')
  })

  test('refuses what its key signed and its ledger has not, and tells the operator of the fork', async () => {
    const { size } = world.gateway.log.head()
    for (const [at, pointer] of [
      [size, 'other-history'],
      [size - 2, 'other-history'],
      [size + 5, 'ahead'],
    ] as const) {
      const note = W1.cosigned(signedByLog(at, new Uint8Array(32).fill(1)), world.gateway.now())
      expect((await refused(await post(note), 409, 'cosignature-conflict')).pointer).toBe(pointer)
    }
  })

  test('does not go back to an older one of the same witness, nor to an earlier time', async () => {
    const before = await newest()
    await grow()
    const at = world.gateway.now()
    expect((await post(W1.cosigned(await newest(), at))).status).toBe(201)
    expect((await refused(await post(W1.cosigned(before, at)), 409, 'cosignature-conflict')).pointer).toBe('older')
    expect(
      (await refused(await post(W1.cosigned(await newest(), at - 60_000)), 409, 'cosignature-conflict')).pointer,
    ).toBe('older')
    expect((await post(W1.cosigned(await newest(), at + 5_000))).status).toBe(201)
  })

  test('no longer shows one that is no longer listed', async () => {
    const only = callsOf({ ...world, gateway: { ...world.gateway, witnesses: world.gateway.witnesses.slice(1) } })
    const note = await (await only.get(PATH)).text()
    expect(note).toContain(W2.name)
    expect(note).not.toContain(W1.name)
    const nobody = callsOf({ ...world, gateway: { ...world.gateway, witnesses: [] } })
    await refused(await nobody.get(PATH), 404, 'cosignature-none')
  })
})
