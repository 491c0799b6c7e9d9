/** What the error table says about one code; the page at its problem type (RFC 9457 §3.1.1) prints it. */
import type { Bilingual } from '../../contracts/types.ts'

/** One failure: `what` happened, how to `fix` it, and a request, header or cell that brings it about. */
export interface ErrorRow {
  /** The HTTP status, 4xx or 5xx; that of a rejected row is 422. */
  readonly status: number
  readonly title: Bilingual
  readonly what: Bilingual
  readonly fix: Bilingual
  readonly example?: string
}
