/** An area by the name it is signed under; on an English page its English name stands before it. */
import { bothNames, type Html, type Lang } from '../lang.ts'
import { areaEnglish } from '../words/areas.ts'

/** The name as it is shown. */
export function areaName(name: string, lang: Lang): Html | string {
  return bothNames({ zh: name, en: areaEnglish(name) ?? name }, lang)
}
