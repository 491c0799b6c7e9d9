/** What a contract says of a member of its records: its title, unit and source, wherever on the way to it they stand (JSON Schema 2020-12). */
import type { Bilingual } from '../../contracts/types.ts'

/** A member as its contract tells it; null for what it does not say. */
export interface Member {
  readonly title: Bilingual | null
  readonly unit: string | null
  /** The clause or document it comes from; the nearest above it where it names none itself. */
  readonly source: string | null
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([one]) => one === name)?.[1]
    : undefined
}

/** A schema and all that it applies to the same value: its reference and its alternatives. */
function* applied(root: object, node: unknown, depth = 0): Generator<unknown> {
  if (typeof node !== 'object' || node === null || depth > 8) return
  yield node
  const ref = own(node, '$ref')
  if (typeof ref === 'string' && ref.startsWith('#/'))
    yield* applied(root, ref.slice(2).split('/').reduce(own, root), depth + 1)
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    const list = own(node, word)
    if (Array.isArray(list)) for (const one of list) yield* applied(root, one, depth + 1)
  }
}

function first<T>(root: object, node: unknown, read: (schema: unknown) => T | null): T | null {
  for (const one of applied(root, node)) {
    const found = read(one)
    if (found !== null) return found
  }
  return null
}

function titleOf(schema: unknown): Bilingual | null {
  const title = own(schema, 'x-title')
  const [zh, en] = [own(title, 'zh'), own(title, 'en')]
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}

function unitOf(schema: unknown): string | null {
  const unit = own(schema, 'x-unit') ?? own(own(own(schema, 'properties'), 'unit'), 'const')
  return typeof unit === 'string' ? unit : null
}

function sourceOf(schema: unknown): string | null {
  const source = own(schema, 'x-source')
  return typeof source === 'string' ? source : null
}

function step(root: object, node: unknown, name: string): unknown {
  const inside = (schema: unknown) => (/^\d+$/.test(name) ? own(schema, 'items') : own(own(schema, 'properties'), name))
  return first(root, node, (schema) => inside(schema) ?? null) ?? undefined
}

/** The member a JSON pointer leads to; null where the schema has none. */
export function memberAt(schema: object, pointer: string): Member | null {
  let node: unknown = schema
  let source: string | null = null
  for (const name of pointer.split('/').slice(1)) {
    node = step(schema, node, name)
    if (node === undefined) return null
    source = first(schema, node, sourceOf) ?? source
  }
  return { title: first(schema, node, titleOf), unit: first(schema, node, unitOf), source }
}
