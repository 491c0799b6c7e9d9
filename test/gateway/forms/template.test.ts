import readExcel from 'read-excel-file/universal'
import { beforeAll, describe, expect, test } from 'vitest'
import { isOwnSheet, OWN_SHEETS } from '../../../adapters/formats/marked.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { formatOf, NEEDS } from '../../../gateway/forms/guide.ts'
import { memberAt } from '../../../gateway/forms/schema.ts'
import { cellsOf, letters, partOf, partsOf } from './edit.ts'
import { DATA, EXAMPLE_ROW, FIRST_ROW, FORM_CASES, HEADER_ROW, templateOf } from './fill.ts'

interface Drop {
  readonly sqref: string
  readonly type: string | undefined
  readonly formula: string | undefined
  readonly prompt: string
}

function dropsOf(xml: string): Drop[] {
  return [...xml.matchAll(/<dataValidation ([^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/gs)].map(
    ([, attributes = '', inner = '']) => ({
      sqref: /sqref="([^"]+)"/.exec(attributes)?.[1] ?? '',
      type: /(?<!error)\btype="([^"]+)"/.exec(attributes)?.[1],
      prompt: /prompt="([^"]*)"/.exec(attributes)?.[1] ?? '',
      formula: /<formula1>(.*?)<\/formula1>/.exec(inner)?.[1]?.replaceAll('&quot;', '"'),
    }),
  )
}

describe.each(FORM_CASES)('the template of %s', (_id, one) => {
  const { form, registry, contract, adapter } = one
  let bytes: Uint8Array
  let parts: Record<string, string>
  let data: string
  beforeAll(async () => {
    bytes = await templateOf(one)
    parts = partsOf(bytes)
    data = parts[partOf(parts, DATA)] ?? ''
  })

  test('is the same bytes each time', async () => {
    expect(Buffer.compare(await templateOf(one), bytes)).toBe(0)
  })

  test('has the headings of its adapter in order, a star where they must be filled in, under a title that names contract and side', () => {
    const cell = cellsOf(bytes, DATA)
    expect(cell(1, 0)).toContain(`${contract.id} ${contract.version}`)
    expect(cell(1, 0)).toContain(adapter.party === 'cq' ? '重庆' : '四川')
    expect(cell(HEADER_ROW, 0)).toBe('序号')
    for (const [at, { heading, need }] of form.columns.entries())
      expect(cell(HEADER_ROW, at + 1)).toBe(need === 'must' ? `*${heading}` : heading)
    expect(cell(EXAMPLE_ROW, 0)).toBe('示例')
    expect(String(cell(EXAMPLE_ROW, 1))).toMatch(/^示例：./)
  })

  test('is read as one table of those headings and nothing but its example', () => {
    const { tables } = readTables(bytes, { limits: FORMAT_LIMITS })
    expect(tables.map(({ name }) => name)).toEqual([DATA])
    expect(tables[0]?.header).toEqual(['序号', ...form.columns.map(({ heading }) => heading)])
    expect(tables[0]?.rows).toEqual([])
    expect(tables[0]?.faults).toMatchObject([{ code: 'example-row', row: EXAMPLE_ROW }])
  })

  test('offers each column’s words in a drop-down down to the last row that may be sent, and tells of every column', () => {
    const drops = dropsOf(data)
    expect(drops).toHaveLength(form.columns.length)
    const lists = (): string => parts[partOf(parts, OWN_SHEETS.lists)] ?? ''
    const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
      ([, text]) => text,
    )
    for (const [at, column] of form.columns.entries()) {
      const drop = drops[at]
      const letter = letters(at + 1)
      expect(drop?.sqref).toBe(`${letter}${EXAMPLE_ROW}:${letter}${FIRST_ROW - 1 + FORMAT_LIMITS.rows}`)
      expect(drop?.prompt).toContain(NEEDS[column.need].zh)
      expect(drop?.prompt.length).toBeLessThanOrEqual(300)
      const words = column.choices(registry)
      if (words.length === 0) {
        expect(drop?.type).toBe(column.kind === 'day' || column.kind === 'time' ? 'date' : undefined)
        continue
      }
      expect(drop?.type).toBe('list')
      const range = /^'选项 Lists'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(drop?.formula ?? '')
      if (range) {
        const shared = [...lists().matchAll(new RegExp(`<c r="${range[1]}\\d+"[^>]*><v>(\\d+)</v>`, 'g'))]
        expect(shared.map(([, index]) => strings[Number(index)])).toEqual(words)
        expect(Number(range[2])).toBe(words.length)
      } else {
        expect(drop?.formula).toBe(`"${words.join(',')}"`)
        // Excel refuses a workbook whose list is longer.
        expect(words.join(',').length).toBeLessThanOrEqual(255)
      }
    }
  })

  test('formats whole columns: codes and words as text, days and times as dates', () => {
    const styles = parts['xl/styles.xml'] ?? ''
    const patterns = new Map(
      [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
        /numFmtId="(\d+)"/.exec(tag)?.[1],
        /formatCode="([^"]+)"/.exec(tag)?.[1],
      ]),
    )
    const cells = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)]
    const columns = [...data.matchAll(/<col [^>]*>/g)]
    for (const [at, { kind, heading }] of form.columns.entries()) {
      const style = Number(/style="(\d+)"/.exec(columns[at + 1]?.[0] ?? '')?.[1])
      const id = /numFmtId="(\d+)"/.exec(cells[style]?.[0] ?? '')?.[1]
      const pattern = id === '49' ? '@' : patterns.get(id)
      const expected = { text: '@', code: '@', figure: undefined, day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' }[kind]
      expect(pattern, heading).toBe(expected)
    }
  })

  test('keeps title and headings in sight, and hides the sheet of lists alone', () => {
    expect(data).toMatch(/<pane [^>]*ySplit="3"/)
    const states = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet ([^>]*)\/>/g)].map(([, attributes = '']) => [
      /name="([^"]+)"/.exec(attributes)?.[1],
      attributes.includes('state="hidden"'),
    ])
    expect(states.slice(0, 2)).toEqual([
      [DATA, false],
      [OWN_SHEETS.guide, false],
    ])
    for (const [name, hidden] of states.slice(2)) expect([name, hidden]).toEqual([OWN_SHEETS.lists, true])
  })

  test('explains every column: titles of both languages, unit, need, form, source, example; and what it was made from', async () => {
    // Read by another library than ours.
    const sheets = await readExcel(new Uint8Array(bytes).buffer)
    const guide = sheets.find(({ sheet }) => sheet === OWN_SHEETS.guide)?.data ?? []
    const text = guide.flat().join('\n')
    expect(text).toContain(`${registry.id} ${registry.edition}`)
    expect(text).toContain(contract.title.en)
    const start = guide.findIndex(([first]) => first === '列名 Heading') + 1
    expect(guide.length - start).toBe(form.columns.length)
    for (const [at, column] of form.columns.entries()) {
      const row = (guide[start + at] ?? []).map((cell) => String(cell ?? ''))
      const member = memberAt(contract.schema, column.pointer)
      expect(row[0]?.replace('*', '')).toBe(column.heading)
      expect(row[1]).toBe(`${member?.title?.zh}\n${member?.title?.en}`)
      expect(row[2]).toBe(column.unit ?? '')
      expect(row[3]).toContain(NEEDS[column.need].en)
      expect(row[4]).toContain(formatOf(column, column.choices(registry)).zh)
      expect(row[6]).not.toBe('')
      expect(row[7]).toBe(column.example(registry))
      // What a column is counted in is what the contract states, where it states it.
      if (member?.unit && column.unit !== null) expect(column.unit).toBe(member.unit)
    }
  })
})

test('the names of our own sheets are told, and no other', () => {
  expect(Object.values(OWN_SHEETS).every(isOwnSheet)).toBe(true)
  expect(isOwnSheet(DATA)).toBe(false)
})
