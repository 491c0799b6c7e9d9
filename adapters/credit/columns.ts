/** Which column of a credit file is what: the headings both sides use. Standards §4.2. */
import { halfWidth } from '../tables/marks.ts'

/** What a column says of a row. */
export type CreditField =
  | 'name'
  | 'code'
  | 'year'
  | 'level'
  | 'score'
  | 'veto'
  | 'vetoCase'
  | 'authorityLevel'
  | 'authority'
  | 'status'
  | 'notice'
  | 'document'
  | 'validity'
  | 'validFrom'
  | 'validTo'
  | 'repair'
  | 'repairDate'
  | 'appeal'
  | 'appealDate'
  | 'city'
  | 'county'
  | 'divisionCode'
  | 'remark'

const HEADINGS: readonly (readonly [CreditField, readonly string[]])[] = [
  ['name', ['企业名称', '单位名称', '企业', '名称', '参评企业']],
  ['code', ['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一代码']],
  ['year', ['评价年度', '年度', '评价年份', '评价年']],
  [
    'level',
    [
      '评价等级',
      '信用等级',
      '等级',
      '评价结果',
      '环境信用等级',
      '信用评价等级',
      '环境信用评价等级',
      '企业环境信用等级',
      '评价级别',
    ],
  ],
  ['score', ['得分', '评价得分', '分数', '总分', '总得分', '评价分数', '评分']],
  ['veto', ['一票否决', '是否一票否决', '是否否决']],
  ['vetoCase', ['一票否决情形', '否决情形', '一票否决原因', '否决原因']],
  ['authorityLevel', ['级别', '机关级别', '评价层级', '层级', '评价机关级别']],
  ['authority', ['评价机关', '评价部门', '评价单位', '发布机关']],
  ['status', ['参评状态', '评价状态', '状态', '参评情况']],
  ['notice', ['公示期', '公示时间', '公示期限']],
  ['document', ['文号', '发布文号', '公告文号', '发布文件']],
  ['validity', ['有效期', '有效期限']],
  ['validFrom', ['有效期起', '有效期始', '有效期自', '生效日期']],
  ['validTo', ['有效期止', '有效期至', '失效日期']],
  ['repair', ['修复情况', '信用修复', '修复状态', '信用修复情况']],
  ['repairDate', ['修复日期', '修复时间', '信用修复日期']],
  ['appeal', ['复核/申诉', '复核申诉', '复核、申诉', '复核情况', '申诉情况', '复核', '申诉']],
  ['appealDate', ['复核日期', '申诉日期']],
  ['city', ['市州', '市(州)', '所在市州', '所在市(州)', '地市', '所属市州']],
  [
    'county',
    ['区县', '所在区县', '所属区县', '县(市、区)', '县(区)', '区(县)', '行政区划', '所在区划', '所在地', '所属地区'],
  ],
  ['divisionCode', ['行政区划代码', '区划代码']],
  ['remark', ['备注']],
]
const FIELDS = new Map(HEADINGS.flatMap(([field, names]) => names.map((name) => [name, field] as const)))
const FIRST = new Map(HEADINGS.map(([field, names]) => [field, names[0]]))

/** The field a heading means; undefined when it means none. */
export function creditField(raw: string): CreditField | undefined {
  const heading = halfWidth(raw).replace(/\s+/g, '')
  return FIELDS.get(heading) ?? FIELDS.get(heading.replace(/\(分\)$/, ''))
}

/** How a field is usually headed. */
export function creditHeading(field: CreditField): string {
  return FIRST.get(field) ?? field
}

/** Headings of 重污染天气绩效分级, another scheme; a column of it is no level. */
const PERFORMANCE = /绩效(?:分级|等级|评级|级别)/
/** Headings that carry nothing a record keeps. */
const IDLE = new Set(['序号', '编号'])

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface Columns {
  readonly fields: Readonly<Partial<Record<CreditField, number>>>
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
  /** The heading of a column of performance grades, if there is one. */
  readonly performance: string | null
}

/** Reads a header row. */
export function readColumns(header: readonly string[]): Columns {
  const fields: Partial<Record<CreditField, number>> = {}
  const ignored: string[] = []
  const repeated: string[] = []
  let performance: string | null = null
  for (const [at, raw] of header.entries()) {
    const heading = halfWidth(raw).replace(/\s+/g, '')
    const field = creditField(raw)
    if (field) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(raw)
      continue
    }
    if (PERFORMANCE.test(heading)) performance ??= raw
    if (heading !== '' && !IDLE.has(heading)) ignored.push(raw)
  }
  return { fields, ignored, repeated, performance }
}
