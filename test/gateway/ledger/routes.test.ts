import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { leafHash } from '../../../gateway/ledger/hash.ts'
import { parseLeaf } from '../../../gateway/ledger/leaf.ts'
import { ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { rootOf } from '../../../gateway/ledger/tree.ts'
import { verifyConsistency, verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { on } from '../week.ts'
import { csv, openWorld, type World } from '../world.ts'

let world: World
let calls: Calls
let size: number
/** Leaf bytes, as an auditor reads them out of the entry bundle. */
let leaves: Buffer[]

async function bytesAt(path: string): Promise<Buffer> {
  const answer = await calls.get(path)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function checkpoint() {
  const text = await (await calls.get('/v1/ledger/checkpoint')).text()
  return openCheckpoint(text, [ed25519Verifier(world.gateway.logVerifier)], 'gateway.test/log')
}

const hashesOf = (proof: readonly string[]) => proof.map((hash) => Buffer.from(hash, 'base64'))

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  for (let day = 2; day < 9; day += 1) await world.submit('cq', csv([['朱沱', on(day, 4), '2.1']]))
  size = (await checkpoint()).size
  const bundle = await bytesAt(`/v1/ledger/tile/entries/000.p/${size}`)
  leaves = []
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at)
    leaves.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

describe('anyone, unsigned,', () => {
  test('finds the root of the checkpoint in the leaves', async () => {
    expect(leaves).toHaveLength(size)
    const { root } = await checkpoint()
    expect(rootOf(leaves.map(leafHash))).toEqual(root)
    const tile = await bytesAt(`/v1/ledger/tile/0/000.p/${size}`)
    expect(tile).toEqual(Buffer.concat(leaves.map(leafHash)))
  })

  test('reads in a leaf who, what and when, and nothing of the content', () => {
    const read = leaves.map((leaf) => parseLeaf(leaf))
    expect(read.map(({ type }) => type).filter((type) => type === 'submission')).toHaveLength(7)
    const text = Buffer.concat(leaves).toString()
    for (const secret of ['朱沱', '2.1', 'cq-monitoring', 'evidence']) expect(text).not.toContain(secret)
    const times = read.map(({ time }) => time)
    expect(times).toEqual([...new Set(times)].sort())
  })

  test('proves every leaf in every tree that holds it', async () => {
    for (const at of [1, 2, 5, size]) {
      const root = rootOf(leaves.slice(0, at).map(leafHash))
      for (let index = 0; index < at; index += 1) {
        const { proof } = await jsonOf(await calls.get(`/v1/ledger/proof/inclusion?index=${index}&size=${at}`))
        const hash = leafHash(leaves[index] ?? new Uint8Array())
        expect(verifyInclusion({ index, size: at, leafHash: hash, proof: hashesOf(proof), root })).toBe(true)
      }
    }
    // Without a size the tree is the present one.
    expect(await jsonOf(await calls.get('/v1/ledger/proof/inclusion?index=0'))).toMatchObject({ index: 0, size })
  })

  test('proves every tree to be the beginning of every later one', async () => {
    for (let first = 1; first <= size; first += 1) {
      const { proof, second } = await jsonOf(await calls.get(`/v1/ledger/proof/consistency?first=${first}`))
      const firstRoot = rootOf(leaves.slice(0, first).map(leafHash))
      const secondRoot = rootOf(leaves.map(leafHash))
      expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof: hashesOf(proof) })).toBe(true)
    }
  })

  test('may keep a tile for ever and must ask for the checkpoint again', async () => {
    const tile = await calls.get('/v1/ledger/tile/0/000.p/1')
    expect(tile.headers.get('cache-control')).toContain('immutable')
    expect(tile.headers.get('content-type')).toBe('application/octet-stream')
    const head = await calls.get('/v1/ledger/checkpoint')
    expect(head.headers.get('cache-control')).toContain('no-cache')
    expect(head.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })
})

describe('what the ledger does not hold', () => {
  test.each([
    '0/000',
    '0/000.p/200',
    '0/001',
    '1/000.p/1',
    '0/0',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '64/000.p/1',
    '-1/000',
    'entries/000',
    'entries/000.p/255',
    'entries/x001/000',
    'x/000',
    '..%2f..%2fcheckpoint',
    '0/x000/000',
    '0/999999999999999999999',
  ])('the tile %s is not found', async (path) => {
    await refused(await calls.get(`/v1/ledger/tile/${path}`), 404, 'tile-unknown')
  })

  test.each([
    'inclusion',
    'inclusion?index=-1',
    'inclusion?index=99999',
    'inclusion?index=1&size=0',
    'inclusion?index=3&size=3',
    'inclusion?index=0&size=99999',
    'inclusion?index=0x1',
    'inclusion?index=0&leaf=1',
    'consistency',
    'consistency?first=0',
    'consistency?first=3&second=2',
    'consistency?first=1&second=99999',
    'consistency?first=9007199254740993',
  ])('the proof %s is refused', async (path) => {
    await refused(await calls.get(`/v1/ledger/proof/${path}`), 400, 'query-invalid')
  })

  test('an empty ledger has no checkpoint and no proof', async () => {
    const { gateway } = world
    const head = { size: 0, time: 0, root: null, checkpoint: null }
    const empty = callsOf({ ...world, gateway: { ...gateway, log: { ...gateway.log, head: () => head } } })
    await refused(await empty.get('/v1/ledger/checkpoint'), 400, 'ledger-range')
    for (const path of ['inclusion?index=0', 'consistency?first=1']) {
      const answer = await empty.get(`/v1/ledger/proof/${path}`)
      expect(answer.status).toBe(400)
    }
  })
})
