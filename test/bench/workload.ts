/** The bytes both servers get: a side's own rows in JSON, dated, of known sections, no two requests alike. */
import { SECTIONS_2026_11 } from '../../contracts/registry/index.ts'

/** What the floor's ajv holds the rows against. */
export const NATIVE_ROWS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['断面名称', '监测时间', '水质类别', '溶解氧(mg/L)'],
    additionalProperties: { type: 'string', maxLength: 64 },
  },
} as const

const OWN = SECTIONS_2026_11.sections.filter((section) => section.party === 'cq')
const FOUR_HOURS = 4 * 3_600_000
const FIRST = Date.UTC(2003, 0, 1)

function decimals(seed: number, from: number, spread: number, places: number): string {
  return (from + ((seed * 7919) % 1000) * (spread / 1000)).toFixed(places)
}

/** `rows` rows for request number `request`, as UTF-8 JSON. */
export function nativeJson(request: number, rows: number): Buffer {
  const list = Array.from({ length: rows }, (_, at) => {
    const serial = request * rows + at
    const section = OWN[serial % OWN.length]
    const time = new Date(FIRST + Math.floor(serial / OWN.length) * FOUR_HOURS).toISOString()
    return {
      省份: '重庆市',
      流域: '长江流域',
      断面名称: section?.name ?? '',
      监测时间: `${time.slice(0, 10)} ${time.slice(11, 16)}`,
      水质类别: 'Ⅱ',
      '水温(℃)': decimals(serial, 12, 8, 1),
      'pH(无量纲)': decimals(serial + 1, 7.5, 0.8, 2),
      '溶解氧(mg/L)': decimals(serial + 2, 7.6, 2, 2),
      '电导率(μS/cm)': decimals(serial + 3, 350, 100, 1),
      '浊度(NTU)': decimals(serial + 4, 5, 60, 1),
      '高锰酸盐指数(mg/L)': decimals(serial + 5, 1.2, 2, 2),
      '氨氮(mg/L)': decimals(serial + 6, 0.02, 0.3, 3),
      '总磷(mg/L)': decimals(serial + 7, 0.03, 0.06, 3),
      '总氮(mg/L)': decimals(serial + 8, 1, 1, 2),
      '叶绿素α(mg/L)': '*',
      '藻密度(cells/L)': '*',
      站点情况: '正常',
    }
  })
  return Buffer.from(JSON.stringify(list))
}
