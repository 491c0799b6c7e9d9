/** Query parameters, read strictly: an unknown, repeated or malformed one is an error that names it. */

import { parseTime } from '../../adapters/tables/time.ts'
import { Problem } from '../errors/problem.ts'

/** The value of each allowed parameter. */
export function readQuery<const Name extends string>(
  url: string,
  allowed: readonly Name[],
): Partial<Record<Name, string>> {
  const params = new URL(url).searchParams
  const found: Partial<Record<Name, string>> = {}
  for (const [name, value] of params) {
    const known = allowed.find((one) => one === name)
    if (known === undefined)
      throw invalid(name, value, `可用：${allowed.join('、') || '无'}`, `expected ${allowed.join(', ') || 'none'}`)
    if (found[known] !== undefined) throw invalid(name, value, '只能出现一次', 'expected once')
    found[known] = value
  }
  return found
}

/** An RFC 3339 instant in ms. */
export function readInstant(name: string, value: string): number {
  const time = /(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? parseTime(value, Number.MAX_SAFE_INTEGER) : null
  if (time === null || time.kind !== 'instant') {
    throw invalid(
      name,
      value,
      '应为带时区的时刻，例：2026-11-16T00:00:00+08:00',
      'expected an instant with a zone, as 2026-11-16T00:00:00+08:00',
    )
  }
  return time.end
}

/** An integer within bounds. */
export function readInteger(name: string, value: string, min: number, max: number): number {
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN
  if (!Number.isSafeInteger(number) || number < min || number > max) {
    throw invalid(name, value, `应为 ${min} 到 ${max} 的整数`, `expected an integer from ${min} to ${max}`)
  }
  return number
}

/** The problem that names a parameter. */
export function invalid(name: string, value: string, zh: string, en: string): Problem {
  return new Problem('query-invalid', {
    pointer: name,
    value: value.slice(0, 120),
    detail: { zh: `参数 ${name}：${zh}`, en: `Parameter ${name}: ${en}` },
  })
}
