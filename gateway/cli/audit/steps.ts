/** Signed steps as stored: each stream without a gap, every step under the header of its leaf and the signature of a key that counted there. */
import { STEP_TYP, stepHeader } from '../../documents/step.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { assembleDocument, verifyDocument } from '../../identity/document.ts'
import { type KeyRegistry, keyStateAt } from '../../identity/keys.ts'
import type { StoredStep } from '../../ports.ts'
import { readSteps } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { Claims } from './claims.ts'
import type { DocumentFacts } from './documents.ts'
import type { LeafFacts, LedgerFacts } from './ledger.ts'
import type { Findings } from './report.ts'

const PAGE = 2000

/** Every step in ledger order. */
export async function readAllSteps(db: Rows): Promise<readonly StoredStep[]> {
  const steps: StoredStep[] = []
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await readSteps(db, after, PAGE)
    steps.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return steps
    after = last.index
  }
}

/** What the audit of steps works with. */
export interface StepAudit {
  readonly steps: readonly StoredStep[]
  readonly ledger: LedgerFacts
  readonly claims: Claims
  readonly documents: DocumentFacts
  readonly findings: Findings
}

/** The leaf of a step. One that brought a document shares it, and its header was held against both with the document. */
async function leafOf(
  step: StoredStep,
  where: string,
  { claims, ledger, documents, findings }: StepAudit,
): Promise<LeafFacts | undefined> {
  if (documents.places.has(step.index)) {
    const leaf = ledger.leaves.get(step.index)
    const brings = leaf?.type === 'consultation'
    findings.expect(brings, 'steps', where, '条目不是会商稿的条目', 'its leaf is not that of a draft')
    return leaf
  }
  const leaf = claims.claim('steps', where, step.index, ['consultation-step', 'duty'])
  if (leaf?.type !== 'consultation-step' && leaf?.type !== 'duty') return leaf
  const header = await claims.header(step.index)
  findings.expect(
    header === stepHeader(leaf.type, step),
    'steps',
    where,
    '条目抬头与步骤不符',
    "the leaf's header is not of this step",
  )
  return leaf
}

function checkContent(step: StoredStep, where: string, keys: KeyRegistry, findings: Findings): void {
  const { party, kid, payload, digest, index, protected: header, signature } = step
  findings.expect(
    sha256Hex(payload) === digest,
    'steps',
    where,
    '摘要与内容不符',
    'the digest is not that of the payload',
  )
  findings.attempt('steps', where, () => {
    verifyDocument(assembleDocument(payload, [{ protected: header, signature }]), {
      typ: STEP_TYP,
      requiredParties: [party],
      findKey(sent) {
        const key = keys.keys.get(sent)
        return key && sent === kid && keyStateAt(key, index) === 'active' ? key : undefined
      },
    })
  })
}

/** Audits the steps of consultations and duty rosters; a leaf of one that no step stands for is for `claims.finish` to find. */
export async function auditSteps(audit: StepAudit): Promise<void> {
  const { steps, documents, findings } = audit
  const held = new Map<string, number>()
  for (const step of steps) {
    const { stream, n, party, kid, time } = step
    const where = `step ${n} of ${stream}`
    const next = (held.get(stream) ?? 0) + 1
    findings.looked('steps')
    findings.expect(n === next, 'steps', where, `序号应为 ${next}`, `expected it to be step ${next} of its stream`)
    held.set(stream, n)
    const leaf = await leafOf(step, where, audit)
    if (leaf) {
      const by = leaf.party === party && leaf.actor === kid
      findings.expect(by, 'steps', where, '一方或密钥与条目不符', "party or key is not its leaf's")
      findings.expect(leaf.time === time, 'steps', where, '时间与条目不符', "the time is not its leaf's")
    }
    checkContent(step, where, documents.keys, findings)
  }
}
