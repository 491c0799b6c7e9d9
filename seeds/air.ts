/** The sandbox's made-up air (示例): what both sides forecast on 15 November 2026 and what their sites had measured that day. */
import type { SeedFile } from './parties.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The sample files of `air-forecast`, in the order they are sent. */
export const FORECAST_SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/air-forecast-20261115.csv', mediaType: 'text/csv; charset=gb18030' },
  { party: 'sc', file: 'sichuan/air-forecast-20261115.txt', mediaType: 'text/plain; charset=utf-8' },
  { party: 'sc', file: 'sichuan/air-forecast-cities-20261115.xlsx', mediaType: XLSX },
]

/** The sample files of `air-observation`. */
export const OBSERVATION_SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/air-observation-20261115.csv', mediaType: 'text/csv; charset=gb18030' },
  { party: 'sc', file: 'sichuan/air-observation-20261115.json', mediaType: 'application/json' },
]

export { LABEL } from './days/file.ts'

/** The days forecast, in the order of their horizon. */
export const FORECAST_DAYS = ['2026-11-16', '2026-11-17', '2026-11-18'] as const

/** An area and the middle of its AQI range on each day forecast; `primary` where the range reaches above 50. */
export interface SampleArea {
  readonly name: string
  readonly middles: readonly number[]
  readonly primary: string
  /** What Chongqing's list has beside its counties. */
  readonly zone?: string
}

function area(name: string, middles: SampleArea['middles'], primary = 'PM2.5', zone?: string): SampleArea {
  return { name, middles, primary, ...(zone === undefined ? {} : { zone }) }
}

/** Zones of Sichuan's bulletin in words. */
export const SICHUAN_ZONES: readonly SampleArea[] = [
  area('成都平原', [92, 108, 96]),
  area('川南', [102, 118, 104]),
  area('川东北', [74, 82, 66], 'PM10'),
]

/** Sichuan's 21 cities, and Chongqing as its second opinion. */
export const SICHUAN_CITIES: readonly SampleArea[] = [
  area('成都市', [95, 112, 98]),
  area('自贡市', [108, 124, 110]),
  area('攀枝花市', [55, 58, 60], 'PM10'),
  area('泸州市', [98, 110, 100]),
  area('德阳市', [90, 104, 92]),
  area('绵阳市', [82, 96, 84]),
  area('广元市', [48, 55, 45], 'PM10'),
  area('遂宁市', [78, 92, 80]),
  area('内江市', [99, 115, 101]),
  area('乐山市', [94, 108, 97]),
  area('南充市', [76, 88, 70]),
  area('眉山市', [93, 109, 95]),
  area('宜宾市', [104, 120, 106]),
  area('广安市', [77, 86, 72]),
  area('达州市', [89, 80, 68], 'PM10'),
  area('雅安市', [60, 72, 58]),
  area('巴中市', [44, 52, 42], 'PM10'),
  area('资阳市', [86, 101, 89]),
  area('阿坝州', [24, 26, 25]),
  area('甘孜州', [22, 23, 22]),
  area('凉山州', [38, 42, 40], 'O3'),
  area('重庆市', [80, 94, 78]),
]

/** Chongqing's zones and counties, and 广安市 as its second opinion. */
export const CHONGQING_AREAS: readonly SampleArea[] = [
  area('全市', [76, 90, 74]),
  area('', [82, 95, 80], 'PM2.5', '中心城区'),
  area('', [78, 92, 76], 'PM2.5', '主城都市区'),
  area('', [48, 56, 46], 'PM2.5', '渝东北'),
  area('', [42, 50, 35], 'PM10', '渝东南'),
  area('渝中区', [80, 94, 79], 'PM2.5', '中心城区'),
  area('两江新区', [82, 96, 80], 'PM2.5', '中心城区'),
  area('永川区', [90, 105, 88], 'PM2.5', '主城都市区'),
  area('荣昌区', [96, 112, 94], 'PM2.5', '主城都市区'),
  area('合川区', [79, 92, 77], 'PM2.5', '主城都市区'),
  area('潼南区', [77, 90, 74], 'PM2.5', '主城都市区'),
  area('长寿区', [75, 88, 73], 'PM2.5', '主城都市区'),
  area('万州区', [55, 62, 50], 'PM2.5', '渝东北'),
  area('梁平区', [60, 68, 54], 'PM2.5', '渝东北'),
  area('城口县', [25, 28, 24], 'PM10', '渝东北'),
  area('黔江区', [40, 46, 36], 'PM10', '渝东南'),
  area('石柱土家族自治县', [38, 44, 35], 'PM10', '渝东南'),
  area('广安市', [84, 95, 80]),
]

/** A site's usual hour, in μg/m³ (CO in mg/m³). */
export interface SampleSite {
  readonly city: string
  readonly name: string
  readonly code: string
  readonly pm25: number
  readonly pm10: number
  readonly no2: number
  readonly o3: number
  readonly so2: number
  readonly co: number
}

function site(city: string, name: string, code: string, pm25: number, no2: number, o3: number): SampleSite {
  return { city, name, code, pm25, pm10: Math.round(pm25 * 1.45), no2, o3, so2: 5 + (no2 % 6), co: 0.5 + pm25 / 120 }
}

/** Made-up stations of Sichuan; no station of the network has these numbers. */
export const SICHUAN_SITES: readonly SampleSite[] = [
  site('成都市', '示例天府站', '9901A', 62, 46, 48),
  site('成都市', '示例龙泉站', '9902A', 55, 38, 58),
  site('自贡市', '示例盐都站', '9903A', 72, 34, 44),
  site('泸州市', '示例江阳站', '9904A', 60, 32, 40),
  site('遂宁市', '示例涪江站', '9905A', 44, 24, 52),
  site('内江市', '示例甜城站', '9906A', 63, 30, 42),
  site('宜宾市', '示例三江站', '9907A', 66, 35, 38),
  site('广安市', '示例渠江站', '9908A', 42, 26, 46),
  site('达州市', '示例通川站', '9909A', 48, 36, 40),
  site('资阳市', '示例雁江站', '9910A', 50, 22, 54),
  site('阿坝州', '示例高原站', '9911A', 9, 8, 62),
]

/** Chongqing's districts; their means, not stations. */
export const CHONGQING_SITES: readonly SampleSite[] = [
  site('渝中区', '', '', 45, 42, 36),
  site('两江新区', '', '', 47, 40, 40),
  site('永川区', '', '', 54, 30, 44),
  site('荣昌区', '', '', 60, 26, 46),
  site('合川区', '', '', 44, 28, 42),
  site('潼南区', '', '', 43, 22, 48),
  site('长寿区', '', '', 41, 34, 40),
  site('万州区', '', '', 34, 28, 38),
  site('城口县', '', '', 14, 12, 50),
  site('黔江区', '', '', 22, 16, 44),
]
