/** The sandbox's made-up weather (示例) as both sides' services had it on 15 November 2026, for the three days after. */
import { chongqingWeather, sichuanWeather } from './days/weather.ts'
import type { SeedFile } from './parties.ts'

/** The sample files of `air-weather`, in the order they are sent. */
export const WEATHER_SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/air-weather-20261115.csv', mediaType: 'text/csv; charset=gb18030' },
  {
    party: 'sc',
    file: 'sichuan/air-weather-20261115.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
]

const [DAY, CLOCK] = ['2026-11-15', '07:40'] as const

/** The sheet of Sichuan's cities. */
export const WEATHER_SHEET = '气象条件（示例）'

/** The text of Chongqing's table. */
export function weatherText(): string {
  return `${chongqingWeather(DAY, CLOCK)
    .map((cells) => cells.join(','))
    .join('\r\n')}\r\n`
}

/** The rows of Sichuan's sheet, headings first; figures are typed numbers, what is not told is empty. */
export function weatherRows(): (string | number | null)[][] {
  const rows = sichuanWeather(DAY, CLOCK)
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
}
