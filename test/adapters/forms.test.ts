/** Every side's form against the adapter it is of: what it offers is what that adapter reads. */
import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'
import type { Adapter, FormColumn, NormalisedRecord, NormaliseResult, TableForm } from '../../adapters/types.ts'
import { CONTRACTS } from '../../contracts/index.ts'
import { type Registry, ROW_REGISTRIES } from '../../contracts/registry/index.ts'
import { memberAt } from '../../gateway/forms/schema.ts'

const AT = Date.parse('2026-11-24T00:00:00+08:00')

interface Case {
  readonly adapter: Adapter<object>
  readonly form: TableForm
  readonly registry: Registry
}

const CASES = ADAPTERS.flatMap((adapter): [string, Case][] => {
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter.register)
  if (!adapter.form || !registry) return []
  return [[adapter.id, { adapter, form: adapter.form, registry }]]
})

type Row = ReadonlyMap<string, string>

interface Read extends NormaliseResult {
  readonly records: readonly NormalisedRecord<object>[]
}

function read({ adapter, registry }: Case, headings: readonly string[], rows: readonly Row[]): Read {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row.get(heading) ?? ''))]
  const csv = `${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
  const records: NormalisedRecord<object>[] = []
  const bytes = new TextEncoder().encode(csv)
  const input = { bytes, mediaType: 'text/csv', at: AT, registry, limits: FORMAT_LIMITS }
  return { ...adapter.normalise(input, (record) => records.push(record)), records }
}

const headingsOf = ({ form }: Case): string[] => form.columns.map(({ heading }) => heading)
const exampleOf = ({ form, registry }: Case): Map<string, string> =>
  new Map(form.columns.map((column) => [column.heading, column.example(registry)]))

function notesOf({ record }: NormalisedRecord<object>): readonly { rule: string; field?: string; sent?: string }[] {
  return 'notes' in record && Array.isArray(record.notes) ? record.notes : []
}

/** A county of a city by name: what the other column must say for the city to hold. */
function withinOf(registry: Registry, word: string): string {
  if (registry.id !== 'divisions') return ''
  const city = registry.divisions.find(({ name, kind }) => name === word && kind === 'city')
  return registry.divisions.find(({ parent, to }) => parent === city?.id && to === null)?.name ?? ''
}

/** A row in which a column has a word, and the cells that must agree with it do. */
function rowWith({ adapter, form, registry }: Case, column: FormColumn, word: string): Map<string, string> {
  const row = exampleOf({ adapter, form, registry })
  const set = (pointer: string, text: string): void => {
    for (const { heading, pointer: own } of form.columns)
      if (own === pointer && heading !== column.heading) row.set(heading, text)
  }
  const { pointer, heading } = column
  const { contract, party } = adapter
  const isCity = heading === '所在市' || heading === '市州'
  if (/\/(?:area|division)\/name$/.test(pointer)) set(pointer, isCity ? withinOf(registry, word) : '')
  if (pointer === '/section/river') {
    const own = form.columns[0]?.choices(registry) ?? []
    const found = registry.id === 'sections' ? registry.sections.filter(({ name }) => own.includes(name)) : []
    const river = registry.id === 'sections' ? registry.rivers.find(({ title }) => title.zh === word)?.id : undefined
    set('/section/name', found.find((section) => section.river === river)?.name ?? '')
  }
  if (pointer === '/authority/level') set('/authority/name', '')
  if (pointer === '/status' && word !== '参评') {
    set('/level', '')
    set('/score', '')
  }
  if (contract === 'air-warning') {
    if (pointer === '/area/name' && party === 'sc') set('/issuer/authority', '四川省重污染天气应急指挥部办公室（示例）')
    if (pointer === '/document/unnumbered') set('/document/number', '')
    if (pointer === '/previousLevel') {
      set('/action', '调整')
      set('/level', word === '黄色' ? '红色' : '黄色')
    }
  }
  return row.set(heading, word)
}

test('each contract has a form for each side', () => {
  const made = CASES.map(([, { adapter }]) => `${adapter.contract} ${adapter.party}`)
  for (const { id } of CONTRACTS) for (const party of ['cq', 'sc']) expect(made).toContain(`${id} ${party}`)
})

describe.each(CASES)('%s', (_id, one) => {
  const contract = CONTRACTS.findLast(({ id }) => id === one.adapter.contract)

  test('has headings that are all read, each once, and never two alike', () => {
    const headings = headingsOf(one)
    expect(new Set(headings).size).toBe(headings.length)
    const { notes } = read(one, headings, [exampleOf(one)])
    expect(notes.filter(({ rule }) => rule === 'column-ignored' || rule === 'column-repeated')).toEqual([])
    for (const column of one.form.columns) expect(one.form.columnOf(column.heading)).toBe(column)
  })

  test('leads every column to a member of the contract that has a title', () => {
    for (const { heading, pointer } of one.form.columns) {
      expect(contract && memberAt(contract.schema, pointer)?.title, `${heading} ${pointer}`).toMatchObject({
        zh: /\S/,
        en: /\S/,
      })
    }
  })

  test('has an example that is a whole row: taken once its mark is off, by adapter and contract', () => {
    const { records, rejections } = read(one, headingsOf(one), [exampleOf(one)])
    expect(rejections).toEqual([])
    expect(records).toHaveLength(1)
    expect(contract?.validate(records[0]?.record), JSON.stringify(contract?.validate.errors)).toBe(true)
  })

  test('refuses its example under either mark, and never makes a record of it', () => {
    const [subject = ''] = headingsOf(one)
    const example = exampleOf(one)
    const marked = new Map([...example, ['序号', '示例']])
    const named = new Map([...example, ['序号', '1'], [subject, `示例：${example.get(subject)}`]])
    const both = new Map([...named, ['序号', '示例']])
    for (const row of [marked, named, both]) {
      const { records, rejections, rowsIn } = read(one, ['序号', ...headingsOf(one)], [row])
      expect(records).toEqual([])
      expect(rejections.map(({ type, row: at }) => [type, at])).toEqual([['example-row', 2]])
      expect(rowsIn).toBe(1)
    }
  })

  test('asks for what its adapter cannot do without: a row lacking any column that must be there is refused', () => {
    for (const { heading, need } of one.form.columns) {
      if (need !== 'must') continue
      const row = exampleOf(one).set(heading, '')
      expect(read(one, headingsOf(one), [row]).records, heading).toEqual([])
    }
  })

  test('offers only words that its adapter takes as they are', () => {
    for (const column of one.form.columns) {
      const choices = column.choices(one.registry)
      const rows = choices.map((word) => rowWith(one, column, word))
      if (rows.length === 0) continue
      const { records, rejections } = read(one, headingsOf(one), rows)
      // A name that two places share is told apart by a second column, which the hint says.
      const refused = rejections.filter(({ type }) => !/-ambiguous$/.test(type))
      expect(refused, column.heading).toEqual([])
      const strange = records.flatMap((record) =>
        notesOf(record).filter(
          ({ rule, sent }) => /-(?:unreadable|unknown)$/.test(rule) && choices.includes(sent ?? ''),
        ),
      )
      expect(strange, column.heading).toEqual([])
    }
  }, 60_000)
})
