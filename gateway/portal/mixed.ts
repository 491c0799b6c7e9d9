/** Texts that mix the two languages: document numbers and words quoted from files, marked as Chinese where the text is English (WCAG 2.2 §3.1.2). */
import { html } from 'hono/html'
import type { Bilingual } from '../../contracts/types.ts'
import type { Html, Lang } from './lang.ts'

/** A run of Chinese with what stands between its parts: `渝府办发〔2022〕115号`, `省界(川-渝)`. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}〔〕（）《》、，：；“”\d()-]*[\p{Script=Han}〕）》)])?)/u

/** An English text, its Chinese marked as such. */
export function english(text: string): Html {
  return html`${text.split(CHINESE).map((part, at) => (at % 2 === 1 ? html`<span lang="zh-CN">${part}</span>` : part))}`
}

/** A text in the reader's language. */
export function mixed(text: Bilingual, lang: Lang): Html | string {
  return lang === 'zh' ? text.zh : english(text.en)
}
