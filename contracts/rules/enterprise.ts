/** Rules of records about enterprises, of credit and of risk alike: the credit code, the industry, the division it lies in. */
import type { Rules } from './types.ts'

const INDUSTRY = { clause: 'GB/T 4754-2017', confidence: 'M-mid' } as const

/** Rules by id. */
export const ENTERPRISE_RULES: Rules = {
  'credit-code-normalised': {
    zh: '统一社会信用代码去空白、改半角、改大写；字符本身未改',
    en: 'Blanks, width and case of the credit code were put right; no character was changed for another',
    basis: { clause: 'GB 32100-2015', confidence: 'V2' },
  },
  'credit-code-organisation': {
    zh: '第 9–17 位不合组织机构代码的校验；已发代码中有此情形，仅作提示',
    en: 'Characters 9 to 17 do not hold as an organisation code; some issued codes are so, and this is a warning only',
    basis: { clause: 'GB 11714-1997', confidence: 'M-high' },
  },
  'industry-code-by-name': {
    zh: '只有行业名称，代码由分类标准补上',
    en: "Only the name of the industry was sent; its code is the classification's",
    basis: INDUSTRY,
  },
  'industry-name-by-code': {
    zh: '只有行业代码，名称由分类标准补上',
    en: "Only the code of the industry was sent; its name is the classification's",
    basis: INDUSTRY,
  },
  'industry-code-unreadable': {
    zh: '行业代码应为四位数字（前可带门类字母）；所报的只记于此',
    en: "An industry's code is four digits, perhaps after a letter; the one sent stands in this note only",
    basis: INDUSTRY,
  },
  'industry-differs': {
    zh: '所报行业代码与名称在分类标准中不是同一类；两者照录',
    en: 'Code and name of the industry are not of one class; both are kept as sent',
    basis: INDUSTRY,
  },
  'division-alias': {
    zh: '所报是区划的另一名称；记录取登记的名称',
    en: 'Another name of the division was sent; the record has the registered one',
  },
  'division-retired': {
    zh: '所报区划在该日已撤并；记录取继承它的区划',
    en: 'The division sent had ended by then; the record has the one that took its place',
    basis: { clause: '区划登记册（例：重庆市 2025-11-06 区划调整）', confidence: 'V2' },
  },
  'division-code-shortened': {
    zh: '所报是乡镇或村的区划代码，取前六位（区县）',
    en: 'The code is that of a town or village; its first six digits, the county, were taken',
  },
  'division-code-unregistered': {
    zh: '所报区划代码不是登记的代码，区划按名称确定',
    en: 'The code sent is not the registered one; the division was told by its name',
  },
  'division-ambiguous': {
    zh: '所报名称可指几个区划，无法确定；记录不写区划',
    en: 'The name may mean several divisions; the record has none',
  },
  'division-not-then': {
    zh: '所报区划在该日不存在；记录不写区划',
    en: 'The division did not exist on that day; the record has none',
  },
  'division-unknown': {
    zh: '所报区划不在登记册中；记录不写区划，企业以统一社会信用代码为准',
    en: 'The division is not in the register; the record has none, the credit code tells the enterprise',
  },
}
