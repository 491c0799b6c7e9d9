/** Which stored row stands for each leaf: every leaf has one, of its kind, and none has two. */
import { equalBytes } from '../../ledger/encoding.ts'
import type { LeafType } from '../../ports.ts'
import { text } from '../../store/sql/columns.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { LeafFacts, LedgerFacts } from './ledger.ts'
import type { AuditCheckId, Findings } from './report.ts'

/** Leaves as rows claim them. */
export interface Claims {
  /** The leaf of a row, of one of these types; a fault and undefined when there is no such leaf or another row has it. */
  claim(check: AuditCheckId, where: string, index: number, types: readonly LeafType[]): LeafFacts | undefined
  /** The header a leaf's commitment opens to, or undefined. */
  header(index: number): Promise<string | undefined>
  /** Leaves that no row stands for are faults. */
  finish(): void
}

/** No leaf claimed yet. */
export function openClaims(db: Rows, { leaves }: LedgerFacts, findings: Findings): Claims {
  const claimed = new Map<number, string>()
  return {
    claim(check, where, index, types) {
      const leaf = leaves.get(index)
      const fits = leaf !== undefined && types.includes(leaf.type)
      if (!findings.expect(fits, check, where, `账本第 ${index} 条不是其条目`, `leaf ${index} is not of its kind`))
        return undefined
      const other = claimed.get(index)
      findings.expect(
        other === undefined,
        check,
        where,
        `与 ${other} 同占第 ${index} 条`,
        `shares leaf ${index} with ${other}`,
      )
      claimed.set(index, where)
      return leaf
    },
    async header(index) {
      const [row] = await db.all('SELECT header FROM leaf WHERE idx = ?', [index])
      return row && text(row, 'header')
    },
    finish() {
      for (const { index, type } of leaves.values()) {
        if (claimed.has(index)) continue
        findings.fault(checkOf(type), `leaf ${index}`, `没有与之对应的 ${type}`, `no stored ${type} stands for it`)
      }
    },
  }
}

function checkOf(type: LeafType): AuditCheckId {
  if (type === 'submission') return 'submissions'
  if (type === 'consultation-step' || type === 'duty') return 'steps'
  return type === 'keys' ? 'keys' : 'documents'
}

/** Whether two byte strings are there and the same. */
export function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && equalBytes(one, other)
}
