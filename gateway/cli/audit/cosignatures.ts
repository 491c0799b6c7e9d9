/** What witnesses have cosigned, as stored: each row's checkpoint is one of this ledger, and its signature the listed witness's. */
import { cosignerVerifier, openCosigned } from '../../ledger/cosignature.ts'
import { equalBytes, toBase64 } from '../../ledger/encoding.ts'
import { type NoteVerifier, parseNote, printNote } from '../../ledger/note.ts'
import { ed25519Verifier, type NoteKey } from '../../ledger/note-ed25519.ts'
import type { CosignatureRow } from '../../ports.ts'
import { readCosignatures } from '../../store/sql/cosignatures.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { LedgerFacts } from './ledger.ts'
import type { Findings } from './report.ts'

/** What they are judged by. `logs` are the ledger's name and key and those it had before; `witnesses` verifier keys as listed. */
export interface CosignaturesToAudit {
  readonly db: Rows
  readonly ledger: LedgerFacts
  readonly logs: readonly NoteKey[]
  readonly witnesses: readonly string[]
  readonly findings: Findings
}

/** Audits the rows. One whose witness is no longer listed is served to nobody, and cannot be checked. */
export async function auditCosignatures({ db, ledger, logs, witnesses, findings }: CosignaturesToAudit): Promise<void> {
  const known = new Map(witnesses.map((key) => [key.split('+', 2).join('+'), cosignerVerifier(key)]))
  const logVerifiers = logs.map((log) => ed25519Verifier(log))
  const rootAt = ledger.roots()
  for (const row of await readCosignatures(db)) {
    const witness = known.get(row.witness)
    if (!witness) {
      findings.unchecked('cosignatures', '见证人已不在名单上', 'its witness is no longer listed')
      continue
    }
    findings.looked('cosignatures')
    const where = `cosignature ${row.witness} ${row.size}`
    findings.attempt('cosignatures', where, () => {
      const { checkpoint, by } = opened(row, logVerifiers, witness)
      const [word] = by
      if (word === undefined || toBase64(word.signature) !== row.signature) {
        findings.fault('cosignatures', where, '联署签名不成立', 'the cosignature does not hold', 'signature')
        return
      }
      const root = rootAt(row.size)
      const same = checkpoint.size === row.size && root !== undefined && equalBytes(checkpoint.root, root)
      findings.expect(same, 'cosignatures', where, '检查点与条目不符', 'its checkpoint is not one of these leaves')
      findings.expect(word.time === row.time, 'cosignatures', where, '时间与签名不符', 'the time is not that signed')
    })
  }
}

/** A row as the note it was taken from. Throws LedgerError. */
function opened(row: CosignatureRow, logs: readonly NoteVerifier[], witness: NoteVerifier) {
  const { text, signatures } = parseNote(row.checkpoint)
  const [own] = logs
  const log = logs.find(({ keyId }) => signatures.some((one) => one.keyId === keyId)) ?? own
  if (!log) throw new TypeError('an audit knows at least one log')
  const line = { name: witness.name, keyId: witness.keyId, signature: Buffer.from(row.signature, 'base64') }
  return openCosigned(printNote({ text, signatures: [...signatures, line] }), log, [witness])
}
