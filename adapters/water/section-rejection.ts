/** Why a row's section could not be used, worded in both languages. */
import type { Resolution } from '../../contracts/registry/index.ts'
import type { Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'

/** Why a section could not be used: unknown (with the nearest names), ambiguous, or the other side's own. */
export function sectionRejection(row: number, pointer: string, name: string, found: Resolution): Rejection {
  if ('section' in found) {
    return reject(row, 'section-of-other-side', pointer, name, {
      zh: `断面「${name}」由对方登记，且不是跨界断面`,
      en: `Section ${name} is registered by the other side and is not transboundary`,
    })
  }
  if ('ambiguous' in found) {
    const ids = found.ambiguous.map((section) => section.id)
    return reject(row, 'section-ambiguous', pointer, name, {
      zh: `断面名「${name}」有多个：${ids.join('、')}；请同时报送所在河流或站点编码`,
      en: `${name} names several sections: ${ids.join(', ')}; send the river or the station number too`,
    })
  }
  return reject(row, 'section-unknown', pointer, name, {
    zh: `断面「${name}」不在登记册中${found.nearest.length > 0 ? `；相近的有：${found.nearest.join('、')}` : ''}`,
    en: `Section ${name} is not in the register${found.nearest.length > 0 ? `; the nearest are: ${found.nearest.join(', ')}` : ''}`,
  })
}
