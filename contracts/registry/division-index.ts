/** Finds divisions by code and name as a sender writes them, on the civil day meant; a retired one leads to what took its place, and says so. */
import type { PartyId } from '../types.ts'
import { divisionSpellings } from './division-names.ts'
import { type NearName, nearestNames, plainName } from './names.ts'
import type { Division, DivisionKind, DivisionRegistry } from './types.ts'

/** What a row says of its division. */
export interface DivisionQuery {
  readonly code?: string
  readonly name?: string
  /** The civil day meant, `YYYY-MM-DD` in Asia/Shanghai. Without it the latest state counts, and a code used twice is ambiguous. */
  readonly on?: string
  readonly party?: PartyId
  readonly kinds?: readonly DivisionKind[]
  /** Id of a division it must lie in, such as the 市 of another column. */
  readonly within?: string
}

/**
 * One division in force on the day, `retired` being the one that was named when that had ended; several that fit, or a code and a
 * name that disagree; one that is known but not to exist on that day; or none, with up to three near names.
 */
export type DivisionResolution =
  | { readonly division: Division; readonly retired?: Division }
  | { readonly ambiguous: readonly Division[] }
  | { readonly absent: Division }
  | { readonly nearest: readonly string[] }

/** A register of divisions made ready to look things up in. */
export interface DivisionIndex {
  /** The division meant. Code and name must agree where both are known; a name that is not known leaves the code to decide. */
  resolve(query: DivisionQuery): DivisionResolution
  byId(id: string): Division | undefined
  /** What a division lies in, nearest first. */
  parents(division: Division): readonly Division[]
  /** Whether a division lies in another, at any depth. */
  childOf(division: Division, ancestor: string): boolean
  /** Those in force on a civil day, or now, in the register's order. */
  inForce(query?: Pick<DivisionQuery, 'on' | 'party' | 'kinds' | 'within'>): readonly Division[]
  /** The name, with what it lies in where a name repeats: 市中区(内江市). */
  label(division: Division): string
}

const LONGEST = 200
const indexes = new WeakMap<DivisionRegistry, DivisionIndex>()

/** The index of a register, built once for each. */
export function divisionIndex(registry: DivisionRegistry): DivisionIndex {
  let index = indexes.get(registry)
  if (!index) {
    index = buildIndex(registry)
    indexes.set(registry, index)
  }
  return index
}

function buildIndex({ divisions }: DivisionRegistry): DivisionIndex {
  const ids = new Map(divisions.map((division) => [division.id, division]))
  const codes = new Map<string, Division[]>()
  const full = new Map<string, Division[]>()
  const short = new Map<string, Division[]>()
  const spellings = new Map<Division, readonly string[]>()
  const repeated = new Map<string, number>()
  for (const division of divisions) {
    if (division.code !== null) add(codes, division.code, division)
    const written = divisionSpellings(division, parents(division))
    for (const name of written.full) add(full, name, division)
    for (const name of written.short) add(short, name, division)
    const alone = divisionSpellings(division, [])
    spellings.set(division, [...alone.full, ...alone.short])
    repeated.set(division.name, (repeated.get(division.name) ?? 0) + 1)
  }

  function parents(division: Division): readonly Division[] {
    const found: Division[] = []
    for (let up = division.parent; up !== null; ) {
      const above = ids.get(up)
      if (!above) break
      found.push(above)
      up = above.parent
    }
    return found
  }

  const childOf = (division: Division, ancestor: string): boolean => parents(division).some(({ id }) => id === ancestor)

  function begun({ from }: Division, on: string | undefined): boolean {
    return from === null || on === undefined || from <= on
  }

  /** Where the last day is not established, a division has ended once something that took its place is known to exist. */
  function ended({ to, into }: Division, on: string | undefined): boolean {
    if (to !== null) return on === undefined || to < on
    return into.some((id) => {
      const next = ids.get(id)
      return next !== undefined && begun(next, on)
    })
  }

  const stands = (division: Division, on: string | undefined): boolean => begun(division, on) && !ended(division, on)

  function successors(division: Division, on: string | undefined): Division[] {
    const next = division.into.flatMap((id) => ids.get(id) ?? [])
    return [...new Set(next.flatMap((one) => (stands(one, on) ? [one] : successors(one, on))))]
  }

  function settle(found: readonly Division[], on: string | undefined): DivisionResolution {
    const standing = found.filter((division) => stands(division, on))
    const [only, ...more] = standing
    if (only) return more.length > 0 ? { ambiguous: standing } : { division: only }
    const after = found.flatMap((retired) => successors(retired, on).map((division) => ({ division, retired })))
    const [next] = after
    if (next && after.every(({ division }) => division === next.division)) return next
    if (next) return { ambiguous: [...new Set(after.map(({ division }) => division))] }
    const [known, ...others] = found
    return known && others.length === 0 ? { absent: known } : { ambiguous: found }
  }

  function settleCode(found: readonly Division[], on: string | undefined): DivisionResolution {
    return on === undefined && found.length > 1 ? { ambiguous: found } : settle(found, on)
  }

  function fits(division: Division, { party, kinds, within }: DivisionQuery): boolean {
    return (
      (party === undefined || division.party === party) &&
      (kinds === undefined || kinds.includes(division.kind)) &&
      (within === undefined || childOf(division, within))
    )
  }

  function named(name: string, query: DivisionQuery): readonly Division[] {
    const fitting = (found: readonly Division[] = []) => found.filter((division) => fits(division, query))
    const whole = fitting(full.get(name))
    return whole.length > 0 ? whole : fitting(short.get(name))
  }

  function label(division: Division): string {
    const [above] = parents(division)
    return above && (repeated.get(division.name) ?? 0) > 1 ? `${division.name}(${above.name})` : division.name
  }

  function near(name: string, query: DivisionQuery): readonly string[] {
    const among: NearName[] = divisions
      .filter((division) => fits(division, query) && stands(division, query.on))
      .map((division) => ({ label: label(division), spellings: spellings.get(division) ?? [] }))
    return nearestNames(name, among)
  }

  return {
    resolve(query) {
      const { code, on } = query
      const name = query.name === undefined || query.name.length > LONGEST ? undefined : plainName(query.name)
      const coded = (codes.get(code?.trim() ?? '') ?? []).filter((division) => fits(division, query))
      const called = name === undefined ? [] : named(name, query)
      if (coded.length === 0) {
        return called.length > 0 ? settle(called, on) : { nearest: name === undefined ? [] : near(name, query) }
      }
      if (called.length === 0) return settleCode(coded, on)
      const both = coded.filter((division) => called.includes(division))
      if (both.length > 0) return settle(both, on)
      const byCode = settleCode(coded, on)
      const byName = settle(called, on)
      const agree = 'division' in byCode && 'division' in byName && byCode.division === byName.division
      return agree ? byCode : { ambiguous: [...coded, ...called] }
    },
    byId: (id) => ids.get(id),
    parents,
    childOf,
    inForce: (query = {}) => divisions.filter((division) => fits(division, query) && stands(division, query.on)),
    label,
  }
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
