/** Which evidence of a data folder no submission of its store has. */
import { sweepBlobs } from '../blob-sweep.ts'
import { openDatabase } from './database.ts'

/** Removes the evidence below `evidence` that crashes left behind; resolves with how many files that were. The store must have been opened before. */
export async function sweepEvidence({ file, evidence }: { file: string; evidence: string }): Promise<number> {
  const db = await openDatabase(file, { readOnly: true })
  try {
    const [head] = await db.all('SELECT time FROM head WHERE id = 1')
    return await sweepBlobs({
      folder: evidence,
      committed: Number(head?.time),
      async known(ids) {
        const rows = await db.all('SELECT s.id FROM json_each(?) j CROSS JOIN submission s ON s.id = j.value', [
          JSON.stringify(ids),
        ])
        return new Set(rows.map(({ id }) => String(id)))
      },
    })
  } finally {
    await db.close()
  }
}
