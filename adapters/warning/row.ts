/** One row of a table of warnings → drafts, one for each area it names; a notice in a cell is read where the columns say nothing. */
import type { Rejection } from '../../contracts/types.ts'
import { type AreaWords, areaWords, NO_AREA_WORDS } from '../air/area.ts'
import { type FieldReader, fieldReader } from '../air/cells.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { WARNING_FIELDS, type WarningColumns, type WarningField } from './columns.ts'
import { NO_WORDS, type WarningDraft, type WarningWords } from './draft.ts'
import { readNotices } from './notice.ts'
import { areasOf, noticeDrafts } from './notice-drafts.ts'

/** Reads the rows of one table. */
export interface WarningRowReader {
  read(cells: readonly Cell[], row: number, open: boolean): readonly WarningDraft[] | Rejection
  /** The heading a part of a warning stands under. */
  heading(part: WarningField): string
}

/** Where a row says its area, the nearest first. */
const AREA_FIELDS = ['county', 'city', 'area', 'zone'] as const

/** A reader for one table. `isArea` tells whether a text names an area of the register. */
export function warningRowReader(
  columns: WarningColumns,
  header: readonly string[],
  isArea: (name: string) => boolean,
): WarningRowReader {
  const fields: FieldReader<WarningField> = fieldReader(columns.fields, header)

  function areasIn(cells: readonly Cell[], row: number): readonly AreaWords[] | Rejection {
    const words = areaWords(fields, cells)
    const field = AREA_FIELDS.find((one) => words[one] !== '')
    if (field === undefined) return words.areaCode === '' ? [] : [words]
    const names = isArea(words[field]) ? [words[field]] : areasOf(words[field], isArea)
    if (names === 'count') {
      return reject(row, 'division-unknown', fields.heading(field), words[field], {
        zh: `「${shown(words[field])}」所列区域与其个数不符`,
        en: `The list ${shown(words[field])} does not have as many areas as it says`,
      })
    }
    return (names ?? []).map((name) => ({ ...words, [field]: name }))
  }

  /** The notice of a cell; its words count where the columns say nothing. */
  function contentOf(said: WarningWords, row: number): readonly WarningDraft[] | Rejection {
    const lines = said.content.split(/\r\n|\n|\r/).map((text) => ({ text, row }))
    const refused = (type: string, value: string): Rejection =>
      reject(row, type, fields.heading('content'), value, {
        zh: `「${shown(value)}」无法读成一份预警文件，例：自2026年11月15日0时起启动黄色预警（Ⅲ级应急响应）`,
        en: `${shown(value)} cannot be read as the document of one warning; for example: 自2026年11月15日0时起启动黄色预警（Ⅲ级应急响应）`,
      })
    const [only, ...more] = readNotices(lines)
    const whole = only && { ...only, title: only.title === '' ? said.title : only.title }
    const found = whole && more.length === 0 ? noticeDrafts(whole, isArea) : null
    if (found === null) return refused('warning-statement-unreadable', said.content)
    return 'fault' in found ? refused(found.fault, found.value) : found.map(({ draft }) => draft)
  }

  return {
    heading: fields.heading,
    read(cells, row, open) {
      const words: WarningWords = {
        ...NO_WORDS,
        ...Object.fromEntries(WARNING_FIELDS.map((field) => [field, fields.word(cells, field)])),
      }
      const notes = open ? [{ rule: 'last-line-open' }] : []
      const areas = areasIn(cells, row)
      if ('type' in areas) return areas
      const passing = [words.title, words.basis, words.content].join('。')
      const own = { words, area: NO_AREA_WORDS, passing, text: null, notes }
      const drafts = words.content === '' ? [own] : contentOf(words, row)
      if ('type' in drafts) return drafts
      return drafts.flatMap((draft) => {
        const merged: WarningDraft = {
          ...draft,
          words: draft === own ? words : mergedWords(words, draft.words),
          notes: [...draft.notes, ...(draft === own ? [] : notes)],
        }
        return areas.length === 0 ? [merged] : areas.map((area) => ({ ...merged, area }))
      })
    },
  }
}

/** The words of the columns, and where they say nothing those of the notice. */
function mergedWords(columns: WarningWords, notice: WarningWords): WarningWords {
  return {
    ...NO_WORDS,
    ...Object.fromEntries(
      WARNING_FIELDS.map((field) => [field, columns[field] === '' ? notice[field] : columns[field]]),
    ),
  }
}
