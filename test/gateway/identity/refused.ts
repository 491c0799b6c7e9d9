/** What a refusal says, for tests: its code, or the whole of it. */
import { IdentityError } from '../../../gateway/identity/error.ts'

/** The IdentityError an action throws; a test fails when it throws none, or another. */
export function refusalOf(action: () => unknown): IdentityError {
  try {
    action()
  } catch (error) {
    if (error instanceof IdentityError) return error
    throw error
  }
  throw new Error('expected a refusal, got none')
}

/** The code of the IdentityError an action throws. */
export function codeOf(action: () => unknown): string {
  return refusalOf(action).code
}
