/** Rows that are not the sender's or lie outside the territory, in any dataset, and rows whose administrative division cannot be settled (standards §7.2). */
import type { ErrorRow } from './types.ts'

/** The codes of territory and divisions. */
export type DivisionRowCode =
  | 'row-of-other-side'
  | 'territory-outside'
  | 'division-missing'
  | 'division-unknown'
  | 'division-ambiguous'
  | 'division-not-in-force'

/** One row a code. */
export const DIVISION_ROW_ERRORS: Readonly<Record<DivisionRowCode, ErrorRow>> = {
  'row-of-other-side': {
    status: 422,
    title: { zh: '对方的数据行', en: 'Row of the other side' },
    what: {
      zh: '省份或所在区划表明该行属于对方，本方不得代为报送。',
      en: "By its province or its division the row is the other side's; this side may not send it.",
    },
    fix: {
      zh: '报送前按省份筛选，只留本方的行；对方的行由对方报送，此处拒绝不影响其他行。',
      en: "Filter by province before sending and keep your own side's rows; the other side sends its own. The rest of the file is not affected.",
    },
    example: '省份 = 四川省 ← party=cq',
  },
  'territory-outside': {
    status: 422,
    title: { zh: '超出契约地域', en: "Outside the contract's territory" },
    what: {
      zh: '该行的省份、区划或受纳水体不在契约约定的地域之内。',
      en: 'The province, division or receiving river of the row lies outside the territory that the contract covers.',
    },
    fix: {
      zh: '只报送契约页面所列地域的行；若是写法问题，请写规范名称。',
      en: 'Send rows of the territory on the contract page only; if it is a matter of spelling, write the official name.',
    },
    example: '省份 = 贵州省',
  },
  'division-missing': {
    status: 422,
    title: { zh: '缺少所在区划', en: 'Division missing' },
    what: {
      zh: '所在区划的名称与代码都为空，无法确定该行属于哪一方、是否在契约地域之内。',
      en: 'Both the name and the code of the division are empty, so it is uncertain whose the row is and whether it lies in the territory.',
    },
    fix: {
      zh: '填写所在区县的名称或六位行政区划代码，最好两者都写。',
      en: 'Write the county or its six-digit code, best both.',
    },
    example: '所在区县 = ——',
  },
  'division-unknown': {
    status: 422,
    title: { zh: '区划不在登记册中', en: 'Division not in the register' },
    what: {
      zh: '所写区划在登记册中查不到，或不是契约要求的层级（例如要求区县而写了市州或片区）；若有相近的名称，已在说明中列出。',
      en: 'The division is not in the register, or not of the rank the contract asks for, such as a prefecture or a zone for a county; the nearest names, if any, are given.',
    },
    fix: {
      zh: '对照 GET /v1/registry/divisions 改用登记的名称或代码；已撤销的名称和代码按归并后的区划解读，会在说明中注明。',
      en: 'Use a name or code of GET /v1/registry/divisions; a retired one is read as what took its place, and noted.',
    },
    example: '所在区县 = 永州区',
  },
  'division-ambiguous': {
    status: 422,
    title: { zh: '区划不唯一或自相矛盾', en: 'Division not unique' },
    what: {
      zh: '同名的区划有几个，或代码与名称指向不同的区划，无法确定是哪一个。',
      en: 'Several divisions have the name, or code and name mean different ones.',
    },
    fix: {
      zh: '同时写行政区划代码与名称，并使二者一致；或加“所在市”一列。',
      en: 'Write a code and a name that agree, or add the prefecture in a column of its own.',
    },
    example: '所在区县 = 市中区',
  },
  'division-not-in-force': {
    status: 422,
    title: { zh: '区划当日不存在', en: 'Division not in force that day' },
    what: {
      zh: '该区划在所写日期尚未设立或已经撤销，登记册中也没有可以接替的区划。',
      en: 'On the day written the division did not exist yet, or had ended without one that took its place in the register.',
    },
    fix: {
      zh: '核对日期，或写当日有效的区划；登记册 GET /v1/registry/divisions 载有每个区划的起止日期。',
      en: 'Check the day, or write the division in force on it; the register at GET /v1/registry/divisions has the first and last day of each.',
    },
    example: '所在区县 = 大足区 ← 2011-06-01',
  },
}
