/** The sandbox's made-up heavy-pollution warnings (示例): issued on 11 November 2026, adjusted, and lifted on the 15th when the forecasts said that the air would hold. */
import type { SeedFile } from './parties.ts'

/** The sample files of `air-warning`, in the order they are sent. */
export const WARNING_SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/air-warning-20261115.csv', mediaType: 'text/csv; charset=gb18030' },
  { party: 'cq', file: 'chongqing/air-warning-20261115.txt', mediaType: 'text/plain; charset=utf-8' },
  {
    party: 'sc',
    file: 'sichuan/air-warning-20261115.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { party: 'sc', file: 'sichuan/air-warning-20261115.txt', mediaType: 'text/plain; charset=utf-8' },
  { party: 'sc', file: 'sichuan/air-warning-20261115.json', mediaType: 'application/json' },
]

/** In every row, so that no part of a sample passes for a warning. */
export const LABEL = '示例数据'

/** A place whose own command warned it; `raised` where yellow became orange for two days. */
export interface SamplePlace {
  readonly name: string
  /** What its documents' numbers begin with. */
  readonly office: string
  readonly raised: boolean
}

/** Districts of Chongqing. */
export const CHONGQING_PLACES: readonly SamplePlace[] = [
  { name: '永川区', office: '示例永重污办', raised: false },
  { name: '荣昌区', office: '示例荣重污办', raised: true },
  { name: '合川区', office: '示例合重污办', raised: false },
  { name: '潼南区', office: '示例潼重污办', raised: false },
  { name: '长寿区', office: '示例长重污办', raised: false },
]

/** Cities of Sichuan. */
export const SICHUAN_PLACES: readonly SamplePlace[] = [
  { name: '自贡市', office: '示例自重污办', raised: true },
  { name: '泸州市', office: '示例泸重污办', raised: false },
  { name: '内江市', office: '示例内重污办', raised: false },
  { name: '宜宾市', office: '示例宜重污办', raised: true },
  { name: '乐山市', office: '示例乐重污办', raised: false },
  { name: '眉山市', office: '示例眉重污办', raised: false },
]

/** The command of a place, as its documents are signed. */
export function commandOf(place: string): string {
  return `${place}重污染天气应急指挥部办公室（示例）`
}

/** One act of a place, as its row of a table says it. */
export interface SampleAct {
  readonly place: SamplePlace
  readonly number: string
  readonly action: '发布' | '调整' | '解除'
  readonly level: string
  readonly before: string
  readonly response: string
  readonly issued: string
  readonly effective: string
  readonly until: string
  readonly replaces: string
}

/** All acts of the places, in the order they were issued. */
export function actsOf(places: readonly SamplePlace[]): readonly SampleAct[] {
  const acts = places.flatMap((place): readonly SampleAct[] => {
    const number = (serial: number): string => `${place.office}〔2026〕${serial}号`
    const open = { place, before: '', until: '另行通知', replaces: '' }
    const issue: SampleAct = {
      ...open,
      number: number(1),
      action: '发布',
      level: '黄色',
      response: 'Ⅲ级应急响应',
      issued: '2026-11-11 18:00',
      effective: '2026-11-12 00:00',
    }
    const raise: SampleAct = {
      ...open,
      number: number(2),
      action: '调整',
      level: '橙色',
      before: '黄色',
      response: 'Ⅱ级应急响应',
      issued: '2026-11-12 18:00',
      effective: '2026-11-13 00:00',
      replaces: issue.number,
    }
    const last = place.raised ? raise : issue
    const lift: SampleAct = {
      place,
      number: number(place.raised ? 3 : 2),
      action: '解除',
      level: last.level,
      before: '',
      response: '',
      issued: '2026-11-15 17:00',
      effective: '2026-11-15 20:00',
      until: '',
      replaces: last.number,
    }
    return place.raised ? [issue, raise, lift] : [issue, lift]
  })
  return acts.toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0))
}
