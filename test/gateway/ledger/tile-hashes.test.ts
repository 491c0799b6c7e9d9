import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Tile, tilePath, tilesAfterAppend } from '../../../gateway/ledger/tile.ts'
import { extendTiles, type TileHashes, tileReader } from '../../../gateway/ledger/tile-hashes.ts'
import {
  appendLeaves,
  consistencyProof,
  type Frontier,
  inclusionProof,
  readFrontier,
  readRoot,
  rootOf,
} from '../../../gateway/ledger/tree.ts'
import { verifyConsistency, verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { codeOf, hex, merkleTreeHash, numbered, present } from './rfc6962.ts'

interface Log {
  size: number
  frontier: Frontier
  partials: readonly TileHashes[]
  store: Map<string, Uint8Array>
}

const emptyLog = (): Log => ({ size: 0, frontier: [], partials: [], store: new Map() })

/** Grows a log as its keeper would: the newest bytes of a tile replace the older, by level and index. */
function grow(log: Log, leaves: readonly Uint8Array[]): void {
  const { frontier, size, nodes } = appendLeaves({ frontier: log.frontier, size: log.size, leafHashes: leaves })
  const { written, partials } = extendTiles({ size: log.size, partials: log.partials, nodes })
  expect(written.map(({ tile }) => tile)).toEqual(tilesAfterAppend(log.size, size))
  for (const { tile, hashes } of written) log.store.set(tilePath({ ...tile, width: 256 }), hashes)
  Object.assign(log, { size, frontier, partials })
}

const readFrom =
  (log: Log, asked: Tile[] = []) =>
  async (tiles: readonly Tile[]) => {
    asked.push(...tiles)
    return tiles.map((tile) => present(log.store.get(tilePath({ ...tile, width: 256 }))))
  }

describe('a log of 70,000 leaves in tiles', () => {
  const leaves = numbered(70_000)
  const log = emptyLog()
  const earlier = 66_111

  beforeAll(() => {
    grow(log, leaves.slice(0, 1))
    grow(log, leaves.slice(1, 65_800))
    grow(log, leaves.slice(65_800, earlier))
    grow(log, leaves.slice(earlier))
  })

  test('each tile holds the hashes that the specification says', () => {
    const tile = (path: string) => hex(present(log.store.get(path)))
    expect(tile('tile/0/000')).toBe(hex(Buffer.concat(leaves.slice(0, 256))))
    expect(tile('tile/0/273')).toBe(hex(Buffer.concat(leaves.slice(273 * 256))))
    const second = [...Array(17).keys()].map((i) => merkleTreeHash(leaves.slice((256 + i) * 256, (257 + i) * 256)))
    expect(tile('tile/1/001')).toBe(hex(Buffer.concat(second)))
    expect(tile('tile/2/000')).toBe(hex(merkleTreeHash(leaves.slice(0, 65_536))))
  })

  test('proves leaves and its own past, reading each tile once and few of them', async () => {
    const asked: Tile[] = []
    const reader = tileReader({ size: log.size, read: readFrom(log, asked) })
    const root = rootOf(leaves)
    for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
      asked.length = 0
      const proof = await inclusionProof(reader, index, log.size)
      expect(
        verifyInclusion({ index, size: log.size, leafHash: present(leaves[index]), proof, root }),
        String(index),
      ).toBe(true)
      expect(new Set(asked.map(tilePath)).size).toBe(asked.length)
      expect(asked.length).toBeLessThanOrEqual(5)
    }
    for (const first of [1, 255, 256, 257, 65_535, 65_536, earlier, 69_999, 70_000]) {
      const proof = await consistencyProof(reader, first, log.size)
      const firstRoot = rootOf(leaves.slice(0, first))
      expect(verifyConsistency({ first, second: log.size, firstRoot, secondRoot: root, proof }), String(first)).toBe(
        true,
      )
    }
  })

  test('still gives the root, and the frontier, of a size it had before', async () => {
    const reader = tileReader({ size: earlier, read: readFrom(log) })
    expect(hex(await readRoot(reader, earlier))).toBe(hex(rootOf(leaves.slice(0, earlier))))
    const frontier = await readFrontier(tileReader({ size: log.size, read: readFrom(log) }), log.size)
    expect(frontier.map(hex)).toEqual(log.frontier.map(hex))
  })

  test('a subtree that the tree does not have, or a tile cut short, is refused', async () => {
    const read = readFrom(log)
    await expect(tileReader({ size: 100, read })([{ level: 0, index: 100 }])).rejects.toMatchObject({
      code: 'tile-data',
    })
    await expect(tileReader({ size: 100, read })([{ level: 8, index: 0 }])).rejects.toMatchObject({ code: 'tile-data' })
    await expect(tileReader({ size: 100, read })([{ level: 7, index: 0 }])).rejects.toMatchObject({ code: 'tile-data' })
    const cut = async (tiles: readonly Tile[]) => (await read(tiles)).map((hashes) => hashes.subarray(0, 32))
    await expect(tileReader({ size: log.size, read: cut })([{ level: 0, index: 0 }])).rejects.toMatchObject({
      code: 'tile-data',
    })
    const none = async () => []
    await expect(tileReader({ size: log.size, read: none })([{ level: 0, index: 0 }])).rejects.toMatchObject({
      code: 'tile-data',
    })
  })
})

describe('extending tiles', () => {
  test('in any batches leaves the same tiles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }), (batches) => {
        const log = emptyLog()
        for (const count of batches) grow(log, numbered(count, log.size))
        const whole = emptyLog()
        grow(whole, numbered(log.size))
        const tiles = ({ store }: Log) => [...store].map(([path, hashes]) => [path, hex(hashes)]).toSorted()
        expect(tiles(log)).toEqual(tiles(whole))
        expect(log.partials).toEqual(whole.partials)
      }),
      { numRuns: 25 },
    )
  })

  test('refuses partial tiles or subtrees of another size', () => {
    const log = emptyLog()
    grow(log, numbered(300))
    const { nodes } = appendLeaves({ frontier: log.frontier, size: 300, leafHashes: numbered(2) })
    expect(codeOf(() => extendTiles({ size: 300, partials: [], nodes }))).toBe('tile-data')
    expect(codeOf(() => extendTiles({ size: 301, partials: log.partials, nodes }))).toBe('tile-data')
    expect(codeOf(() => extendTiles({ size: 300, partials: log.partials, nodes: nodes.slice(1) }))).toBe('tile-data')
    const short = log.partials.map(({ tile, hashes }) => ({ tile, hashes: hashes.subarray(32) }))
    expect(codeOf(() => extendTiles({ size: 300, partials: short, nodes }))).toBe('tile-data')
  })
})
