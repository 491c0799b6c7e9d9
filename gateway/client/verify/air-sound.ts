/** What a joint forecast says agrees with itself: days, owners, classes by the AQI (HJ 633, table of classes), gaps and counts. */
import { canonical } from '../../../contracts/jcs.ts'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import { countOf, type Span } from '../../release/products/air/count.ts'
import { eachDay, standardsOf } from '../../release/products/air/days.ts'
import { faultOf } from '../../release/products/air/value.ts'
import { daysOf } from '../../release/products/period.ts'
import type { AirRelease, ForecastCell } from '../../release/release-types.ts'
import { must } from './report.ts'

/** The civil days of a release's period. Throws CheckFailure unless it is of whole days. */
export function mustBeWholeDays({ period }: Pick<AirRelease, 'period'>): readonly string[] {
  must(daysOf(period) !== null, '时段不是整日', 'expected a period of whole days')
  return eachDay(period)
}

/** Holds one cell to be a sound value of its own side's area. */
export function mustBeSoundCell(cell: ForecastCell): void {
  const { area, from, owner, take, reason } = cell
  const place = `${area.name} ${from}`
  must(owner === area.party, `${place} 的归属方与区域不符`, `expected ${place} to belong to the side of its area`)
  must(
    faultOf(cell, airIndexOn(from)) === null,
    `${place} 的 AQI、级别与首要污染物不相符`,
    `expected the classes and pollutants of ${place} to be those of its AQI`,
  )
  must(
    take !== 'own' || reason !== null,
    `${place} 另定而未说明理由`,
    `expected a reason with the own value of ${place}`,
  )
}

function mustBeBased({ area, basis, from, take, to }: ForecastCell, isOutlook: boolean, days: readonly string[]): void {
  const place = `${area.name} ${from}`
  if (!isOutlook) {
    must(basis === undefined && from === to, `${place} 不是一日的预报`, `expected a forecast of one day for ${place}`)
    return
  }
  must(
    basis !== undefined && (basis === null) === (take === 'own'),
    `${place} 所依据的预报日不明`,
    `expected ${place} to name the days it is read from, unless it is the drafters’ own`,
  )
  const named = basis?.days ?? [from]
  const sound = named.length > 0 && named.every((day, at) => days.includes(day) && day > (named[at - 1] ?? ''))
  must(sound, `${place} 所依据的预报日不在时段内`, `expected the days of ${place} within the period, rising`)
}

/** Holds a forecast against itself. Throws CheckFailure. */
export function mustBeSoundForecast(release: AirRelease): void {
  const { cells, gaps, standard, standards, summary, type } = release
  const days = mustBeWholeDays(release)
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const isOutlook = type === 'weekly-zone-outlook'
  const spans: readonly Span[] = isOutlook ? [{ from: first, to: last }] : days.map((day) => ({ from: day, to: day }))
  must(
    standard === airIndexOn(first).id && standards.join() === standardsOf(days).join(),
    '所列标准不是各日施行的版本',
    'expected the editions of the index in force on its days',
  )
  const places = new Set<string>()
  const kind = isOutlook ? 'zone' : 'city'
  for (const { area, from, to } of [...cells, ...gaps]) {
    const place = `${area.id}/${from}`
    const within = spans.some((span) => span.from === from && span.to === to)
    must(within, `${area.name} ${from} 不在时段内`, `expected ${area.name} ${from} within the period`)
    must(!places.has(place), `${area.name} ${from} 出现两次`, `expected ${area.name} ${from} once`)
    places.add(place)
  }
  for (const cell of cells) {
    const { area } = cell
    must(
      (area.kind === 'zone') === isOutlook,
      `${area.name} 不是本产品的区域`,
      `expected no ${area.kind} in this kind of release, got ${area.name}`,
    )
    mustBeSoundCell(cell)
    mustBeBased(cell, isOutlook, days)
  }
  must(
    gaps.every(({ area }) => area.kind === kind),
    '缺报的区域种类不符',
    `expected gaps of areas of the kind ${kind}`,
  )
  const counted = spans.map((span) => {
    const at = ({ from }: Span): boolean => from === span.from
    const those = cells.filter((cell) => at(cell) && cell.area.kind === kind)
    return countOf(span, those, gaps.filter(at).length)
  })
  must(canonical(counted) === canonical(summary), '各级计数与预报不符', 'expected the counts of its own cells and gaps')
}
