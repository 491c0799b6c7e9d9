/** Which column of a water file is what: the headings both sides use, and the items by name or code. Standards §9 rows 1, 3, 5, 7. */
import type { WaterItem } from '../../contracts/water-section-quality/record.ts'
import { underGroup } from '../formats/header-groups.ts'
import { CANONICAL_UNITS, convertUnit, type ItemHeader, parseItemHeader, parseUnit } from '../standards/items.ts'

/** What a column says of a row, beside its figures. */
export type WaterField =
  | 'province'
  | 'section'
  | 'mn'
  | 'river'
  | 'time'
  | 'class'
  | 'target'
  | 'station'
  | 'level'
  | 'border'
  | 'monitoring'
  | 'originator'
  | 'review'
  | 'command'
  | 'system'

/** Headings with a meaning for the record, without spaces and units. */
export const FIELD_HEADINGS: Readonly<Record<string, WaterField>> = {
  省份: 'province',
  省市: 'province',
  省: 'province',
  所属省份: 'province',
  断面名称: 'section',
  断面: 'section',
  监测断面: 'section',
  站点名称: 'section',
  点位名称: 'section',
  站点编码: 'mn',
  断面编码: 'mn',
  点位编码: 'mn',
  站点编号: 'mn',
  MN: 'mn',
  MN号: 'mn',
  所在河流: 'river',
  所属河流: 'river',
  河流名称: 'river',
  河流: 'river',
  水体名称: 'river',
  监测时间: 'time',
  采样时间: 'time',
  监测日期: 'time',
  采样日期: 'time',
  数据时间: 'time',
  时间: 'time',
  水质类别: 'class',
  本期类别: 'class',
  实测类别: 'class',
  类别: 'class',
  水质目标: 'target',
  目标类别: 'target',
  规定类别: 'target',
  规定水功能类别: 'target',
  水域功能: 'target',
  水域功能类别: 'target',
  适用功能类别: 'target',
  考核目标: 'target',
  站点情况: 'station',
  站点状态: 'station',
  运行状态: 'station',
  断面级别: 'level',
  断面属性: 'level',
  控制级别: 'level',
  断面类型: 'border',
  断面性质: 'border',
  交界类型: 'border',
  监测方式: 'monitoring',
  监测类型: 'monitoring',
  数据来源: 'originator',
  数据生产单位: 'originator',
  审核状态: 'review',
  数据状态: 'review',
  '数据类型(CN)': 'command',
  '系统(ST)': 'system',
}

/** An item's column; `sentUnit` is set when the heading's unit is not the contract's. */
export interface ItemColumn {
  readonly at: number
  readonly heading: string
  readonly item: WaterItem
  readonly sentUnit: string | null
}

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<WaterField, number>>>
  readonly items: readonly ItemColumn[]
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

/** Headings that carry nothing a record keeps: the basin and running numbers. */
const KNOWN_IDLE = new Set(['流域', '序号', '编号', '备注'])

/** Headers that are remembered; a sender writes the same one every time. */
const HEADERS_KEPT = 64
const headers = new Map<string, Columns>()

/** Reads a header row. Items come in the record's key order. */
export function readColumns(header: readonly string[]): Columns {
  const name = JSON.stringify(header)
  const known = headers.get(name)
  if (known) return known
  const made = parseColumns(header)
  const [oldest] = headers.keys()
  if (headers.size >= HEADERS_KEPT && oldest !== undefined) headers.delete(oldest)
  headers.set(name, made)
  return made
}

/** An item under a heading that gives the unit of all below it, where that is a unit the item can have. */
function groupedItem(raw: string): ItemHeader | null {
  const under = underGroup(raw)
  const found = under && parseItemHeader(under.name)
  if (!found || found.unit !== null) return found
  const unit = parseUnit(under.bracket.replace(/^单位[:：]/, '').split(/[,，;；、]/)[0] ?? '')
  const fits = unit !== undefined && convertUnit('1', unit, CANONICAL_UNITS[found.item]) !== undefined
  return fits ? { item: found.item, unit } : found
}

function parseColumns(header: readonly string[]): Columns {
  const fields: Partial<Record<WaterField, number>> = {}
  const items = new Map<WaterItem, ItemColumn>()
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [at, raw] of header.entries()) {
    const heading = raw.replace(/\s+/g, '')
    const field = Object.hasOwn(FIELD_HEADINGS, heading) ? FIELD_HEADINGS[heading] : undefined
    if (field) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(raw)
      continue
    }
    // Blanks may stretch a name (氨 氮) or part it from its unit (电导率 μS/cm).
    const found = parseItemHeader(heading) ?? parseItemHeader(raw) ?? groupedItem(raw)
    if (!found) {
      if (heading !== '' && !KNOWN_IDLE.has(heading)) ignored.push(raw)
    } else if (items.has(found.item)) {
      repeated.push(raw)
    } else {
      const sentUnit = found.unit === null || found.unit === CANONICAL_UNITS[found.item] ? null : found.unit
      items.set(found.item, { at, heading: raw, item: found.item, sentUnit })
    }
  }
  const ordered = [...items.values()].sort((a, b) => (a.item < b.item ? -1 : 1))
  return { fields, items: ordered, ignored, repeated }
}
