/** Why a row was refused and how to mend it, in words of both languages, and which of its cells is meant. */
import { excerpt } from '../../adapters/formats/error.ts'
import type { TableForm } from '../../adapters/types.ts'
import type { Rejection } from '../../contracts/types.ts'
import { ERRORS, isErrorCode } from '../errors/table.ts'

/** What a row was refused for; a paragraph for each rejection. */
export function reasonText(rejections: readonly Rejection[]): string {
  return rejections
    .map(({ type, detail }) => {
      const title = isErrorCode(type) ? ERRORS[type].title : { zh: type, en: type }
      return `【${title.zh}】${detail.zh}\n[${title.en}] ${detail.en}`
    })
    .join('\n')
}

/** How to mend it, once for each kind of rejection. */
export function fixText(rejections: readonly Rejection[]): string {
  const types = [...new Set(rejections.map(({ type }) => type))]
  return types
    .flatMap((type) => (isErrorCode(type) ? [`${ERRORS[type].fix.zh}\n${ERRORS[type].fix.en}`] : []))
    .join('\n')
}

/** The column a rejection means: by its heading, or by the member of the record it names; −1 where it means none. */
export function columnOf({ pointer }: Rejection, header: readonly string[], form: TableForm | undefined): number {
  if (pointer === undefined || pointer === '') return -1
  const named = header.findIndex((heading) => heading === pointer || excerpt(heading) === pointer)
  if (named >= 0 || !pointer.startsWith('/')) return named
  let best = -1
  let length = 0
  for (const [at, heading] of header.entries()) {
    const member = form?.columnOf(heading)?.pointer
    if (member === undefined || member.length <= length) continue
    if (pointer !== member && !pointer.startsWith(`${member}/`)) continue
    best = at
    length = member.length
  }
  return best
}
