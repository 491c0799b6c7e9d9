import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip } from '../../../adapters/formats/zip.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { limitsWith, refusal } from './helpers.ts'

const LIMITS = FORMAT_LIMITS
const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes))
const files = { 'xl/a.xml': strToU8('<a/>'.repeat(50)), 'xl/b.xml': strToU8('plain') }

/** Where the nth record with this signature stands. */
function find(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0, seen = 0; i + 4 <= bytes.length; i += 1) {
    if (view.getUint32(i, true) === signature) {
      if (seen === nth) return i
      seen += 1
    }
  }
  throw new Error('no such record')
}
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** A copy with a 16- or 32-bit number written over. */
function patched(bytes: Uint8Array, at: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  if (size === 2) view.setUint16(at, value, true)
  else view.setUint32(at, value, true)
  return copy
}

describe('an archive', () => {
  test('gives its files, packed or stored, and null for others', () => {
    for (const level of [0, 9] as const) {
      const zip = openZip(zipSync(files, { level }), LIMITS)
      expect(zip.names).toEqual(['xl/a.xml', 'xl/b.xml'])
      expect(text(zip.read('xl/b.xml'))).toBe('plain')
      expect(text(zip.read('xl/a.xml'))).toBe('<a/>'.repeat(50))
      expect(zip.read('xl/c.xml')).toBeNull()
    }
  })
  test('may have a comment and lie inside a larger buffer', () => {
    const bytes = zipSync(files)
    const end = find(bytes, END)
    const commented = new Uint8Array(bytes.length + 12)
    commented.set(patched(bytes, end + 20, 5, 2), 4)
    expect(openZip(commented.subarray(4, bytes.length + 9), LIMITS).names).toHaveLength(2)
  })
  test('without its directory is truncated, wherever it was cut', () => {
    const bytes = zipSync(files)
    for (let length = 4; length < bytes.length; length += 1) {
      expect(refusal(() => openZip(bytes.subarray(0, length), LIMITS)).code).toBe('truncated')
    }
  })
  test('with a byte changed in a file is refused when that file is read', () => {
    const bytes = zipSync(files, { level: 0 })
    const at = Buffer.from(bytes).indexOf('plain')
    const damaged = bytes.slice()
    damaged[at] = 0x50
    expect(refusal(() => openZip(damaged, LIMITS).read('xl/b.xml'))).toMatchObject({
      code: 'xlsx-invalid',
      value: 'xl/b.xml',
    })
  })
  test.each([
    ['an unknown method', 10, 12, 2],
    ['a place beyond the file', 42, 0x7fffffff, 4],
    ['a length beyond the file', 20, 0x7fffffff, 4],
    ['another checksum', 16, 1, 4],
  ] as const)('that claims %s is refused', (_, offset, value, size) => {
    const bytes = zipSync(files)
    const zip = openZip(patched(bytes, find(bytes, CENTRAL) + offset, value, size), LIMITS)
    expect(refusal(() => zip.read('xl/a.xml')).code).toBe('xlsx-invalid')
  })
  test('that is encrypted, ZIP64, or has a broken directory is refused', () => {
    const bytes = zipSync(files)
    const central = find(bytes, CENTRAL)
    const end = find(bytes, END)
    for (const broken of [
      patched(bytes, central + 8, 1, 2),
      patched(bytes, end + 10, 0xffff, 2),
      patched(bytes, end + 16, 3),
      patched(bytes, central + 28, 60_000, 2),
      patched(bytes, end + 10, 3, 2),
    ]) {
      expect(refusal(() => openZip(broken, LIMITS)).code).toBe('xlsx-invalid')
    }
  })
  test('with one name twice is refused, as two readers would see two files', () => {
    const bytes = zipSync({ 'xl/a.xml': strToU8('1'), 'xl/b.xml': strToU8('2') })
    const at = find(bytes, CENTRAL, 1) + 46
    const copy = bytes.slice()
    copy.set(strToU8('xl/a.xml'), at)
    expect(refusal(() => openZip(copy, LIMITS)).code).toBe('xlsx-invalid')
  })
})

describe('a zip bomb', () => {
  const zeros = zipSync({ 'xl/a.xml': new Uint8Array(4 * 1024 * 1024) })
  test('is refused by what its directory claims, before anything is unpacked', () => {
    expect(refusal(() => openZip(zeros, limitsWith({ unzipped: 1024 * 1024 }))).code).toBe('zip-bomb')
    expect(refusal(() => openZip(zeros, LIMITS)).code).toBe('zip-bomb')
    expect(openZip(zeros, limitsWith({ unzipRatio: 2000 })).read('xl/a.xml')).toHaveLength(4 * 1024 * 1024)
  })
  test('is refused while it unpacks when its directory lies', () => {
    for (const claim of [0, 100, 1024 * 1024]) {
      const zip = openZip(patched(zeros, find(zeros, CENTRAL) + 24, claim), LIMITS)
      expect(refusal(() => zip.read('xl/a.xml')).code).toBe('zip-bomb')
    }
  })
  test('of many files is refused by their sum and by their number', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`xl/${i}.xml`, new Uint8Array(100_000).fill(i)]),
    )
    expect(refusal(() => openZip(zipSync(many), limitsWith({ unzipped: 3_900_000 }))).code).toBe('zip-bomb')
    const empty = Object.fromEntries(Array.from({ length: 2049 }, (_, i) => [`xl/${i}`, new Uint8Array(0)]))
    expect(refusal(() => openZip(zipSync(empty), LIMITS)).code).toBe('zip-bomb')
  })
  test('a small workbook of one repeated row is none', () => {
    const repeated = zipSync({ 'xl/a.xml': new Uint8Array(1_000_000) })
    expect(openZip(repeated, LIMITS).read('xl/a.xml')).toHaveLength(1_000_000)
  })
})
