/** The water contract, edited as a test says; and what a comparison then finds. */
import { type Comparison, compareContracts, type Direction, type Finding } from '../../../contracts/compare/index.ts'
import water from '../../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }

/** A value with the member at a pointer put in, replaced, or, for undefined, taken out. */
export function put(root: unknown, pointer: string, value: unknown): unknown {
  const copy: unknown = structuredClone(root)
  const steps = pointer.slice(1).split('/')
  const last = steps.pop() ?? ''
  const node = steps.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    copy,
  )
  if (typeof node !== 'object' || node === null) throw new TypeError(`${pointer} leads nowhere`)
  if (value === undefined) Reflect.deleteProperty(node, last)
  else Reflect.set(node, Array.isArray(node) && last === '-' ? String(node.length) : last, value)
  return copy
}

/** The water contract with members put in, replaced or taken out. */
export function waterWith(edits: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(edits).reduce<unknown>((contract, [pointer, value]) => put(contract, pointer, value), water)
}

/** The water contract against itself edited. */
export function edited(edits: Readonly<Record<string, unknown>>): Comparison {
  return compareContracts(water, waterWith(edits))
}

/** The one finding that is not about words, or at a pointer. */
export function only({ findings }: Comparison, pointer?: string): Finding {
  const found = findings.filter((one) => (pointer === undefined ? one.kind !== 'words' : one.pointer === pointer))
  const [first] = found
  if (!first || found.length > 1)
    throw new Error(`expected one finding, got ${findings.map((one) => one.pointer).join(' ')}`)
  return first
}

/** Both directions. */
export const BOTH: readonly Direction[] = ['backward', 'forward']
