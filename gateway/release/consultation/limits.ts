/** How much one step of a consultation may hold. */
export const CONSULTATION_LIMITS = {
  /** Characters of a comment, objection, reason or hand-over. */
  text: 2000,
  /** Cells one step may revise. */
  edits: 1000,
  /** Steps of one consultation. */
  steps: 5000,
  /** Bytes of a step's payload. */
  step: 512 * 1024,
} as const
