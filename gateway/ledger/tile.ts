/** Tiles: which there are for a tree size, and their paths (C2SP tlog-tiles, "Merkle Tree", "Partial Tiles", "Log entries"). */
import { LedgerError } from './error.ts'
import { checkSize } from './range.ts'
import { TILE_HEIGHT } from './tree.ts'

/** Hashes of a full tile, and entries of a full bundle. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT

/** A tile: level 0 to 63, index within its level, width 1 to 256 (256 is full, less is partial). */
export interface Tile {
  readonly level: number
  readonly index: number
  readonly width: number
}

/** A bundle of entries: the leaves that the level 0 tile of the same index and width hashes. */
export interface Bundle {
  readonly level: 'entries'
  readonly index: number
  readonly width: number
}

const PATH = /^tile\/(0|[1-9][0-9]?|entries)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/
const MAX_LEVEL = 63

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`. Throws `tile-path` for a tile there cannot be. */
export function tilePath({ level, index, width }: Tile | Bundle): string {
  const levelFits = level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= MAX_LEVEL)
  const widthFits = Number.isInteger(width) && width >= 1 && width <= TILE_WIDTH
  if (!levelFits || !widthFits || !Number.isSafeInteger(index) || index < 0) {
    throw new LedgerError('tile-path', `expected a tile of level 0-63 and width 1-256, got ${level}/${index} ${width}`)
  }
  let groups = String(index % 1000).padStart(3, '0')
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups = `x${String(rest % 1000).padStart(3, '0')}/${groups}`
  }
  return `tile/${level}/${groups}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** The tile or bundle a path names. Throws `tile-path` for every path that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | Bundle {
  const [, level, groups, partial] = PATH.exec(path) ?? []
  if (level !== undefined && groups !== undefined) {
    const index = Number(groups.replaceAll(/[x/]/g, ''))
    const width = partial === undefined ? TILE_WIDTH : Number(partial)
    const tile =
      level === 'entries' ? { level: 'entries' as const, index, width } : { level: Number(level), index, width }
    const exists =
      Number.isSafeInteger(index) && width <= TILE_WIDTH && (level === 'entries' || Number(level) <= MAX_LEVEL)
    if (exists && tilePath(tile) === path) return tile
  }
  throw new LedgerError('tile-path', 'expected a path like tile/0/x001/x234/067 or tile/entries/000.p/17')
}

/** How many hashes level `level` of tiles has in a tree of `size`. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

/** The width of a tile in a tree of `size`: 0 when it does not exist there. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH))
}

/** The tiles a tree of `size` still grows in, one at most for each level, lowest first; what appending to stored tiles must read. Throws `tree-range`. */
export function partialTiles(size: number): Tile[] {
  checkSize(size)
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const width = hashesAt(level, size) % TILE_WIDTH
    if (width > 0) tiles.push({ level, index: Math.floor(hashesAt(level, size) / TILE_WIDTH), width })
  }
  return tiles
}

/** The tiles to write when a tree grows, lowest level first, as the new checkpoint needs them; the bundles are those of level 0. Throws `tree-range` unless before ≤ after. */
export function tilesAfterAppend(before: number, after: number): Tile[] {
  checkSize(before)
  checkSize(after)
  if (before > after) throw new LedgerError('tree-range', `expected a size of at least ${before}, got ${after}`)
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, after) > hashesAt(level, before); level++) {
    const first = Math.floor(hashesAt(level, before) / TILE_WIDTH)
    for (let index = first; index * TILE_WIDTH < hashesAt(level, after); index++) {
      tiles.push({ level, index, width: tileWidth(level, index, after) })
    }
  }
  return tiles
}
