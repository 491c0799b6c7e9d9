/** How fast adapters are on one core, beside a bare JSON.parse of the same rows: `node test/bench/adapters.ts` prints one JSON object. */
import { cpus } from 'node:os'
import { ADAPTERS } from '../../adapters/index.ts'
import type { Adapter } from '../../adapters/types.ts'
import { inputOf, type NativeFile, nativeFile } from './native-files.ts'

const ROWS = 5000
/** Rounds after one that warms up the code: so many, or fewer once this time (ms) is used up, but one at least. */
const ROUNDS = { most: 5, budget: 250 } as const

/** One side's adapter of one contract. Rates are records a second; `json` is a bare JSON.parse: of the same bytes where the form is JSON, else of the same rows as JSON. */
export interface AdapterFigure {
  readonly form: string
  readonly bytes: number
  readonly adapter: number
  readonly json: number
  readonly ratio: number
}

/** Figures by contract and side. */
export interface AdapterFigures {
  readonly unit: string
  readonly figures: Readonly<Record<string, Readonly<Record<string, AdapterFigure>>>>
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** The adapter alone: bytes in, records handed on and let go. A row refused would make the figure none. */
function normalise(adapter: Adapter<object>, bytes: Uint8Array): void {
  let records = 0
  adapter.normalise(inputOf(adapter, bytes), () => {
    records++
  })
  if (records !== ROWS) throw new Error(`${adapter.id} took ${records} of ${ROWS} rows`)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parse(json: Uint8Array): void {
  const value: unknown = JSON.parse(decoder.decode(json))
  if (typeof value !== 'object') throw new Error('expected an object')
}

function measure(adapter: Adapter<object>, { form, bytes, json }: NativeFile): AdapterFigure {
  const rounds: { readonly own: number; readonly bare: number }[] = []
  const begun = performance.now()
  for (let round = 0; round <= ROUNDS.most; round++) {
    if (round > 1 && performance.now() - begun > ROUNDS.budget) break
    // One after the other in each round, so that both meet the machine in the same mood.
    const bare = timed(() => parse(json))
    const own = timed(() => normalise(adapter, bytes))
    if (round > 0) rounds.push({ own, bare })
  }
  const rate = (ms: number): number => Math.round((ROWS / ms) * 1000)
  return {
    form,
    bytes: bytes.length,
    adapter: rate(median(rounds.map(({ own }) => own))),
    json: rate(median(rounds.map(({ bare }) => bare))),
    ratio: Number(median(rounds.map(({ own, bare }) => bare / own)).toFixed(3)),
  }
}

/** Measures every adapter, one after another, over 5,000 rows each. */
export async function adapterFigures(adapters: readonly Adapter<object>[] = ADAPTERS): Promise<AdapterFigures> {
  const figures: Record<string, Record<string, AdapterFigure>> = {}
  for (const adapter of adapters) {
    const sides = figures[adapter.contract] ?? {}
    figures[adapter.contract] = sides
    sides[adapter.party] = measure(adapter, await nativeFile(adapter, ROWS))
  }
  return {
    unit: `records a second on one core, ${ROWS} rows a file; ratio to a bare JSON.parse of the same rows`,
    figures,
  }
}

if (process.argv[1] === import.meta.filename) {
  const begun = performance.now()
  const found = await adapterFigures()
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' }
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1))
  process.stdout.write(`${JSON.stringify({ ...found, seconds, machine }, null, 2)}\n`)
}
