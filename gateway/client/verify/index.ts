/** The offline verifier of proof bundles and receipts. */
export { verifyBundle } from './bundle.ts'
export { BUNDLE_LIMITS } from './limits.ts'
export { type ReceiptFacts, type ReceiptReport, type ReceiptTrust, verifyReceipt } from './receipt.ts'
export type { Check, CheckId, CheckState, Signer, VerifiedRelease, VerifyReport } from './report.ts'
export { readTrust, type Trust } from './trust.ts'
