/** What each number about practice counts, in both languages; a test holds every number to have its words. */
import type { Bilingual } from '../../contracts/types.ts'

/** How forecasts are read, and what each number over them is. */
export const WARNING_DEFINITIONS = {
  records: { zh: '读到的现行预报记录数', en: 'current records of forecasts that were read' },
  sequences: {
    zh: '预报序列数：一个区域、一个发布方（及其单位）、一次发布的各日预报算一个',
    en: 'forecast sequences: all days of one area by one issuer (and office) at one time of issue',
  },
  secondOpinions: {
    zh: '其中由另一方对本区域作出的参考意见',
    en: 'those among them that the other side gave for the area, second opinions',
  },
  certain: {
    zh: '按预报范围下限判断：即使取最低值也如此',
    en: 'read at the low end of every range: so even if the lowest comes true',
  },
  possible: {
    zh: '按预报范围上限判断：取最高值时如此',
    en: 'read at the high end of every range: so if the highest comes true',
  },
  both: { zh: '两个方案都会建议预警', en: 'both schemes would suggest a warning' },
  neither: {
    zh: '两个方案都不会建议预警（条件不明的级别除外）',
    en: 'neither would, levels whose conditions are not known left aside',
  },
  onlyCq: { zh: '只有重庆的方案会建议预警', en: 'only Chongqing’s scheme would suggest a warning' },
  onlySc: { zh: '只有四川的方案会建议预警', en: 'only Sichuan’s scheme would suggest a warning' },
  unknown: {
    zh: '无法判断：预报缺少方案所需的数值（如短时重度污染、臭氧浓度）',
    en: 'cannot be told: the forecast lacks a figure the scheme needs, such as short heavy pollution or ozone',
  },
  warned: { zh: '该方案会建议预警，不论级别', en: 'this scheme would suggest a warning of whatever level' },
  levels: {
    zh: '其中按最高一级计数；级别只在本方案内有意义',
    en: 'of these by the highest level; levels mean something within this scheme only',
  },
  none: { zh: '该方案不会建议预警', en: 'this scheme would suggest none' },
  newlyWarned: {
    zh: '区域所属一方现行方案不建议预警，统一用该方案后会建议',
    en: 'not warned by the scheme their own side uses, warned were this scheme the one rule',
  },
  noLongerWarned: {
    zh: '区域所属一方现行方案建议预警，统一用该方案后不再建议',
    en: 'warned by the scheme their own side uses, not warned were this scheme the one rule',
  },
  unchanged: {
    zh: '是否预警不变（级别在方案之间不作比较）',
    en: 'warned or not as before (levels of two schemes are not compared)',
  },
  untold: { zh: '现行方案或该方案无法判断', en: 'one of the two schemes cannot tell' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What each number over ratings is. */
export const CREDIT_DEFINITIONS = {
  records: { zh: '读到的现行信用评价记录数', en: 'current records of credit ratings that were read' },
  ratings: { zh: '其中有等级的', en: 'those with a level' },
  notRated: { zh: '其中未参评或停产的，没有等级', en: 'those not rated or suspended, without a level' },
  enterpriseYears: {
    zh: '有等级的企业数，每个评价年度计一次',
    en: 'enterprises with a level, counted once for each rating year',
  },
  ratedTwice: {
    zh: '同一方两个及以上机关都评过的企业（按年度）',
    en: 'enterprises and years that two or more authorities of one side rated',
  },
  differ: { zh: '其中等级不一致的', en: 'those whose levels are not all the same' },
  settled: {
    zh: '不一致的当中，按该方办法的先后规则只剩一个等级的（四川未查明规则）',
    en: 'of those that differ, those that the order of authorities in the side’s own scheme leaves with one level (Sichuan’s is not established)',
  },
  settledByOneOrder: {
    zh: '不一致的当中，若两边统一以较高一级机关为准，只剩一个等级的',
    en: 'of those that differ, those that one order for both sides, the higher authority first, would leave with one level',
  },
  ratedByBoth: {
    zh: '两边都评过的企业（按年度）；每边先按其先后规则取准',
    en: 'enterprises and years that both sides rated, each side’s own order of authorities applied first',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What is not in the numbers, and why. */
export const PRACTICE_NOTES: readonly Bilingual[] = [
  {
    zh: '计数是按预报推算的建议；政府发布的预警是契约 air-warning 的记录，各带其方案和文号，不入本计数',
    en: 'The counts are of what forecasts suggest. Warnings that governments issued are records of the contract air-warning, each with its scheme and document, and are not in them',
  },
  {
    zh: '预报记录没有短时重度污染的字段，凡条件要求它的一律为无法判断',
    en: 'Records of forecasts have no field for short heavy pollution: whatever condition asks for it cannot be told',
  },
  {
    zh: '只报级别的预报，其AQI取该级别的上下限',
    en: 'A forecast of a class alone is taken to have the AQI range of that class',
  },
  {
    zh: '信用评价记录不含各项指标得分，因此不能推算换用另一方计分办法后的等级；得分不跨办法比较',
    en: 'Records of ratings hold no points of single indicators: levels under the other side’s scoring cannot be worked out, and scores are not compared across schemes',
  },
]
