/** Reads a register of divisions kept as JSON: the shape of every member, ids unique, parents and successors that exist, codes never in force twice. */
import { dictionary, flag, list, matching, nullable, oneOf, optional, read, shape, text } from '../read.ts'
import { bilingual, confidence, evidence } from '../standards/read.ts'
import type { Evidence } from '../types.ts'
import type { Division, DivisionRegistry } from './types.ts'

const id = matching(/^(?:\d{6}(?:-\d{4})?|(?:cq|sc)-\S{1,60})$/, 'a code, a code and a year, or a party and a name')
const day = nullable(matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a civil day'))

const division = shape<Division>({
  id,
  code: nullable(matching(/^5[01]\d{4}$/, 'a code of 50 or 51')),
  name: text,
  aliases: list(text),
  party: oneOf('cq', 'sc'),
  kind: oneOf('province', 'city', 'county', 'zone', 'management'),
  parent: nullable(id),
  from: day,
  to: day,
  into: list(id),
  adjoins: nullable(flag),
  zone: optional(nullable(id)),
  evidence: shape<Division['evidence']>({
    confidence,
    sources: list(text),
    note: optional(text),
    fields: optional(dictionary<Evidence>(evidence)),
  }),
})

const registry = shape<DivisionRegistry>({
  id: oneOf('divisions'),
  edition: matching(/^\d{4}-\d{2}$/, 'a year and month'),
  title: bilingual,
  divisions: list(division),
})

/** A register of divisions; throws TypeError naming what is at fault. */
export function readDivisionRegistry(value: unknown): DivisionRegistry {
  const found = read('division register', registry, value)
  const byId = new Map<string, Division>()
  for (const entry of found.divisions) {
    if (byId.has(entry.id)) throw atFault(`division ${entry.id} appears twice`)
    byId.set(entry.id, entry)
  }
  for (const entry of found.divisions) {
    if (entry.code !== null && entry.id.replace(/-\d{4}$/, '') !== entry.code)
      throw atFault(`${entry.id} does not begin with its code ${entry.code}`)
    if (entry.from !== null && entry.to !== null && entry.to < entry.from)
      throw atFault(`${entry.id} ends before it begins`)
    if (entry.kind === 'zone' && entry.parent !== null) throw atFault(`zone ${entry.id} has a parent`)
    if (entry.parent !== null && byId.get(entry.parent)?.party !== entry.party)
      throw atFault(`${entry.id} lies in ${entry.parent}, which its side does not have`)
    for (const next of entry.into)
      if (!byId.has(next)) throw atFault(`${entry.id} went into an unknown division ${next}`)
    checkZone(entry, byId)
    checkEnds(entry, byId, 'lies in', (one) => (one.parent === null ? [] : [one.parent]))
    checkEnds(entry, byId, 'went into', (one) => one.into)
    checkEnds(entry, byId, 'is in the zone', (one) => (one.zone ? [one.zone] : []))
  }
  checkCodes(found.divisions)
  return found
}

/** What an area lies in is a zone of its own side; zones may nest. */
function checkZone({ id: of, party, zone }: Division, byId: ReadonlyMap<string, Division>): void {
  if (zone === undefined || zone === null) return
  const found = byId.get(zone)
  if (found?.kind !== 'zone' || found.party !== party)
    throw atFault(`${of} lies in the zone ${zone}, which its side does not have`)
}

/** No way along `next` may lead back to where it began. */
function checkEnds(
  start: Division,
  byId: ReadonlyMap<string, Division>,
  verb: string,
  next: (division: Division) => readonly string[],
): void {
  const seen = new Set<string>()
  const open = [...next(start)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === start.id) throw atFault(`${start.id} ${verb} itself`)
    const division = byId.get(at)
    if (division === undefined || seen.has(at)) continue
    seen.add(at)
    open.push(...next(division))
  }
}

/** One code twice is lawful only when the first had ended before the second began: else no date could tell them apart. */
function checkCodes(divisions: readonly Division[]): void {
  const holders = Map.groupBy(
    divisions.filter(({ code }) => code !== null),
    ({ code }) => code,
  )
  for (const [code, held] of holders) {
    for (const one of held) {
      for (const other of held) {
        if (one === other) continue
        const apart = (one.to ?? '9') < (other.from ?? '0') || (other.to ?? '9') < (one.from ?? '0')
        if (!apart) throw atFault(`code ${code} belongs to ${one.id} and ${other.id} on one day`)
      }
    }
  }
}

function atFault(what: string): TypeError {
  return new TypeError(`division register: ${what}`)
}
