/** What a member of a record is called, by the titles of its contract's schema (JSON Schema 2020-12, `x-title`). */
import type { Bilingual } from '../../../contracts/types.ts'

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([one]) => one === name)?.[1]
    : undefined
}

/** A schema and all that it applies to the same value: its reference and its alternatives. */
function* applied(root: object, node: unknown, depth = 0): Generator<unknown> {
  if (typeof node !== 'object' || node === null || depth > 8) return
  yield node
  const ref = member(node, '$ref')
  if (typeof ref === 'string' && ref.startsWith('#/'))
    yield* applied(root, ref.slice(2).split('/').reduce(member, root), depth + 1)
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    const list = member(node, word)
    if (Array.isArray(list)) for (const one of list) yield* applied(root, one, depth + 1)
  }
}

function titleOf(root: object, node: unknown): Bilingual | undefined {
  for (const one of applied(root, node)) {
    const title = member(one, 'x-title')
    const [zh, en] = [member(title, 'zh'), member(title, 'en')]
    if (typeof zh === 'string' && typeof en === 'string') return { zh, en }
  }
  return undefined
}

function step(root: object, node: unknown, part: string): unknown {
  for (const one of applied(root, node)) {
    const found = /^\d+$/.test(part) ? member(one, 'items') : member(member(one, 'properties'), part)
    if (found !== undefined) return found
  }
  return undefined
}

/** The title of a JSON pointer's member; undefined where the schema has none. */
export function titleAt(schema: object, pointer: string): Bilingual | undefined {
  const parts = pointer.split('/').slice(1)
  return titleOf(
    schema,
    parts.reduce<unknown>((node, part) => step(schema, node, part), schema),
  )
}
