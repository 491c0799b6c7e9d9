/** Submissions as stored: header, counts, trees, receipt, original and records, one by one. */

import type { GatewayKeys } from '../../client/gateway-keys.ts'
import { readRejection } from '../../client/read-json.ts'
import { checkReceipt } from '../../client/receipt.ts'
import { readSubmissionHeader, type SubmissionHeader } from '../../client/verify/submissions.ts'
import { parseCheckpoint } from '../../ledger/checkpoint.ts'
import { RECORD_SALT_BYTES, rejectionTree } from '../../ledger/commitment.ts'
import { toBase64Url, toHex } from '../../ledger/encoding.ts'
import { HASH_BYTES } from '../../ledger/hash.ts'
import { parseNote } from '../../ledger/note.ts'
import { rootOf } from '../../ledger/tree.ts'
import type { BlobStore, StoredSubmission } from '../../ports.ts'
import { number, text } from '../../store/sql/columns.ts'
import { readSubmission } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { type Claims, same } from './claims.ts'
import type { DocumentFacts } from './documents.ts'
import { auditEvidence, type Signed } from './evidence.ts'
import type { LeafFacts, LedgerFacts } from './ledger.ts'
import { openReplayer } from './replay.ts'
import type { Findings } from './report.ts'
import { auditSubmissionRecords } from './submission-records.ts'

/** What the tables against replay and for idempotency must agree with. */
export interface SubmissionFacts {
  readonly id: string
  readonly index: number
  readonly scope: string
  readonly kid: string
  readonly signed: Signed | undefined
}

/** What the audit of submissions works with; `progress` is told how many are done. */
export interface SubmissionAudit {
  readonly db: Rows
  readonly blobs: BlobStore
  readonly ledger: LedgerFacts
  readonly claims: Claims
  readonly documents: DocumentFacts
  readonly gatewayKeys: GatewayKeys
  readonly log: string
  /** Names the log had before, and how many leaves it then had. */
  readonly formerLogs: readonly { readonly name: string; readonly size: number }[]
  readonly findings: Findings
  readonly progress: (done: number, of: number) => void
}

function checkColumns(
  submission: StoredSubmission,
  header: SubmissionHeader,
  leaf: LeafFacts | undefined,
  findings: Findings,
): void {
  const where = `submission ${submission.id}`
  const { counts, time } = submission
  const told: readonly (readonly [string, unknown, unknown])[] = [
    ['id', submission.id, header.submission],
    ['party', submission.party, header.party],
    ['agency', submission.agency, header.agency],
    ['kid', submission.kid, header.kid],
    ['dataset', submission.dataset, header.contract.id],
    ['version', submission.version, header.contract.version],
    ['digest', submission.digest, header.evidence.digest],
    ['rows in', counts.in, header.rows],
    ['accepted', counts.accepted, header.accepted.count],
    ['rejected', counts.rejected, header.rejected.count],
    ['duplicates', counts.duplicates, header.duplicates],
    ['leaf party', leaf?.party, header.party],
    ['leaf actor', leaf?.actor, header.kid],
    ['time', time, leaf?.time],
  ]
  for (const [name, stored, said] of told) {
    findings.expect(stored === said, 'submissions', where, `${name} 与抬头不符`, `${name} is not what its header says`)
  }
  const sum = counts.accepted + counts.rejected + counts.duplicates
  findings.expect(
    counts.in === sum,
    'submissions',
    where,
    '行数不合：应为接收、拒收与重复之和',
    'rows in are not accepted + rejected + duplicates',
  )
}

function checkTrees(submission: StoredSubmission, header: SubmissionHeader, findings: Findings): void {
  const where = `submission ${submission.id}`
  const { accepted, rejected } = header
  const { salts, leaves } = submission
  findings.attempt('submissions', where, () => {
    const whole = leaves.length === accepted.count * HASH_BYTES && toBase64Url(rootOf(leaves)) === accepted.root
    findings.expect(
      whole,
      'submissions',
      where,
      '接收树与抬头不符',
      'the accepted tree is not the one its header commits to',
    )
  })
  findings.attempt('submissions', where, () => {
    const list: unknown = JSON.parse(submission.rejections)
    if (!Array.isArray(list)) throw new TypeError('the rejections are no array')
    const rejections = list.map(readRejection)
    const tree = rejectionTree({ rejections, salts: salts.subarray(accepted.count * RECORD_SALT_BYTES) })
    const whole = rejections.length === rejected.count && toBase64Url(tree.root) === rejected.root
    findings.expect(
      whole,
      'submissions',
      where,
      '拒收树与抬头不符',
      'the tree of rejected rows is not the one its header commits to',
    )
  })
  findings.attempt('submissions', where, () => {
    const list: unknown = JSON.parse(submission.duplicates)
    const counted = Array.isArray(list) && list.length === header.duplicates
    findings.expect(
      counted,
      'submissions',
      where,
      '重复行数与抬头不符',
      'the duplicates are not as many as its header says',
    )
  })
}

function checkReferences(
  submission: StoredSubmission,
  header: SubmissionHeader,
  { documents, findings }: SubmissionAudit,
): void {
  const where = `submission ${submission.id}`
  const { keys, byDigest } = documents
  const agency = keys.keys.get(header.kid)?.agency === header.agency
  findings.expect(agency, 'submissions', where, '单位与密钥不符', "the agency is not the key's")
  const { contract, registry } = header
  for (const [id, digest] of [
    [`contract/${contract.id}/${contract.version}`, contract.digest],
    [`registry/${registry.id}/${registry.edition}`, registry.digest],
  ] as const) {
    const found = byDigest.get(digest)
    const stood = found?.id === id && found.inForce !== null && found.inForce < submission.index
    findings.expect(stood, 'submissions', where, `${id} 当时未生效`, `${id} was not in force at its place`)
  }
}

function checkItsReceipt(
  submission: StoredSubmission,
  leaf: LeafFacts | undefined,
  { ledger, gatewayKeys, log, formerLogs, findings }: SubmissionAudit,
): void {
  const where = `submission ${submission.id}`
  findings.looked('receipts')
  try {
    const receipt = checkReceipt(submission.receipt, gatewayKeys)
    const opens = leaf !== undefined && receipt.index === leaf.index && receipt.leafHash === toHex(leaf.hash)
    findings.expect(opens, 'receipts', where, '回执与条目不符', 'the receipt does not open its leaf')
    const { origin, size, root } = parseCheckpoint(parseNote(receipt.checkpoint).text)
    const known = origin === log || formerLogs.some((former) => former.name === origin && size <= former.size)
    const stood = known && same(ledger.rootAt(size), root)
    findings.expect(
      stood,
      'receipts',
      where,
      '回执中的检查点与账本不符',
      "the receipt's checkpoint is not of this ledger",
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    findings.fault('receipts', where, `回执核验未通过：${why}`, `the receipt does not verify: ${why}`, 'signature')
  }
}

async function auditSubmission(
  submission: StoredSubmission,
  replay: ReturnType<typeof openReplayer>,
  audit: SubmissionAudit,
): Promise<SubmissionFacts> {
  const { db, blobs, claims, documents, findings } = audit
  const { id, index, scope, kid } = submission
  const where = `submission ${id}`
  findings.looked('submissions')
  const leaf = claims.claim('submissions', where, index, ['submission'])
  checkItsReceipt(submission, leaf, audit)
  const facts = { id, index, scope, kid, signed: undefined }
  const header = findings.attempt('submissions', where, () => readSubmissionHeader(submission.opening.header))
  if (!header) return facts
  checkColumns(submission, header, leaf, findings)
  checkTrees(submission, header, findings)
  checkReferences(submission, header, audit)
  const original = await auditEvidence(blobs, { submission, header, keys: documents.keys, findings })
  const replayed = original && replay.replay(submission, header, original.bytes)
  await auditSubmissionRecords(db, submission, replayed, findings)
  return { ...facts, signed: original?.signed }
}

/** Audits every submission, in ledger order. */
export async function auditSubmissions(audit: SubmissionAudit): Promise<readonly SubmissionFacts[]> {
  const { db, documents, findings, progress } = audit
  const replay = openReplayer(documents.byDigest, findings)
  const rows = await db.all('SELECT id, idx FROM submission ORDER BY idx')
  const facts: SubmissionFacts[] = []
  for (const [at, row] of rows.entries()) {
    const id = text(row, 'id')
    progress(at, rows.length)
    const submission = await readSubmission(db, id)
    if (submission) facts.push(await auditSubmission(submission, replay, audit))
    else
      findings.fault(
        'submissions',
        `submission ${id}`,
        `账本没有第 ${number(row, 'idx')} 条`,
        `the ledger has no leaf ${number(row, 'idx')}`,
      )
  }
  return facts
}
