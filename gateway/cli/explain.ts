/** Failures in three lines: what happened, where, and how to put it right. */
import type { Bilingual, Rejection } from '../../contracts/types.ts'
import { ClientError, type LocalCode } from '../client/error.ts'
import { toProblem } from '../errors/map.ts'
import { ERRORS, isErrorCode } from '../errors/table.ts'
import { ConfigRefused } from '../machine/refused.ts'
import { printableLine, printableLines } from './printable.ts'
import { UsageError } from './usage.ts'

/** Where in a source something is. */
export interface Where {
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly pointer?: string
  readonly value?: string
}

const LOCAL_FIXES: Readonly<Record<LocalCode, Bilingual>> = {
  network: { zh: '检查地址、网络与网关是否在运行', en: 'check the address, the network, and that the gateway runs' },
  timeout: { zh: '稍后重试；同一文件再次报送得到同一回执', en: 'try again later; the same file gets the same receipt' },
  'answer-unverified': {
    zh: '应答未经网关签名：检查 --origin 与本机时钟，确认中间没有代理改写',
    en: 'the answer is not signed by the gateway: check --origin, this clock, and that no proxy rewrites answers',
  },
  'answer-malformed': {
    zh: '应答不是本网关的格式：检查 --origin 是否指向网关',
    en: 'the answer is not in the form of this gateway: check that --origin is one',
  },
  'receipt-unverified': {
    zh: '不要采信此回执；保留它并联系网关运维',
    en: 'do not rely on this receipt; keep it and tell the operator of the gateway',
  },
  'signer-failed': {
    zh: '检查设备是否接好、PIN 是否正确，以及密钥文件中的 command；SM2 的 ID 应为 1234567812345678',
    en: 'check the device, its PIN and the command in the key file; the ID of SM2 must be 1234567812345678',
  },
}

const LOOK_AT_DETAIL: Bilingual = { zh: '按上文更正后重试', en: 'correct what is named above and try again' }

/** How to put a code right. */
function fixOf(code: string): Bilingual {
  if (isErrorCode(code)) return ERRORS[code].fix
  return Object.hasOwn(LOCAL_FIXES, code)
    ? (Object.entries(LOCAL_FIXES).find(([name]) => name === code)?.[1] ?? LOOK_AT_DETAIL)
    : LOOK_AT_DETAIL
}

function place({ file, sheet, row, pointer, value }: Where): string {
  const parts = [
    ...(file === undefined ? [] : [file]),
    ...(sheet === undefined ? [] : [`工作表 sheet ${sheet}`]),
    ...(row === undefined ? [] : [`第 ${row} 行 row ${row}`]),
    ...(pointer === undefined || pointer === '' ? [] : [`列 column ${pointer}`]),
    ...(value === undefined ? [] : [`值 value ${JSON.stringify(value)}`]),
  ]
  return parts.length === 0 ? '—' : parts.join('，')
}

function threeLines(code: string, what: string, where: Where): string {
  const fix = fixOf(code)
  return `✗ ${printableLine(`${what} [${code}]`)}\n  在 where  ${printableLine(place(where))}\n  改 fix    ${fix.zh} · ${fix.en}\n`
}

/** One rejected row in three lines. */
export function explainRejection({ type, detail, row, sheet, pointer, value }: Rejection, file?: string): string {
  return threeLines(type, `${detail.zh} · ${detail.en}`, {
    row,
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(value === undefined ? {} : { value }),
  })
}

/** How many rows are explained one by one. */
export const EXPLAINED = 20

/** Rejected rows, the first of them in full and the others counted by type. */
export function explainRejections(rejections: readonly Rejection[], file?: string): string {
  const shown = rejections.slice(0, EXPLAINED).map((rejection) => explainRejection(rejection, file))
  return shown.join('') + countRejections(rejections.slice(EXPLAINED))
}

/** Rejected rows that are not told one by one, counted by type. */
export function countRejections(others: readonly Rejection[]): string {
  const lines = [...Map.groupBy(others, ({ type }) => type)].map(([type, rows]) => {
    const { zh, en } = isErrorCode(type) ? ERRORS[type].title : { zh: type, en: type }
    return `  另有 ${rows.length} 行 · ${rows.length} rows more: ${printableLine(`${zh} · ${en} [${type}]`)}\n`
  })
  return lines.join('')
}

/** Here a caller is the operator, who may know why. */
function storeFailed(why: string): string {
  const said = printableLine(why)
  return `✗ 存储不可用：${said} · the store cannot be used: ${said}\n  改 fix    chuanyu doctor --data DIR\n`
}

/** Anything thrown, in three lines, with the rejected rows it carries. */
export function explainError(error: unknown, file?: string): string {
  const source = file === undefined ? {} : { file }
  if (error instanceof UsageError || error instanceof ConfigRefused) return `${error.message}\n`
  if (error instanceof Error && error.name === 'StoreFailed') return storeFailed(error.message)
  if (error instanceof ClientError) {
    const { code, problem, message } = error
    if (!problem) return threeLines(code, message.slice(code.length + 2), source)
    const { detail, rejections = [], row, pointer, value } = problem
    const where = { ...source, ...pick({ row, pointer, value }) }
    return threeLines(code, detail, where) + explainRejections(rejections, file)
  }
  const { code, extra } = toProblem(error)
  if (code === 'internal') {
    return `✗ ${printableLines(error instanceof Error ? error.message : String(error))}\n${file === undefined ? '' : `  在 where  ${file}\n`}`
  }
  const { zh, en } = extra.detail ?? ERRORS[code].what
  return threeLines(code, `${zh} · ${en}`, { ...source, ...pick(extra) })
}

function pick({
  row,
  pointer,
  value,
}: {
  row?: number | undefined
  pointer?: string | undefined
  value?: string | undefined
}): Where {
  return {
    ...(row === undefined ? {} : { row }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(value === undefined ? {} : { value }),
  }
}
