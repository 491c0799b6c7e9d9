/** Writes the sandbox's sample forecasts and hours of air (示例) in each side's own way of writing, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import {
  CHONGQING_AREAS,
  CHONGQING_SITES,
  FORECAST_DAYS,
  type SampleSite,
  SICHUAN_CITIES,
  SICHUAN_SITES,
  SICHUAN_ZONES,
} from './air.ts'
import { chongqingHours, sichuanHours } from './air-hours.ts'
import { chongqingForecast, sichuanBulletin, sichuanCities } from './air-issues.ts'

/** Both sides' issues of 15 November. */
const ISSUED = { day: '2026-11-15', days: FORECAST_DAYS }

/** The sheet of Sichuan's cities. */
export const CITY_SHEET = '城市预报（示例）'

/** Its rows; figures are typed numbers. */
export function cityRows(): (string | number)[][] {
  return sichuanCities({ ...ISSUED, clock: '16:00', areas: SICHUAN_CITIES })
}

const HOURS = { day: ISSUED.day, hours: 24 }
const table = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`

/** One monitor is out for three hours. */
const isOut = ({ code }: SampleSite, hour: number): boolean => code === '9905A' && hour >= 10 && hour <= 12

/** The sample files that are text, by path below this folder. */
export function airTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/air-forecast-20261115.csv': iconv.encode(
      table(chongqingForecast({ ...ISSUED, clock: '15:30', areas: CHONGQING_AREAS })),
      'gb18030',
    ),
    'chongqing/air-observation-20261115.csv': iconv.encode(
      table(chongqingHours({ ...HOURS, sites: CHONGQING_SITES })),
      'gb18030',
    ),
    'sichuan/air-forecast-20261115.txt': Buffer.from(
      table(sichuanBulletin({ ...ISSUED, clock: '16:00', areas: SICHUAN_ZONES })),
    ),
    'sichuan/air-observation-20261115.json': Buffer.from(
      `${JSON.stringify(sichuanHours({ ...HOURS, sites: SICHUAN_SITES }, isOut))}\n`,
    ),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(airTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(cityRows(), { sheet: CITY_SHEET }).toBuffer()
  writeFileSync(join(here, 'sichuan', 'air-forecast-cities-20261115.xlsx'), workbook)
}
