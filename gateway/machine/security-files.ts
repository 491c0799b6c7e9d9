/** The files of a security log: a line of JSON an event, one file a civil day, each line with the hash of the one before. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Only its owner reads it. */
const PRIVATE = 0o600
const NAME = /^(\d{4}-\d{2}-\d{2})\.jsonl$/
const ZONE = 8 * 3_600_000

/** The civil day of an instant (ms), in Asia/Shanghai. */
export function dayOf(ms: number): string {
  return new Date(ms + ZONE).toISOString().slice(0, 10)
}

/** What the next line holds on to: its number and the hash of the last one (null where there is none). */
export interface ChainEnd {
  readonly n: number
  readonly hash: string | null
}

/** SHA-256 of a line without its end, in hexadecimal. */
export function lineHash(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex')
}

/** The days there are files of, oldest first. */
export function daysIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort()
}

/** A day's file. */
export function fileOf(folder: string, day: string): string {
  return join(folder, `${day}.jsonl`)
}

/** The whole lines of a file, and what stands behind the last of them: a line that a crash broke off. */
export function linesOf(file: string): { readonly lines: readonly string[]; readonly torn: string } {
  const parts = readFileSync(file, 'utf8').split('\n')
  const torn = parts.pop() ?? ''
  return { lines: parts, torn }
}

/** The number of a line; 0 when it has none. */
export function numberOf(line: string): number {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'number' ? value.n : 0
  } catch {
    return 0
  }
}

/** Where the chain of a folder ends. */
export function chainEnd(folder: string): ChainEnd {
  for (const day of daysIn(folder).toReversed()) {
    const last = linesOf(fileOf(folder, day)).lines.at(-1)
    if (last !== undefined) return { n: numberOf(last), hash: lineHash(last) }
  }
  return { n: 0, hash: null }
}

/** A file open for lines to be added. */
export interface DayFile {
  readonly day: string
  /** Bytes of a broken line that were cut off. */
  readonly torn: number
  /** Throws when the disk does not take it. */
  write(line: string): void
  close(): void
}

/** Opens a day's file; a line that a crash broke off is cut off, since the chain goes on behind the last whole one. */
export function openDay(folder: string, day: string): DayFile {
  const file = fileOf(folder, day)
  const there = existsSync(file)
  const { lines, torn } = there ? linesOf(file) : { lines: [], torn: '' }
  const fd = openSync(file, there ? 'r+' : 'wx', PRIVATE)
  let size = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
  if (torn !== '') ftruncateSync(fd, size)
  return {
    day,
    torn: Buffer.byteLength(torn),
    write(line) {
      const bytes = Buffer.from(`${line}\n`, 'utf8')
      const written = writeSync(fd, bytes, 0, bytes.length, size)
      if (written === bytes.length) size += written
      else {
        // Half a line would break the chain for whoever reads it.
        ftruncateSync(fd, size)
        throw new Error(`the disk took ${written} of ${bytes.length} bytes`)
      }
    },
    close() {
      fsyncSync(fd)
      closeSync(fd)
    },
  }
}
