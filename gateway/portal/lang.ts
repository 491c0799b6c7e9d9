/** The two languages of the pages: Chinese first, English one click away on the same path. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Bilingual } from '../../contracts/types.ts'

/** The language a page is in. */
export type Lang = 'zh' | 'en'

/** A piece of a page, escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** How a page is asked for: its language, its own path without a query, for the language link, and whether in larger type; `query` is what that link keeps of it, encoded. */
export interface PageOptions {
  readonly lang: Lang
  readonly path: string
  readonly query?: string
  readonly large?: boolean
}

/** The language a `lang` query parameter asks for; Chinese unless it is `en`. */
export function langOf(parameter: string | null | undefined): Lang {
  return parameter === 'en' ? 'en' : 'zh'
}

/** The value of `<html lang>`. */
export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

/** A path of our own pages, kept in the reader's language, with a query where there is one. Never leaves the origin, whatever the path. */
export function href(path: string, lang: Lang, query = ''): string {
  const own = `/${path.replace(/^[/\\]+/, '')}`
  const asked = [query, lang === 'en' ? 'lang=en' : ''].filter((part) => part !== '').join('&')
  return asked === '' ? own : `${own}?${asked}`
}

/** A Chinese proper name, marked as Chinese on an English page. */
export function properName(name: string, lang: Lang): Html | string {
  return lang === 'zh' ? name : html`<span lang="zh-CN">${name}</span>`
}

/** A name both languages have: on an English page the Chinese follows, since sections and files use it. */
export function bothNames(name: Bilingual, lang: Lang): Html | string {
  if (lang === 'zh' || name.en === name.zh) return properName(name.zh, lang)
  return html`${name.en} <span class="own" lang="zh-CN">${name.zh}</span>`
}

/** A title whose dates stay on one line each. */
export function dated(title: string): Html {
  return html`${title.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) => (at % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`
}

/** `1 section`, `2 sections`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${integer(count)} ${count === 1 ? one : many}`
}

/** A whole number with thousands separated: `2,184`. */
export function integer(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
