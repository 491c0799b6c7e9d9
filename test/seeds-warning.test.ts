/** The sandbox's sample warnings: each side's files in its own form, acts that follow one another, and what the forecasts of the day say beside them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import type { AirWarningRecord } from '../contracts/air-warning/record.ts'
import { contractOf } from '../contracts/index.ts'
import { FORECAST_SEED_FILES } from '../seeds/air.ts'
import { cityRows, warningTexts } from '../seeds/make-warning.ts'
import { LABEL, WARNING_SEED_FILES } from '../seeds/warning.ts'
import { forecasts } from './adapters/air/helpers.ts'
import { rules, warnings } from './adapters/warning/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
/** When the samples are sent: the midnight that ends 15 November 2026. */
const AT = Date.parse('2026-11-16T00:00:00+08:00')
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))

const OUTCOMES = WARNING_SEED_FILES.map(({ party, file, mediaType }) => ({
  file,
  outcome: warnings(party, bytesOf(file), { at: AT, mediaType }),
}))
const RECORDS: readonly AirWarningRecord[] = OUTCOMES.flatMap(({ outcome }) =>
  outcome.records.map(({ record }) => record),
)

test('every file of warnings in the folders is a sample, and none else', () => {
  const found = ['chongqing', 'sichuan'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder))
      .filter((name) => name.startsWith('air-warning-'))
      .map((name) => `${folder}/${name}`),
  )
  expect(found.sort()).toEqual(WARNING_SEED_FILES.map(({ file }) => file).sort())
})

describe('what each side makes of its files', () => {
  // Five districts, one of them raised; two notices for two zones; six cities, two raised; three notices; one page.
  test.each([
    ['chongqing/air-warning-20261115.csv', 'csv', 'gb18030', 5 * 2 + 1],
    ['chongqing/air-warning-20261115.txt', 'text', 'utf-8', 2 * 2],
    ['sichuan/air-warning-20261115.xlsx', 'xlsx', 'utf-8', 6 * 2 + 2],
    ['sichuan/air-warning-20261115.txt', 'text', 'utf-8', 3],
    ['sichuan/air-warning-20261115.json', 'json', 'utf-8', 1],
  ])('%s is %s in %s: %i warnings, each a record by the contract', (name, format, encoding, rows) => {
    const found = OUTCOMES.find(({ file }) => file === name)?.outcome
    expect([found?.format, found?.encoding, found?.rowsIn, found?.records.length]).toEqual([
      format,
      encoding,
      rows,
      rows,
    ])
    expect([found?.rejections, found?.duplicates, found?.notes]).toEqual([[], [], []])
    const validate = contractOf('air-warning', '1.0.0')?.validate
    for (const { record } of found?.records ?? [])
      expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true)
  })

  test('no two of them have one key', () => {
    const keys = OUTCOMES.flatMap(({ outcome }) => outcome.records.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the story', () => {
  test('is of every action, by the scheme of each side and no other', () => {
    expect(new Set(RECORDS.map(({ action }) => action))).toEqual(new Set(['adjust', 'issue', 'lift']))
    const schemes = new Set(RECORDS.map(({ issuer, scheme }) => `${issuer.party} ${scheme.id}`))
    expect(schemes).toEqual(new Set(['cq 渝府办发〔2022〕115号', 'sc 环大气〔2024〕6号']))
  })

  test('of every area runs from an issue, by what replaces it, to the evening of the 15th', () => {
    for (const [area, acts] of Map.groupBy(RECORDS, (record) => record.area.id)) {
      const [first, ...later] = acts.toSorted((a, b) => (a.issued < b.issued ? -1 : 1))
      expect([first?.action, first?.replaces, first?.issued.slice(0, 10)], area).toEqual(['issue', null, '2026-11-11'])
      for (const [at, act] of later.entries()) {
        const before = at === 0 ? first : later[at - 1]
        expect(act.replaces, area).toBe(before?.document.number)
        if (act.previousLevel !== null) expect(act.previousLevel, area).toBe(before?.level)
        expect(act.effective > (before?.effective ?? ''), area).toBe(true)
      }
      const last = later.at(-1) ?? first
      const ended = last?.action === 'lift' ? last.effective : last?.until
      expect(ended, area).toBe('2026-11-15T20:00:00+08:00')
    }
  })

  test('ends after the forecasts of that day were issued, none of which has heavy pollution', () => {
    const issues = FORECAST_SEED_FILES.flatMap(({ party, file, mediaType }) =>
      forecasts(party, bytesOf(file), { at: AT, mediaType }).records.map(({ record }) => record),
    )
    const lifted = RECORDS.filter(({ action }) => action === 'lift')
    const latest =
      issues
        .map(({ issued }) => issued)
        .sort()
        .at(-1) ?? ''
    expect(lifted.length).toBeGreaterThan(0)
    for (const { issued } of lifted) expect(issued >= latest && issued.startsWith('2026-11-15')).toBe(true)
    expect(Math.max(...issues.map(({ class: { max } }) => max))).toBeLessThanOrEqual(3)
  })

  test('is of authorities marked 示例, all of it public, its levels never by number', () => {
    for (const record of RECORDS) {
      expect(record.issuer.authority).toContain('示例')
      expect(record.publication).toBe('public')
      if (record.document.number !== null) expect(record.document.number).toMatch(/^示例/)
      expect(rules(record)).not.toContain('warning-level-by-number')
    }
    expect(RECORDS.some(({ document }) => document.unnumbered === 'to-follow')).toBe(true)
  })
})

test('every row says 示例, and a text says it above its notices', () => {
  for (const { file } of WARNING_SEED_FILES) {
    for (const { header, rows } of readTables(bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      if (file.endsWith('.txt')) expect(rows[0]?.[0]).toContain(LABEL)
      else for (const cells of rows) expect(cells[header.indexOf('备注')]).toBe(LABEL)
    }
  }
})

test('the files that are text are made again byte for byte, the workbook cell for cell', () => {
  const made = warningTexts()
  const texts = WARNING_SEED_FILES.map(({ file }) => file).filter((file) => !file.endsWith('.xlsx'))
  expect(Object.keys(made).sort()).toEqual(texts.sort())
  for (const [file, bytes] of Object.entries(made)) expect(Buffer.from(bytes).equals(bytesOf(file)), file).toBe(true)
  const [table] = readTables(bytesOf('sichuan/air-warning-20261115.xlsx'), { limits: FORMAT_LIMITS }).tables
  expect([table?.header, ...(table?.rows ?? [])].map((row) => row?.map(String))).toEqual(cityRows())
})
