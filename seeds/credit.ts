/** The sandbox's made-up enterprises (示例) and how both sides rated them for 2025. Codes are of no division (000000); their check digits hold. */

import type { SeedFile } from './parties.ts'

/** The sample files, in the order they are sent. */
export const CREDIT_SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/credit-2025.csv', mediaType: 'text/csv; charset=gb18030' },
  {
    party: 'cq',
    file: 'chongqing/credit-districts-2025.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { party: 'sc', file: 'sichuan/credit-2025.json', mediaType: 'application/json' },
  { party: 'sc', file: 'sichuan/credit-cities-2025.xls', mediaType: 'application/vnd.ms-excel' },
]

/** A rating as a side writes it; empty texts are empty cells. */
export interface SampleRating {
  readonly name: string
  readonly code: string
  /** City and county in Sichuan, county alone in Chongqing. */
  readonly place: readonly string[]
  readonly level: string
  readonly score: string
  readonly veto?: string
  readonly status?: string
  readonly repair?: string
  readonly appeal?: string
  readonly authority?: string
}

/** What Chongqing's municipality published: 99.5 between its printed whole numbers, a veto, a repair, an enterprise out of production, a code misread. */
export const CHONGQING_MUNICIPAL: readonly SampleRating[] = [
  {
    name: '渝示精细化工有限公司（示例）',
    code: '91000000MA0001018P',
    place: ['长寿区'],
    level: '环保诚信企业',
    score: '107.5',
    veto: '否',
  },
  {
    name: '渝示钢铁制品有限公司（示例）',
    code: '91000000MA0001026J',
    place: ['大渡口区'],
    level: '环保良好企业',
    score: '99.5',
    veto: '否',
  },
  {
    name: '渝示热电有限公司（示例）',
    code: '91000000MA0001034D',
    place: ['江津区'],
    level: '环保良好企业',
    score: '92',
    veto: '否',
  },
  {
    name: '渝示造纸有限公司（示例）',
    code: '91000000MA00010428',
    place: ['永川区'],
    level: '环保警示企业',
    score: '79.5',
    veto: '否',
    repair: '已修复（2026-10-09）',
  },
  {
    name: '渝示制药有限公司（示例）',
    code: '91000000MA00010503',
    place: ['涪陵区'],
    level: '环保良好企业',
    score: '88',
    veto: '否',
    appeal: '维持原等级',
  },
  {
    name: '渝示电镀园区运营有限公司（示例）',
    code: '91000000MA00010690',
    place: ['铜梁区'],
    level: '环保不良企业',
    score: '85',
    veto: '是',
  },
  {
    name: '渝示水泥有限公司（示例）',
    code: '91000000MA0001077T',
    place: ['合川区'],
    level: '环保警示企业',
    score: '68',
    veto: '否',
    appeal: '复核中（2026-08-11）',
  },
  {
    name: '渝示涂装有限公司（示例）',
    code: '91000000MA0001085M',
    place: ['江北区'],
    level: '环保诚信企业',
    score: '101',
    veto: '否',
  },
  {
    name: '渝示酿造有限公司（示例）',
    code: '91000000MA0001093G',
    place: ['荣昌区'],
    level: '——',
    score: '——',
    veto: '——',
    status: '因故未参评（停产）',
  },
  {
    name: '渝示印染有限公司（示例）',
    code: '91000000MA00O11066',
    place: ['璧山区'],
    level: '环保良好企业',
    score: '84',
    veto: '否',
  },
]

/** What its districts published of others, and of one that the municipality rated too. */
export const CHONGQING_DISTRICTS: readonly SampleRating[] = [
  {
    name: '渝示电镀园区运营有限公司（示例）',
    code: '91000000MA00010690',
    place: ['铜梁区'],
    level: '警示',
    score: '78',
    authority: '重庆市铜梁区生态环境局',
  },
  {
    name: '渝示机械加工有限公司（示例）',
    code: '91000000MA00011141',
    place: ['铜梁区'],
    level: '良好',
    score: '90',
    authority: '铜梁区生态环境局',
  },
  {
    name: '渝示食品加工有限公司（示例）',
    code: '91000000MA0001122U',
    place: ['荣昌区'],
    level: '诚信',
    score: '103',
    authority: '荣昌区生态环境局',
  },
  {
    name: '渝示建材有限公司（示例）',
    code: '91000000MA0001130N',
    place: ['荣昌区'],
    level: 'B-',
    score: '',
    authority: '荣昌区生态环境局',
  },
]

/** What Sichuan's province published: earned points above 108, and a veto by one of its five cases. */
export const SICHUAN_PROVINCE: readonly SampleRating[] = [
  {
    name: '川示锂电材料有限公司（示例）',
    code: '91000000MA0001149K',
    place: ['宜宾市', '翠屏区'],
    level: '环保诚信',
    score: '112',
    veto: '否',
  },
  {
    name: '川示火电有限公司（示例）',
    code: '91000000MA0001157E',
    place: ['广安市', '广安区'],
    level: '环保良好',
    score: '95',
    veto: '否',
  },
  {
    name: '川示石化有限公司（示例）',
    code: '91000000MA00011659',
    place: ['成都市', '彭州市'],
    level: '环保不良',
    score: '91',
    veto: '是（发生较大突发环境事件）',
  },
  {
    name: '川示煤矿有限公司（示例）',
    code: '91000000MA00011734',
    place: ['达州市', '宣汉县'],
    level: '不予评级',
    score: '',
    veto: '',
  },
]

/** What its cities published, by name and by plate. */
export const SICHUAN_CITIES: readonly SampleRating[] = [
  {
    name: '川示制革有限公司（示例）',
    code: '91000000MA0001181Y',
    place: ['泸州市', '合江县'],
    level: '黄牌',
    score: '72',
    authority: '泸州市生态环境局',
  },
  {
    name: '川示白酒酿造有限公司（示例）',
    code: '91000000MA000119XN',
    place: ['泸州市', '古蔺县'],
    level: '绿牌',
    score: '104',
    authority: '泸州市生态环境局',
  },
  {
    name: '川示污水处理有限公司（示例）',
    code: '91000000MA0001202F',
    place: ['广安市', '邻水县'],
    level: '良好',
    score: '86',
    authority: '广安市生态环境局',
  },
  {
    name: '川示页岩砖厂（示例）',
    code: '91000000MA0001210A',
    place: ['广安市', '示例工业园'],
    level: '停产',
    score: '',
    authority: '广安市生态环境局',
  },
  {
    name: '川示金属回收有限公司（示例）',
    code: '91000000MA00012297',
    place: ['内江市', '市中区'],
    level: '良好',
    score: '78',
    authority: '内江市生态环境局',
  },
]
