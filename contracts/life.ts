/** The life of a contract's versions: proposed, withdrawn, agreed, in force, superseded, retired; by civil days of Asia/Shanghai. */

/** Where a version stands on a day. `withdrawn`: taken back before both had signed; `agreed`: signed by both, and not yet effective. */
const CONTRACT_STATES = ['proposed', 'withdrawn', 'agreed', 'in-force', 'superseded', 'retired'] as const
/** One of `CONTRACT_STATES`. */
export type ContractState = (typeof CONTRACT_STATES)[number]

/** What a version's state follows from. Days are `YYYY-MM-DD`. */
export interface VersionLife {
  readonly version: string
  /** Whether both parties have signed. */
  readonly signed: boolean
  /** Whether the side that proposed it took it back before the other signed. */
  readonly withdrawn?: boolean
  /** Its first day; null for the day both have signed. */
  readonly effective: string | null
  /** Last day on which the versions before it still count beside it; null for none. */
  readonly transition: string | null
  /** First day on which it no longer counts, as a retirement says that both have signed; null while there is none. */
  readonly retired: string | null
}

/** Version numbers by precedence (Semantic Versioning 2.0.0 §11), lowest first. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.split('.').map(Number))
  for (const at of [0, 1, 2]) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Where a version stands on a day among all versions of its contract. A newer one supersedes it once effective, and for good. */
export function stateOn(life: VersionLife, all: readonly VersionLife[], day: string): ContractState {
  const begun = (one: VersionLife): boolean => one.signed && (one.effective === null || one.effective <= day)
  if (!life.signed) return life.withdrawn ? 'withdrawn' : 'proposed'
  if (life.retired !== null && life.retired <= day) return 'retired'
  if (!begun(life)) return 'agreed'
  const ousted = all.some(
    (other) =>
      compareVersions(other.version, life.version) > 0 &&
      begun(other) &&
      (other.transition === null || other.transition < day),
  )
  return ousted ? 'superseded' : 'in-force'
}

const OFFSET = 8 * 3_600_000

/** The civil day of Asia/Shanghai at an instant (ms). */
export function civilDay(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(0, 10)
}
