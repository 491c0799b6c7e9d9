/** Records of every contract as a table that a spreadsheet opens. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { columnsOf } from '../../../gateway/exchange/columns.ts'
import { pageCsv } from '../../../gateway/exchange/csv.ts'
import { examples, stored } from './examples.ts'

const tableOf = (contract: Contract): Record<string, string>[] =>
  parse(pageCsv(examples(contract).map(stored), columnsOf(contract)), { bom: true, columns: true })

describe.each(CONTRACTS.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('has a column for every member but its notes, each heading once', () => {
    const headings = columnsOf(contract).map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
    const members = Object.keys(Object(contract.schema).properties).filter((name) => name !== 'notes')
    const shown = new Set(columnsOf(contract).map(({ path }) => path[0] ?? ''))
    // Water has a layout of its own, which leaves out what a table cannot hold.
    if (contract.id === 'water-section-quality') expect(new Set(members).isSupersetOf(shown)).toBe(true)
    else expect(shown).toEqual(new Set(members))
  })

  test('gives a row for every example, its plain members as they are', () => {
    const rows = tableOf(contract)
    const records = examples(contract).map((body): Record<string, unknown> => JSON.parse(body.toString()))
    expect(rows).toHaveLength(records.length)
    for (const [at, row] of rows.entries()) {
      expect(row).toMatchObject({ key: `k${at}`, party: 'cq', ledgerIndex: '7' })
      for (const { heading, path } of columnsOf(contract)) {
        const [member = '', second] = path
        if (second !== undefined) continue
        const value = records[at]?.[member]
        if (typeof value === 'string' || typeof value === 'number') expect(row[heading]).toBe(String(value))
        if (value === null) expect(row[heading]).toBe('')
      }
    }
  })
})

test('a figure is the digits reported, an absent one an empty cell, a list its words', () => {
  const columns = [
    { heading: 'pm25', path: ['results', 'pm25'] },
    { heading: 'co', path: ['results', 'co'] },
    { heading: 'primary', path: ['primary'] },
    { heading: 'outlets', path: ['outlets'] },
    { heading: 'nothing', path: ['location', 'longitude'] },
  ]
  const record = {
    location: null,
    outlets: [{ name: '排口' }],
    primary: ['pm25', 'pm10'],
    results: {
      co: { qualifier: 'missing', reported: '--', unit: 'mg/m³', value: null },
      pm25: { qualifier: null, reported: '60.0', unit: 'μg/m³', value: 60 },
    },
  }
  expect(pageCsv([stored(Buffer.from(JSON.stringify(record)), 0)], columns)).toBe(
    '\ufeffkey,party,revision,ledgerIndex,pm25,co,primary,outlets,nothing\r\nk0,cq,1,7,60.0,,pm25、pm10,"[{""name"":""排口""}]",\r\n',
  )
})

describe('a figure is one column of digits, wherever its members are described', () => {
  const columns = (id: string) => {
    const contract = CONTRACTS.find((one) => one.id === id)
    return (contract ? columnsOf(contract) : []).map(({ heading }) => heading)
  }

  test.each([
    ['air-observation', 'results.co'],
    ['air-forecast', 'concentrations.pm25.max'],
    ['risk-source', 'location.latitude'],
    // It may be null, so that its schema is one of two.
    ['risk-source', 'distanceToBoundary'],
    ['enterprise-credit', 'score'],
  ])('%s has the column %s', (id, heading) => {
    expect(columns(id)).toContain(heading)
    expect(columns(id).filter((one) => one.startsWith(`${heading}.`))).toEqual([])
  })

  test('so that a figure below a limit does not pass for one that was measured', () => {
    const contract = CONTRACTS.find((one) => one.id === 'air-observation')
    if (!contract) throw new TypeError('expected air-observation')
    const found = tableOf(contract).map((row) => row['results.so2'] ?? '')
    const figures = examples(contract).map((body) => JSON.parse(body.toString()).results.so2)
    expect(found).toEqual(figures.map((one) => (one?.qualifier === 'missing' ? '' : (one?.reported ?? ''))))
    expect(found.some((digits) => /[<L]/.test(digits))).toBe(true)
  })
})
