/** Which area of the register a row means, by the names and code it gives, on the day meant. Standards §7.2 and §9 rows 2, 10 and 16. */
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import { divisionSpellings } from '../../contracts/registry/division-names.ts'
import {
  type Division,
  type DivisionKind,
  type DivisionRegistry,
  type DivisionResolution,
  divisionIndex,
} from '../../contracts/registry/index.ts'
import { plainName } from '../../contracts/registry/names.ts'
import type { Note } from '../../contracts/types.ts'
import { shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type AreaFault, type AreaField, areaFault } from './area-fault.ts'
import type { FieldReader } from './cells.ts'
import type { AirSide } from './side.ts'

/** What a row says of its area; empty where it says nothing. */
export type AreaWords = Readonly<Record<AreaField, string>>

/** No word at all. */
export const NO_AREA_WORDS: AreaWords = { province: '', city: '', county: '', zone: '', area: '', areaCode: '' }

/** What a row says of its area. */
export function areaWords(fields: FieldReader<AreaField>, cells: readonly Cell[]): AreaWords {
  return {
    area: fields.word(cells, 'area'),
    areaCode: fields.word(cells, 'areaCode'),
    city: fields.word(cells, 'city'),
    county: fields.word(cells, 'county'),
    province: fields.word(cells, 'province'),
    zone: fields.word(cells, 'zone'),
  }
}

/** An area, and what was written otherwise. Rows of one area share one frozen `area`. */
export interface FoundArea {
  readonly area: AirArea
  /** Notes without the part of the pointer that leads to the area. */
  readonly notes: readonly Note[]
}

const COUNTY: readonly DivisionKind[] = ['county', 'management']
const ANY: readonly DivisionKind[] = ['city', 'province', 'county', 'management', 'zone']
/** Words that say no more than that an area is meant. */
const AREA_WORD = /(?:地区|片区|区域|经济区)$/
/** A name with all it lies in before it. */
const LONGEST = 40
/** Texts whose answer is remembered. */
const MOST_KNOWN = 4096
/** Names not known that a file is told near ones for. */
const MOST_SEARCHED = 256

/** A division as an area; null for a province, which is too large to have one air. The municipality counts as a city. */
function asArea({ id, kind, name, party }: Division): AirArea | null {
  const own = kind !== 'province' ? kind : party === 'cq' ? 'city' : null
  return own === null ? null : Object.freeze({ id, kind: own, name, party })
}

/** Every way divisions are written, whenever they existed; `areas` without the province, which stands in titles. All plain. */
interface Spellings {
  readonly all: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
}

const spellings = new WeakMap<DivisionRegistry, Spellings>()

function spellingsOf(registry: DivisionRegistry): Spellings {
  const known = spellings.get(registry)
  if (known) return known
  const index = divisionIndex(registry)
  const all = new Set<string>()
  const areas = new Set<string>()
  for (const division of registry.divisions) {
    const { full, short } = divisionSpellings(division, index.parents(division))
    for (const name of [...full, ...short]) {
      all.add(name)
      if (asArea(division) !== null) areas.add(name)
    }
  }
  const made = { all, areas }
  spellings.set(registry, made)
  return made
}

function isSpelt(name: string, known: ReadonlySet<string>): boolean {
  if (name === '' || name.length > LONGEST) return false
  const plain = plainName(name)
  return known.has(plain) || known.has(plain.replace(AREA_WORD, ''))
}

/** Whether a text names an area of the register, whenever it existed and however many it may mean. */
export function areaNames(side: AirSide, registry: DivisionRegistry): (name: string) => boolean {
  const { areas } = spellingsOf(registry)
  const known = new Map<string, boolean>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = side.areas.has(name) || isSpelt(name, areas)
    if (known.size < MOST_KNOWN) known.set(name, found)
    return found
  }
}

/** A reader of areas; remembers what it has read. */
export function areaReader(
  side: AirSide,
  registry: DivisionRegistry,
): (words: AreaWords, day: string) => FoundArea | AreaFault {
  const index = divisionIndex(registry)
  const { all } = spellingsOf(registry)
  const areas = new Map<string, AirArea>()
  const known = new Map<string, FoundArea | AreaFault>()
  let searched = 0

  function view(division: Division): AirArea | null {
    const before = areas.get(division.id)
    if (before) return before
    const made = asArea(division)
    if (made === null) return null
    areas.set(division.id, made)
    return made
  }

  /** A name that is not known leaves the code to decide; near names are looked for only so often, since that is slow. */
  function unknown(name: string, code: string, day: string): DivisionResolution {
    const coded: DivisionResolution = code === '' ? { nearest: [] } : index.resolve({ code, on: day, kinds: ANY })
    if (!('nearest' in coded) || name === '' || searched >= MOST_SEARCHED) return coded
    searched += 1
    return index.resolve({ name, on: day, kinds: ANY })
  }

  function resolve(words: AreaWords, field: AreaField, day: string): DivisionResolution {
    const name = side.areas.get(words[field]) ?? words[field]
    const code = words.areaCode
    if (!isSpelt(name, all)) return unknown(name, code, day)
    const query = { on: day, ...(name === '' ? {} : { name }), ...(code === '' ? {} : { code }) }
    if (field === 'zone') {
      const whole = index.resolve({ ...query, kinds: ['zone'] })
      const bare = name.replace(AREA_WORD, '')
      return 'nearest' in whole && bare !== name ? index.resolve({ ...query, name: bare, kinds: ['zone'] }) : whole
    }
    if (field === 'county') {
      const above = words.city === '' ? null : resolve({ ...NO_AREA_WORDS, city: words.city }, 'city', day)
      const within = above && 'division' in above ? { within: above.division.id } : {}
      const found = index.resolve({ ...query, ...within, kinds: COUNTY })
      // Lists of counties have a row for the whole and for zones under the same heading.
      return 'nearest' in found && words.city === '' ? index.resolve({ ...query, kinds: ANY }) : found
    }
    if (field === 'city') {
      let found: DivisionResolution = { nearest: [] }
      for (const kinds of side.cities) {
        found = index.resolve({ ...query, kinds })
        if (!('nearest' in found)) break
      }
      return found
    }
    const known = index.resolve({ ...query, kinds: ANY })
    const bare = name.replace(AREA_WORD, '')
    return 'nearest' in known && bare !== name ? index.resolve({ ...query, name: bare, kinds: ['zone'] }) : known
  }

  function read(words: AreaWords, day: string): FoundArea | AreaFault {
    const { province } = words
    if (province !== '' && !side.own.includes(province) && !side.other.includes(province)) {
      return {
        fault: 'territory-outside',
        field: 'province',
        value: province,
        detail: { zh: `「${province}」不在契约的地域范围内`, en: `${province} lies outside the contract's territory` },
      }
    }
    const field = (['county', 'city', 'area', 'zone', 'areaCode'] as const).find((one) => words[one] !== '')
    if (field === undefined) {
      return {
        fault: 'division-missing',
        field: 'area',
        value: '',
        detail: { zh: '没有写明城市、区县或片区', en: 'No city, county or zone is named' },
      }
    }
    const sent = words[field]
    const found = resolve(words, field, day)
    if (!('division' in found)) return areaFault(index, found, field, sent, day)
    const { division, retired } = found
    const area = view(division)
    if (area === null) {
      return {
        fault: 'division-unknown',
        field,
        value: sent,
        detail: {
          zh: `「${sent}」是省级区域，不是市州、区县或片区`,
          en: `${sent} is a province, not a city, county or zone`,
        },
      }
    }
    const notes: Note[] = []
    if (retired) notes.push({ field: '/id', rule: 'division-retired', sent: shown(sent) })
    else if (field !== 'areaCode' && sent !== area.name) {
      notes.push({ field: '/name', rule: 'area-alias', sent: shown(sent) })
    }
    return { area, notes }
  }

  return (words, day) => {
    const id = `${Object.values(words).join('\u001f')}\u001f${day}`
    const before = known.get(id)
    if (before) return before
    const made = read(words, day)
    known.set(id, made)
    return made
  }
}
