/**
 * Neighbours across the province boundary. The register marks counties that adjoin it, and names no pairs. What follows for certain: a city
 * adjoins where a county in it does, and every area at the boundary adjoins the whole of the other side, so that Sichuan's cities there and
 * Chongqing as a whole are pairs. Of all others it is only known that their neighbours are among the other side's areas at the boundary: they are
 * held against all of these together.
 */
import type { AirArea, ValueRange } from '../../../../contracts/air-forecast/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import type { AirClass, AirIndexStandard } from '../../../../contracts/standards/index.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import type { ForecastValue } from '../../release-types.ts'
import type { Difference } from '../product.ts'
import { areaOf } from './areas.ts'
import { classPhrase, gradesPhrase } from './phrases.ts'
import { gradesApart, overlapOf } from './value.ts'

interface Neighbour extends AirArea {
  /** All of its side, as Chongqing as a whole is. */
  readonly whole: boolean
}

/** The areas at the boundary on a civil day. */
export interface Boundary {
  readonly areas: readonly Neighbour[]
}

/** The areas that adjoin the boundary on a civil day, as the register marks them or as follows from what lies in them. */
export function boundaryOn(registry: DivisionRegistry, day: string): Boundary {
  const index = divisionIndex(registry)
  const marked = index.inForce({ on: day }).filter(({ adjoins }) => adjoins === true)
  const all = new Set(marked.flatMap((division) => [division, ...index.parents(division)]))
  return {
    areas: [...all].flatMap((division): Neighbour[] => {
      const area = areaOf(division)
      return area ? [{ ...area, whole: division.kind === 'province' }] : []
    }),
  }
}

const FROM = 2

/**
 * How an area's forecast stands to those across the boundary on one day; `values` are the joint ones by area. Against a neighbour that is certain it
 * is loud from two grades apart on, or at one where the ranges do not overlap; against all together where it lies outside all of them.
 */
export function acrossBoundary(
  area: AirArea,
  values: ReadonlyMap<string, ForecastValue>,
  { areas }: Boundary,
  edition: AirIndexStandard,
): readonly Difference[] {
  const [own, value] = [areas.find(({ id }) => id === area.id), values.get(area.id)]
  if (!own || !value) return []
  const others = areas.filter(({ party }) => party !== own.party)
  const told = others.flatMap((one) => {
    const said = values.get(one.id)
    return said ? [{ one, said }] : []
  })
  const certain = told.filter(({ one }) => isPair(own, one))
  if (certain.length > 0) return certain.flatMap(({ one, said }) => toPair(value, one, said, edition))
  const rest = told.filter(({ one }) => !one.whole).map(({ said }) => said)
  return toAll(value, own.party, rest, edition)
}

/** One of the two is a whole side, and both are cities. */
function isPair(own: Neighbour, other: Neighbour): boolean {
  return own.whole !== other.whole && own.kind === 'city' && other.kind === 'city'
}

function toPair(value: ForecastValue, { name }: AirArea, said: ForecastValue, edition: AirIndexStandard): Difference[] {
  const grades = gradesApart(value, said)
  if (grades < FROM && (grades === 0 || isOverlapping(value, said))) return []
  const [apart, theirs] = [gradesPhrase(grades), classPhrase(said.class, edition)]
  const text = {
    zh: `与省界对面的${name}${apart.zh}（${theirs.zh}）`,
    en: `${apart.en} from ${name} across the boundary (${theirs.en})`,
  }
  return [{ kind: 'across-boundary', loud: true, text }]
}

/** By the AQI ranges; where one gives none, by the classes. */
function isOverlapping(a: ForecastValue, b: ForecastValue): boolean {
  const overlap = overlapOf(a, b)
  return overlap ? !('apart' in overlap) : a.class.min <= b.class.max && b.class.min <= a.class.max
}

function toAll(
  { class: own }: ForecastValue,
  party: PartyId,
  others: readonly ForecastValue[],
  edition: AirIndexStandard,
): Difference[] {
  const span = spanOf(others)
  if (!span) return []
  const grades = Math.max(own.min - span.max, span.min - own.max)
  if (grades < 1) return []
  const [apart, theirs] = [gradesPhrase(grades), classPhrase(span, edition)]
  const side = SIDE[party === 'cq' ? 'sc' : 'cq']
  return [
    {
      kind: 'across-boundary',
      loud: true,
      text: {
        zh: `与省界对面${side.zh}一侧各区域（${others.length} 个，${theirs.zh}）均${apart.zh}以上`,
        en: `${apart.en} or more from every area of ${side.en} at the boundary (${others.length}, ${theirs.en})`,
      },
    },
  ]
}

function spanOf(values: readonly ForecastValue[]): ValueRange<AirClass> | null {
  const [first, ...rest] = values.map(({ class: { max, min } }) => ({ max, min }))
  if (!first) return null
  return rest.reduce(
    (span, { max, min }) => ({ max: max > span.max ? max : span.max, min: min < span.min ? min : span.min }),
    first,
  )
}
