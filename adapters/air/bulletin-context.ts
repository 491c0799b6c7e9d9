/** What a bulletin says once for the forecasts below: time and office of issue, the standard, an area or a day as a heading. Standards §2.5. */
import { halfWidth } from '../tables/marks.ts'
import { tight } from './cells.ts'
import { leadingDays, type WrittenDays } from './days.ts'

/** What a line that is no forecast says; only what it says is there. */
export interface ContextLine {
  readonly issued?: string
  readonly office?: string
  readonly standard?: string
}

/** A heading of an area, or of a day or several. */
export type HeadingLine = { readonly area: string } | { readonly days: WrittenDays; readonly dayText: string }

const ISSUED = /(?:发布|起报|制作|签发)(?:时间|日期|时刻)\s*:\s*([\d年月日号\-/.T :时分秒]+)/
const OFFICE = /(?:发布|编制|制作|预报)(?:单位|机构|部门)\s*:\s*([^\s,;。]+)/d
const STANDARD = /(?:评价|执行)?(?:标准|依据)\s*:\s*(HJ\s*633\S*)/
const ISSUED_BY =
  /^[(]?([^\d,;。:]{0,40}?)\s*(?:于)?((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\s*\d{1,2}(?:时(?:\d{1,2}分)?|:\d{2}))?|\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?)\s*(?:发布|制作|签发)[)]?$/d

/** Reads a line as words about the bulletin; null when it is none. */
export function parseContext(line: string): ContextLine | null {
  // Half-width forms stand one for one, so that a place in them is the same place in the line as sent.
  const written = halfWidth(line)
  const issued = ISSUED.exec(written)?.[1]?.trim()
  const office = sliceOf(line, OFFICE.exec(written))
  const standard = STANDARD.exec(written)?.[1]
  if (issued !== undefined || office !== '' || standard !== undefined) {
    return {
      ...(issued === undefined ? {} : { issued }),
      ...(office === '' ? {} : { office }),
      ...(standard === undefined ? {} : { standard }),
    }
  }
  const found = ISSUED_BY.exec(written)
  if (found?.[2] === undefined) return null
  const by = sliceOf(line, found).trim()
  return { issued: found[2], ...(by === '' ? {} : { office: by }) }
}

/** The first group of a match as the line has it. */
function sliceOf(line: string, found: RegExpExecArray | null): string {
  const [start = 0, end = 0] = found?.indices?.[1] ?? []
  return line.slice(start, end)
}

const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、)）]|[.．](?!\d)))/
const NAME = /^[【[]?([^:,。;()【】[\]\d]{1,60}?)[】\]]?:?$/
/** A line as short as a heading that ends as areas do, or is marked as one. */
const HEADED = /(?:市|州|县|区)$/

/** A line without the number in front of it. */
export function withoutNumber(line: string): string {
  return line.replace(/^\s+/, '').replace(NUMBERING, '')
}

/** Reads a line as a heading; null when it is none. A name that is not known is a heading where it is marked or ends as one. */
export function parseHeading(line: string, isArea: (name: string) => boolean): HeadingLine | null {
  const written = tight(line)
  const found = leadingDays(written)
  if (found?.rest === '' && found.written !== null) return { days: found.written, dayText: found.text }
  const name = NAME.exec(written)?.[1]
  if (name === undefined) return null
  const marked = /^[【[].*[】\]]:?$/.test(written)
  return isArea(name) || marked || (HEADED.test(name) && name.length <= 24) ? { area: name } : null
}
