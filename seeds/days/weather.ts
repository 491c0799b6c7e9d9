/** The sandbox's made-up weather (示例) behind its air: what each side's weather service foresees on a civil day, stagnant where the air is bad. */
import type { SampleArea } from '../air.ts'
import { chanceOf } from '../random.ts'
import { CITIES, DISTRICTS, OPINIONS, stagnation } from './air.ts'
import { addDays, compact } from './day.ts'
import { type DayFile, gbCsv, LABEL, sichuanJson } from './file.ts'

const CONTRACT = 'air-weather'

/** When both services issue, by the clock of the day, before anything is forecast of the air. */
export const WEATHER_ISSUED = '08:20'

/** Days ahead. */
const AHEAD = 3

/** The services, as files name them. */
export const OFFICES = { cq: '重庆市气象台（示例）', sc: '四川省气象台（示例）' } as const

/** Highest of a usual day by month in the basin, from January. */
const WARMTH = [10, 13, 18, 23, 27, 29, 32, 32, 27, 22, 17, 12] as const
/** So much colder up there; whose weather service tells of no mixing layer. */
const HIGH: ReadonlyMap<string, number> = new Map([
  ['阿坝州', 14],
  ['甘孜州', 15],
  ['凉山州', 3],
  ['城口县', 4],
])
const DIRECTIONS = ['北风', '东北风', '东风', '西北风', '南风'] as const
const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const

/** One place on one day, in figures; the mixing layer is null where nobody tells it. */
export interface SampleWeather {
  readonly phenomenon: string
  readonly lowest: number
  readonly highest: number
  readonly direction: string
  readonly force: string
  /** In m/s. */
  readonly speed: readonly [from: string, to: string]
  /** In mm. */
  readonly rain: string
  readonly humidity: readonly [from: number, to: number]
  readonly mixing: readonly [from: number, to: number] | null
  /** 1 disperses best, 6 worst. */
  readonly level: number
}

/** What a service foresees of a place. */
export function weatherOn(office: string, { name }: Pick<SampleArea, 'name'>, day: string): SampleWeather {
  const chance = (what: string): number => chanceOf('weather', what, office, name, day)
  // How still it is over the basin, and a little by the place.
  const still = Math.min(1, Math.max(0, stagnation(day) + 0.16 * (chanceOf('still', name, day) - 0.5)))
  const wet = still < 0.45 && chanceOf('wet', name, day) < 0.75
  const rain = wet ? 0.4 + 16 * (0.45 - still) * chance('rain') : 0
  const cooler = HIGH.get(name) ?? 0
  const warm = (WARMTH[Number(day.slice(5, 7)) - 1] ?? 20) - cooler
  const highest = Math.round(warm + 4 * (chanceOf('warm', name, day) - 0.5) - (wet ? 2 : 0))
  const wind = 0.5 + 2.4 * (1 - still)
  const top = Math.round((320 + 1300 * (1 - still)) / 50) * 50
  const moist = Math.round(52 + 24 * (wet ? 1 : still))
  const phenomenon = wet
    ? rain > 4
      ? '中雨'
      : '小雨转阴'
    : still > 0.78
      ? '阴，有霾'
      : still > 0.55
        ? '多云转阴'
        : chance('sky') < 0.5
          ? '多云'
          : '晴间多云'
  return {
    phenomenon,
    lowest: highest - Math.round(4 + 5 * (wet ? 0 : 1 - still)),
    highest,
    direction: DIRECTIONS[Math.floor(chanceOf('direction', name, day) * DIRECTIONS.length)] ?? '北风',
    force: wind < 1.6 ? '1-2级' : '2-3级',
    speed: [(wind * 0.6).toFixed(1), (wind * 1.3).toFixed(1)],
    rain: rain.toFixed(1),
    humidity: [moist, Math.min(98, moist + 28)],
    mixing: cooler > 10 ? null : [Math.round((top * 0.45) / 50) * 50, top],
    level: Math.min(6, Math.max(1, Math.ceil(still * 5.6))),
  }
}

interface Told {
  readonly area: string
  readonly day: string
  readonly ahead: number
  readonly weather: SampleWeather
}

function told(party: 'cq' | 'sc', day: string): readonly Told[] {
  // Each side passes on what its service foresees beyond the boundary, of one place or two.
  const beyond = OPINIONS[party].slice(0, party === 'cq' ? 2 : 1)
  const own = party === 'cq' ? DISTRICTS : CITIES
  return [...own, ...beyond].flatMap((area) =>
    Array.from({ length: AHEAD }, (_, at) => {
      const valid = addDays(day, at + 1)
      return { area: area.name, day: valid, ahead: at + 1, weather: weatherOn(OFFICES[party], area, valid) }
    }),
  )
}

/** The rows of Chongqing's table, the header first. */
export function chongqingWeather(day: string, clock: string): readonly (readonly string[])[] {
  const header =
    '区县,预报日期,发布时间,制作单位,天气,最低气温(℃),最高气温(℃),风向风力,风速(m/s),降水量(mm),相对湿度(%),混合层高度(m),空气污染气象条件等级,备注'
  const rows = told('cq', day).map(({ area, day: valid, weather }) => [
    area,
    valid.replaceAll('-', '/'),
    `${day} ${clock}`,
    OFFICES.cq,
    weather.phenomenon.replace('，', '、'),
    String(weather.lowest),
    String(weather.highest),
    `${weather.direction}${weather.force}`,
    weather.speed.join('～'),
    weather.rain === '0.0' ? '无降水' : weather.rain,
    weather.humidity.join('～'),
    weather.mixing?.join('～') ?? '—',
    `${NUMERALS[weather.level - 1]}级`,
    LABEL,
  ])
  return [header.split(','), ...rows]
}

/** The rows of Sichuan's list, by the headings of its platform; figures are typed numbers. */
export function sichuanWeather(
  day: string,
  clock: string,
): readonly Readonly<Record<string, string | number | null>>[] {
  return told('sc', day).map(({ area, day: valid, ahead, weather }) => ({
    城市: area,
    预报日期: valid,
    发布时间: `${day} ${clock}`,
    预报时效: `${24 * ahead}h`,
    资料来源: OFFICES.sc,
    天气现象: weather.phenomenon,
    最低气温: weather.lowest,
    最高气温: weather.highest,
    风向: weather.direction,
    风力: weather.force,
    最小风速: Number(weather.speed[0]),
    最大风速: Number(weather.speed[1]),
    降水量: Number(weather.rain),
    最小相对湿度: weather.humidity[0],
    最大相对湿度: weather.humidity[1],
    最小混合层高度: weather.mixing?.[0] ?? null,
    最大混合层高度: weather.mixing?.[1] ?? null,
    空气污染气象条件等级: weather.level,
    备注: LABEL,
  }))
}

/** The files of a day. */
export function weatherFiles(day: string): readonly DayFile[] {
  const stamp = compact(day)
  const data = sichuanWeather(day, WEATHER_ISSUED)
  return [
    gbCsv(
      CONTRACT,
      `air-weather-${stamp}.csv`,
      chongqingWeather(day, WEATHER_ISSUED).map((cells) => cells.join(',')),
    ),
    sichuanJson(CONTRACT, `air-weather-${stamp}.json`, { total: data.length, data }),
  ]
}
