/** A record's fields as lines for a person: pointer, title and value, a figure with its unit and digits on one line. */
import type { Contract } from '../../../contracts/index.ts'
import { printable } from '../printable.ts'
import { titleAt } from './titles.ts'

interface FigureLike {
  readonly qualifier: unknown
  readonly reported: unknown
  readonly unit: string
  readonly value: unknown
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function figureOf(value: Readonly<Record<string, unknown>>): FigureLike | null {
  const { qualifier, reported, unit, value: number } = value
  return qualifier !== undefined && reported !== undefined && typeof unit === 'string' && number !== undefined
    ? { qualifier, reported, unit, value: number }
    : null
}

function figureText({ qualifier, reported, unit, value }: FigureLike): string {
  const said = reported === null || reported === String(value) ? '' : `  写作 reported ${scalar(reported)}`
  return `${value === null ? '—' : String(value)} ${printable(unit)}${qualifier === null ? '' : ` [${String(qualifier)}]`}${said}`
}

function scalar(value: unknown): string {
  if (value === null) return '—'
  return typeof value === 'string' ? printable(value) : String(value)
}

function* walk(value: unknown, pointer: string): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    if (!value.some(isObject)) yield [pointer, value.length === 0 ? '[]' : value.map(scalar).join('、')]
    else for (const [at, one] of value.entries()) yield* walk(one, `${pointer}/${at}`)
    return
  }
  if (!isObject(value)) {
    yield [pointer, scalar(value)]
    return
  }
  const figure = figureOf(value)
  if (figure) {
    const { qualifier: _, reported: __, unit: ___, value: ____, ...rest } = value
    yield [pointer, figureText(figure)]
    for (const [name, one] of Object.entries(rest)) yield* walk(one, `${pointer}/${name}`)
    return
  }
  for (const [name, one] of Object.entries(value)) yield* walk(one, `${pointer}/${name}`)
}

/** The lines of a record but for its notes. */
export function fieldLines(record: object, { schema }: Contract): readonly string[] {
  const { notes: _, ...fields }: { readonly notes?: unknown } = record
  return [...walk(fields, '')].map(([pointer, text]) => {
    const title = titleAt(schema, pointer)
    return `${pointer}${title ? `  ${title.zh} · ${title.en}` : ''}: ${text}`
  })
}

/** The editions of standards a record says it was judged by, wherever it says so. */
export function standardsOf(record: object): readonly string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (isObject(value)) {
      for (const [name, one] of Object.entries(value)) {
        if ((name === 'standard' || name === 'scheme') && typeof one === 'string') found.add(one)
        else look(one)
      }
    }
  }
  look(record)
  return [...found]
}
