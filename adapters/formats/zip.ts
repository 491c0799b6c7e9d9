/** ZIP (APPNOTE 6.3) as XLSX and DOCX use it: everything is checked in the central directory before a byte is inflated, and again while inflating. */
import { crc32, inflateRawSync } from 'node:zlib'
import type { FormatLimits } from '../types.ts'
import { type Container, WORKBOOK } from './container.ts'
import { FormatError } from './error.ts'

/** One file of an archive, as the central directory claims it. */
interface Entry {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** An open archive. `read` gives null for a name it does not have, and throws for one whose bytes are not what was claimed. */
export interface Zip {
  readonly names: readonly string[]
  read(name: string): Uint8Array | null
}

/** A workbook of 32 sheets has a few hundred parts. */
const MOST_ENTRIES = 2048

/** Below this much unpacked data the ratio says nothing: a sheet of one repeated row packs very well. */
const RATIO_FLOOR = 1024 * 1024

const EOCD_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30

/**
 * Opens an archive. Throws `zip-bomb` when the directory claims too many entries, more than `limits.unzipped` bytes or
 * more than `limits.unzipRatio` times the file, `truncated` when it has no directory, `xlsx-invalid` (the code of `kind`)
 * when the directory is broken, encrypted, ZIP64 or has one name twice.
 */
export function openZip(bytes: Uint8Array, limits: FormatLimits, kind: Container = WORKBOOK): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view, kind)
  let total = 0
  for (const { size } of entries.values()) total += size
  if (total > limits.unzipped) throw bomb(`${total}`, `${limits.unzipped}`)
  if (total > RATIO_FLOOR && total > bytes.length * limits.unzipRatio) {
    throw bomb(`${Math.floor(total / bytes.length)}:1`, `${limits.unzipRatio}:1`)
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      return entry === undefined ? null : readEntry(bytes, view, name, entry, kind)
    },
  }
}

/** Bytes to be read in a file: what its directory claims for an archive, its own length for any other. */
export function unpackedSize(bytes: Uint8Array): number {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length
  try {
    const entries = readDirectory(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), WORKBOOK)
    return entries.values().reduce((sum, { size }) => sum + size, bytes.length)
  } catch (error) {
    if (error instanceof FormatError) return bytes.length
    throw error
  }
}

/** The names of an archive's entries; null when it has no directory that can be read. */
export function entryNames(bytes: Uint8Array): readonly string[] | null {
  try {
    return [...readDirectory(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), WORKBOOK).keys()]
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}

function readDirectory(bytes: Uint8Array, view: DataView, kind: Container): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) throw broken('ZIP64', kind)
  if (count > MOST_ENTRIES) throw bomb(`${count} entries`, `${MOST_ENTRIES}`)
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== 0x02014b50) throw broken('central directory', kind)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw broken('central directory', kind)
    const name = Buffer.from(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)).toString('utf8')
    if (view.getUint16(at + 8, true) & 1) throw broken('encryption', kind)
    if (entries.has(name)) throw broken(`two entries named ${name}`, kind)
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** The end-of-directory record: the last thing in the file but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - EOCD_SIZE - 0xffff)
  for (let at = view.byteLength - EOCD_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + EOCD_SIZE + view.getUint16(at + 20, true) === view.byteLength) {
      return at
    }
  }
  throw new FormatError('truncated', {
    zh: '压缩包没有目录，文件可能未传完',
    en: 'the archive has no directory at its end; it was probably cut off',
  })
}

function readEntry(bytes: Uint8Array, view: DataView, name: string, entry: Entry, kind: Container): Uint8Array {
  const { offset, packed, size } = entry
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken(name, kind)
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) throw broken(name, kind)
  const body = bytes.subarray(start, start + packed)
  const data = entry.method === 0 ? body : entry.method === 8 ? inflate(body, size, name, kind) : null
  if (data === null) throw broken(`${name}: method ${entry.method}`, kind)
  if (data.length !== size || crc32(data) !== entry.crc) throw broken(name, kind)
  return data
}

// Some runtimes (Workers) hold the space they are about to fill against the limit, a piece at a time.
const INFLATE_PIECE = 64 * 1024

function inflate(body: Uint8Array, size: number, name: string, kind: Container): Uint8Array {
  const data = inflateAtMost(body, size + INFLATE_PIECE, name, kind)
  if (data === null || data.length > size) throw bomb(`${name} > ${size}`, `${size}`)
  return data
}

function inflateAtMost(body: Uint8Array, most: number, name: string, kind: Container): Uint8Array | null {
  try {
    return inflateRawSync(body, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw broken(name, kind)
  }
}

function bomb(found: string, most: string): FormatError {
  return new FormatError(
    'zip-bomb',
    {
      zh: `压缩包解压后为 ${found}，超过上限或其目录所声明的 ${most}`,
      en: `the archive unpacks to ${found}, over the limit or its own claim of ${most}`,
    },
    { value: found },
  )
}

function broken(what: string, { code, zh, en }: Container): FormatError {
  return new FormatError(
    code,
    { zh: `${zh}压缩包损坏或不受支持：${what}`, en: `the ${en}'s archive is broken or unsupported: ${what}` },
    { value: what },
  )
}
