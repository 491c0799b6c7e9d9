/** How much one step of a consultation may hold. */
export const CONSULTATION_LIMITS = {
  /** Characters of a comment, objection, reason, hand-over or statement. */
  text: 2000,
  /** Characters of the name of a cell, a file, a consultation or a key. */
  name: 200,
  /** Bytes of a file to attach that a page hashes in a browser; only its digest is ever sent. */
  file: 256 * 1024 * 1024,
  /** Cells one step may revise. */
  edits: 1000,
  /** Steps of one consultation. */
  steps: 5000,
  /** Bytes of a step's payload. */
  step: 512 * 1024,
} as const
