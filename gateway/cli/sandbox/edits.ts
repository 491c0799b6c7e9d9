/** Joint values as drafters set them: one side's word, both together, or their own between the two. */
import { canonical, type JsonValue, parseCanonical } from '../../../contracts/jcs.ts'
import { POLLUTANTS, type Pollutant } from '../../../contracts/standards/air-types.ts'
import { grade } from '../../../seeds/air-hours.ts'
import { countOf, listOf, membersOf } from '../../client/read-json.ts'
import type { Edit, Take } from '../../release/consultation/acts.ts'
import type { Seen, SeenCell } from './table.ts'

interface Range {
  readonly max: number
  readonly min: number
}

interface Forecast {
  readonly aqi: Range
  readonly class: Range
  readonly primary: readonly Pollutant[]
}

function readRange(value: unknown): Range {
  const members = membersOf(value, 'a range')
  return { max: countOf(members.get('max'), 'max'), min: countOf(members.get('min'), 'min') }
}

/** A forecast with its AQI; null where there is none. */
function readForecast(value: unknown): Forecast | null {
  if (value === null || typeof value !== 'object') return null
  const members = membersOf(value, 'a forecast')
  if (members.get('aqi') === null || members.get('aqi') === undefined) return null
  const named = listOf(members.get('primary'), 'primary')
  return {
    aqi: readRange(members.get('aqi')),
    class: readRange(members.get('class')),
    primary: POLLUTANTS.filter((one) => named.includes(one)),
  }
}

function jsonOf(value: unknown): JsonValue {
  return parseCanonical(canonical(value)) ?? null
}

const json = ({ aqi, class: classes, primary }: Forecast): JsonValue => ({
  aqi: { max: aqi.max, min: aqi.min },
  class: { max: classes.max, min: classes.min },
  primary: [...primary],
})

function unionOf(a: Forecast, b: Forecast): Forecast {
  const joined = (one: Range, other: Range): Range => ({
    max: Math.max(one.max, other.max),
    min: Math.min(one.min, other.min),
  })
  return {
    aqi: joined(a.aqi, b.aqi),
    class: joined(a.class, b.class),
    primary: POLLUTANTS.filter((one) => a.primary.includes(one) || b.primary.includes(one)),
  }
}

/** A range of one’s own around a middle, as both sides draw theirs. */
function ownOf(middle: number, primary: readonly Pollutant[]): Forecast {
  const aqi = { max: middle + 15, min: Math.max(1, middle - 15) }
  const classes = { max: grade(aqi.max) + 1, min: grade(aqi.min) + 1 }
  return { aqi, class: classes, primary: aqi.max > 50 ? primary : [] }
}

const middleOf = ({ aqi }: Forecast): number => Math.round((aqi.max + aqi.min) / 2)

/** The edit that makes a cell's joint value one side's, both together or, `own`, between them; null where it cannot be. */
export function editOf(cell: SeenCell, take: Take, reason: string, shift = 0): Edit | null {
  const { id, revision: base, editable, sides, joint } = cell
  const [cq, sc, now] = [readForecast(sides.cq), readForecast(sides.sc), readForecast(joint)]
  const edit = (value: JsonValue): Edit => ({ base, cell: id, reason, take, value })
  if (!editable) return null
  // A side's word is taken as it stands, whatever else it says.
  if (take === 'cq' || take === 'sc') return sides[take] === null ? null : edit(jsonOf(sides[take]))
  if (take === 'union') return cq && sc && edit(json(unionOf(cq, sc)))
  const middles = [cq, sc].flatMap((one) => (one ? [middleOf(one)] : []))
  const mean = middles.reduce((sum, middle) => sum + middle, 0) / middles.length
  return now && middles.length > 0 ? edit(json(ownOf(Math.round(mean) + shift, now.primary))) : null
}

/** Whether an edit would leave the cell as it is. */
export function changesNothing({ take, value }: Edit, cell: SeenCell): boolean {
  return cell.take === take && canonical(value) === canonical(cell.joint)
}

/** The words on the whole (综述) as an edit. */
export function statementOf({ cells }: Seen, text: string, reason: string): Edit {
  const cell = cells.find(({ id }) => id === 'statement')
  return { base: cell?.revision ?? 0, cell: 'statement', reason, take: 'own', value: text }
}
