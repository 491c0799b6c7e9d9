/** The sandbox's made-up hours and days of air (示例) as both sides write them, with the index worked out here on its own from HJ 633-2026. */
import type { SampleSite } from './air.ts'
import { compact } from './days/day.ts'
import { LABEL } from './days/file.ts'

/** Classes in words, the best first. */
export const WORDS = ['优', '良', '轻度污染', '中度污染', '重度污染', '严重污染'] as const
const LEVELS = ['一级', '二级', '三级', '四级', '五级', '六级'] as const
const ENDS = [50, 100, 150, 200, 300] as const

/** The place of an AQI's class among `WORDS`. */
export function grade(aqi: number): number {
  const at = ENDS.findIndex((end) => aqi <= end)
  return at < 0 ? 5 : at
}

/** Concentrations as printed, all but CO whole numbers of μg/m³; CO in tenths of mg/m³. Of a day, `o3` is the maximum of eight hours. */
export interface Air {
  readonly pm25: number
  readonly pm10: number
  readonly no2: number
  readonly o3: number
  readonly so2: number
  readonly coTenths: number
}

/** Break points against 0, 50, 100, 150, 200 and 300. */
type Points = readonly (readonly [keyof Air, string, readonly number[]])[]
const INDICES = [0, 50, 100, 150, 200, 300] as const

/** Of hours, whose particles are taken by the limits of a day; SO₂ goes no further than 200. */
export const HOURLY: Points = [
  ['coTenths', 'CO', [0, 50, 100, 350, 600, 900]],
  ['no2', 'NO2', [0, 100, 200, 700, 1200, 2340]],
  ['o3', 'O3', [0, 160, 200, 300, 400, 800]],
  ['pm10', 'PM10', [0, 50, 120, 250, 350, 420]],
  ['pm25', 'PM2.5', [0, 35, 60, 115, 150, 250]],
  ['so2', 'SO2', [0, 150, 500, 650, 800]],
]

/** Of days. */
export const DAILY: Points = [
  ['coTenths', 'CO', [0, 20, 40, 140, 240, 360]],
  ['no2', 'NO2', [0, 40, 80, 180, 280, 565]],
  ['o3', 'O3', [0, 100, 160, 215, 265, 800]],
  ['pm10', 'PM10', [0, 50, 120, 250, 350, 420]],
  ['pm25', 'PM2.5', [0, 35, 60, 115, 150, 250]],
  ['so2', 'SO2', [0, 50, 150, 475, 800, 1600]],
]

/** The index and what it comes from: each pollutant's between its break points, rounded up; the highest counts. */
export function indexOf(air: Air, by: Points): { aqi: number; primary: string[] } {
  const indices = by.map(([key, name, points]) => {
    const value = air[key]
    const above = points.findIndex((point, at) => at > 0 && value <= point)
    const [low = 0, high = 1] = [points[above - 1], points[above]]
    const [from = 0, to = 0] = [INDICES[above - 1], INDICES[above]]
    return { name, iaqi: from + Math.ceil(((to - from) * (value - low)) / (high - low)) }
  })
  const aqi = Math.max(...indices.map(({ iaqi }) => iaqi))
  return { aqi, primary: aqi > 50 ? indices.filter(({ iaqi }) => iaqi === aqi).map(({ name }) => name) : [] }
}

const whole = (value: number): number => Math.max(1, Math.round(value))

/** The hour ending at `hour` (1 to 24): a morning and an evening of traffic, ozone in the afternoon, and a ripple of its own. */
function hourOf(site: SampleSite, hour: number, seed: number): Air {
  const traffic = Math.cos(((hour - 9) / 12) * 2 * Math.PI)
  const sun = Math.max(0, Math.sin(((hour - 8) / 11) * Math.PI)) * (hour >= 8 && hour <= 19 ? 1 : 0)
  const ripple = ((hour * 7 + seed * 5) % 9) - 4
  return {
    pm25: whole(site.pm25 * (1 + 0.12 * traffic) + ripple),
    pm10: whole(site.pm10 * (1 + 0.12 * traffic) + ripple * 1.5),
    no2: whole(site.no2 * (1 + 0.25 * traffic - 0.3 * sun)),
    o3: whole(site.o3 * (0.5 + 1.2 * sun)),
    so2: whole(site.so2 + (ripple > 2 ? 1 : 0)),
    coTenths: whole((site.co + 0.1 * traffic) * 10),
  }
}

/** Sites through the hours of one day, from the first up to `hours`. */
export interface HoursOfDay {
  readonly day: string
  readonly hours: number
  readonly sites: readonly SampleSite[]
}

const hoursTo = (hours: number): readonly number[] => Array.from({ length: hours }, (_, at) => at + 1)

const CHONGQING_HEADER =
  'AQI,空气质量级别,首要污染物,PM2.5(μg/m³),PM10(μg/m³),SO2(μg/m³),NO2(μg/m³),CO(μg/m³),O3(μg/m³),审核状态,备注'

function chongqingCells(air: Air, by: Points): readonly (string | number)[] {
  const { aqi, primary } = indexOf(air, by)
  const { pm25, pm10, so2, no2, coTenths, o3 } = air
  return [aqi, LEVELS[grade(aqi)] ?? '', primary.join('、') || '—', pm25, pm10, so2, no2, coTenths * 100, o3]
}

/** The lines of Chongqing's hourly table, the header first. */
export function chongqingHours({ day, hours, sites }: HoursOfDay): readonly string[] {
  const lines = hoursTo(hours).flatMap((at) =>
    sites.map((site, seed) =>
      [day, at, site.city, ...chongqingCells(hourOf(site, at, seed), HOURLY), '未审核', LABEL].join(','),
    ),
  )
  return [`监测日期,小时,区县,${CHONGQING_HEADER}`, ...lines]
}

/** A place and the means of its day. */
export interface DayOfPlace {
  readonly name: string
  readonly air: Air
}

/** The lines of Chongqing's table of one day, reviewed, the header first. */
export function chongqingDay(day: string, places: readonly DayOfPlace[]): readonly string[] {
  const lines = places.map(({ name, air }) => [day, name, ...chongqingCells(air, DAILY), '已审核', LABEL].join(','))
  return [`监测日期,区县,${CHONGQING_HEADER.replace('O3(', 'O3_8h(')}`, ...lines]
}

function sichuanCells(air: Air, by: Points, out: boolean): Record<string, string> {
  const { aqi, primary } = indexOf(air, by)
  return {
    aqi: out ? 'NA' : String(aqi),
    quality: out ? '-;' : (WORDS[grade(aqi)] ?? ''),
    primarypollutant: out || primary.length === 0 ? '-;' : primary.join(','),
  }
}

/** An hour's end as the national platform writes it. */
function ended(day: string, hour: number): string {
  const iso = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString()
  return iso.slice(0, 19)
}

/** What Sichuan's platform answers for a day's hours; `isOut` where a monitor of coarse particles is out: without it an hour up to 100 has no index (HJ 633-2026 §5.3). */
export function sichuanHours(
  { day, hours, sites }: HoursOfDay,
  isOut: (site: SampleSite, hour: number) => boolean = () => false,
): object {
  const features = hoursTo(hours).flatMap((at) =>
    sites.map((site, seed) => {
      const hour = hourOf(site, at, seed + 20)
      const out = isOut(site, at)
      return {
        timepoint: ended(day, at),
        area: site.city,
        positionname: site.name,
        stationcode: site.code,
        ...sichuanCells(hour, HOURLY, out),
        pm2_5: String(hour.pm25),
        pm10: out ? '-;' : String(hour.pm10),
        so2: String(hour.so2),
        no2: String(hour.no2),
        o3: String(hour.o3),
        co: (hour.coTenths / 10).toFixed(1),
        备注: LABEL,
      }
    }),
  )
  return { total: features.length, data: features }
}

/** What it answers for the cities of one day. */
export function sichuanDay(day: string, places: readonly DayOfPlace[]): object {
  const data = places.map(({ name, air }) => ({
    id: `${compact(day)}-${name}`,
    timepoint: day,
    area: name,
    ...sichuanCells(air, DAILY, false),
    pm2_5_24h: String(air.pm25),
    pm10_24h: String(air.pm10),
    so2_24h: String(air.so2),
    no2_24h: String(air.no2),
    o3_8h_24h: String(air.o3),
    co_24h: (air.coTenths / 10).toFixed(1),
    审核状态: '已审核',
    备注: LABEL,
  }))
  return { total: data.length, data }
}
