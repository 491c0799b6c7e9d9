/** Larger type for those who ask for it (大字版): it goes along in every link and form of a page, as the language does, so that nothing need be kept. */
import { raw } from 'hono/html'
import type { Html } from './lang.ts'

/** How a page is asked for in larger type. */
export const LARGE_TYPE = 'size=large'

/** Whether a `size` query parameter asks for it. */
export function isLarge(parameter: string | undefined): boolean {
  return parameter === 'large'
}

/** A link to a page of ours; data, files and the link to the other size stay as they are. */
const PAGE_LINK =
  /<a (?!class="size")([^>]*?)href="(\/(?!v1\/|assets\/|\.well-known\/|releases\.atom)[^"#]*)(#[^"]*)?"/g
const FORM = /<form [^>]*>/g

/** A finished page, its links and forms asking for larger type too. Templates need not know of it. */
export async function keepLargeType(page: Html): Promise<Awaited<Html>> {
  const text = String(await page)
  return raw(
    text
      .replace(PAGE_LINK, (whole, before: string, path: string, anchor = '') => {
        if (path.includes(LARGE_TYPE)) return whole
        return `<a ${before}href="${path}${path.includes('?') ? '&amp;' : '?'}${LARGE_TYPE}${anchor}"`
      })
      .replace(FORM, (whole) => `${whole}<input type="hidden" name="size" value="large">`),
  )
}
