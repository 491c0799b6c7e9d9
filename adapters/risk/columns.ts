/** Which column of a table of enterprises is what, by the headings both sides use; units and reference systems in brackets are kept. Standards §9. */
import { type CrsName, parseCrs } from '../standards/coordinates.ts'
import { otherScheme } from '../standards/risk-scheme.ts'
import { halfWidth } from '../tables/marks.ts'

/** What a column says of an enterprise, of its risks, or of what it discharges. */
export type Field =
  | SiteField
  | 'level'
  | 'airLevel'
  | 'waterLevel'
  | 'airQ'
  | 'waterQ'
  | 'airM'
  | 'waterM'
  | 'airScore'
  | 'waterScore'
  | 'airE'
  | 'waterE'
  | 'people5km'
  | 'people500m'
  | 'penalised'
  | 'substances'
  | 'permit'
  | 'outlets'
  | 'pollutants'
  | 'dischargeTo'

/** Columns both contracts have. */
export type SiteField =
  | 'name'
  | 'code'
  | 'site'
  | 'asOf'
  | 'longitude'
  | 'latitude'
  | 'crs'
  | 'province'
  | 'city'
  | 'divisionCode'
  | 'division'
  | 'industry'
  | 'industryCode'
  | 'river'
  | 'distance'
  | 'sections'
  | 'post'
  | 'phone'
  | 'review'

/** Headings with a meaning, without blanks and brackets. */
export type Headings = Readonly<Record<string, Field>>

/** Members of a substance that has columns of its own, numbered. */
export type SubstanceMember = 'name' | 'cas' | 'quantity' | 'threshold' | 'media' | 'phase'

/** One column: where it is, as it is headed, and what its brackets say (`km`, `t`). */
export interface Column {
  readonly at: number
  readonly heading: string
  readonly bracket: string | null
}

/** The columns found. `idle` are told in file notes, by rule. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<Field, Column>>>
  /** Numbered substances in the order of their numbers. */
  readonly substances: readonly Readonly<Partial<Record<SubstanceMember, Column>>>[]
  /** The system a heading names: 经度(CGCS2000). */
  readonly crs: CrsName | null
  readonly idle: readonly { readonly rule: IdleRule; readonly heading: string }[]
}

/** Why a column is not read. */
export type IdleRule = 'column-ignored' | 'column-repeated' | 'person-dropped' | 'grade-scheme-refused'

/** Headings that carry nothing a record keeps. */
const QUIET = new Set(['序号', '编号', '备注'])
const PERSON =
  /^(?:(?:应急|环保|安全|第[一二]|企业)?(?:联系人|负责人|联络人)(?:姓名)?|法定代表人(?:姓名)?|法人(?:代表)?(?:姓名)?|姓名|实际控制人)$/
const NUMBERED = /^(.+?)(\d{1,2})$/
const MEMBERS: ReadonlyMap<string, SubstanceMember> = new Map<string, SubstanceMember>([
  ['风险物质', 'name'],
  ['风险物质名称', 'name'],
  ['主要风险物质', 'name'],
  ['物质', 'name'],
  ['物质名称', 'name'],
  ['CAS', 'cas'],
  ['CAS号', 'cas'],
  ['存量', 'quantity'],
  ['最大存量', 'quantity'],
  ['最大存在量', 'quantity'],
  ['临界量', 'threshold'],
  ['涉及环境', 'media'],
  ['环境要素', 'media'],
  ['物态', 'phase'],
  ['形态', 'phase'],
])

/** Reads a header row by the headings of one contract; `numbered`: whether substances may have columns of their own. */
export function readColumns(header: readonly string[], headings: Headings, numbered: boolean): Columns {
  const fields: Partial<Record<Field, Column>> = {}
  const substances = new Map<number, Partial<Record<SubstanceMember, Column>>>()
  const idle: { rule: IdleRule; heading: string }[] = []
  let crs: CrsName | null = null
  for (const [at, heading] of header.entries()) {
    const { base, bracket } = headingOf(heading)
    const column = { at, heading, bracket }
    const field = Object.hasOwn(headings, base) ? headings[base] : undefined
    const [, name = '', number = ''] = (numbered && NUMBERED.exec(base)) || []
    const member = MEMBERS.get(name)
    if (field) {
      if (fields[field]) idle.push({ rule: 'column-repeated', heading })
      else fields[field] = column
      if (field === 'longitude' || field === 'latitude') crs ??= (bracket && parseCrs(bracket)) || null
    } else if (member) {
      const one = substances.get(Number(number)) ?? {}
      substances.set(Number(number), one)
      if (one[member]) idle.push({ rule: 'column-repeated', heading })
      else one[member] = column
    } else if (PERSON.test(base)) idle.push({ rule: 'person-dropped', heading })
    else if (otherScheme(base)) idle.push({ rule: 'grade-scheme-refused', heading })
    else if (base !== '' && !QUIET.has(base)) idle.push({ rule: 'column-ignored', heading })
  }
  const ordered = [...substances].sort(([a], [b]) => a - b).map(([, one]) => one)
  return { fields, substances: ordered, crs, idle }
}

/** `距省界距离（公里）` → its name and what the last brackets hold. */
function headingOf(heading: string): { base: string; bracket: string | null } {
  const plain = halfWidth(heading).replace(/[\s*]+/g, '')
  const [, base, bracket] = /^([^()]+)\(([^()]*)\)$/.exec(plain) ?? []
  const [, front, number] = /^(.+?)\([^()]*\)(\d{1,2})$/.exec(plain) ?? []
  if (front !== undefined) return { base: `${front}${number}`, bracket: /\(([^()]*)\)/.exec(plain)?.[1] ?? null }
  return { base: base ?? plain, bracket: bracket ?? null }
}
