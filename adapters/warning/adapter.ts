/** One file of warnings → canonical records, notes, rejections and duplicates: notices in words, or a table. Both sides' adapters are this one with their own words. */
import type { AirWarningRecord } from '../../contracts/air-warning/record.ts'
import { areaNames } from '../air/area.ts'
import { cellText } from '../air/cells.ts'
import { type AirSide, sideName } from '../air/side.ts'
import { FormatError } from '../formats/error.ts'
import { isLines, joinLines, PROSE_HEADING } from '../formats/prose.ts'
import { readTables } from '../formats/read.ts'
import { rowCounter, rowNumber } from '../formats/row.ts'
import { chooseTables } from '../tables/choose.ts'
import { type FileOutcome, fileOutcome, noteColumns } from '../tables/outcome.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Adapter, Cell, FormatLimits, Table } from '../types.ts'
import { missingWarningColumns, type WarningColumns, warningColumns } from './columns.ts'
import type { WarningDraft } from './draft.ts'
import { warningForm } from './form.ts'
import { readNotices } from './notice.ts'
import { noticeDrafts } from './notice-drafts.ts'
import { type WarningBuilder, warningBuilder } from './record.ts'
import { warningRowReader } from './row.ts'

/** Rises whenever the same bytes would give other records. */
const VERSION = '1.2.0'

const EXAMPLE = '自2026年11月15日0时起启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知'

type Outcome = FileOutcome<AirWarningRecord>
type IsArea = (name: string) => boolean

/** What tells one warning from another in a file. */
const cellsOf = ({ words, area, text }: WarningDraft): readonly Cell[] => [
  ...Object.values(words),
  ...Object.values(area),
  text,
]

/** A row of a text is one warning for one area, or one notice that was refused; `row` is the line of its act. */
function readText(table: Table, limits: FormatLimits, isArea: IsArea, build: WarningBuilder, outcome: Outcome): void {
  const { name: sheet, header } = table
  const lines = table.rows.map((cells, index) => ({ text: cellText(cells[0]), row: rowNumber(table, index) }))
  const notices = readNotices(lines)
  const counter = rowCounter(limits)
  let found = 0
  for (const [index, notice] of notices.entries()) {
    const drafts = noticeDrafts(notice, isArea)
    if (drafts === null) continue
    if ('fault' in drafts) {
      const { row, fault, value } = drafts
      found += 1
      counter.add(row)
      outcome.add(reject(row, fault, PROSE_HEADING, value, FAULTS[fault](shown(value))), {
        row,
        sheet,
        header,
        cells: [value],
      })
      continue
    }
    const open = table.openEnd === true && index === notices.length - 1
    for (const { row, draft } of drafts) {
      found += 1
      counter.add(row)
      const whole = open ? { ...draft, notes: [...draft.notes, { rule: 'last-line-open' }] } : draft
      outcome.add(
        build(whole, row, () => PROSE_HEADING),
        { row, sheet, header, cells: cellsOf(draft) },
      )
    }
  }
  if (found > 0) return
  throw new FormatError('no-table', {
    zh: `文字中没有一份预警文件，例：${EXAMPLE}`,
    en: `the text holds no document of a warning, such as ${EXAMPLE}`,
  })
}

const FAULTS = {
  'warning-statement-unreadable': (value: string) => ({
    zh: `「${value}」没有写明对预警做了什么，例：${EXAMPLE}`,
    en: `${value} does not say what is done to a warning; for example: ${EXAMPLE}`,
  }),
  'warning-action-conflict': (value: string) => ({
    zh: `「${value}」与同一文件的其他语句不一致，或一句中既解除又启动；改变级别的写“……调整为……”`,
    en: `${value} does not agree with the document's other sentences, or lifts and issues at once; write a change of level as 黄色预警调整为橙色预警`,
  }),
  'division-unknown': (value: string) => ({
    zh: `「${value}」所列区域与其个数不符`,
    en: `${value} does not name as many areas as it says`,
  }),
} as const

function readTable(
  table: Table,
  columns: WarningColumns,
  isArea: IsArea,
  build: WarningBuilder,
  outcome: Outcome,
): void {
  const { header, name: sheet } = table
  noteColumns(columns, outcome)
  for (const fault of table.faults ?? []) outcome.fault(fault, sheet)
  const rows = warningRowReader(columns, header, isArea)
  for (const [index, cells] of table.rows.entries()) {
    const row = rowNumber(table, index)
    const drafts = rows.read(cells, row, table.openEnd === true && index === table.rows.length - 1)
    if ('type' in drafts) outcome.add(drafts, { row, sheet, header, cells })
    else for (const draft of drafts) outcome.add(build(draft, row, rows.heading), { row, sheet, header, cells })
  }
}

/** An adapter for one side. `normalise` throws FormatError when the file as a whole cannot be read. */
export function warningAdapter(side: AirSide): Adapter<AirWarningRecord> {
  return {
    id: `${sideName(side.party)}/air-warning`,
    version: VERSION,
    party: side.party,
    contract: 'air-warning',
    register: 'divisions',
    form: warningForm(side),
    normalise({ bytes, mediaType, limits, registry, at }, take) {
      if (registry.id !== 'divisions') throw new TypeError(`expected the register divisions, got ${registry.id}`)
      const { tables, ...format } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
      const outcome = fileOutcome(take)
      const build = warningBuilder(side, registry, at)
      const isArea = areaNames(side, registry)
      // A Word document is a notice in words unless it has a table of warnings; its lines are no rows of one.
      const grids = format.format === 'docx' ? tables.filter((table) => !isLines(table)) : tables
      const fits = grids.some(({ header }) => missingWarningColumns(warningColumns(header)).length === 0)
      if (format.format === 'text' || (format.format === 'docx' && !fits))
        readText(joinLines(tables), limits, isArea, build, outcome)
      else
        for (const { table, columns } of chooseTables(grids, warningColumns, missingWarningColumns, outcome))
          readTable(table, columns, isArea, build, outcome)
      return outcome.result(format)
    },
  }
}
