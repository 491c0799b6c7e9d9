/** The tables that guard appends: a used nonce stays until its signature has expired, and a scope is held by the last submission of it. */

import type { KeyRegistry } from '../../identity/keys.ts'
import { SIGNATURE_LIMITS } from '../../identity/limits.ts'
import { RESERVED_KIDS } from '../../identity/session.ts'
import { number, text } from '../../store/sql/columns.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { LedgerFacts } from './ledger.ts'
import type { Findings } from './report.ts'
import type { SubmissionFacts } from './submissions.ts'

const { skew, nonceMin, nonceMax } = SIGNATURE_LIMITS

/** What is used up without a key: by signing in, and by ending a session. */
const KEYLESS: ReadonlySet<string> = new Set(Object.values(RESERVED_KIDS))

async function auditNonces(
  db: Rows,
  submissions: readonly SubmissionFacts[],
  keys: KeyRegistry,
  ledger: LedgerFacts,
  findings: Findings,
): Promise<void> {
  const used = new Map<string, number>()
  for (const row of await db.all('SELECT kid, nonce, expires FROM nonce')) {
    const [kid, nonce, expires] = [text(row, 'kid'), text(row, 'nonce'), number(row, 'expires')]
    const where = `nonce ${nonce} of ${kid}`
    findings.looked('guards')
    findings.expect(keys.keys.has(kid) || KEYLESS.has(kid), 'guards', where, '密钥未登记', 'its key is not registered')
    // How long it is kept is not bound by the ledger's time: one claimed to sign in comes without a leaf.
    const fits = nonce.length >= nonceMin && nonce.length <= nonceMax
    findings.expect(fits, 'guards', where, '长度不合理', 'its length cannot be')
    used.set(`${kid} ${nonce}`, expires)
  }
  for (const { id, kid, signed } of submissions) {
    if (!signed) continue
    const expires = (signed.until + skew) * 1000
    const kept = used.get(`${kid} ${signed.nonce}`)
    const holds = kept === undefined ? expires < ledger.head.time : kept === expires
    findings.expect(
      holds,
      'guards',
      `submission ${id}`,
      '其 nonce 未按期保留',
      'its nonce is not kept until its signature expires',
    )
  }
}

async function auditScopes(db: Rows, submissions: readonly SubmissionFacts[], findings: Findings): Promise<void> {
  const holders = new Map(submissions.map(({ scope, id }) => [scope, id]))
  for (const row of await db.all('SELECT scope, submission FROM scope')) {
    const scope = text(row, 'scope')
    findings.looked('guards')
    const holds = holders.get(scope) === text(row, 'submission')
    findings.expect(
      holds,
      'guards',
      `scope ${scope}`,
      '不由最后一次报送持有',
      'it is not held by the last submission of it',
    )
    holders.delete(scope)
  }
  for (const [scope, id] of holders)
    findings.fault('guards', `scope ${scope}`, `缺失，应由 ${id} 持有`, `missing; ${id} should hold it`)
}

/** Audits both tables. `submissions` are in ledger order. */
export async function auditGuards(
  db: Rows,
  submissions: readonly SubmissionFacts[],
  keys: KeyRegistry,
  ledger: LedgerFacts,
  findings: Findings,
): Promise<void> {
  await auditNonces(db, submissions, keys, ledger, findings)
  await auditScopes(db, submissions, findings)
}
