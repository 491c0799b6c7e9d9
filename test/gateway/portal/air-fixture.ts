/** A made-up forecast of three days for every city, with gaps, spans, a value of its own, and a district: for tests of pages. */
import type { AirArea } from '../../../contracts/air-forecast/record.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { AirClass } from '../../../contracts/standards/index.ts'
import type { ReleaseView } from '../../../gateway/portal/view.ts'
import type { Take } from '../../../gateway/release/consultation/acts.ts'
import { areasOn, ordered } from '../../../gateway/release/products/air/areas.ts'
import { countOf } from '../../../gateway/release/products/air/count.ts'
import type { AirRelease, ForecastCell, ForecastGap } from '../../../gateway/release/release-types.ts'
import { areaNamed } from '../release/air/fixture.ts'
import { release as waterRelease } from './fixture.ts'

const HEX = 'b2'.repeat(32)

/** Every city of both sides, as a release orders them. */
export const CITIES: readonly AirArea[] = ordered(DIVISIONS_2026_11, areasOn(DIVISIONS_2026_11, 'city', '2026-11-16'))

function classAt(aqi: number): AirClass {
  return aqi <= 50 ? 1 : aqi <= 100 ? 2 : aqi <= 150 ? 3 : aqi <= 200 ? 4 : aqi <= 300 ? 5 : 6
}

/** One cell by the ends of its AQI range. */
export function cell(
  area: AirArea | string,
  day: string,
  [min, max]: readonly [number, number],
  parts: Partial<ForecastCell> = {},
): ForecastCell {
  const place = typeof area === 'string' ? areaNamed(area) : area
  return {
    aqi: { max, min },
    area: place,
    class: { max: classAt(max), min: classAt(min) },
    from: day,
    owner: place.party,
    primary: max > 50 ? ['pm25'] : [],
    reason: null,
    take: place.party,
    to: day,
    ...parts,
  }
}

function gap(area: AirArea, day: string, reason: ForecastGap['reason'] = 'no-forecast'): ForecastGap {
  return { area, from: day, reason, to: day }
}

const TAKES: readonly Take[] = ['cq', 'union']

function day(at: number, date: string): { readonly cells: ForecastCell[]; readonly gaps: ForecastGap[] } {
  const cells: ForecastCell[] = []
  const gaps: ForecastGap[] = []
  for (const [index, area] of CITIES.entries()) {
    if (area.name === '甘孜藏族自治州' || (at === 2 && area.name === '攀枝花市')) {
      gaps.push(gap(area, date, area.name === '攀枝花市' ? 'not-taken' : 'no-forecast'))
      continue
    }
    const low = 28 + ((index * 17 + at * 23) % 110)
    if (area.name === '泸州市' && at === 0)
      cells.push(cell(area, date, [152, 190], { reason: '静稳天气，双方会商上调', take: 'own' }))
    else if (area.name === '内江市')
      cells.push(cell(area, date, [low, low + 30], { take: TAKES[at % 2] ?? 'cq', primary: ['o3', 'pm25'] }))
    else if (area.name === '雅安市') cells.push({ ...cell(area, date, [40, 70]), aqi: null })
    else cells.push(cell(area, date, [low, low + 30]))
  }
  if (at < 2) cells.push(cell('荣昌区', date, [81, 111], { primary: ['pm10'] }))
  return { cells, gaps }
}

/** The days of the release. */
export const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18'] as const

/** The forecast. */
export function forecast(parts: Partial<AirRelease> = {}): AirRelease {
  const days = DAYS.map((date, at) => ({ date, ...day(at, date) }))
  const { ledger, keys, sandbox } = waterRelease().release
  return {
    type: 'daily-air-forecast',
    v: 1,
    audience: 'public',
    attachments: [],
    consultation: { digest: HEX, id: 'daily-air-2026-11-15', steps: 9 },
    embargo: null,
    statement: '16日川南至渝西有轻度污染过程，18日起扩散条件好转。',
    id: 'daily-air-2026-11-15',
    title: {
      zh: '川渝空气质量联合预报（2026-11-16 至 2026-11-18）',
      en: 'Sichuan–Chongqing joint air quality forecast (2026-11-16 to 2026-11-18)',
    },
    label: { zh: '联合预报，以双方会商结果为准', en: 'Joint forecast, as both sides agreed it' },
    sandbox,
    period: { start: '2026-11-16T00:00:00+08:00', end: '2026-11-19T00:00:00+08:00' },
    supersedes: null,
    reason: null,
    changes: [],
    ledger,
    contract: { id: 'air-forecast', version: '1.0.0', digest: HEX },
    registry: { id: 'divisions', edition: '2026-11', digest: HEX },
    keys,
    standards: ['HJ 633-2026', 'GB/T 8170-2008'],
    derivedFrom: { count: 71, digest: HEX },
    issued: '2026-11-15T15:20:00+08:00',
    standard: 'HJ 633-2026',
    cells: days.flatMap(({ cells }) => cells),
    gaps: days.flatMap(({ gaps }) => gaps),
    summary: days.map(({ cells, date, gaps }) =>
      countOf(
        { from: date, to: date },
        cells.filter(({ area }) => area.kind === 'city'),
        gaps.length,
      ),
    ),
    ...parts,
  }
}

/** An outlook of a week by zones; one zone read from two days, one from none. */
export function outlook(parts: Partial<AirRelease> = {}): AirRelease {
  const zones = ordered(DIVISIONS_2026_11, areasOn(DIVISIONS_2026_11, 'zone', '2026-11-16'))
  const span = { from: '2026-11-16', to: '2026-11-22' }
  const told = zones.slice(0, 5)
  const cells = told.map((area, at) =>
    cell(area, span.from, [60 + at * 18, 95 + at * 18], {
      to: span.to,
      basis:
        at === 1 ? { days: ['2026-11-16', '2026-11-17'], derived: true } : { days: ['2026-11-16'], derived: false },
    }),
  )
  const gaps = zones.slice(5).map((area) => ({ ...gap(area, span.from), to: span.to }))
  return forecast({
    type: 'weekly-zone-outlook',
    id: 'weekly-outlook-2026-11-16',
    title: {
      zh: '川渝分区空气质量周趋势（2026-11-16 至 2026-11-22）',
      en: 'Sichuan–Chongqing weekly air quality outlook by zone (2026-11-16 to 2026-11-22)',
    },
    statement: null,
    period: { start: '2026-11-16T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00' },
    cells,
    gaps,
    summary: [countOf(span, cells, gaps.length)],
    ...parts,
  })
}

/** A release of a forecast, signed by both sides. */
export function airRelease(
  found: AirRelease = forecast(),
  parts: Partial<ReleaseView<AirRelease>> = {},
): ReleaseView<AirRelease> {
  const { signatures } = waterRelease()
  return {
    release: found,
    digest: HEX,
    publishedAt: '2026-11-15T07:52:10.000Z',
    signatures,
    supersededBy: null,
    ...parts,
  }
}
