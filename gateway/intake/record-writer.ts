/** Writes accepted records straight into bytes: canonical texts for the store, salted commitments for the ledger; no text is kept as a string. */
import type { NormalisedRecord } from '../../adapters/types.ts'
import type { Audience } from '../../contracts/types.ts'
import { RECORD_SALT_BYTES, SALT_BYTES } from '../ledger/commitment.ts'
import { HASH_BYTES, sha256Into } from '../ledger/hash.ts'
import { rootOf } from '../ledger/tree.ts'
import type { Random, RecordBatch } from '../ports.ts'

/** What is written: the batch to store, its salts (32 bytes a record), the leaves of its tree (32 bytes a record) and their root. */
export interface WrittenRecords {
  readonly batch: RecordBatch
  readonly salts: Uint8Array
  readonly leaves: Uint8Array
  readonly root: Uint8Array
}

/** Gives so many bytes of memory, whatever they hold. */
export type Allocate = (bytes: number) => Buffer

/** About how many bytes of text will come, and where memory is from; the process's own when nothing is said. */
export interface RecordWriterOptions {
  readonly capacity?: number
  readonly allocate?: Allocate
}

/** Takes records one after another. */
export interface RecordWriter {
  write(record: NormalisedRecord<object>): void
  finish(): WrittenRecords
}

/** A UTF-16 code unit takes at most three bytes of UTF-8. */
const WIDEST = 3
const OPEN = 0x7b
const CLOSE = 0x7d
const COMMA = 0x2c
/** Different words of one member that are remembered. */
const WORDS_KEPT = 64
const PAIR_BYTES = 1 + 2 * HASH_BYTES
/** Bytes a record's text usually stays below; most submissions have one record. */
const ONE_RECORD = 2048

/** Bytes that grow by doubling. */
interface Bytes {
  readonly allocate: Allocate
  buffer: Buffer
  length: number
}

function emptyBytes(capacity: number, allocate: Allocate = Buffer.allocUnsafe): Bytes {
  return { allocate, buffer: allocate(Math.ceil(capacity)), length: 0 }
}

function room(bytes: Bytes, more: number): void {
  if (bytes.length + more <= bytes.buffer.length) return
  const grown = bytes.allocate(Math.max(2 * bytes.buffer.length, bytes.length + more))
  bytes.buffer.copy(grown, 0, 0, bytes.length)
  bytes.buffer = grown
}

function append(target: Bytes, source: Uint8Array): void {
  room(target, source.length)
  target.buffer.set(source, target.length)
  target.length += source.length
}

function appendByte(target: Bytes, byte: number): void {
  room(target, 1)
  target.buffer[target.length++] = byte
}

function appendText(target: Bytes, text: string): void {
  room(target, text.length * WIDEST)
  target.length += target.buffer.write(text, target.length, 'utf8')
}

/** One audience group is 16 bytes for the salt, then its canonical text, still open. */
function commitment(pair: Buffer, offset: number, group: Bytes, salts: Buffer, at: number): void {
  if (group.length === SALT_BYTES) appendByte(group, OPEN)
  appendByte(group, CLOSE)
  salts.copy(group.buffer, 0, at, at + SALT_BYTES)
  sha256Into(pair, offset, group.buffer.subarray(0, group.length))
}

// A record is written and hashed in one go, so all writers share these.
const groups = { public: emptyBytes(4096), joint: emptyBytes(4096) }
const pair = Buffer.alloc(PAIR_BYTES)

/**
 * A writer for one submission. Records have their members in JCS order, strings without lone surrogates. Frozen objects and
 * plain words come again and again in a file; their bytes are made once.
 */
export function recordWriter(
  audience: Readonly<Record<string, Audience>>,
  random: Random,
  { capacity = ONE_RECORD, allocate }: RecordWriterOptions = {},
): RecordWriter {
  const bodies = emptyBytes(capacity, allocate)
  const salts = emptyBytes(RECORD_SALT_BYTES, allocate)
  const leaves = emptyBytes(HASH_BYTES, allocate)
  const keys: string[] = []
  const subjects: string[] = []
  const ends: number[] = []
  const rows: number[] = []
  const offsets: number[] = [0]

  const frozen = new Map<object, Written>()

  /** Writes a frozen object for the first time, or one that stood under another member then. */
  function writeFrozen(member: string, value: object): void {
    const start = bodies.length
    appendText(bodies, `"${member}":${JSON.stringify(value)}`)
    if (!frozen.has(value)) frozen.set(value, { member, buffer: bodies.buffer, start, end: bodies.length, bytes: null })
  }

  function writePlain(member: string, value: unknown): void {
    const word = wordBytes(member, value)
    if (word) append(bodies, word)
    else appendText(bodies, `"${member}":${JSON.stringify(value)}`)
  }

  function writeMembers(member: string, value: Readonly<Record<string, unknown>>): void {
    const opened = wordBytes(member, OPENED)
    if (opened) append(bodies, opened)
    else appendText(bodies, `"${member}":{`)
    let first = true
    for (const inner in value) {
      if (!first) appendByte(bodies, COMMA)
      first = false
      writeMember(inner, value[inner])
    }
    appendByte(bodies, CLOSE)
  }

  /** Writes `"member":value` at the end of the bodies. */
  function writeMember(member: string, value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      writePlain(member, value)
      return
    }
    // A frozen object is not looked into again.
    const seen = frozen.get(value)
    if (seen?.member === member) append(bodies, bytesAgain(seen))
    else if (Array.isArray(value) && value.length === 0) writePlain(member, NOTHING)
    else if (Object.isFrozen(value)) writeFrozen(member, value)
    else if (hasMembers(value)) writeMembers(member, value)
    else appendText(bodies, `"${member}":${JSON.stringify(value)}`)
  }

  return {
    write({ key, subject, end, row, record }) {
      groups.public.length = SALT_BYTES
      groups.joint.length = SALT_BYTES
      if (!hasMembers(record)) throw new TypeError('expected a record with members')
      // Members next to each other that the same readers may see are copied to their group together.
      let group: Bytes | null = null
      let start = 0
      const closeRun = (): void => {
        if (group === null) return
        appendByte(group, group.length === SALT_BYTES ? OPEN : COMMA)
        append(group, bodies.buffer.subarray(start, bodies.length))
      }
      for (const member in record) {
        const next = audience[member] === 'public' ? groups.public : groups.joint
        if (next !== group) closeRun()
        appendByte(bodies, group === null ? OPEN : COMMA)
        if (next !== group) start = bodies.length
        group = next
        writeMember(member, record[member])
      }
      closeRun()
      if (group === null) appendByte(bodies, OPEN)
      appendByte(bodies, CLOSE)
      offsets.push(bodies.length)
      keys.push(key)
      subjects.push(subject)
      ends.push(end)
      rows.push(row)

      const at = salts.length
      room(salts, RECORD_SALT_BYTES)
      salts.buffer.set(random(RECORD_SALT_BYTES), at)
      salts.length += RECORD_SALT_BYTES
      commitment(pair, 1, groups.public, salts.buffer, at)
      commitment(pair, 1 + HASH_BYTES, groups.joint, salts.buffer, at + SALT_BYTES)
      room(leaves, HASH_BYTES)
      sha256Into(leaves.buffer, leaves.length, pair)
      leaves.length += HASH_BYTES
    },
    finish() {
      const hashes = leaves.buffer.subarray(0, leaves.length)
      return {
        batch: { keys, subjects, ends, rows, offsets, bodies: bodies.buffer.subarray(0, bodies.length) },
        salts: salts.buffer.subarray(0, salts.length),
        leaves: hashes,
        root: rootOf(hashes),
      }
    },
  }
}

function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Stands for every empty list. */
const NOTHING: readonly never[] = []
/** Stands for the part of a member that comes before the members of its object: `"member":{`. */
const OPENED = Symbol('opened')

/** A frozen object as first written: its member, where it stands, and its bytes once they are wanted again. */
interface Written {
  readonly member: string
  readonly buffer: Buffer
  readonly start: number
  readonly end: number
  bytes: Uint8Array | null
}

function bytesAgain(written: Written): Uint8Array {
  written.bytes ??= written.buffer.subarray(written.start, written.end)
  return written.bytes
}

const words = new Map<string, Map<unknown, Buffer>>()

function bytesOf(member: string, value: unknown): Buffer {
  if (value === OPENED) return Buffer.from(`"${member}":{`, 'utf8')
  return Buffer.from(`"${member}":${JSON.stringify(value)}`, 'utf8')
}

/** The bytes of a plain member that comes again, or undefined for one to be written out: fractional, or one word too many. */
function wordBytes(member: string, value: unknown): Buffer | undefined {
  if (typeof value === 'number' && !Number.isInteger(value)) return undefined
  const values = words.get(member) ?? new Map<unknown, Buffer>()
  if (values.size === 0) words.set(member, values)
  const known = values.get(value)
  if (known || values.size >= WORDS_KEPT) return known
  const bytes = bytesOf(member, value)
  values.set(value, bytes)
  return bytes
}
