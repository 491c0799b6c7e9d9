/** A row's rejection, worded in both languages. */
import type { Bilingual, Rejection } from '../../contracts/types.ts'

/** A value in a message is cut so that one bad cell cannot fill a page. */
const SHOWN = 120

/** A value as a message may carry it: whole characters only, and not too many. */
export function shown(value: string): string {
  return (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value).toWellFormed()
}

/** One rejection; `pointer` is the column as the file heads it. */
export function reject(row: number, type: string, pointer: string, value: string, detail: Bilingual): Rejection {
  const { zh, en } = detail
  return {
    row,
    pointer: shown(pointer),
    type,
    value: shown(value),
    detail: { zh: zh.toWellFormed(), en: en.toWellFormed() },
  }
}
