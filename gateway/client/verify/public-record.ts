/** A record as far as a bundle opens it: nothing in it that its contract does not make public. */
import { type JsonValue, parseCanonical } from '../../../contracts/jcs.ts'
import type { JointDocument } from './joint.ts'
import { must } from './report.ts'
import type { OpenedRecord } from './submissions.ts'

/** The members of a JSON object; none of anything else. */
export type Members = ReadonlyMap<string, JsonValue>

/** They. */
export function membersOf(value: JsonValue | undefined): Members {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map<string, JsonValue>(plain ? Object.entries(value) : [])
}

function publicMembers(contract: JointDocument): ReadonlySet<string> {
  const audience = membersOf(membersOf(membersOf(contract.value).get('terms')).get('audience'))
  return new Set([...audience].filter(([, who]) => who === 'public').map(([member]) => member))
}

/** A record as far as it is public, and where it stands. */
export interface PublicRecord extends OpenedRecord {
  readonly members: Members
  /** For messages: submission and position. */
  readonly place: string
}

/** Reads one. Throws CheckFailure. */
export function publicRecord(opened: OpenedRecord): PublicRecord {
  const allowed = publicMembers(opened.contract)
  const place = `${opened.submission}/${opened.position}`
  const value = parseCanonical(opened.publicPart)
  must(value !== undefined, `记录 ${place} 不是规范形式`, `expected the record ${place} in canonical form`)
  const members = membersOf(value)
  const only = [...members.keys()].every((member) => allowed.has(member))
  must(
    only,
    `记录 ${place} 含有契约未公开的成员`,
    `the record ${place} has a member that the contract does not make public`,
  )
  return { ...opened, members, place }
}
