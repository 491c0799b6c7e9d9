/** Where both sides judge by one national standard: water (GB 3838-2002, 环办〔2011〕22号) and risk (HJ 941-2018, 国办函〔2014〕119号). */
import {
  GB3838_2002,
  HB2011_22,
  HJ941_2018,
  INCIDENT_GRADES_2014,
  type StandardHeader,
} from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { type ComparisonRow, joined, sharedRow } from './row.ts'

/** A standard by its id and title. */
export function named({ id, title }: Pick<StandardHeader, 'id' | 'title'>): Bilingual {
  if (title.zh === id) return title
  return { zh: `${id} ${title.zh}`, en: `${id} ${title.en}` }
}

/** Water: class and rating by one standard. */
export function waterRows(): readonly ComparisonRow[] {
  return [
    sharedRow(
      'class-standard',
      { zh: '水质类别标准', en: 'Standard of the class' },
      { ...GB3838_2002, text: named(GB3838_2002) },
      { zh: '同一组监测值在两边类别相同', en: 'the same figures have the same class on both sides' },
    ),
    sharedRow(
      'rating-method',
      { zh: '评价办法', en: 'Method of rating' },
      { text: named(HB2011_22), confidence: HB2011_22.confidence, source: HB2011_22.source },
      { zh: '参评21项、断面与河流的评级和主要污染指标算法相同', en: 'the same 21 items, ratings and main pollutants' },
    ),
  ]
}

const SENSITIVITY: Bilingual = { zh: 'E：大气、水环境受体敏感性', en: 'E: what lies around, for air and for water' }

/** Risk sources and events: levels by one method. */
export function riskRows(): readonly ComparisonRow[] {
  const { levels, quantity, control, sensitivity, overall, raise, source, confidence } = HJ941_2018
  const { grades, boundary } = INCIDENT_GRADES_2014
  return [
    sharedRow(
      'risk-method',
      { zh: '风险分级方法', en: 'Method of risk levels' },
      { text: named(HJ941_2018), confidence, source },
      { zh: '同一企业在两边等级相同；等级不随属地变', en: 'an enterprise has the same level on either side' },
    ),
    sharedRow(
      'risk-levels',
      { zh: '等级', en: 'Levels' },
      { text: joined(levels.map(({ title }) => title)), confidence, source },
    ),
    sharedRow(
      'risk-factors',
      { zh: '分级因素', en: 'What a level is made of' },
      {
        text: joined([quantity.rule, control.rule, SENSITIVITY]),
        confidence: sensitivity.confidence,
        source,
      },
    ),
    sharedRow(
      'risk-overall',
      { zh: '综合与上调', en: 'The higher, and one level up' },
      { text: joined([overall.rule, raise.rule]), confidence: raise.confidence, source },
    ),
    sharedRow(
      'risk-boundary',
      { zh: '省界附近的排口', en: 'Outlets near the provincial boundary' },
      { text: sensitivity.boundary.rule, confidence: sensitivity.boundary.confidence, source },
      {
        zh: '省界两侧的企业都受同一规则约束；报送等级与计算不同的只提示、不代改',
        en: 'it binds enterprises on both banks of the boundary; a level sent otherwise is pointed out and not changed',
      },
    ),
    sharedRow(
      'event-grades',
      { zh: '突发环境事件分级', en: 'Grades of events' },
      {
        text: joined([
          named(INCIDENT_GRADES_2014),
          joined(
            grades.map(({ title }) => title),
            '、',
            ', ',
          ),
        ]),
        confidence: INCIDENT_GRADES_2014.confidence,
        source: INCIDENT_GRADES_2014.source,
      },
    ),
    sharedRow(
      'event-boundary',
      { zh: '越过川渝边界的事件', en: 'Events across the boundary of the two sides' },
      { text: boundary.rule, confidence: boundary.confidence, source: INCIDENT_GRADES_2014.source },
    ),
  ]
}
