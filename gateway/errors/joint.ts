/** What is refused of a joint document that one side has taken back or replaced. */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const JOINT_ERRORS = {
  'document-closed': {
    status: 409,
    title: { zh: '文件已不再等待签署', en: 'Document no longer waits' },
    what: {
      zh: '这份文件已被提出方撤回、已被其另一份文件替代，或双方已签齐；它不再接受签名，也不能再撤回。',
      en: 'Its proposer has withdrawn this document or put another in its place, or both sides have signed it; it takes no more signatures and cannot be withdrawn.',
    },
    fix: {
      zh: '查看文件现状：若已替代，签署现行的一份；若已撤回，由提出方以新的版本号或新的内容重新提出；双方已签齐的契约只能退役。',
      en: 'Look at its state: sign the one that replaced it; after a withdrawal have another proposed, of a new version or other content; a contract that both have signed can only be retired.',
    },
    example: 'POST /v1/contracts/{id}/{version}/retirement/signatures',
  },
  'proposer-only': {
    status: 403,
    title: { zh: '仅提出方可撤回', en: 'For its proposer alone' },
    what: {
      zh: '等待签署的文件只能由提出它的一方撤回，本方不是提出方。',
      en: 'A document that waits for a signature is withdrawn by the side that proposed it, which is not yours.',
    },
    fix: {
      zh: '不同意时不要签署，并请提出方撤回，或提出另一份替代它。',
      en: 'If you do not agree, do not sign, and ask the proposing side to withdraw it or to propose another in its place.',
    },
    example: 'POST /v1/contracts/{id}/{version}/withdrawal',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
