/** Names of posts and agencies in the reader's language: key lists write them as `中文 · English`, or in one language only. */
import { type Html, type Lang, properName } from '../lang.ts'

/** A name as its reader reads it; Chinese is marked as such on an English page. */
export function nameIn(name: string, lang: Lang): Html | string {
  const [first = name, second] = name.split(' · ')
  if (lang === 'zh') return first
  return second ?? (/\p{Script=Han}/u.test(first) ? properName(first, lang) : first)
}
