/** Writes the sandbox's sample weather (示例) in each side's own way of writing, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { WEATHER_SHEET, weatherRows, weatherText } from './weather.ts'

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  writeFileSync(join(here, 'chongqing', 'air-weather-20261115.csv'), iconv.encode(weatherText(), 'gb18030'))
  const workbook = await writeXlsxFile(weatherRows(), { sheet: WEATHER_SHEET }).toBuffer()
  writeFileSync(join(here, 'sichuan', 'air-weather-20261115.xlsx'), workbook)
}
