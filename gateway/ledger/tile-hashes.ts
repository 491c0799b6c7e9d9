/** What is in the tiles: extending them by an append, and reading any subtree of a tree out of them (C2SP tlog-tiles, "Merkle Tree"). */
import { LedgerError } from './error.ts'
import { HASH_BYTES } from './hash.ts'
import { hashesAt, partialTiles, TILE_WIDTH, type Tile, tilesAfterAppend, tileWidth } from './tile.ts'
import { type HashReader, rootOf, TILE_HEIGHT, type TreeNode } from './tree.ts'

/** A tile and its bytes: `width` hashes side by side. */
export interface TileHashes {
  readonly tile: Tile
  readonly hashes: Uint8Array
}

/** An append to stored tiles: `partials` are those of `partialTiles(size)`, `nodes` come from `appendLeaves`. */
export interface TileAppend {
  readonly size: number
  readonly partials: readonly TileHashes[]
  readonly nodes: readonly TreeNode[]
}

/** `written` are the tiles to store, lowest level first; `partials` those the next append starts from. */
export interface TilesAppended {
  readonly written: readonly TileHashes[]
  readonly partials: readonly TileHashes[]
}

/** The tiles after an append. Throws `tile-data` when the partials or nodes are not those of `size`. */
export function extendTiles({ size, partials, nodes }: TileAppend): TilesAppended {
  const levels = new Map<number, { next: number; readonly hashes: Uint8Array[] }>()
  for (const { level, index, width } of partialTiles(size)) {
    const found = partials.find(({ tile }) => tile.level === level && tile.index === index && tile.width === width)
    levels.set(level, { next: hashesAt(level, size), hashes: [checkTile({ level, index, width }, found?.hashes)] })
  }
  for (const { level, index, hash } of nodes) {
    const tileLevel = level / TILE_HEIGHT
    const grown = levels.get(tileLevel) ?? { next: hashesAt(tileLevel, size), hashes: [] }
    if (index !== grown.next) {
      throw new LedgerError('tile-data', `expected subtree ${grown.next} of level ${level} next, got ${index}`)
    }
    grown.next++
    grown.hashes.push(hash)
    levels.set(tileLevel, grown)
  }
  const after = size + nodes.filter(({ level }) => level === 0).length
  const packed = new Map([...levels].map(([level, { hashes }]) => [level, Buffer.concat(hashes)]))
  const written = tilesAfterAppend(size, after).map((tile) => {
    const level = packed.get(tile.level)
    const first = Math.floor(size / TILE_WIDTH ** (tile.level + 1))
    const at = (tile.index - first) * TILE_WIDTH * HASH_BYTES
    return { tile, hashes: checkTile(tile, level?.subarray(at, at + tile.width * HASH_BYTES)) }
  })
  const known = [...written, ...partials]
  return {
    written,
    partials: partialTiles(after).map((tile) => {
      const found = known.find((one) => one.tile.level === tile.level && one.tile.index === tile.index)
      return { tile, hashes: checkTile(tile, found?.hashes) }
    }),
  }
}

/** Reads the bytes of tiles, in the order asked, in one batch; a tile longer than asked (since filled) is fine. */
export type TileReader = (tiles: readonly Tile[]) => Promise<readonly Uint8Array[]>

/** Reads subtrees of a tree of `size` from its tiles, each tile once. The reader throws `tile-data`. */
export function tileReader({ size, read }: { readonly size: number; readonly read: TileReader }): HashReader {
  return async (nodes) => {
    const places = nodes.map(({ level, index }) => {
      const tileLevel = Math.floor(level / TILE_HEIGHT)
      const span = 2 ** (level % TILE_HEIGHT)
      const first = index * span
      const tileIndex = Math.floor(first / TILE_WIDTH)
      return { key: `${tileLevel}/${tileIndex}`, tileLevel, tileIndex, from: first % TILE_WIDTH, span }
    })
    const tiles = new Map(
      places.map(({ key, tileLevel, tileIndex }) => {
        const width = tileWidth(tileLevel, tileIndex, size)
        if (width === 0) throw new LedgerError('tile-data', `a tree of ${size} leaves has no tile ${key}`)
        return [key, { level: tileLevel, index: tileIndex, width }]
      }),
    )
    const bytes = await read([...tiles.values()])
    const byKey = new Map(
      [...tiles].map(([key, tile], i) => [key, checkTile(tile, bytes[i]?.subarray(0, tile.width * HASH_BYTES))]),
    )
    return places.map(({ key, from, span }) => {
      const hashes = byKey.get(key)?.subarray(from * HASH_BYTES, (from + span) * HASH_BYTES)
      if (hashes?.length !== span * HASH_BYTES) {
        throw new LedgerError('tile-data', `tile ${key} is too short for a subtree of a tree of ${size} leaves`)
      }
      return span === 1 ? hashes : rootOf(hashes)
    })
  }
}

function checkTile(tile: Tile, hashes: Uint8Array | undefined): Uint8Array {
  if (hashes?.length !== tile.width * HASH_BYTES) {
    const got = hashes === undefined ? 'none' : `${hashes.length} bytes`
    throw new LedgerError('tile-data', `expected ${tile.width} hashes in tile ${tile.level}/${tile.index}, got ${got}`)
  }
  return hashes
}
