/** The parts an explanation is made of: what a row was, what it became, by which rules, and what each rule says. */
import type { NormalisedRecord } from '../../../adapters/types.ts'
import type { Contract } from '../../../contracts/index.ts'
import { ruleOf } from '../../../contracts/rules/index.ts'
import { standardById } from '../../../contracts/standards/index.ts'
import type { Note } from '../../../contracts/types.ts'
import { printable } from '../printable.ts'
import { fieldLines, standardsOf } from './fields.ts'
import type { OriginalCell } from './origin.ts'

/** Where a row is, as a person looks for it. */
export function placeText(row: number, sheet: string | undefined): string {
  return `${sheet === undefined ? '' : `工作表 sheet ${printable(sheet)}，`}第 ${row} 行 row ${row}`
}

/** The cells of a row, a line each. */
export function originalText(cells: readonly OriginalCell[] | null): string {
  const lines = cells?.map(({ heading, cell }) => `    ${printable(heading)}: ${printable(String(cell))}\n`)
  const none = cells
    ? '    该行没有内容 · the row is blank\n'
    : '    该行不能读成单元格 · the row could not be read as cells\n'
  return `  原文 original\n${lines?.join('') || none}`
}

/** One note: its rule, where it applies, what was sent, what the rule says and rests on. */
export function noteText({ field, rule, sent }: Note): string {
  const told = ruleOf(rule)
  const basis = told?.basis
  const lines = [
    `    • ${printable(rule)}${field === undefined ? '' : `  ${printable(field)}`}${sent === undefined ? '' : `  报送 sent「${printable(sent)}」`}`,
    told ? `      ${told.zh} · ${told.en}` : '      此版本不认识该规则 · this version does not know the rule',
    ...(basis ? [`      依据 rests on: ${basis.clause}${basis.confidence ? ` [${basis.confidence}]` : ''}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function notesOf(record: object): readonly Note[] {
  if (!('notes' in record) || !Array.isArray(record.notes)) return []
  const notes: readonly unknown[] = record.notes
  return notes.filter(
    (note): note is Note =>
      typeof note === 'object' && note !== null && 'rule' in note && typeof note.rule === 'string',
  )
}

function standardText(id: string): string {
  const standard = standardById(id)
  if (!standard) return id
  const { title, edition, inForce } = standard
  const from = inForce.from ?? '不详 not established'
  const days = `${from} – ${inForce.to ?? ''}`.trimEnd()
  return `${id} ${title.zh} · ${title.en}（版本 edition ${edition}，施行 in force ${days}）`
}

/** What a record became: its fields, the standards it was judged by, its notes. */
export function becameText({ key, record }: NormalisedRecord<object>, contract: Contract): string {
  const standards = standardsOf(record)
  const notes = notesOf(record)
  const fields = fieldLines(record, contract).map((line) => `    ${line}\n`)
  return [
    `  记录 became  键 key ${printable(key)}\n`,
    ...fields,
    `  标准 standard  ${standards.length === 0 ? '—' : standards.map(standardText).join('；')}\n`,
    notes.length === 0
      ? '  说明 notes  无，没有改动 · none, nothing was changed\n'
      : `  说明 notes (${notes.length})\n`,
    ...notes.map(noteText),
  ].join('')
}
