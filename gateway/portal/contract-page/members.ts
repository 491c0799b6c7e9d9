/** JSON of unknown form, read a step at a time: what is not there is empty. */

/** A JSON object as read. */
export type Members = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The members of an object, none of anything else. */
export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {}
}

/** The list, empty for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
