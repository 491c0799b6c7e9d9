/** Rejections that both air datasets make alike, worded in both languages. */
import type { Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import type { AirFigure } from './figure.ts'

/** A concentration that is no figure, or whose unit cannot be right; `unit` is the one said with it. */
export function figureRejection(
  row: number,
  heading: string,
  unit: string | null,
  { fault, text }: AirFigure,
): Rejection {
  if (fault === 'unit-unknown') {
    return reject(row, 'unit-unknown', heading, unit ?? '', {
      zh: `单位「${unit}」无法换算`,
      en: `The unit ${unit} cannot be converted`,
    })
  }
  if (fault === 'co-unit-doubtful') {
    return reject(row, 'co-unit-doubtful', heading, text, {
      zh: `CO ${text} 不可能是 mg/m³；若以 μg/m³ 计，请在列名中注明，例：CO(μg/m³)`,
      en: `CO ${text} cannot be in mg/m³; if it is in μg/m³, say so in the heading, as CO(μg/m³)`,
    })
  }
  return reject(row, 'value-not-a-number', heading, text, {
    zh: `「${text}」不是数值，也不是缺测、未检出或检出限标记`,
    en: `${text} is neither a number nor a mark of absence or of a detection limit`,
  })
}
