/** Writes a submission's records as revisions, worked out by the database itself: an equal body adds nothing, a different one supersedes. */
import type { PlacedSubmission } from '../sql/commit.ts'
import { keyOrder } from '../sql/key-order.ts'
import { jsonChunks } from './chunks.ts'
import type { Statement } from './database.ts'

const STREAM = 'INSERT INTO stream (dataset, party) VALUES (?, ?) ON CONFLICT DO NOTHING'

// CROSS JOIN, so that each key is looked up once. Inserting into the table it reads makes SQLite finish reading first.
const INSERT = `INSERT INTO record (stream, key, revision, subject, ended, idx, position, row, superseded, body)
  SELECT t.id, j.value ->> 0, coalesce(r.revision, 0) + 1, j.value ->> 1, j.value ->> 2, ?2, j.value ->> 3, j.value ->> 4, NULL, j.value ->> 5
  FROM json_each(?1) j CROSS JOIN stream t ON t.dataset = ?3 AND t.party = ?4
    LEFT JOIN record r ON r.stream = t.id AND r.key = j.value ->> 0 AND r.superseded IS NULL
  WHERE r.body IS NOT j.value ->> 5
  ORDER BY j.key`

const SUPERSEDE = `UPDATE record SET superseded = ?1 WHERE superseded IS NULL AND seq IN (
  SELECT o.seq FROM record n CROSS JOIN record o ON o.stream = n.stream AND o.key = n.key AND o.revision = n.revision - 1
  WHERE n.idx = ?1 AND n.position IN (SELECT value FROM json_each(?2)))`

/** The statements that add one submission's records; those of an earlier one must run before. */
export function recordStatements({ submission, index }: PlacedSubmission): Statement[] {
  const { dataset, party } = submission
  const { keys, subjects, ends, rows, bodies, offsets } = submission.records
  if (keys.length === 0) return []
  const text = Buffer.from(bodies.buffer, bodies.byteOffset, bodies.byteLength)
  const order = [...keyOrder(keys)]
  const texts = order.map((at) =>
    JSON.stringify([
      keys[at],
      subjects[at],
      ends[at],
      at,
      rows[at],
      text.toString('utf8', offsets[at], offsets[at + 1]),
    ]),
  )
  const ordered = order.map((at) => keys[at] ?? '')
  const statements: Statement[] = [{ sql: STREAM, params: [dataset, party] }]
  let first = 0
  for (const { json, count } of jsonChunks(texts, ordered)) {
    statements.push({ sql: INSERT, params: [json, index, dataset, party] })
    statements.push({ sql: SUPERSEDE, params: [index, JSON.stringify(order.slice(first, first + count))] })
    first += count
  }
  return statements
}
