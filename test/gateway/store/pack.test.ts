/** Texts packed for the store come out again, each where its key's order put it. */
import { zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOrder } from '../../../gateway/store/sql/key-order.ts'
import { packTexts } from '../../../gateway/store/sql/pack.ts'
import { batch, type TestRecord } from './rows.ts'

function unpacked(records: readonly TestRecord[]): string[] {
  const { order, counts, chunks } = packTexts(batch(records))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(order.length)
  expect(chunks).toHaveLength(counts.length)
  const texts = Buffer.concat(chunks.map((chunk) => zstdDecompressSync(chunk)))
  let at = 0
  return Array.from(order, (position) => {
    const length = Buffer.byteLength(records[position]?.body ?? '')
    at += length
    return texts.toString('utf8', at - length, at)
  })
}

const LONG = '川渝跨界断面"水质"𠮷'.repeat(60)
const record = fc.record({ key: fc.string({ maxLength: 6, unit: 'grapheme' }), body: fc.string({ maxLength: 40 }) })

describe('packed texts', () => {
  test('are those of the file, in the order of their keys', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 12, maxLength: 400 }), (list) => {
        const records = list.map(({ key, body }) => ({ key, body: body + LONG }))
        const sorted = records
          .map((one, at) => ({ ...one, at }))
          .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
        expect(unpacked(records)).toEqual(sorted.map(({ body }) => body))
      }),
      { numRuns: 40 },
    )
  })

  test('lie many to a chunk of about 128 KiB, and take far less room', () => {
    const records = Array.from({ length: 2000 }, (_, at) => ({ key: `k${at}`, body: `{"at":${at},"t":"${LONG}"}` }))
    const { counts, chunks } = packTexts(batch(records))
    const bytes = records.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
    expect(counts.length).toBeGreaterThan(bytes / (160 * 1024))
    expect(counts.length).toBeLessThan(bytes / (100 * 1024))
    expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBeLessThan(bytes / 10)
  })

  test('that are few stay in their rows', () => {
    expect(packTexts(batch([{ key: 'k', body: '{}' }]))).toMatchObject({ counts: [], chunks: [] })
    expect(packTexts(batch([]))).toMatchObject({ counts: [], chunks: [] })
  })

  test('of any length fit', () => {
    const records = [300_000, 10, 131_072, 1, 262_144, 262_145].map((length, at) => ({
      key: `k${at}`,
      body: 'x'.repeat(length),
    }))
    expect(unpacked(records)).toEqual(records.map(({ body }) => body))
  })
})

test('keys that are equal keep the order they came in', () => {
  expect([...keyOrder(['b', 'a', 'b', '', 'a'])]).toEqual([3, 1, 4, 0, 2])
})
