/** What verifying a bundle comes to: a fixed list of checks, each with its outcome and, where it fails, the reason in both languages. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import { IdentityError } from '../../identity/error.ts'
import { LedgerError } from '../../ledger/error.ts'

const TITLES = {
  form: { zh: '文件形式', en: 'Form of the file' },
  trust: { zh: '信任文件', en: 'Trust file' },
  checkpoint: { zh: '账本检查点', en: 'Ledger checkpoint' },
  leaves: { zh: '账本条目与包含证明', en: 'Ledger leaves and their proofs' },
  keys: { zh: '双方密钥清单', en: "Both sides' key lists" },
  contract: { zh: '双方签署的契约', en: 'Contract signed by both sides' },
  registry: { zh: '双方签署的登记册', en: 'Register signed by both sides' },
  release: { zh: '双方签署的联合发布', en: 'Release signed by both sides' },
  submissions: { zh: '所依据的报送批次', en: 'Submissions it derives from' },
  derivation: { zh: '所依据的记录', en: 'Records it derives from' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** A check by its stable name, in the order they are made. */
export type CheckId = keyof typeof TITLES

/** `consistent`: holds within the bundle, but nobody known vouches for its signers, since no trust file was given. */
export type CheckState = 'ok' | 'failed' | 'consistent' | 'not-checked'

/** One line of the tick list. */
export interface Check {
  readonly id: CheckId
  readonly title: Bilingual
  readonly state: CheckState
  /** Whether the state is `ok`. */
  readonly ok: boolean
  readonly detail?: Bilingual
}

/** One party's signature on the release. `operator` is the post of the signer, null for an agency's machine; `time` the leaf's, UTC. */
export interface Signer {
  readonly party: PartyId
  readonly agency: string
  readonly operator: string | null
  readonly kid: string
  readonly index: number
  readonly time: string
}

/** The release as its signed bytes say; `digest` is the hexadecimal SHA-256 of the payload. */
export interface VerifiedRelease {
  readonly id: string
  readonly title: Bilingual
  readonly label: Bilingual
  readonly period: { readonly start: string; readonly end: string }
  readonly digest: string
  readonly supersedes: string | null
  readonly signers: readonly Signer[]
  readonly ledger: { readonly origin: string; readonly size: number }
  readonly records: number
  /** How many of them are there by their commitment alone, since they may no longer be shown; 0 where that was not checked. */
  readonly withheld: number
  /** Witnesses of the trust file that had cosigned the ledger it is proven in, and when (UTC); absent where none had. */
  readonly witnesses?: readonly { readonly name: string; readonly time: string }[]
}

/** `ok` only when every check is; `sandbox` as the release says, null when it was not read; `release` once its signatures are consistent. */
export interface VerifyReport {
  readonly ok: boolean
  readonly sandbox: boolean | null
  readonly checks: readonly Check[]
  readonly release?: VerifiedRelease
}

/** A check that does not hold, and why. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure'
  readonly detail: Bilingual

  constructor(zh: string, en: string) {
    super(en)
    this.detail = { zh, en }
  }
}

/** Throws CheckFailure unless the condition holds. */
export function must(condition: boolean, zh: string, en: string): asserts condition {
  if (!condition) throw new CheckFailure(zh, en)
}

/** The checks as they are made. */
export interface Checklist {
  /** Makes a check; what it throws is its failure, which is passed on. With `unconfirmed` a success counts only as consistent. */
  run<T>(id: CheckId, work: () => T, unconfirmed?: Bilingual): T
  fail(id: CheckId, detail: Bilingual): void
  /** Whether none has failed so far. */
  holds(): boolean
  checks(): readonly Check[]
}

const ORDER: readonly CheckId[] = [
  'form',
  'trust',
  'checkpoint',
  'leaves',
  'keys',
  'contract',
  'registry',
  'release',
  'submissions',
  'derivation',
]

/** A checklist of which nothing is checked yet. */
export function openChecklist(): Checklist {
  const made = new Map<CheckId, { state: CheckState; detail?: Bilingual }>()
  return {
    run(id, work, unconfirmed) {
      try {
        const result = work()
        made.set(id, unconfirmed ? { state: 'consistent', detail: unconfirmed } : { state: 'ok' })
        return result
      } catch (error) {
        made.set(id, { state: 'failed', detail: detailOf(error) })
        throw error
      }
    },
    fail(id, detail) {
      made.set(id, { state: 'failed', detail })
    },
    holds: () => [...made.values()].every(({ state }) => state !== 'failed'),
    checks: () =>
      ORDER.map((id) => {
        const { state, detail } = made.get(id) ?? { state: 'not-checked' }
        return { id, title: TITLES[id], state, ok: state === 'ok', ...(detail ? { detail } : {}) }
      }),
  }
}

/** Why a check failed, in both languages. */
export function detailOf(error: unknown): Bilingual {
  if (error instanceof CheckFailure || error instanceof IdentityError) return error.detail
  const en = error instanceof Error ? error.message : String(error)
  return { zh: error instanceof LedgerError ? `账本数据不符（${error.code}）：${en}` : `内容不符：${en}`, en }
}
