/** Rows for D1 in JSON arrays: all of them, in their order, and no array larger than a statement is to carry. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK_BYTES, jsonChunks, jsonRow } from '../../../gateway/store/d1/chunks.ts'

const row = (bytes: number, name: string): string => JSON.stringify([name, '水'.repeat(Math.floor(bytes / 3))])

test('any rows come in their order, whole, in arrays of at most a million bytes', () => {
  const rows = fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 400_000 }), name: fc.string({ maxLength: 8 }) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(rows, (list) => {
      const texts = list.map(({ bytes, name }) => row(bytes, name))
      const chunks = jsonChunks(texts)
      expect(chunks.flatMap(({ json }) => JSON.parse(json))).toEqual(texts.map((text) => JSON.parse(text)))
      for (const { json, count } of chunks) {
        expect(JSON.parse(json)).toHaveLength(count)
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(CHUNK_BYTES)
      }
    }),
    { numRuns: 60 },
  )
})

test('a million bytes is the most, to the byte', () => {
  const half = 'x'.repeat(CHUNK_BYTES / 2 - 4)
  const texts = [JSON.stringify(half), JSON.stringify(half)]
  // Two texts with their quotes, a comma and two brackets: 1,000,000 - 4 + 3.
  expect(jsonChunks(texts).map(({ json }) => json.length)).toEqual([CHUNK_BYTES - 1])
  expect(jsonChunks([...texts.slice(1), JSON.stringify(`${half}x`)]).map(({ json }) => json.length)).toEqual([
    CHUNK_BYTES,
  ])
  expect(jsonChunks([...texts.slice(1), JSON.stringify(`${half}xx`)])).toHaveLength(2)
})

test('no array has two rows of one key, so that each sees what the one before it wrote', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 })
  fc.assert(
    fc.property(names, (keys) => {
      const chunks = jsonChunks(
        keys.map((key, at) => JSON.stringify([key, at])),
        keys,
      )
      const all: [string, number][][] = chunks.map(({ json }) => JSON.parse(json))
      expect(all.flat().map(([, at]) => at)).toEqual([...keys.keys()])
      for (const rows of all) expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length)
    }),
  )
})

test('bytes go as hexadecimal, from the middle of a larger buffer too', () => {
  const bytes = Uint8Array.of(9, 0, 255, 16, 9).subarray(1, 4)
  expect(jsonRow(['水', 7, null, bytes, new Uint8Array()])).toBe('["水",7,null,"00ff10",""]')
})
