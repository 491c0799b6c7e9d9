/** The sandbox's made-up air (示例) of any civil day: how stagnant the basin was, and what that made of each place. The same for the same day. */
import { CHONGQING_AREAS, type SampleArea, SICHUAN_CITIES, SICHUAN_ZONES } from '../air.ts'
import { type Air, DAILY } from '../air-hours.ts'
import { chanceOf } from '../random.ts'
import { dayNumber } from './day.ts'

/** From January: winter holds the air, summer stirs it. */
const SEASONS = [1.05, 1, 0.9, 0.8, 0.75, 0.7, 0.68, 0.7, 0.75, 0.85, 1, 1.1] as const

/** Days from one spell of bad air to the next, and the middle of one. */
const SPELL = { days: 10, middle: dayNumber('2026-11-13') + 0.5 } as const

/** How stagnant the air over the basin is, from 0 to 1. */
export function stagnation(day: string): number {
  const number = dayNumber(day)
  const wave = Math.cos(((number - SPELL.middle) / SPELL.days) * 2 * Math.PI)
  const slow = Math.sin((number / 27) * 2 * Math.PI)
  return Math.min(1, Math.max(0, 0.5 + 0.42 * wave + 0.06 * slow + 0.1 * (chanceOf('basin', day) - 0.5)))
}

/** What a place is on a usual day: the mean of its sample forecasts. */
function usual({ middles }: SampleArea): number {
  return middles.reduce((sum, middle) => sum + middle, 0) / middles.length
}

/** The AQI of a place on a day, a whole number from 12 on. */
export function aqiOn(area: SampleArea, day: string): number {
  const season = SEASONS[Number(day.slice(5, 7)) - 1] ?? 1
  const ripple = 10 * (chanceOf('air', area.zone ?? '', area.name, day) - 0.5)
  return Math.max(12, Math.round(usual(area) * season * (0.62 + 1.25 * stagnation(day) ** 2) + ripple))
}

const INDICES = [0, 50, 100, 150, 200, 300] as const

/** The concentration whose index is the AQI, or a little less. */
function concentration(pollutant: keyof Air, aqi: number): number {
  const points = DAILY.find(([key]) => key === pollutant)?.[2] ?? []
  const above = Math.max(
    1,
    INDICES.findIndex((end) => aqi <= end),
  )
  const [from = 0, to = 1] = [INDICES[above - 1], INDICES[above]]
  const [low = 0, high = 0] = [points[above - 1], points[above]]
  return Math.floor(low + ((high - low) * (aqi - from)) / (to - from))
}

const KEYS: Readonly<Record<string, keyof Air>> = { 'PM2.5': 'pm25', PM10: 'pm10', O3: 'o3' }

/** The means of a place's day; its primary pollutant gives the index. */
export function airOn(area: SampleArea, day: string): Air {
  const aqi = aqiOn(area, day)
  const share = (pollutant: string): number => 0.45 + 0.35 * chanceOf(pollutant, area.name, day)
  const part = (pollutant: keyof Air, least: number, most: number): number =>
    Math.max(least, Math.min(most, concentration(pollutant, Math.round(aqi * share(pollutant)))))
  const air: Air = {
    pm25: part('pm25', 5, 140),
    pm10: part('pm10', 9, 300),
    no2: part('no2', 6, 78),
    o3: part('o3', 20, 150),
    so2: Math.round(5 + 5 * chanceOf('so2', area.name, day)),
    coTenths: Math.round(5 + 4 * chanceOf('co', area.name, day)),
  }
  const primary = KEYS[area.primary] ?? 'pm25'
  return { ...air, [primary]: Math.max(1, concentration(primary, aqi)) }
}

/** Chongqing as a whole, by its own name. */
const WHOLE = '全市'

/** Sichuan's own 21 cities. */
export const CITIES: readonly SampleArea[] = SICHUAN_CITIES.filter(({ name }) => name !== '重庆市')
/** Chongqing as a whole, its districts and counties. */
export const DISTRICTS: readonly SampleArea[] = CHONGQING_AREAS.filter(({ name }) => name !== '' && name !== '广安市')
/** The forecast zones of each side. */
export const ZONES = {
  cq: CHONGQING_AREAS.filter(({ name }) => name === ''),
  sc: SICHUAN_ZONES,
} as const

function named(areas: readonly SampleArea[], names: readonly string[]): readonly SampleArea[] {
  return names.flatMap((name) => areas.find((area) => area.name === name) ?? [])
}

const CHONGQING: SampleArea = { ...(named(DISTRICTS, [WHOLE])[0] ?? { middles: [], primary: '' }), name: '重庆市' }

/** Areas of the other side that each side forecasts too, all of them at the boundary. */
export const OPINIONS = {
  cq: named(SICHUAN_CITIES, ['广安市', '泸州市', '达州市', '遂宁市', '内江市', '资阳市']),
  sc: [CHONGQING, ...named(DISTRICTS, ['荣昌区', '潼南区', '合川区'])],
} as const

/** Areas that the regional centre gives guidance for. */
export const GUIDED: readonly SampleArea[] = [
  CHONGQING,
  ...named(SICHUAN_CITIES, ['成都市', '自贡市', '泸州市', '宜宾市', '广安市', '达州市']),
]
