/** A fill-in template of one contract and side: the headings its adapter reads, drop-downs out of the register, one example, and a sheet that explains. */
import type { CellObject, Row } from 'write-excel-file/node'
import { EXAMPLE, NUMBER_HEADING, OWN_SHEETS } from '../../adapters/formats/marked.ts'
import type { Adapter, FormColumn, FormKind, TableForm } from '../../adapters/types.ts'
import type { Contract } from '../../contracts/index.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import { widthOf } from '../http/xlsx.ts'
import { formatOf, guideSheet, NEEDS, sideTitle } from './guide.ts'
import { FORM_LIMITS } from './limits.ts'
import { EXAMPLE_CELL, HEADINGS, SMALL, styled, TITLE } from './styles.ts'
import { columnName, type FormSheet, type Validation, writeForm } from './write.ts'

/** What a template is made from; `rows` is how many rows a file may have. */
export interface TemplateOptions {
  readonly contract: Contract
  /** SHA-256 of the contract as signed, in hexadecimal. */
  readonly digest: string
  readonly adapter: Pick<Adapter<object>, 'id' | 'version' | 'party'>
  readonly form: TableForm
  readonly registry: Registry
  readonly rows: number
}

const DATA_SHEET = '数据 Data'
/** 0-based rows of the sheet of data. */
const EXAMPLE_ROW = 3
const FIRST_ROW = 4

const FORMATS: Readonly<Record<FormKind, CellObject>> = {
  text: { type: String, format: '@' },
  code: { type: String, format: '@' },
  figure: { type: Number },
  day: { type: Number, format: 'yyyy-mm-dd' },
  time: { type: Number, format: 'yyyy-mm-dd hh:mm' },
}

/** Columns of which the example row has a mark: the running number, and the one that says what a row is of. */
function exampleCell(text: string, kind: FormKind, at: number): CellObject {
  if (at === 0) return styled(`${EXAMPLE}：${text}`, EXAMPLE_CELL)
  if (text === '') return { ...FORMATS[kind], ...EXAMPLE_CELL }
  if (kind === 'day' || kind === 'time') return { ...FORMATS[kind], ...EXAMPLE_CELL, value: serialOf(text) }
  if (kind === 'figure' && text === String(Number(text)))
    return { ...FORMATS[kind], ...EXAMPLE_CELL, value: Number(text) }
  return styled(text, EXAMPLE_CELL)
}

/** `2026-11-16 08:00` as a spreadsheet counts it, from the day before 1900 (ECMA-376 part 1 §18.17.4). */
function serialOf(civil: string): number {
  const ms = Date.parse(`${civil.replace(' ', 'T')}${civil.length > 10 ? ':00' : 'T00:00:00'}Z`)
  return Math.round(ms / 60_000) / 1440 + 25_569
}

interface Listed {
  readonly column: FormColumn
  readonly choices: readonly string[]
  /** Where the choices stand on the hidden sheet; null where the drop-down holds them itself. */
  readonly list: number | null
}

function listedColumns({ form, registry }: TemplateOptions): readonly Listed[] {
  let lists = 0
  return form.columns.map((column) => {
    const choices = column.choices(registry)
    const inline = choices.join(',').length <= FORM_LIMITS.inlineList && !choices.some((word) => /[",]/.test(word))
    return { column, choices, list: choices.length === 0 || inline ? null : lists++ }
  })
}

function validationOf({ column, choices, list }: Listed, at: number, rows: number): Validation {
  const { heading, need, hint, kind } = column
  const how = formatOf(column, choices)
  const remark = hint ? `\n${hint.zh}\n${hint.en}` : ''
  const range =
    list === null ? '' : `'${OWN_SHEETS.lists}'!$${columnName(list)}$1:$${columnName(list)}$${choices.length}`
  return {
    column: at,
    fromRow: EXAMPLE_ROW,
    toRow: FIRST_ROW + rows - 1,
    allow:
      list !== null
        ? { range }
        : choices.length > 0
          ? { words: choices }
          : kind === 'day' || kind === 'time'
            ? 'day'
            : 'any',
    title: heading,
    prompt: `${NEEDS[need].zh} ${NEEDS[need].en}。${how.zh} ${how.en}${remark}`,
    warning:
      choices.length > 0
        ? '不在下拉列表中；登记册所列别名也可使用，仍要填写吗？ Not in the list; other names of the register are read too.'
        : '不是日期；仍要填写吗？ Not a date; enter it all the same?',
  }
}

function dataSheet(options: TemplateOptions, columns: readonly Listed[]): FormSheet {
  const { contract, registry, rows } = options
  const side = sideTitle(options)
  const title = `${contract.title.zh} · ${side.zh} ${side.en} · ${contract.id} ${contract.version}`
  const legend =
    '* 必填；浅黄色列至少填其中一项；选中单元格可见提示，详见“填写说明”表。填报前删去示例行。 * required; light yellow: one of several; select a cell for its prompt, see the sheet Guide. Delete the example row first.'
  const head: Row = [
    { ...styled(NUMBER_HEADING, HEADINGS.may), height: 34 },
    ...columns.map(({ column: { heading, need } }) =>
      styled(need === 'must' ? `*${heading}` : heading, HEADINGS[need]),
    ),
  ]
  const example: Row = [
    { ...styled(EXAMPLE, EXAMPLE_CELL), height: 20 },
    ...columns.map(({ column }, at) => exampleCell(column.example(registry), column.kind, at)),
  ]
  const blank: Row = [{ type: Number }, ...columns.map(({ column }) => FORMATS[column.kind])]
  return {
    name: DATA_SHEET,
    rows: [
      [{ ...styled(title, TITLE), height: 26 }],
      [{ ...styled(legend, { ...SMALL, wrap: false }), height: 18 }],
      head,
      example,
      blank,
    ],
    widths: [6, ...columns.map((one) => widthFor(one, registry))],
    stickyRows: 3,
    stickyColumns: 2,
    formatRow: FIRST_ROW,
    validations: columns.map((one, at) => validationOf(one, at + 1, rows)),
  }
}

function widthFor({ column, choices }: Listed, registry: Registry): number {
  const { heading, kind, need } = column
  const dated = kind === 'time' ? 17 : kind === 'day' ? 12 : 0
  const words = [column.example(registry), ...choices.slice(0, 50)].map(widthOf)
  const head = widthOf(heading) + (need === 'must' ? 1 : 0)
  return Math.min(
    34,
    Math.max(9, dated, head > 16 ? Math.ceil(head / 2) + 2 : head + 2, ...words.map((word) => word + 3)),
  )
}

function listsSheet(columns: readonly Listed[]): FormSheet | null {
  const lists = columns.filter(({ list }) => list !== null).map(({ choices }) => choices)
  if (lists.length === 0) return null
  const longest = Math.max(...lists.map((words) => words.length))
  return {
    name: OWN_SHEETS.lists,
    rows: Array.from({ length: longest }, (_, at) => lists.map((words) => (words[at] ? styled(words[at], {}) : null))),
    widths: lists.map(() => 20),
    hidden: true,
  }
}

/** The template's bytes, the same for everybody. */
export function templateWorkbook(options: TemplateOptions): Promise<Uint8Array> {
  const columns = listedColumns(options)
  const lists = listsSheet(columns)
  return writeForm([dataSheet(options, columns), guideSheet(options), ...(lists === null ? [] : [lists])])
}

/** What a template is called as a file. */
export function templateName({ contract, adapter }: Pick<TemplateOptions, 'contract' | 'adapter'>): string {
  return `${contract.id}-${contract.version}-${adapter.party}.xlsx`
}
