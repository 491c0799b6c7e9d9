/** Why an area could not be told, worded in both languages. */
import type { Division, DivisionIndex, DivisionResolution } from '../../contracts/registry/index.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { shown } from '../tables/reject.ts'

/** The columns that say where; `area` is one of no particular kind. */
export type AreaField = 'province' | 'city' | 'county' | 'zone' | 'area' | 'areaCode'

/** Why an area could not be told: a code of the error table, the field at fault and its value. */
export interface AreaFault {
  readonly fault:
    | 'territory-outside'
    | 'division-missing'
    | 'division-unknown'
    | 'division-ambiguous'
    | 'division-not-in-force'
  readonly field: AreaField
  readonly value: string
  readonly detail: Bilingual
}

/** What a resolution that is no one division says, worded. */
export function areaFault(
  index: DivisionIndex,
  found: Exclude<DivisionResolution, { readonly division: Division }>,
  field: AreaField,
  sent: string,
  day: string,
): AreaFault {
  const value = shown(sent)
  if ('ambiguous' in found) {
    const ids = found.ambiguous.map((division) => `${index.label(division)} ${division.id}`)
    return {
      fault: 'division-ambiguous',
      field,
      value,
      detail: {
        zh: `「${value}」可指：${ids.join('、')}；请同时报送所属市州或区划代码`,
        en: `${value} may mean: ${ids.join(', ')}; send the city it lies in or its code too`,
      },
    }
  }
  if ('absent' in found) {
    return {
      fault: 'division-not-in-force',
      field,
      value,
      detail: {
        zh: `「${value}」（${found.absent.id}）在 ${day} 不存在`,
        en: `${value} (${found.absent.id}) did not exist on ${day}`,
      },
    }
  }
  const near = found.nearest
  return {
    fault: 'division-unknown',
    field,
    value,
    detail: {
      zh: `「${value}」不在区划与片区登记册中${near.length > 0 ? `；相近的有：${near.join('、')}` : ''}`,
      en: `${value} is not in the register of divisions${near.length > 0 ? `; the nearest are: ${near.join(', ')}` : ''}`,
    },
  }
}
