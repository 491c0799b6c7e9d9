/** Words for what a correction changed. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Members of a bulletin, and of its parts, that a correction may name. */
export const MEMBER: Readonly<Record<string, Bilingual>> = {
  attaining: { zh: '达标', en: 'targets met' },
  attains: { zh: '是否达标', en: 'Target met' },
  bySide: { zh: '报送', en: 'sent by' },
  class: { zh: '水质类别', en: 'Class' },
  classed: { zh: '有结果', en: 'with a result' },
  conflicting: { zh: '双方不一致', en: 'differing between sides' },
  corroborated: { zh: '双方一致', en: 'alike from both sides' },
  counts: { zh: '断面数', en: 'sections of' },
  coverage: { zh: '数据覆盖', en: 'Coverage' },
  cq: { zh: '重庆', en: 'Chongqing' },
  expected: { zh: '应有', en: 'expected' },
  gap: { zh: '缺测原因', en: 'Gap' },
  gaps: { zh: '缺测断面', en: 'missing sections' },
  goodShare: { zh: 'Ⅰ～Ⅲ类比例（%）', en: 'share of Ⅰ–Ⅲ (%)' },
  held: { zh: '收到', en: 'held' },
  means: { zh: '均值', en: 'Mean' },
  pollutants: { zh: '主要污染指标', en: 'Main pollutants' },
  records: { zh: '记录', en: 'Records' },
  registered: { zh: '登记', en: 'registered' },
  rivers: { zh: '河流评价', en: 'River rating' },
  row: { zh: '评价', en: 'Rating' },
  sc: { zh: '四川', en: 'Sichuan' },
  section: { zh: '断面', en: 'Section' },
  sections: { zh: '断面', en: 'sections' },
  share: { zh: '覆盖率（%）', en: 'share (%)' },
  summary: { zh: '汇总', en: 'Summary' },
  target: { zh: '目标类别', en: 'Target' },
  targeted: { zh: '可与目标比较', en: 'comparable with a target' },
  transboundary: { zh: '跨界', en: 'transboundary' },
}

/** Words for what a correction changed. */
export const CHANGE = {
  present: { zh: '列入', en: 'listed' },
  absent: { zh: '未列入', en: 'not listed' },
  otherwise: { zh: '内容不同', en: 'listed otherwise' },
  follows: { zh: '随各区域的值改变', en: 'follows from the values' },
  recomputed: { zh: '随断面结果重新计算', en: 'worked out again from the sections' },
} as const satisfies Record<string, Bilingual>

/** Members of a forecast that a correction may name beside its cells. */
export const AIR_MEMBER: Readonly<Record<string, Bilingual>> = {
  gaps: { zh: '没有预报的区域', en: 'Areas without a forecast' },
  statement: { zh: '综述', en: 'In the two sides’ words' },
  summary: { zh: '按级别计数', en: 'Counted by grade' },
}
