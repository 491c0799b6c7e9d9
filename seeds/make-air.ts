/** Writes the sandbox's sample forecasts and hours of air (示例) in each side's own way of writing, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import {
  CHONGQING_AREAS,
  CHONGQING_SITES,
  FORECAST_DAYS,
  LABEL,
  type SampleArea,
  type SampleSite,
  SICHUAN_CITIES,
  SICHUAN_SITES,
  SICHUAN_ZONES,
} from './air.ts'

const WORDS = ['优', '良', '轻度污染', '中度污染', '重度污染', '严重污染'] as const
const ENDS = [50, 100, 150, 200, 300] as const

function grade(aqi: number): number {
  const at = ENDS.findIndex((end) => aqi <= end)
  return at < 0 ? 5 : at
}

/** One day's forecast: fifteen either side of the middle, as the national centre draws its ranges. */
interface Cell {
  readonly from: number
  readonly to: number
  readonly from1: string
  readonly to1: string
  readonly primary: string
}

function cellOf({ middles, primary }: SampleArea, day: number): Cell {
  const middle = middles[day] ?? 0
  const [from, to] = [Math.max(middle - 15, 1), middle + 15]
  const [from1 = '', to1 = ''] = [WORDS[grade(from)], WORDS[grade(to)]]
  return { from, to, from1, to1, primary: to <= 50 ? '' : primary }
}

function chongqingForecast(): string {
  const lines = ['预报日期,发布时间,片区,区县,AQI范围,等级,首要污染物,备注']
  for (const sample of CHONGQING_AREAS) {
    for (const [at, day] of FORECAST_DAYS.entries()) {
      const { from, to, from1, to1, primary } = cellOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}或${to1}`
      const [, month, date] = day.split('-')
      const row = [`2026/${month}/${date}`, '2026-11-15 15:30', sample.zone ?? '', sample.name]
      lines.push([...row, `${from}～${to}`, words, primary === '' ? '—' : primary, LABEL].join(','))
    }
  }
  return `${lines.join('\r\n')}\r\n`
}

function sichuanBulletin(): string {
  const paragraphs = SICHUAN_ZONES.map((sample) => {
    const sentences = FORECAST_DAYS.map((day, at) => {
      const { from, to, from1, to1, primary } = cellOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}至${to1}`
      const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
      return `${date}空气质量等级为${words}，AQI指数${from}~${to}，首要污染物为${primary === '' ? '无' : primary}。`
    })
    return `${sample.name}：${sentences.join('')}`
  })
  return `${[
    '四川省区域空气质量预报（示例数据，非真实预报）',
    '发布单位：四川省生态环境监测总站（示例）　发布时间：2026年11月15日16时',
    ...paragraphs,
    '请公众留意天气变化，合理安排出行。',
  ].join('\r\n')}\r\n`
}

/** The sheet of Sichuan's cities. */
export const CITY_SHEET = '城市预报（示例）'

/** Its rows; figures are typed numbers. */
export function cityRows(): (string | number)[][] {
  const rows = SICHUAN_CITIES.flatMap((sample) =>
    FORECAST_DAYS.map((day, at) => {
      const { from, to, from1, to1, primary } = cellOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}-${to1}`
      return [
        sample.name,
        day,
        '2026-11-15 16:00',
        `${24 * (at + 1)}h`,
        from,
        to,
        words,
        primary === '' ? '/' : primary,
        LABEL,
      ]
    }),
  )
  const header = [
    '城市',
    '预报日期',
    '发布时间',
    '预报时效',
    'AirIndex_From',
    'AirIndex_To',
    '空气质量等级',
    '首要污染物',
    '备注',
  ]
  return [header, ...rows]
}

/** Concentrations of an hour as printed, all but CO whole numbers; CO in tenths of mg/m³. */
interface Hour {
  readonly pm25: number
  readonly pm10: number
  readonly no2: number
  readonly o3: number
  readonly so2: number
  readonly coTenths: number
}

/** The hour ending at `hour` (1 to 24): a morning and an evening of traffic, ozone in the afternoon, and a ripple of its own. */
function hourOf(site: SampleSite, hour: number, seed: number): Hour {
  const traffic = Math.cos(((hour - 9) / 12) * 2 * Math.PI)
  const sun = Math.max(0, Math.sin(((hour - 8) / 11) * Math.PI)) * (hour >= 8 && hour <= 19 ? 1 : 0)
  const ripple = ((hour * 7 + seed * 5) % 9) - 4
  const whole = (value: number): number => Math.max(1, Math.round(value))
  return {
    pm25: whole(site.pm25 * (1 + 0.12 * traffic) + ripple),
    pm10: whole(site.pm10 * (1 + 0.12 * traffic) + ripple * 1.5),
    no2: whole(site.no2 * (1 + 0.25 * traffic - 0.3 * sun)),
    o3: whole(site.o3 * (0.5 + 1.2 * sun)),
    so2: whole(site.so2 + (ripple > 2 ? 1 : 0)),
    coTenths: whole((site.co + 0.1 * traffic) * 10),
  }
}

/** The index of an hour, worked out here on its own from HJ 633-2026: break points against 0, 50, 100, 150 and 200, rounded up. */
const POINTS: readonly (readonly [keyof Hour, string, readonly number[]])[] = [
  ['coTenths', 'CO', [0, 50, 100, 350, 600]],
  ['no2', 'NO2', [0, 100, 200, 700, 1200]],
  ['o3', 'O3', [0, 160, 200, 300, 400]],
  ['pm10', 'PM10', [0, 50, 120, 250, 350]],
  ['pm25', 'PM2.5', [0, 35, 60, 115, 150]],
  ['so2', 'SO2', [0, 150, 500, 650, 800]],
]

function indexOf(hour: Hour): { aqi: number; primary: string[] } {
  const indices = POINTS.map(([key, name, points]) => {
    const value = hour[key]
    const above = points.findIndex((point, at) => at > 0 && value <= point)
    const [low = 0, high = 1] = [points[above - 1], points[above]]
    return { name, iaqi: 50 * (above - 1) + Math.ceil((50 * (value - low)) / (high - low)) }
  })
  const aqi = Math.max(...indices.map(({ iaqi }) => iaqi))
  return { aqi, primary: aqi > 50 ? indices.filter(({ iaqi }) => iaqi === aqi).map(({ name }) => name) : [] }
}

const HOURS = Array.from({ length: 24 }, (_, at) => at + 1)

function chongqingHours(): string {
  const header =
    '监测日期,小时,区县,AQI,空气质量级别,首要污染物,PM2.5(μg/m³),PM10(μg/m³),SO2(μg/m³),NO2(μg/m³),CO(μg/m³),O3(μg/m³),审核状态,备注'
  const lines = HOURS.flatMap((at) =>
    CHONGQING_SITES.map((site, seed) => {
      const hour = hourOf(site, at, seed)
      const { aqi, primary } = indexOf(hour)
      const { pm25, pm10, so2, no2, coTenths, o3 } = hour
      const level = ['一级', '二级', '三级', '四级'][grade(aqi)]
      const figures = [pm25, pm10, so2, no2, coTenths * 100, o3]
      return ['2026-11-15', at, site.city, aqi, level, primary.join('、') || '—', ...figures, '未审核', LABEL].join(',')
    }),
  )
  return `${[header, ...lines].join('\r\n')}\r\n`
}

function sichuanHours(): string {
  const features = HOURS.flatMap((at) =>
    SICHUAN_SITES.map((site, seed) => {
      const hour = hourOf(site, at, seed + 20)
      // One monitor of coarse particles is out for three hours; without it an hour up to 100 has no index (HJ 633-2026 §5.3).
      const out = site.code === '9905A' && at >= 10 && at <= 12
      const { aqi, primary } = indexOf(hour)
      const ended = at === 24 ? '2026-11-16T00:00:00' : `2026-11-15T${String(at).padStart(2, '0')}:00:00`
      return {
        timepoint: ended,
        area: site.city,
        positionname: site.name,
        stationcode: site.code,
        aqi: out ? 'NA' : String(aqi),
        quality: out ? '-;' : WORDS[grade(aqi)],
        primarypollutant: out || primary.length === 0 ? '-;' : primary.join(','),
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
  return `${JSON.stringify({ total: features.length, data: features })}\n`
}

/** The sample files that are text, by path below this folder. */
export function airTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/air-forecast-20261115.csv': iconv.encode(chongqingForecast(), 'gb18030'),
    'chongqing/air-observation-20261115.csv': iconv.encode(chongqingHours(), 'gb18030'),
    'sichuan/air-forecast-20261115.txt': Buffer.from(sichuanBulletin()),
    'sichuan/air-observation-20261115.json': Buffer.from(sichuanHours()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(airTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(cityRows(), { sheet: CITY_SHEET }).toBuffer()
  writeFileSync(join(here, 'sichuan', 'air-forecast-cities-20261115.xlsx'), workbook)
}
