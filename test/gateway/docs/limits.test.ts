import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { PAGE } from '../../../gateway/exchange/records.ts'
import { PUBLIC_BODY } from '../../../gateway/http/body.ts'
import { SIGNATURE_LIMITS } from '../../../gateway/identity/limits.ts'
import { LOG_LIMITS } from '../../../gateway/ledger/limits.ts'
import { PRACTICE_LIMITS } from '../../../gateway/standards/limits.ts'
import { POOL_LIMITS } from '../../../gateway/threads/pool.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs/limits.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('the limits page prints the numbers in force', () => {
  const { bytes, rows: most, columns, cell, depth, sheets, unzipped, unzipRatio } = FORMAT_LIMITS
  const { writeWindow, readWindow, skew, nonceMin, nonceMax, signatures, keys } = SIGNATURE_LIMITS
  expect(rows.map((row) => row[2])).toEqual(
    [
      bytes,
      PUBLIC_BODY,
      most,
      columns,
      cell,
      depth,
      sheets,
      unzipped,
      unzipRatio,
      writeWindow,
      readWindow,
      skew,
      `${nonceMin}–${nonceMax}`,
      signatures,
      keys,
      LOG_LIMITS.queue,
      LOG_LIMITS.group,
      POOL_LIMITS.queue,
      PRACTICE_LIMITS.records,
      `${PAGE.standard}, at most ${PAGE.most}`,
    ].map(String),
  )
})

test('every refusal it names is in the error table', () => {
  const named = rows.flatMap((row) => Array.from(row[3]?.matchAll(/`([^`]+)`/g) ?? [], (match) => match[1] ?? ''))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((code) => !isErrorCode(code))).toEqual([])
})

test('every document the README links to is there, and every command it shows exists', async () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8')
  for (const [, path = ''] of readme.matchAll(/\]\(([^)#]+)\)/g)) {
    expect(readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8').length, path).toBeGreaterThan(100)
  }
  const { COMMANDS } = await import('../../../gateway/cli/commands.ts')
  for (const [, name = ''] of readme.matchAll(/`npx chuanyu ([a-z]+)/g)) {
    expect(name === 'help' || COMMANDS.some((command) => command.name.split(' ')[0] === name), name).toBe(true)
  }
})
