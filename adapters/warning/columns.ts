/** Which column of a table of warnings, or label of a notice, is what: the headings both sides use. */
import type { AreaField } from '../air/area-fault.ts'
import { plainHeading } from '../air/cells.ts'

/** Parts of a warning that stand in a cell, under a label or in a sentence of their own. */
export type WarningField =
  | AreaField
  | 'action'
  | 'authority'
  | 'basis'
  | 'content'
  | 'digest'
  | 'effective'
  | 'issued'
  | 'level'
  | 'number'
  | 'previous'
  | 'publication'
  | 'replaces'
  | 'response'
  | 'review'
  | 'scheme'
  | 'title'
  | 'unnumbered'
  | 'until'

const HEADINGS: Readonly<Record<WarningField, readonly string[]>> = {
  province: ['省份', '省市', '省', 'province'],
  city: ['城市', '市州', '地市', '市', 'city'],
  county: ['区县', '县区', '县市区', 'county', 'district'],
  zone: ['片区', '预警片区', 'zone'],
  area: ['区域', '预警区域', '预警范围', '范围', '地区', 'area', 'region'],
  areaCode: ['区划代码', '行政区划代码', '区域编码', 'areacode', 'code'],
  action: ['动作', '预警动作', '操作', '事项', '预警状态', 'action'],
  authority: ['发布机关', '发布单位', '发布机构', '签发单位', '发文机关', '发文单位', 'authority', 'issuer'],
  basis: ['依据', '发布依据', '预警依据', '启动依据', 'basis'],
  content: ['正文', '内容', '通知正文', 'content'],
  digest: ['盖章文件摘要', '盖章文件sha256', '附件摘要', '文件摘要', 'sha256', 'digest', 'sealeddigest'],
  effective: ['启动时间', '生效时间', '起始时间', '开始时间', '实施时间', '预警开始时间', 'effective', 'effectivefrom'],
  issued: [
    '发布时间',
    '发布日期',
    '签发时间',
    '签发日期',
    '印发时间',
    '印发日期',
    '发文日期',
    '日期',
    'issued',
    'issuedat',
  ],
  level: ['预警级别', '预警等级', '预警颜色', '级别', '等级', 'level', 'colour'],
  number: ['文号', '发文字号', '文件编号', 'number', 'documentnumber'],
  previous: ['原级别', '原预警级别', '调整前级别', 'previouslevel', 'previous'],
  publication: ['公开方式', '公开情况', '公开属性', '发布权', 'publication'],
  replaces: ['原文号', '被调整文号', '被解除文号', '替代文号', '原预警文号', 'replaces'],
  response: ['响应级别', '应急响应级别', '应急响应', '响应等级', 'response'],
  review: ['审核状态', 'review'],
  scheme: ['预警方案', '分级标准', '分级方案', '应急预案', '所依预案', 'scheme', 'plan'],
  title: ['标题', '文件标题', '文件名称', 'title'],
  unnumbered: ['无文号原因', '文号说明', 'unnumbered'],
  until: ['解除时间', '截止时间', '终止时间', '结束时间', '预警结束时间', 'until'],
}

/** Every field, in the order of the headings. */
export const WARNING_FIELDS: readonly WarningField[] = Object.keys(HEADINGS).map(asField)

const BY_HEADING: ReadonlyMap<string, WarningField> = new Map(
  WARNING_FIELDS.flatMap((field) => HEADINGS[field].map((heading): [string, WarningField] => [heading, field])),
)

function asField(name: string): WarningField {
  if (isField(name)) return name
  throw new TypeError(`expected a field, got ${name}`)
}

function isField(name: string): name is WarningField {
  return Object.hasOwn(HEADINGS, name)
}

const plainOf = (heading: string): string => plainHeading(heading).replace('sha-', 'sha')

/** The field a heading or label means. */
export function warningField(heading: string): WarningField | undefined {
  return BY_HEADING.get(plainOf(heading))
}

/** How a field is usually headed. */
export function warningHeading(field: WarningField): string {
  return HEADINGS[field][0] ?? field
}

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface WarningColumns {
  readonly fields: Readonly<Partial<Record<WarningField, number>>>
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

/** Headings that carry nothing a record keeps. */
const IDLE = new Set(['序号', '编号', '备注', 'id', '附件'])

/** Reads a header row. */
export function warningColumns(header: readonly string[]): WarningColumns {
  const fields: Partial<Record<WarningField, number>> = {}
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [at, heading] of header.entries()) {
    const plain = plainOf(heading)
    const field = BY_HEADING.get(plain)
    if (field === undefined) {
      if (plain !== '' && !IDLE.has(plain)) ignored.push(heading)
    } else if (fields[field] === undefined) fields[field] = at
    else repeated.push(heading)
  }
  return { fields, ignored, repeated }
}

/** Headings that would have to be there for a row to be a warning, and are not; a notice's whole text stands for all of them. */
export function missingWarningColumns({ fields }: WarningColumns): readonly string[] {
  if (fields.content !== undefined) return []
  const needed: readonly (readonly [WarningField, string])[] = [
    ['authority', '发布机关'],
    ['issued', '发布时间'],
    ['action', '动作'],
    ['level', '预警级别'],
  ]
  return needed.filter(([field]) => fields[field] === undefined).map(([, heading]) => heading)
}
