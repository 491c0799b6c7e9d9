/** Numbers within bounds, in steps and out of them. */
import { keeps } from '../schema/accepts.ts'
import type { LimitRule } from '../schema/form.ts'
import type { Search, Settled } from './search.ts'

interface Range {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
}

/** Multiples tried before a search over steps gives up. */
const MOST_STEPS = 2000

const OPPOSITE: Partial<Record<LimitRule, LimitRule>> = {
  minimum: 'exclusiveMaximum',
  maximum: 'exclusiveMinimum',
  exclusiveMinimum: 'maximum',
  exclusiveMaximum: 'minimum',
}

/** Numbers that keep and break the rules. */
export function* numbers(settled: readonly Settled[], search: Search): Generator<number> {
  const range: Range = {
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    lowOpen: false,
    highOpen: false,
  }
  for (const { holds, atom } of settled) if ('limit' in atom) narrow(range, atom.rule, atom.limit, holds)
  if (range.low > range.high || (range.low === range.high && (range.lowOpen || range.highOpen))) return
  const steps = settled.flatMap(({ holds, atom }) => (holds ? stepOf(atom) : []))
  const fits = (value: number): boolean =>
    settled.every(({ holds, atom }) => keeps(atom, value) === holds) && Math.abs(value) <= Number.MAX_VALUE
  const tried = new Set<number>()
  let found = false
  for (const value of steps.length > 0 ? multiples(range, steps, settled, search) : between(range)) {
    if (tried.has(value)) continue
    tried.add(value)
    if (!fits(value)) continue
    found = true
    yield value === 0 ? 0 : value
  }
  // Between two bounds there are more numbers than were tried.
  if (!found && steps.length === 0 && range.low < range.high) search.sure = false
}

function stepOf(atom: Settled['atom']): readonly number[] {
  if (atom.rule === 'multipleOf') return [atom.limit]
  return atom.rule === 'type' && atom.integer ? [1] : []
}

function narrow(range: Range, rule: LimitRule, limit: number, holds: boolean): void {
  const effective = holds ? rule : OPPOSITE[rule]
  if (effective === 'minimum' || effective === 'exclusiveMinimum') {
    const open = effective === 'exclusiveMinimum'
    if (limit > range.low || (limit === range.low && open)) [range.low, range.lowOpen] = [limit, open]
  }
  if (effective === 'maximum' || effective === 'exclusiveMaximum') {
    const open = effective === 'exclusiveMaximum'
    if (limit < range.high || (limit === range.high && open)) [range.high, range.highOpen] = [limit, open]
  }
}

/** The edges, their neighbours and what lies between, whole and broken: more than any finite list of refused values is long. */
function* between({ low, high }: Range): Generator<number> {
  const from = Number.isFinite(low) ? low : Number.isFinite(high) ? high - 10 : 0
  const to = Number.isFinite(high) ? high : Number.isFinite(low) ? low + 10 : 10
  yield* [0, 1, -1, low, high, Math.ceil(from), Math.floor(to), Math.ceil(from) + 1, Math.floor(to) - 1]
  for (const part of [2, 3, 5, 7, 11, 13]) for (let at = 1; at < part; at++) yield from + ((to - from) * at) / part
  if (to - from > 1) for (let at = 0; at < 100; at++) yield Math.ceil(from) + at
  for (let at = 1; at <= 500; at++) yield from + ((to - from) * at) / 501
}

function* multiples(
  range: Range,
  steps: readonly number[],
  settled: readonly Settled[],
  search: Search,
): Generator<number> {
  const step = steps.reduce(leastCommon)
  // Every multiple of the step is one of what must not be divided: there is none, however far one looks.
  const forbidden = settled.some(
    ({ holds, atom }) => !holds && stepOf(atom).some((limit) => Number.isInteger(step / limit)),
  )
  if (forbidden) return
  const { low, high } = range
  const first = Number.isFinite(low) ? Math.ceil(low / step) : Number.isFinite(high) ? Math.floor(high / step) : 0
  const down = !Number.isFinite(low) && Number.isFinite(high)
  if (low <= 0 && high >= 0) yield 0
  for (let at = 0; at < MOST_STEPS; at++) {
    const value = down ? (first - at) * step : (first + at) * step
    if (down ? value < low : value > high) return
    yield value
  }
  search.sure = false
}

function leastCommon(one: number, other: number): number {
  if (Number.isInteger(one / other)) return one
  if (Number.isInteger(other / one)) return other
  for (let times = 2; times <= 10_000; times++) if (Number.isInteger((one * times) / other)) return one * times
  return one * other
}
