/** What an audit comes to: a fixed list of checks, how much each looked at, and what it found wrong, in both languages. */
import type { Bilingual } from '../../../contracts/types.ts'
import { IdentityError } from '../../identity/error.ts'
import { LedgerError } from '../../ledger/error.ts'

const TITLES = {
  database: { zh: '数据库文件与结构', en: 'Database file and schema' },
  leaves: { zh: '账本条目：字节、散列、位置与时间', en: 'Ledger leaves: bytes, hash, place and time' },
  openings: { zh: '条目承诺由抬头与盐重算', en: 'Commitments recomputed from header and salt' },
  tiles: { zh: '账本分片', en: 'Ledger tiles' },
  checkpoint: { zh: '树根与检查点', en: 'Root and checkpoint' },
  cosignatures: { zh: '见证人的联署', en: 'Cosignatures of witnesses' },
  keys: { zh: '密钥清单与条目行为人', en: "Key lists, and each leaf's actor" },
  documents: { zh: '契约、登记册与发布的内容及签名', en: 'Contracts, registers and releases: content and signatures' },
  steps: {
    zh: '会商与值班的各步：次序、内容及签名',
    en: 'Steps of consultations and duty rosters: order, content and signatures',
  },
  submissions: {
    zh: '报送批次：行数、拒收与接收树',
    en: 'Submissions: row counts, trees of accepted and rejected rows',
  },
  evidence: { zh: '原始文件与随附的请求签名', en: 'Originals and the request signatures they came with' },
  replay: { zh: '由原始文件重新规范化', en: 'Originals normalised again' },
  receipts: { zh: '回执', en: 'Receipts' },
  records: { zh: '记录：叶与修订', en: 'Records: leaves and revisions' },
  guards: { zh: '防重放与幂等表', en: 'Tables against replay and for idempotency' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** A check by its stable name, in the order they are listed. */
export type AuditCheckId = keyof typeof TITLES

const ORDER: readonly AuditCheckId[] = [
  'database',
  'leaves',
  'openings',
  'tiles',
  'checkpoint',
  'cosignatures',
  'keys',
  'documents',
  'steps',
  'submissions',
  'evidence',
  'replay',
  'receipts',
  'records',
  'guards',
]

/** One thing found wrong. `where` names a leaf, submission, document or record. */
export interface Fault extends Bilingual {
  readonly where: string
  readonly kind: 'data' | 'signature'
}

/** One check. `count` is how many things were looked at, `faults` the first of `found`; `unchecked` could not be looked at, for the reason given. */
export interface AuditCheck {
  readonly id: AuditCheckId
  readonly title: Bilingual
  readonly ok: boolean
  readonly count: number
  readonly found: number
  readonly faults: readonly Fault[]
  readonly unchecked: number
  readonly reason?: Bilingual
}

/** The whole audit. `damage` is null when it is clean; a signature that fails outweighs other damage. */
export interface AuditReport {
  readonly ok: boolean
  readonly damage: Fault['kind'] | null
  readonly size: number
  readonly checks: readonly AuditCheck[]
}

/** How many faults of one check are kept. */
export const FAULTS_KEPT = 50

interface Tally {
  count: number
  found: number
  unchecked: number
  readonly faults: Fault[]
  reason?: Bilingual
}

/** Findings as they are made. */
export interface Findings {
  /** So many more things looked at. */
  looked(id: AuditCheckId, count?: number): void
  fault(id: AuditCheckId, where: string, zh: string, en: string, kind?: Fault['kind']): void
  /** A fault unless the condition holds; tells whether it does. */
  expect(holds: boolean, id: AuditCheckId, where: string, zh: string, en: string): boolean
  /** Something that cannot be checked here, which is no fault. */
  unchecked(id: AuditCheckId, zh: string, en: string): void
  /** What `work` returns; what it throws becomes a fault, and gives undefined. */
  attempt<T>(id: AuditCheckId, where: string, work: () => T): T | undefined
  report(size: number): AuditReport
}

const SIGNATURE_CODES: ReadonlySet<string> = new Set(['note-signature', 'note-unsigned'])

/** What was thrown, as a fault. */
export function faultOf(error: unknown, where: string): Fault {
  if (error instanceof IdentityError) return { where, kind: 'signature', ...error.detail }
  const en = error instanceof Error ? error.message : String(error)
  const signature = error instanceof LedgerError && SIGNATURE_CODES.has(error.code)
  return { where, kind: signature ? 'signature' : 'data', zh: `内容不符：${en}`, en }
}

/** Findings of which there are none yet. */
export function openFindings(): Findings {
  const tallies = new Map<string, Tally>()
  const kinds = new Set<Fault['kind']>()
  const tally = (id: AuditCheckId): Tally => {
    const known = tallies.get(id) ?? { count: 0, found: 0, unchecked: 0, faults: [] }
    tallies.set(id, known)
    return known
  }
  const add = (id: AuditCheckId, fault: Fault): void => {
    const to = tally(id)
    to.found++
    kinds.add(fault.kind)
    if (to.faults.length < FAULTS_KEPT) to.faults.push(fault)
  }
  const findings: Findings = {
    looked(id, count = 1) {
      tally(id).count += count
    },
    fault: (id, where, zh, en, kind = 'data') => add(id, { where, kind, zh, en }),
    expect(holds, id, where, zh, en) {
      if (!holds) add(id, { where, kind: 'data', zh, en })
      return holds
    },
    unchecked(id, zh, en) {
      const to = tally(id)
      to.unchecked++
      to.reason ??= { zh, en }
    },
    attempt(id, where, work) {
      try {
        return work()
      } catch (error) {
        add(id, faultOf(error, where))
        return undefined
      }
    },
    report(size) {
      const damage = kinds.has('signature') ? 'signature' : kinds.has('data') ? 'data' : null
      const checks = ORDER.map((id) => {
        const { count, found, faults, unchecked, reason } = tally(id)
        return {
          id,
          title: TITLES[id],
          ok: found === 0,
          count,
          found,
          faults,
          unchecked,
          ...(reason ? { reason } : {}),
        }
      })
      return { ok: damage === null, damage, size, checks }
    },
  }
  return findings
}
