/** The audit of a gateway's own store, from the bytes of the ledger to the last record; reads only, in one transaction. */
import type { GatewayKeys } from '../../client/gateway-keys.ts'
import type { RootKey } from '../../identity/keys.ts'
import { ed25519Verifier, type NoteKey } from '../../ledger/note-ed25519.ts'
import type { BlobStore } from '../../ports.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { openClaims } from './claims.ts'
import { auditCosignatures } from './cosignatures.ts'
import { auditSqlite } from './database.ts'
import { auditDocuments } from './documents.ts'
import { auditGuards } from './guards.ts'
import { auditLedger } from './ledger.ts'
import { type AuditReport, type Findings, faultOf, openFindings } from './report.ts'
import { auditRevisions } from './revisions.ts'
import { auditSteps, readAllSteps } from './steps.ts'
import { auditSubmissions } from './submissions.ts'

/** What to audit, and by which keys: the roots and the gateway's own public keys come from its configuration, not from the store. */
export interface AuditOptions {
  readonly db: Rows
  /** Audits what is peculiar to its kind of database, as of which the rest is then read; SQLite's file when nothing is said. */
  readonly auditDatabase?: (db: Rows, findings: Findings) => Promise<void>
  readonly blobs: BlobStore
  readonly roots: readonly RootKey[]
  readonly gatewayKeys: GatewayKeys
  readonly log: NoteKey
  /** Names the log had before, and how many leaves it then had; their keys are among the gateway's. */
  readonly formerLogs?: readonly (NoteKey & { readonly size: number })[]
  /** Verifier keys of the witnesses it lists. */
  readonly witnesses?: readonly string[]
  readonly progress?: (done: number, of: number) => void
}

/** Audits a store. What is wrong with it is in the report; a failure to read on ends the audit there and is in the report too. */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  const { db, blobs, roots, gatewayKeys, log, formerLogs = [], witnesses = [] } = options
  const { auditDatabase = auditSqlite, progress = () => undefined } = options
  const findings = openFindings()
  let size = 0
  try {
    await auditDatabase(db, findings)
    const ledger = await auditLedger(db, ed25519Verifier(log), findings)
    size = ledger.head.size
    await auditCosignatures({ db, ledger, logs: [log, ...formerLogs], witnesses, findings })
    const claims = openClaims(db, ledger, findings)
    const steps = await readAllSteps(db)
    const byPlace = new Map(steps.map((step) => [step.index, step]))
    const documents = await auditDocuments({ db, ledger, claims, roots, steps: byPlace, findings })
    await auditSteps({ steps, ledger, claims, documents, findings })
    const submissions = await auditSubmissions({
      ...{ db, blobs, ledger, claims, documents, gatewayKeys, findings, progress },
      log: log.name,
      formerLogs,
    })
    claims.finish()
    await auditRevisions(db, findings)
    await auditGuards(db, submissions, documents.keys, ledger, findings)
  } catch (error) {
    const { zh, en } = faultOf(error, 'store')
    findings.fault('database', 'store', `无法继续读取：${zh}`, `cannot be read on: ${en}`)
  }
  return findings.report(size)
}
