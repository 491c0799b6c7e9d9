/** An area by the name it is signed under; on an English page its English name stands before it. */
import type { Bilingual } from '../../../contracts/types.ts'
import { bothNames, type Html, type Lang } from '../lang.ts'
import { areaEnglish } from '../words/areas.ts'

/** Its names; the Chinese one twice where there is no English one. */
export const areaNames = (name: string): Bilingual => ({ zh: name, en: areaEnglish(name) ?? name })

/** The name as it is shown. */
export const areaName = (name: string, lang: Lang): Html | string => bothNames(areaNames(name), lang)

/** The same in plain text. */
export function areaText(name: string, lang: Lang): string {
  const { zh, en } = areaNames(name)
  return lang === 'zh' || en === zh ? zh : `${en} ${zh}`
}
