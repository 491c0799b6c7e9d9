/** Finds sections by name, station number and river as a sender writes them; a name alone never decides between rivers or sides. */
import type { PartyId } from '../types.ts'
import { type NearName, nearestNames, plainName } from './names.ts'
import type { River, Section, SectionRegistry } from './types.ts'

/** What a row says of its section, and whose row it is. */
export interface SectionQuery {
  readonly party: PartyId
  readonly name?: string
  readonly mn?: string
  readonly river?: string
}

/**
 * One section (which may be the other side's: see its `party` and `transboundary`); several that fit, or a name and a station number
 * that disagree; or none, with up to three near names.
 */
export type Resolution =
  | { readonly section: Section }
  | { readonly ambiguous: readonly Section[] }
  | { readonly nearest: readonly string[] }

/** A register made ready to look things up in. */
export interface SectionIndex {
  /**
   * The section meant: the sender's own of that name first, then the other side's transboundary ones, then the other side's others.
   * A river sent must be the section's own, by any name, or one it flows into; a river the register does not know decides nothing.
   */
  resolve(query: SectionQuery): Resolution
  byId(id: string): Section | undefined
  /** A river by id, title or alias, of either side. */
  river(name: string): River | undefined
  /** The Chinese name of a section's river; null when not established. */
  riverName(section: Section): string | null
  /** Whether a name means the river the section is known to lie on. */
  sameRiver(name: string, section: Section): boolean
  /** The sections of a river whose place along it is established, uppermost first. */
  along(riverId: string): readonly Section[]
  /** The next sections up and down the same river, where established. */
  neighbours(section: Section): { readonly upstream: Section | null; readonly downstream: Section | null }
}

const LONGEST = 200
const indexes = new WeakMap<SectionRegistry, SectionIndex>()

/** The index of a register, built once for each. */
export function sectionIndex(registry: SectionRegistry): SectionIndex {
  let index = indexes.get(registry)
  if (!index) {
    index = buildIndex(registry)
    indexes.set(registry, index)
  }
  return index
}

function buildIndex(registry: SectionRegistry): SectionIndex {
  const ids = new Map(registry.sections.map((section) => [section.id, section]))
  const rivers = new Map(registry.rivers.map((river) => [river.id, river]))
  const riverNames = new Map<string, River>()
  for (const river of registry.rivers) {
    for (const name of [...river.aliases, river.title.zh, river.id]) riverNames.set(plainName(name), river)
  }
  const numbers = new Map<string, Section>()
  const names = new Map<string, Section[]>()
  const withRiver = new Map<string, Section[]>()
  for (const section of registry.sections) {
    if (section.mn !== null) numbers.set(section.mn, section)
    for (const spelling of spellingsOf(section)) add(names, spelling, section)
    const river = section.river === null ? undefined : rivers.get(section.river)
    for (const prefix of river ? [river.title.zh, ...river.aliases] : []) {
      for (const spelling of spellingsOf(section)) add(withRiver, plainName(prefix) + spelling, section)
    }
  }
  const near: Record<PartyId, readonly NearName[]> = {
    cq: nearNames(registry, 'cq'),
    sc: nearNames(registry, 'sc'),
  }
  const courses = new Map<string, Section[]>()
  for (const section of registry.sections) {
    if (section.river !== null && section.order !== null) add(courses, section.river, section)
  }
  for (const course of courses.values()) course.sort((left, right) => (left.order ?? 0) - (right.order ?? 0))

  const along = (riverId: string): readonly Section[] => courses.get(riverId) ?? []
  const river = (name: string): River | undefined =>
    name.length > LONGEST ? undefined : (rivers.get(name) ?? riverNames.get(plainName(name)))

  function fitsRiver(section: Section, sent: River): boolean {
    if (section.river === null) return true
    for (let next: string | null | undefined = section.river; next; next = rivers.get(next)?.into) {
      if (next === sent.id) return true
    }
    return false
  }

  function byName(party: PartyId, name: string, sent: River | undefined): Resolution {
    const plain = plainName(name)
    const all = names.get(plain) ?? withRiver.get(plain) ?? []
    const fitting = sent ? all.filter((section) => fitsRiver(section, sent)) : all
    for (const tier of TIERS) {
      const found = fitting.filter((section) => tier(section, party))
      const exact = sent ? found.filter((section) => section.river === sent.id) : []
      const [only, ...others] = exact.length > 0 ? exact : found
      if (only) return others.length > 0 ? { ambiguous: [only, ...others] } : { section: only }
    }
    if (all.length > 0) return { nearest: all.map((section) => labelWithRiver(section, rivers)) }
    return { nearest: nearestNames(plain, near[party]) }
  }

  return {
    resolve({ party, name, mn, river: riverSent }) {
      const numbered = mn === undefined ? undefined : byNumber(numbers, mn)
      if (name === undefined || name.length > LONGEST) return numbered ? { section: numbered } : { nearest: [] }
      const sent = riverSent === undefined ? undefined : river(riverSent)
      if (!numbered) return byName(party, name, sent)
      const plain = plainName(name)
      const named = names.get(plain) ?? withRiver.get(plain) ?? []
      return named.length === 0 || named.includes(numbered)
        ? { section: numbered }
        : { ambiguous: [numbered, ...named] }
    },
    byId: (id) => ids.get(id),
    river,
    riverName: (section) => (section.river === null ? null : (rivers.get(section.river)?.title.zh ?? null)),
    sameRiver: (name, section) => section.river !== null && river(name)?.id === section.river,
    along,
    neighbours(section) {
      const course = section.river === null ? [] : along(section.river)
      const at = course.findIndex(({ id }) => id === section.id)
      if (at < 0) return { upstream: null, downstream: null }
      return { upstream: course[at - 1] ?? null, downstream: course[at + 1] ?? null }
    },
  }
}

const TIERS: readonly ((section: Section, party: PartyId) => boolean)[] = [
  (section, party) => section.party === party,
  (section, party) => section.party !== party && section.transboundary !== null,
  (section, party) => section.party !== party && section.transboundary === null,
]

/** HJ 212-2017 gives a station number 24 characters; devices fill the published one up with zeros. */
const PADDED = 24

/** The section of a station number: as published, or filled up with zeros and nothing else, `A500383_0001000000000000`. */
function byNumber(numbers: ReadonlyMap<string, Section>, mn: string): Section | undefined {
  const sent = mn.trim().toUpperCase()
  let found = numbers.get(sent)
  if (sent.length !== PADDED) return found
  for (let end = PADDED; !found && sent.charAt(end - 1) === '0'; end -= 1) found = numbers.get(sent.slice(0, end - 1))
  return found
}

function spellingsOf(section: Section): ReadonlySet<string> {
  return new Set([section.name, ...section.aliases].map(plainName))
}

function nearNames(registry: SectionRegistry, party: PartyId): readonly NearName[] {
  const known = registry.sections.filter((section) => section.party === party || section.transboundary !== null)
  return known
    .sort((left, right) => Number(left.party !== party) - Number(right.party !== party))
    .map((section) => ({ label: section.name, spellings: [...spellingsOf(section)] }))
}

function labelWithRiver(section: Section, rivers: ReadonlyMap<string, River>): string {
  const river = section.river === null ? undefined : rivers.get(section.river)
  return river ? `${section.name}(${river.title.zh})` : section.name
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
