/** Cosignatures of witnesses as rows. */
import type { CosignatureRow } from '../../ports.ts'
import type { Rows, SqlValue } from './rows.ts'

/** How many checkpoints of each witness are kept, the newest, so that one of several witnesses can be found. */
export const COSIGNATURES_KEPT = 16

/** What keeps one, in one transaction: the newest word on its size, then the newest few of its witness. */
export function cosignStatements({ witness, size, time, checkpoint, signature }: CosignatureRow): readonly {
  readonly sql: string
  readonly params: readonly Exclude<SqlValue, Uint8Array>[]
}[] {
  return [
    {
      sql: `INSERT INTO cosignature VALUES (?, ?, ?, ?, ?) ON CONFLICT (witness, size) DO UPDATE
  SET time = excluded.time, checkpoint = excluded.checkpoint, signature = excluded.signature WHERE excluded.time > cosignature.time`,
      params: [witness, size, time, checkpoint, signature],
    },
    {
      sql: `DELETE FROM cosignature WHERE witness = ? AND size NOT IN
  (SELECT size FROM cosignature WHERE witness = ? ORDER BY size DESC LIMIT ?)`,
      params: [witness, witness, COSIGNATURES_KEPT],
    },
  ]
}

/** All of them. */
export async function readCosignatures(db: Rows): Promise<CosignatureRow[]> {
  const rows = await db.all('SELECT * FROM cosignature ORDER BY size, witness')
  return rows.map(({ witness, size, time, checkpoint, signature }) => ({
    witness: String(witness),
    size: Number(size),
    time: Number(time),
    checkpoint: String(checkpoint),
    signature: String(signature),
  }))
}
