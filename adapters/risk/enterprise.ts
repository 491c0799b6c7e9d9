/** Who a row is about: the enterprise by its credit code and name, its site, its industry. GB 32100-2015; GB/T 4754-2017. */
import type { SiteRecord } from '../../contracts/risk-source/record.ts'
import { GBT4754_2017 } from '../../contracts/standards/industries.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { type CreditCodeFault, readCreditCode } from '../standards/credit-code.ts'
import { reject } from '../tables/reject.ts'
import type { RowCells } from './cells.ts'

/** Reads a row's enterprise; adds to `notes`. */
export function readEnterprise(cells: RowCells, row: number, notes: Note[]): SiteRecord['enterprise'] | Rejection {
  const sent = cells.word('code')
  const read = readCreditCode(sent)
  if ('fault' in read) {
    const { zh, en } = faultWords(read)
    return reject(row, 'credit-code-invalid', cells.heading('code'), sent, {
      zh: `统一社会信用代码「${sent}」${zh}`,
      en: `The credit code ${sent} ${en}`,
    })
  }
  const name = cells.word('name')
  if (name === '') {
    return reject(row, 'enterprise-name-missing', cells.heading('name'), '', {
      zh: `${read.code} 没有企业名称`,
      en: `${read.code} has no name`,
    })
  }
  if (read.sent !== null) notes.push({ field: '/enterprise/code', rule: 'credit-code-normalised', sent: read.sent })
  if (!read.organisation) notes.push({ field: '/enterprise/code', rule: 'credit-code-organisation' })
  return { code: read.code, name }
}

function faultWords(fault: CreditCodeFault): { zh: string; en: string } {
  const { suggestion } = fault
  const meant = {
    zh: suggestion === null ? '' : `；或应为 ${suggestion}，请核对后改写`,
    en: suggestion === null ? '' : `; perhaps ${suggestion} is meant: check and write it so`,
  }
  if (fault.fault === 'length')
    return { zh: `有 ${fault.length} 位，应为 18 位`, en: `has ${fault.length} of 18 characters` }
  if (fault.fault === 'check')
    return {
      zh: `校验位不符，应为 ${fault.expected}`,
      en: `does not hold: its check character should be ${fault.expected}`,
    }
  return {
    zh: `第 ${fault.at} 位不是允许的字符${meant.zh}`,
    en: `has a character at place ${fault.at} that may not stand there${meant.en}`,
  }
}

const CODES: ReadonlyMap<string, string> = new Map(GBT4754_2017.classes.map(({ code, name }) => [name, code]))
const NAMES: ReadonlyMap<string, string> = new Map(GBT4754_2017.classes.map(({ code, name }) => [code, name]))
const CODE = /^[A-Z]?\d{4}$/
/** C2614 有机化学原料制造, 有机化学原料制造(2614), or either alone. */
const COMBINED = /^([A-Za-z]?\d{4}(?!\d))?\s*(.*?)(?<!\s)\s*(?:\(([A-Za-z]?\d{4})\))?$/s

/** Reads a row's industry, null when it has none; a class known by only one of code and name gets the other. Adds to `notes`. */
export function readIndustry(cells: RowCells, notes: Note[]): SiteRecord['industry'] {
  const [, front, middle = '', back] = COMBINED.exec(cells.narrow('industry')) ?? []
  const codeSent = (cells.narrow('industryCode') || front || back || '').replace(/\s+/g, '').toUpperCase()
  const code = CODE.test(codeSent) ? codeSent : null
  if (codeSent !== '' && code === null)
    notes.push({ field: '/industry/code', rule: 'industry-code-unreadable', sent: codeSent })
  const name = middle || null
  if (code === null && name === null) return null
  const byName = name === null ? undefined : CODES.get(name)
  const byCode = code === null ? undefined : NAMES.get(code.slice(-4))
  if (code === null && byName !== undefined) {
    notes.push({ field: '/industry/code', rule: 'industry-code-by-name' })
    return { code: byName, name }
  }
  if (name === null && byCode !== undefined) {
    notes.push({ field: '/industry/name', rule: 'industry-name-by-code' })
    return { code, name: byCode }
  }
  if (name !== null && byCode !== undefined && byCode !== name)
    notes.push({ field: '/industry', rule: 'industry-differs', sent: `${code} ${name}` })
  return { code, name }
}
