/** A side's table as a form: its columns in order, each under the first of the headings its adapter reads. */
import type { DivisionKind, Registry } from '../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { FormColumn, FormKind, TableForm } from '../types.ts'

/** Words to choose from, fixed or out of the register. */
export type Choices = readonly string[] | ((registry: Registry) => readonly string[])

/** What a column is said to be; all but field and pointer may be left out. */
export interface FormPart<F extends string> {
  readonly field: F
  readonly pointer: string
  readonly need?: FormColumn['need']
  readonly kind?: FormKind
  readonly unit?: string
  readonly choices?: Choices
  /** A cell, or `first` of what may be chosen. */
  readonly example?: string | { readonly first: true }
  readonly hint?: Bilingual
}

/** The first of what may be chosen stands as the example. */
export const FIRST = { first: true } as const

const EMPTY: readonly string[] = []

/** A form; `headingOf` is how the adapter heads a field, `fieldOf` what it takes a heading for. Throws TypeError where the two do not agree. */
export function tableForm<F extends string>(
  parts: readonly FormPart<F>[],
  headingOf: (field: F) => string,
  fieldOf: (heading: string) => F | undefined,
): TableForm {
  const columns = parts.map((part) => columnOf(part, headingOf(part.field)))
  const byField = new Map(parts.map(({ field }, at) => [field, columns[at]]))
  for (const [at, { heading }] of columns.entries()) {
    const field = parts[at]?.field
    if (fieldOf(heading) !== field) throw new TypeError(`the heading ${heading} is not read as ${field}`)
  }
  return {
    columns,
    columnOf(heading) {
      const field = fieldOf(heading)
      return field === undefined ? undefined : byField.get(field)
    },
  }
}

function columnOf<F extends string>(part: FormPart<F>, heading: string): FormColumn {
  const { pointer, need = 'may', kind = 'text', unit, choices = EMPTY, example = '', hint } = part
  const listed = (registry: Registry) => (typeof choices === 'function' ? choices(registry) : choices)
  return {
    heading: unit === undefined ? heading : `${heading}(${unit})`,
    pointer,
    need,
    kind,
    unit: unit ?? null,
    choices: listed,
    example: (registry) => (typeof example === 'string' ? example : (listed(registry)[0] ?? '')),
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The first heading of each field, in a table by headings. */
export function firstHeading<F extends string>(headings: Readonly<Record<string, F>>): (field: F) => string {
  const first = new Map<F, string>()
  for (const [heading, field] of Object.entries(headings)) if (!first.has(field)) first.set(field, heading)
  return (field) => first.get(field) ?? field
}

/** The first word of each meaning, Chinese ones before others. */
export function firstWords<V>(words: ReadonlyMap<string, V>): readonly string[] {
  const first = new Map<V, string>()
  const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)
  for (const [word, meaning] of words) {
    const before = first.get(meaning)
    if (before === undefined || (!isHan(before) && isHan(word))) first.set(meaning, word)
  }
  return [...first.values()]
}

/** A side's divisions of these kinds that stand now, each name once, in the register's order. */
export function divisionNames(
  party: PartyId,
  kinds: readonly DivisionKind[],
): (registry: Registry) => readonly string[] {
  return (registry) => {
    if (registry.id !== 'divisions') return []
    const own = registry.divisions.filter((one) => one.party === party && one.to === null)
    return [...new Set(kinds.flatMap((kind) => own.filter((one) => one.kind === kind)).map(({ name }) => name))]
  }
}
