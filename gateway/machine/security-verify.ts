/** Checks a security log: every line whole, numbered on, and holding on to the one before; what is missing is missing because its retention was over. */
import type { Bilingual } from '../../contracts/types.ts'
import { daysIn, fileOf, lineHash, linesOf } from './security-files.ts'

/** Something that is not as it was written. */
export interface SecurityFault extends Bilingual {
  /** `2026-11-26.jsonl:12`. */
  readonly where: string
}

/** What was found in one folder. */
export interface SecurityReport {
  readonly folder: string
  readonly ok: boolean
  readonly days: number
  readonly lines: number
  /** The first and last number. */
  readonly from: number | null
  readonly to: number | null
  /** The hash of the last line: who keeps it elsewhere notices when lines are cut off at the end. */
  readonly head: string | null
  readonly faults: readonly SecurityFault[]
}

interface Line {
  readonly n: number
  readonly previous: string | null
  readonly event: string
  readonly detail: Readonly<Record<string, unknown>>
}

function readLine(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { n, previous, event, detail }: Readonly<Record<string, unknown>> = { ...value }
    if (typeof n !== 'number' || typeof event !== 'string') return null
    if (previous !== null && typeof previous !== 'string') return null
    return { n, previous, event, detail: typeof detail === 'object' && detail !== null ? { ...detail } : {} }
  } catch {
    return null
  }
}

/** Checks all lines of a folder. */
export function verifySecurityLog(folder: string): SecurityReport {
  const faults: SecurityFault[] = []
  const days = daysIn(folder)
  const pruned: { n: unknown; hash: unknown }[] = []
  let [last, head, lines]: [Line | null, string | null, number] = [null, null, 0]
  let first: { readonly line: Line; readonly where: string } | null = null
  for (const day of days) {
    const { lines: texts, torn } = linesOf(fileOf(folder, day))
    for (const [at, text] of texts.entries()) {
      const where = `${day}.jsonl:${at + 1}`
      const line = readLine(text)
      lines += 1
      if (!line) {
        faults.push({ where, zh: '不是一条日志', en: 'is no line of the log' })
        head = lineHash(text)
        continue
      }
      if (!first) first = { line, where }
      else if (line.previous !== head) {
        faults.push({
          where,
          zh: '与上一条的摘要不符：上一条被改动、删去或插入',
          en: 'does not hold on to the line before, which was changed, removed or put in',
        })
      } else if (last && line.n !== last.n + 1) {
        faults.push({
          where,
          zh: `序号应为 ${last.n + 1}，得到 ${line.n}`,
          en: `expected number ${last.n + 1}, got ${line.n}`,
        })
      }
      if (line.event === 'pruned') pruned.push({ n: line.detail.n, hash: line.detail.hash })
      last = line
      head = lineHash(text)
    }
    if (torn !== '' && day !== days.at(-1)) {
      faults.push({ where: `${day}.jsonl`, zh: '末尾有不完整的一条', en: 'ends in a broken line' })
    }
  }
  if (first && !beganThere(first.line, pruned)) {
    faults.push({
      where: first.where,
      zh: '此前的日志不在，且没有到期清理的记录',
      en: 'what came before is gone, and no line tells that its retention was over',
    })
  }
  const [from, to] = [first?.line.n ?? null, last?.n ?? null]
  return { folder, ok: faults.length === 0, days: days.length, lines, from, to, head, faults }
}

/** Whether a line is the very first, or the first behind what was pruned. */
function beganThere({ n, previous }: Line, pruned: readonly { n: unknown; hash: unknown }[]): boolean {
  if (n === 1 && previous === null) return true
  return pruned.some((one) => one.n === n - 1 && one.hash === previous)
}
