/** What the tests of both sides' warnings share: notices and tables made inline, and the outcome of reading one. */
import { areaNames } from '../../../adapters/air/area.ts'
import { CHONGQING_AIR } from '../../../adapters/chongqing/air.ts'
import { chongqingAirWarning } from '../../../adapters/chongqing/air-warning.ts'
import { SICHUAN_AIR } from '../../../adapters/sichuan/air.ts'
import { sichuanAirWarning } from '../../../adapters/sichuan/air-warning.ts'
import type { Adapter } from '../../../adapters/types.ts'
import type { AirWarningRecord } from '../../../contracts/air-warning/record.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { csv, type Outcome, type Reading, readBy, rules } from '../air/helpers.ts'

export { csv, type Outcome, rules }

/** When the tests say a file is read: a day after the last of them was issued. */
export const AT = Date.parse('2026-11-16T18:00:00+08:00')

export const WARNINGS: Readonly<Record<PartyId, Adapter<AirWarningRecord>>> = {
  cq: chongqingAirWarning,
  sc: sichuanAirWarning,
}

/** Whether a text names an area, by either side's words. */
export const isArea: Readonly<Record<PartyId, (name: string) => boolean>> = {
  cq: areaNames(CHONGQING_AIR, DIVISIONS_2026_11),
  sc: areaNames(SICHUAN_AIR, DIVISIONS_2026_11),
}

/** A file of warnings of one side. */
export function warnings(
  party: PartyId,
  source: string | Uint8Array,
  reading: Reading = {},
): Outcome<AirWarningRecord> {
  return readBy(WARNINGS[party], source, { at: AT, ...reading })
}

export const CHENGDU = '成都市重污染天气应急指挥部办公室（示例）'
export const CHONGQING = '重庆市重污染天气应急指挥部办公室（示例）'

/** What a notice has beside its sentences. */
export interface NoticeParts {
  readonly authority?: string
  readonly number?: string
  readonly title?: string
  readonly date?: string
}

/** A notice of one document, with the sentences given. */
export function notice(sentences: string, parts: NoticeParts = {}): string {
  const {
    authority = CHENGDU,
    number = '示例重污办〔2026〕7号',
    title = '关于重污染天气预警的通知',
    date = '2026年11月14日18时',
  } = parts
  const lines = [number, title, '各区（市）县人民政府：', sentences, authority, date]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** The columns of a table of warnings that every row of the tests has. */
export const ROW = {
  发布机关: CHENGDU,
  文号: '示例重污办〔2026〕7号',
  标题: '关于发布重污染天气黄色预警的通知',
  动作: '发布',
  预警级别: '黄色',
  发布时间: '2026-11-14 18:00',
  启动时间: '2026-11-15 00:00',
  解除时间: '另行通知',
} as const

/** A table of one row for each set of changes. */
export function table(...changes: readonly Readonly<Record<string, string>>[]): string {
  const header = [...new Set([...Object.keys(ROW), ...changes.flatMap((change) => Object.keys(change))])]
  const rows = changes.map((change) => {
    const cells: Readonly<Record<string, string>> = { ...ROW, ...change }
    return header.map((heading) => cells[heading] ?? '')
  })
  return csv(header, ...rows)
}
