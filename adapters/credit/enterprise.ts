/** Whose rating a row is: name, credit code (GB 32100-2015) and division in the register. The code is the identity; a division is not needed. */
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { type CreditCodeFault, readCreditCode } from '../standards/credit-code.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type DivisionOptions, divisionReader } from './division.ts'

/** A record's enterprise. */
export type Enterprise = CreditRecord['enterprise']

/** Reads the enterprise of each row of a table; `year` is the year rated, on whose last day divisions are meant. Adds to `notes`. */
export function enterpriseReader(
  options: DivisionOptions,
): (cells: readonly Cell[], row: number, year: number, notes: Note[]) => Enterprise | Rejection {
  const { fields } = options
  const readDivision = divisionReader(options)

  function codeOf(cells: readonly Cell[], row: number, notes: Note[]): string | Rejection {
    const cell = fields.cell(cells, 'code')
    const sent = fields.text(cells, 'code')
    const refuse = (zh: string, en: string) =>
      reject(row, 'credit-code-invalid', fields.heading('code'), sent, {
        zh: `统一社会信用代码「${sent}」${zh}`,
        en: `The credit code ${sent || '(empty)'} ${en}`,
      })
    if (typeof cell === 'number' || /^\d(?:\.\d+)?E\+\d+$/i.test(sent))
      return refuse(
        '按数值保存，末几位已丢失；请将该列设为文本',
        'was saved as a number and lost its last digits; format the column as text',
      )
    const found = readCreditCode(sent)
    if ('fault' in found) return refuse(...faultWords(found))
    const { code, organisation } = found
    if (found.sent !== null) notes.push({ field: '/enterprise/code', rule: 'credit-code-normalised', sent: found.sent })
    if (!organisation) notes.push({ field: '/enterprise/code', rule: 'credit-code-organisation' })
    return code
  }

  return (cells, row, year, notes) => {
    const name = fields.text(cells, 'name')
    if (name === '') {
      return reject(row, 'enterprise-name-missing', fields.heading('name'), '', {
        zh: '没有企业名称',
        en: 'The enterprise has no name',
      })
    }
    const code = codeOf(cells, row, notes)
    if (typeof code === 'object') return code
    const division = readDivision(cells, row, year, notes)
    if (division && 'type' in division) return division
    return { code, division, name }
  }
}

function faultWords(found: CreditCodeFault): readonly [string, string] {
  const meant =
    found.suggestion === null ? ['', ''] : [`；是否为 ${found.suggestion}？`, `; was ${found.suggestion} meant?`]
  if (found.fault === 'length')
    return [`有 ${found.length} 位，应为 18 位`, `has ${found.length} characters, expected 18`]
  if (found.fault === 'character')
    return [
      `第 ${found.at} 位不在代码字符集内${meant[0]}`,
      `has at ${found.at} a character that may not stand there${meant[1]}`,
    ]
  return [`校验码不符，应为 ${found.expected}`, `does not hold: its check character should be ${found.expected}`]
}
