/**
 * Edits by If-Match (RFC 9110 §13.1.1): a step that names the ETag its signer read is refused once the consultation is another. A tag is the state, a dot, and
 * the digest of the answer it came with. The answer also tells the clock's doing (reminders, who is on duty), which moves no state: If-Match looks at the
 * first half alone, If-None-Match at both.
 */
import { createHash } from 'node:crypto'
import { canonical } from '../../../contracts/jcs.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import type { ReleaseEntry } from '../releases.ts'
import type { Consultation } from './consultations.ts'
import { isOvertaken, releaseOf } from './outcome.ts'
import { prepared } from './prepared.ts'
import { isAgreed } from './state.ts'

const CHARACTERS = 16
const TAG = /^"([\w-]+)\.[\w-]+"$/

/** The digest of the bytes agreed, or on the table; null where there are none to read. */
async function digestOf(
  gateway: Gateway,
  found: Consultation,
  releases: readonly ReleaseEntry[],
): Promise<string | null> {
  const agreed = isAgreed(found.state) ? releaseOf(found, releases)?.document : undefined
  if (agreed) return agreed.digest
  try {
    return (await prepared(gateway, found)).frozen.digest
  } catch (error) {
    if (error instanceof Problem && error.code === 'contract-not-in-force') return null
    throw error
  }
}

/** The state by a short name: another one after every step and signature, when what would be signed is other bytes, or when it was overtaken. */
export async function stateTag(gateway: Gateway, found: Consultation): Promise<string> {
  const releases = await gateway.releases.all()
  const signatures = releaseOf(found, releases)?.document.signatures.length ?? 0
  const digest = await digestOf(gateway, found, releases)
  const state = canonical([found.id, found.state.steps, signatures, digest, isOvertaken(found, releases)])
  return createHash('sha256').update(state).digest('base64url').slice(0, CHARACTERS)
}

/** The ETag of an answer about a consultation in that state. */
export function etagOf(state: string, body: string): string {
  return `"${state}.${createHash('sha256').update(body).digest('base64url').slice(0, CHARACTERS)}"`
}

/** The states that an If-Match header names; null for `*`, which any will do. What is no strong tag of ours names none. */
function statesIn(header: string): readonly string[] | null {
  if (header.trim() === '*') return null
  return header.split(',').flatMap((one) => TAG.exec(one.trim())?.[1] ?? [])
}

/** Holds a request to the state its sender read; `found` is null for what is yet to begin. Throws Problem `etag-moved`. */
export async function mustMatch(gateway: Gateway, found: Consultation | null, header: string | null): Promise<void> {
  const states = header === null ? null : statesIn(header)
  if (states === null) return
  if (found && states.includes(await stateTag(gateway, found))) return
  throw new Problem('etag-moved', { value: String(found?.state.steps ?? 0) })
}
