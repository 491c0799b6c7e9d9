import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBundle, printBundle } from '../../../gateway/ledger/bundle.ts'
import { LedgerError } from '../../../gateway/ledger/error.ts'
import { parseTilePath, partialTiles, tilePath, tilesAfterAppend, tileWidth } from '../../../gateway/ledger/tile.ts'
import { codeOf, hex } from './rfc6962.ts'

const anyTile = fc.record(
  {
    level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
    index: fc.oneof(fc.maxSafeNat(), fc.nat({ max: 5000 })),
    width: fc.integer({ min: 1, max: 256 }),
  },
  { noNullPrototype: true },
)

describe('tile paths', () => {
  test('are those of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 63, index: 0, width: 255 })).toBe('tile/63/000.p/255')
    expect(tilePath({ level: 'entries', index: 1_234_067, width: 8 })).toBe('tile/entries/x001/x234/067.p/8')
    expect(parseTilePath('tile/0/x001/x234/067')).toEqual({ level: 0, index: 1_234_067, width: 256 })
    expect(parseTilePath('tile/entries/x001/000.p/1')).toEqual({ level: 'entries', index: 1000, width: 1 })
  })

  test('name every tile once: reading what was written gives the tile back', () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile)
      }),
    )
  })

  test.each([
    '',
    'tile',
    'tile/0',
    'tile/0/',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/x001/x234/x067',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/+1/000',
    'tile/0/000.p',
    'tile/0/000.p/',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/257',
    'tile/0/000.p/1.p/1',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/000 ',
    'tile/data/000',
    'tile/Entries/000',
    'tile/0/X001/000',
    'tile/0/٠٠٠',
    'tile/0/0e1',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/x001/x000/x000/x000/x000/x000/000',
    'tile/entries/x000/000',
  ])('refuses %j', (path) => {
    expect(codeOf(() => parseTilePath(path))).toBe('tile-path')
  })

  test('no text makes the reader fail in another way, and what it takes it would write', () => {
    const near = fc.stringMatching(/^tile\/[0-9e]{0,2}\/[x0-9/.p]{0,20}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (path) => {
        try {
          expect(tilePath(parseTilePath(path))).toBe(path)
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('there is none for a tile there cannot be', () => {
    for (const wrong of [
      { level: 64 },
      { level: -1 },
      { level: 0.5 },
      { index: -1 },
      { index: 0.5 },
      { index: 2 ** 53 },
      { width: 0 },
      { width: 257 },
      { width: 1.5 },
    ]) {
      expect(
        codeOf(() => tilePath({ level: 0, index: 0, width: 256, ...wrong })),
        JSON.stringify(wrong),
      ).toBe('tile-path')
    }
  })
})

describe('the tiles of a tree', () => {
  test('of 70,000 leaves are those the specification counts', () => {
    const tiles = tilesAfterAppend(0, 70_000)
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length
    expect([count(0, true), count(1, true), count(2, true)]).toEqual([273, 1, 0])
    expect(tiles.filter(({ width }) => width < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
    expect(partialTiles(70_000)).toEqual(tiles.filter(({ width }) => width < 256))
  })

  test('of 256 leaves are a full one and one of width 1 above it', () => {
    expect(tilesAfterAppend(0, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(partialTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }])
  })

  test('after an append are those whose width changed, and no other', () => {
    expect(tilesAfterAppend(5, 5)).toEqual([])
    expect(tilesAfterAppend(0, 0)).toEqual([])
    expect(tilesAfterAppend(70_000, 70_001)).toEqual([{ level: 0, index: 273, width: 113 }])
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), fc.nat({ max: 1500 }), (before, more) => {
        const after = before + more
        const written = new Set(tilesAfterAppend(before, after).map(tilePath))
        for (const { level, index } of tilesAfterAppend(0, after)) {
          const width = tileWidth(level, index, after)
          expect(written.has(tilePath({ level, index, width }))).toBe(width !== tileWidth(level, index, before))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a tree does not shrink, and has no size but a whole number', () => {
    expect(codeOf(() => tilesAfterAppend(2, 1))).toBe('tree-range')
    expect(codeOf(() => tilesAfterAppend(0, 1.5))).toBe('tree-range')
    expect(codeOf(() => partialTiles(-1))).toBe('tree-range')
  })
})

describe('entry bundles', () => {
  test('put a big-endian length before each entry', () => {
    expect(hex(printBundle([Buffer.from('ab'), Buffer.alloc(0), Buffer.alloc(258, 7)]))).toBe(
      `0002616200000102${'07'.repeat(258)}`,
    )
  })

  test('give back the entries they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 }), (entries) => {
        expect(parseBundle(printBundle(entries), entries.length).map(hex)).toEqual(entries.map(hex))
      }),
    )
  })

  test('hold up to 256 entries of up to 65,535 bytes', () => {
    expect(parseBundle(printBundle([Buffer.alloc(65_535, 1)]), 1)[0]?.length).toBe(65_535)
    expect(codeOf(() => printBundle([Buffer.alloc(65_536)]))).toBe('tile-data')
    expect(codeOf(() => printBundle([]))).toBe('tile-data')
    expect(codeOf(() => printBundle(Array.from({ length: 257 }, () => Buffer.alloc(1))))).toBe('tile-data')
  })

  test('of another width, cut short or with more behind are refused', () => {
    const bundle = printBundle([Buffer.from('ab'), Buffer.from('cd')])
    expect(codeOf(() => parseBundle(bundle, 1))).toBe('tile-data')
    expect(codeOf(() => parseBundle(bundle, 3))).toBe('tile-data')
    for (let length = 0; length < bundle.length; length++) {
      expect(
        codeOf(() => parseBundle(bundle.subarray(0, length), 2)),
        String(length),
      ).toBe('tile-data')
    }
    expect(codeOf(() => parseBundle(Buffer.concat([bundle, Buffer.of(0)]), 2))).toBe('tile-data')
  })

  test('no bytes make the reader fail in another way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.integer({ min: 1, max: 5 }), (bytes, width) => {
        try {
          expect(hex(printBundle(parseBundle(bytes, width)))).toBe(hex(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }),
    )
  })
})
