/** The records of one submission as stored: each hangs in the accepted tree by its body and salts, and none that was accepted is missing. */

import { splitAudience } from '../../../contracts/audience.ts'
import { contractOf } from '../../../contracts/index.ts'
import type { CanonicalRecord } from '../../intake/normalise.ts'
import { RECORD_SALT_BYTES, recordTree } from '../../ledger/commitment.ts'
import { view } from '../../ledger/encoding.ts'
import { HASH_BYTES } from '../../ledger/hash.ts'
import type { StoredRecord, StoredSubmission } from '../../ports.ts'
import { number, text } from '../../store/sql/columns.ts'
import { readSubmissionRecords } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { standingTexts } from '../replay/standing.ts'
import { same } from './claims.ts'
import type { Findings } from './report.ts'

const textOf = (bytes: Uint8Array): string => view(bytes).toString('utf8')

function checkLeafOf(record: StoredRecord, submission: StoredSubmission, findings: Findings): void {
  const where = `record ${record.key} r${record.revision}`
  const { position } = record
  findings.attempt('records', where, () => {
    const contract = contractOf(submission.dataset, submission.version)
    if (!contract) throw new TypeError(`the contract ${submission.dataset}@${submission.version} is not known here`)
    const text = textOf(record.body)
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) throw new TypeError('the body is no object')
    const { body, publicPart, jointPart } = splitAudience(value, contract.terms.audience)
    const salts = submission.salts.subarray(position * RECORD_SALT_BYTES, (position + 1) * RECORD_SALT_BYTES)
    const { leaves } = recordTree({ publicParts: [publicPart], jointParts: [jointPart], salts })
    const stored = submission.leaves.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES)
    const holds = body === text && same(leaves, stored)
    findings.expect(holds, 'records', where, '内容与其叶不符', 'its body does not give its leaf')
  })
}

async function endedOf(
  db: Rows,
  index: number,
): Promise<ReadonlyMap<number, { readonly subject: string; readonly ended: number }>> {
  const rows = await db.all('SELECT seq, subject, ended FROM record WHERE idx = ?', [index])
  return new Map(
    rows.map((row) => [number(row, 'seq'), { subject: text(row, 'subject'), ended: number(row, 'ended') }]),
  )
}

async function checkUnstored(
  db: Rows,
  submission: StoredSubmission,
  records: readonly CanonicalRecord[],
  findings: Findings,
): Promise<void> {
  if (records.length === 0) return
  const standing = await standingTexts(
    db,
    submission,
    records.map(({ key }) => key),
  )
  for (const { key, body } of records) {
    const where = `record ${key} (submission ${submission.id})`
    findings.expect(
      standing.get(key)?.includes(body) === true,
      'records',
      where,
      '已接收的记录缺失',
      'was accepted and is not stored',
    )
  }
}

/** Audits the stored records of a submission against its salts and leaves, and, when it could be replayed, against what came out. */
export async function auditSubmissionRecords(
  db: Rows,
  submission: StoredSubmission,
  replayed: readonly CanonicalRecord[] | undefined,
  findings: Findings,
): Promise<void> {
  const { id, counts, party, dataset, index } = submission
  const stored = await readSubmissionRecords(db, id)
  const columns = await endedOf(db, index)
  const positions = new Set<number>()
  for (const record of stored) {
    const where = `record ${record.key} r${record.revision}`
    findings.looked('records')
    const placed = record.party === party && record.dataset === dataset && record.index === index
    findings.expect(
      placed,
      'records',
      where,
      '一方、数据集或条目与批次不符',
      "party, dataset or leaf are not its submission's",
    )
    const { position } = record
    const fits = position >= 0 && position < counts.accepted && !positions.has(position)
    if (
      !findings.expect(
        fits,
        'records',
        where,
        '位置不在接收树内或重复',
        'its position is not in the accepted tree, or taken',
      )
    )
      continue
    positions.add(position)
    checkLeafOf(record, submission, findings)
    const again = replayed?.[position]
    if (!again) continue
    const found = columns.get(record.seq)
    const alike =
      again.key === record.key &&
      again.row === record.row &&
      again.subject === found?.subject &&
      again.end === found.ended
    findings.expect(
      alike,
      'records',
      where,
      '键、行号、断面或时间与重算不符',
      'key, row, subject or time differ from what comes out again',
    )
  }
  if (positions.size === counts.accepted) return
  // A record equal to the one then standing adds no revision; which one that was, only a replay tells.
  if (replayed)
    await checkUnstored(
      db,
      submission,
      replayed.filter((_, position) => !positions.has(position)),
      findings,
    )
  else
    findings.unchecked(
      'records',
      '未另存的记录须重算才能核对',
      'records that added no revision can be checked only by a replay',
    )
}
