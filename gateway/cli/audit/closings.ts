/** Documents taken back or replaced: each was its proposer's to close, waited when it was closed, and took no signature after. */
import { closingOf, proposerOf } from '../../documents/closing.ts'
import { attemptOf, retirementId } from '../../documents/retirement.ts'
import { readWithdrawal, withdrawnId } from '../../documents/withdrawal.ts'
import type { StoredDocument } from '../../ports.ts'
import type { Findings } from './report.ts'

type Documents = ReadonlyMap<string, StoredDocument>

/** What closed a document, held against that document. */
function checkClosed(closed: StoredDocument, by: StoredDocument, findings: Findings): void {
  const { id, signatures, inForce } = closed
  const expect = (holds: boolean, zh: string, en: string): boolean => findings.expect(holds, 'documents', by.id, zh, en)
  expect(inForce === null, `${id} 双方已签齐`, `both sides have signed ${id}`)
  const late = signatures.some(({ index }) => index >= by.index)
  expect(!late && closed.index < by.index, `${id} 关闭之后又有签名`, `${id} was signed after it was closed`)
}

function checkWithdrawal(withdrawal: StoredDocument, documents: Documents, findings: Findings): void {
  const closed = documents.get(withdrawnId(withdrawal.id))
  const known = closed?.kind === 'contract' || closed?.kind === 'registry' || closed?.kind === 'retirement'
  if (
    !findings.expect(known, 'documents', withdrawal.id, '所撤回的文件不存在', 'the document it withdraws is not there')
  )
    return
  if (!closed) return
  const said = findings.attempt('documents', withdrawal.id, () => readWithdrawal(JSON.parse(withdrawal.payload)))
  if (!said) return
  const expect = (holds: boolean, zh: string, en: string): boolean =>
    findings.expect(holds, 'documents', withdrawal.id, zh, en)
  expect(
    said.document.digest === closed.digest,
    '摘要与所撤回的文件不符',
    'it names another digest than the document has',
  )
  expect(proposerOf(closed) === proposerOf(withdrawal), '撤回方不是提出方', 'it is not by the side that proposed')
  checkClosed(closed, withdrawal, findings)
}

function checkReplacement(retirement: StoredDocument, documents: Documents, findings: Findings): void {
  const place = attemptOf(retirement.id)
  if (!place || place.attempt === 1) return
  const before = documents.get(retirementId(place.contract, place.version, place.attempt - 1))
  if (
    !findings.expect(
      before !== undefined,
      'documents',
      retirement.id,
      '前一份退役文件缺失',
      'the one before is not there',
    )
  )
    return
  if (!before) return
  checkClosed(before, retirement, findings)
  const withdrawn = closingOf(documents, before.id)?.status === 'withdrawn'
  const fits = withdrawn
    ? retirement.supersedes === null
    : retirement.supersedes === before.id && proposerOf(before) === proposerOf(retirement)
  findings.expect(
    fits,
    'documents',
    retirement.id,
    '不是提出方所作的替代',
    'it replaces one that another side proposed',
  )
}

/** Audits withdrawals, and retirements proposed in place of others. */
export function auditClosings(list: readonly StoredDocument[], findings: Findings): void {
  const documents = new Map(list.map((document) => [document.id, document]))
  for (const document of list) {
    if (document.kind === 'withdrawal') checkWithdrawal(document, documents, findings)
    if (document.kind === 'retirement') checkReplacement(document, documents, findings)
  }
}
