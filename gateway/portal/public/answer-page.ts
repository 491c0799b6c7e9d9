/** Answers with a page: the language it is asked in, its headers, and the page for an address that is none. */
import type { Context } from 'hono'
import type { Env } from '../../http/caller.ts'
import { pathAndQuery } from '../../http/paths.ts'
import { notFoundPage } from '../error-pages.ts'
import { PAGE_HEADERS } from '../headers.ts'
import { type Html, langOf, type PageOptions } from '../lang.ts'
import { isLarge } from '../large-type.ts'

/** How a page is asked for. */
export function pageOptions(c: Context<Env>): PageOptions {
  const path = pathAndQuery(c.req.url).split('?', 1)[0] ?? '/'
  return { lang: langOf(c.req.query('lang')), path, large: isLarge(c.req.query('size')) }
}

/** The page as an answer that nobody keeps without asking again. */
export async function page(
  c: Context<Env>,
  content: Html,
  status: 200 | 404 = 200,
  headers: Readonly<Record<string, string>> = PAGE_HEADERS,
): Promise<Response> {
  return c.html(await content, status, { ...headers, 'cache-control': 'no-cache' })
}

/** The 404 page, for people. */
export function notFound(c: Context<Env>): Promise<Response> {
  return page(c, notFoundPage({ sandbox: c.get('gateway').config.sandbox }, pageOptions(c)), 404)
}
