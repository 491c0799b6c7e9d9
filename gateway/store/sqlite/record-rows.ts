/** Record rows in one statement: their numbers as one blob of fixed width, their words as another, so that SQLite cuts pieces out and parses nothing but the keys. */
import type { NewRow } from '../sql/revisions.ts'
import type { Database } from './database.ts'

/** The numbers of a row in order, each with room for its largest value and a sign. */
const WIDTHS = {
  stream: 8,
  revision: 12,
  ended: 17,
  idx: 17,
  position: 8,
  row: 8,
  superseded: 17,
  chunk: 17,
  start: 12,
  length: 12,
  subjectAt: 12,
  subjectLength: 6,
} as const
type Field = keyof typeof WIDTHS

const ENDS: Readonly<Record<Field, number>> = (() => {
  let end = 0
  const at = (field: Field): number => {
    end += WIDTHS[field]
    return end
  }
  return {
    stream: at('stream'),
    revision: at('revision'),
    ended: at('ended'),
    idx: at('idx'),
    position: at('position'),
    row: at('row'),
    superseded: at('superseded'),
    chunk: at('chunk'),
    start: at('start'),
    length: at('length'),
    subjectAt: at('subjectAt'),
    subjectLength: at('subjectLength'),
  }
})()
const ROW_BYTES = ENDS.subjectLength

/** What stands for a number that is not there; none of those that may be absent is negative. */
const ABSENT = -1

// substr counts from one.
const numberOf = (field: Field): string =>
  `CAST(substr(?2, j.key * ${ROW_BYTES} + ${ENDS[field] - WIDTHS[field] + 1}, ${WIDTHS[field]}) AS INTEGER)`
const wordsOf = (from: string, length: string): string => `CAST(substr(?3, ${from} + 1, ${length}) AS TEXT)`
const [chunk, start, length] = [numberOf('chunk'), numberOf('start'), numberOf('length')]

const INSERT = `INSERT INTO record (stream, key, revision, subject, ended, idx, position, row, superseded, body, chunk, start, length)
  SELECT ${numberOf('stream')}, j.value, ${numberOf('revision')}, ${wordsOf(numberOf('subjectAt'), numberOf('subjectLength'))},
    ${numberOf('ended')}, ${numberOf('idx')}, ${numberOf('position')}, ${numberOf('row')}, nullif(${numberOf('superseded')}, ${ABSENT}),
    iif(${chunk} = ${ABSENT}, ${wordsOf(start, length)}, NULL), nullif(${chunk}, ${ABSENT}),
    iif(${chunk} = ${ABSENT}, NULL, ${start}), iif(${chunk} = ${ABSENT}, NULL, ${length})
  FROM json_each(?1) j`

const SPACE = 0x20
const MINUS = 0x2d
const ZERO = 0x30

/** Writes a whole number in decimal so that it ends before `end`. */
function writeNumber(target: Uint8Array, end: number, value: number): void {
  let at = end
  let rest = Math.abs(value)
  do {
    target[--at] = ZERO + (rest % 10)
    rest = Math.floor(rest / 10)
  } while (rest > 0)
  if (value < 0) target[--at] = MINUS
}

/** Inserts rows in the order given, which is the order of their sequence numbers. */
export async function insertRecordRows(db: Database, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return
  const numbers = Buffer.alloc(rows.length * ROW_BYTES, SPACE)
  const words: Uint8Array[] = []
  let wordBytes = 0
  const addWords = (bytes: Uint8Array): number => {
    words.push(bytes)
    wordBytes += bytes.length
    return wordBytes - bytes.length
  }
  const subjects = new Map<string, { readonly at: number; readonly length: number }>()
  const subjectOf = (subject: string): { readonly at: number; readonly length: number } => {
    const known = subjects.get(subject)
    if (known) return known
    const bytes = Buffer.from(subject, 'utf8')
    const made = { at: addWords(bytes), length: bytes.length }
    subjects.set(subject, made)
    return made
  }
  for (const [at, row] of rows.entries()) {
    const base = at * ROW_BYTES
    const subject = subjectOf(row.subject)
    writeNumber(numbers, base + ENDS.stream, row.stream)
    writeNumber(numbers, base + ENDS.revision, row.revision)
    writeNumber(numbers, base + ENDS.ended, row.end)
    writeNumber(numbers, base + ENDS.idx, row.index)
    writeNumber(numbers, base + ENDS.position, row.position)
    writeNumber(numbers, base + ENDS.row, row.row)
    writeNumber(numbers, base + ENDS.superseded, row.superseded ?? ABSENT)
    writeNumber(numbers, base + ENDS.chunk, row.place?.chunk ?? ABSENT)
    writeNumber(numbers, base + ENDS.start, row.place?.start ?? addWords(row.text))
    writeNumber(numbers, base + ENDS.length, row.text.length)
    writeNumber(numbers, base + ENDS.subjectAt, subject.at)
    writeNumber(numbers, base + ENDS.subjectLength, subject.length)
  }
  await db.run(INSERT, [JSON.stringify(rows.map(({ key }) => key)), numbers, Buffer.concat(words, wordBytes)])
}
