/** The last sheet of a returned workbook: whose file it is of, what was refused and how often, and what to do with it. */
import type { Row } from 'write-excel-file/node'
import { MISSING, OWN_SHEETS } from '../../adapters/formats/marked.ts'
import type { Bilingual, Rejection } from '../../contracts/types.ts'
import { ERRORS, isErrorCode } from '../errors/table.ts'
import { FORM_LIMITS } from './limits.ts'
import { CELL, HEADINGS, heightOf, SMALL, styled, TITLE } from './styles.ts'
import type { FormSheet } from './write.ts'

/** Where refused rows come from. */
export interface ReturnedAbout {
  readonly contract: { readonly id: string; readonly version: string }
  readonly counts: {
    readonly in: number
    readonly accepted: number
    readonly rejected: number
    readonly duplicates: number
  }
  /** The submission, where there is one. */
  readonly submission?: string
  /** SHA-256 of the file as sent, in hexadecimal. */
  readonly digest: string
  /** The gateway, where the pages of errors are. */
  readonly origin?: string
}

/** What the workbook shows of what was refused. */
export interface Shown {
  readonly rejections: readonly Rejection[]
  /** Whether the workbook itself can be sent again. */
  readonly mendable: boolean
  readonly shown: number
  readonly all: number
}

const HOW: readonly Bilingual[] = [
  {
    zh: '在本工作簿中改正标红的单元格，保存后直接报送；表头与未标出的单元格保持原样。不再报送的行，把该行整行删去。',
    en: 'Mend the cells marked red in this very workbook, save it and send it; leave headings and other cells as they are. Delete a row that is not to be sent.',
  },
  {
    zh: '前三列（原行号、拒收原因、改法）报送时按列名忽略，可以保留；列名请勿改动。已接收的行不在本工作簿中，不必再报。',
    en: 'The first three columns are ignored by their headings when sent, and may stay; do not rename them. Accepted rows are not here and need not be sent again.',
  },
  {
    zh: `写有 ${MISSING} 的格在原文件中不存在：请填写，确无数据时清空。日期按“年-月-日 时:分:秒”写成文本，可直接修改。`,
    en: `A cell that says ${MISSING} was not in the file: fill it in, or clear it. Dates are written as texts and may be changed as they are.`,
  },
]

const PROSE: Bilingual = {
  zh: '原文件是文字、报文或 Word 文档，没有可在工作簿中改的表格；请按原因修改原文后重新报送。',
  en: 'The file is a text, messages or a Word document, and has no table to be mended here; mend the original and send it again.',
}

const NONE: Bilingual = { zh: '没有被拒收的行。', en: 'No row was refused.' }

const WIDTHS = [30, 12, 60, 60]

function wide(text: string, style: object, height: number): Row {
  return [{ ...styled(text, style), columnSpan: WIDTHS.length, height }, null, null, null]
}

function lines({ rejections, mendable, shown, all }: Shown): readonly Bilingual[] {
  if (rejections.length === 0) return [NONE]
  const more: Bilingual = {
    zh: `本工作簿只列前 ${shown} 行（上限 ${FORM_LIMITS.returnedRows}），共 ${all} 行被拒收；改正报送后再取其余。`,
    en: `Only the first ${shown} of ${all} refused rows are here (at most ${FORM_LIMITS.returnedRows}); send these mended, then fetch the others.`,
  }
  return [...(mendable ? HOW : [PROSE]), ...(shown < all ? [more] : [])]
}

/** The sheet. */
export function aboutSheet(about: ReturnedAbout, what: Shown): FormSheet {
  const { contract, counts, submission, digest, origin } = about
  const byType = [...Map.groupBy(what.rejections, ({ type }) => type)].sort((a, b) => b[1].length - a[1].length)
  const facts = [
    `数据契约 Contract: ${contract.id} ${contract.version}`,
    `原文件摘要（SHA-256）Digest of the file: ${digest}`,
    ...(submission === undefined ? [] : [`报送编号 Submission: ${submission}`]),
    `共 ${counts.in} 行 = 接收 ${counts.accepted} + 拒收 ${counts.rejected} + 重复 ${counts.duplicates} · ${counts.in} rows = ${counts.accepted} accepted + ${counts.rejected} rejected + ${counts.duplicates} duplicates`,
  ]
  return {
    name: OWN_SHEETS.returned,
    widths: WIDTHS,
    fitWidth: true,
    rows: [
      wide('拒收行及改正办法 · Refused rows and how to mend them', TITLE, 26),
      ...lines(what).map(({ zh, en }, at) => wide(`${at + 1}. ${zh}\n    ${en}`, SMALL, 32)),
      ...facts.map((line) => wide(line, SMALL, 16)),
      [],
      ['类型 Type', '行数 Rows', '是什么 What', '怎么改 Fix'].map((text) =>
        styled(text, { ...HEADINGS.may, height: 22 }),
      ),
      ...byType.map(([type, found]): Row => {
        const row = isErrorCode(type) ? ERRORS[type] : null
        const texts = [
          `${row?.title.zh ?? type}\n${row?.title.en ?? ''}\n${origin === undefined ? type : `${origin}/errors/${type}`}`,
          String(found.length),
          row === null ? '' : `${row.what.zh}\n${row.what.en}`,
          row === null ? '' : `${row.fix.zh}\n${row.fix.en}`,
        ]
        const height = heightOf(texts, WIDTHS)
        return texts.map((text, at) => styled(text, at === 0 ? { ...CELL, height } : CELL))
      }),
    ],
  }
}
