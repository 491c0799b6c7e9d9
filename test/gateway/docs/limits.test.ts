import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { SIGNER_LIMITS } from '../../../gateway/cli/signer/external.ts'
import { IN_FLIGHT } from '../../../gateway/cli/submit/backfill.ts'
import { CREDIT_LIMITS } from '../../../gateway/credit/limits.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { PAGE } from '../../../gateway/exchange/records.ts'
import { FORM_LIMITS } from '../../../gateway/forms/limits.ts'
import { PUBLIC_BODY } from '../../../gateway/http/body.ts'
import { CONNECTION_LIMITS } from '../../../gateway/http/connection.ts'
import { PACKAGE_LIMITS, SESSION_LIMITS, SIGNATURE_LIMITS, SM2_LIMITS } from '../../../gateway/identity/limits.ts'
import { LOG_LIMITS, WITNESS_LIMITS } from '../../../gateway/ledger/limits.ts'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'
import { OPERATING } from '../../../gateway/machine/operating.ts'
import { RATES, REMEMBERED, SECURITY_LIMITS } from '../../../gateway/operations/limits.ts'
import { EVIDENCE_LIMITS } from '../../../gateway/portal/desk/matrix/limits.ts'
import { CONSULTATION_LIMITS } from '../../../gateway/release/consultation/limits.ts'
import { DUTY_LIMITS } from '../../../gateway/release/duty/limits.ts'
import { FEED_LIMITS } from '../../../gateway/release/feed/limits.ts'
import { SCORE_LIMITS } from '../../../gateway/scores/limits.ts'
import { SECURITY_PAGE } from '../../../gateway/service/admin.ts'
import { PRACTICE_LIMITS } from '../../../gateway/standards/limits.ts'
import { COSIGNATURES_KEPT } from '../../../gateway/store/sql/cosignatures.ts'
import { POOL_LIMITS } from '../../../gateway/threads/pool.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs/limits.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('the limits page prints the numbers in force', () => {
  const { bytes, rows: most, columns, cell, depth, sheets, unzipped, unzipRatio } = FORMAT_LIMITS
  const { writeWindow, readWindow, skew, nonceMin, nonceMax, signatures, slowSignatures, keys } = SIGNATURE_LIMITS
  expect(rows.map((row) => row[2])).toEqual(
    [
      bytes,
      PUBLIC_BODY,
      CONNECTION_LIMITS.headBytes,
      CONNECTION_LIMITS.headSeconds,
      CONNECTION_LIMITS.requestSeconds,
      CONNECTION_LIMITS.connections,
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
      slowSignatures,
      SM2_LIMITS.perKey,
      SM2_LIMITS.perSecond,
      SM2_LIMITS.underWay,
      SM2_LIMITS.kept,
      SIGNER_LIMITS.seconds,
      SIGNER_LIMITS.output,
      keys,
      PACKAGE_LIMITS.window,
      PACKAGE_LIMITS.files,
      PACKAGE_LIMITS.bytes,
      PACKAGE_LIMITS.head,
      PACKAGE_LIMITS.name,
      `${IN_FLIGHT.standard}, at most ${IN_FLIGHT.most}`,
      SESSION_LIMITS.challengeWindow,
      SESSION_LIMITS.sessionWindow,
      SESSION_LIMITS.statement,
      ...Object.values(RATES).map(({ perSecond, burst }) => `${perSecond} a second, ${burst} at once`),
      REMEMBERED,
      `${SECURITY_PAGE.standard}, at most ${SECURITY_PAGE.most}`,
      SECURITY_LIMITS.distinct,
      SECURITY_LIMITS.daily,
      SECURITY_LIMITS.retention,
      OPERATING.limitSeconds,
      OPERATING.freeBytes,
      LOG_LIMITS.queue,
      LOG_LIMITS.group,
      WITNESS_LIMITS.listed,
      WITNESS_LIMITS.skew,
      COSIGNATURES_KEPT,
      POOL_LIMITS.queue,
      POOL_LIMITS.seconds,
      PRACTICE_LIMITS.records,
      CREDIT_LIMITS.asked,
      CREDIT_LIMITS.name,
      CREDIT_LIMITS.enterprises,
      CREDIT_LIMITS.ratings,
      CREDIT_LIMITS.names,
      `${PAGE.standard}, at most ${PAGE.most}`,
      LIVE_LIMITS.open,
      LIVE_LIMITS.perKey,
      LIVE_LIMITS.window,
      LIVE_LIMITS.heartbeat,
      FEED_LIMITS.page,
      FEED_LIMITS.entries,
      CONSULTATION_LIMITS.text,
      CONSULTATION_LIMITS.name,
      CONSULTATION_LIMITS.file,
      CONSULTATION_LIMITS.edits,
      CONSULTATION_LIMITS.step,
      CONSULTATION_LIMITS.steps,
      DUTY_LIMITS.entries,
      DUTY_LIMITS.days,
      DUTY_LIMITS.deputies,
      DUTY_LIMITS.note,
      SCORE_LIMITS.days,
      SCORE_LIMITS.records,
      SCORE_LIMITS.divergences,
      EVIDENCE_LIMITS.hours,
      EVIDENCE_LIMITS.days,
      EVIDENCE_LIMITS.stations,
      EVIDENCE_LIMITS.most,
      EVIDENCE_LIMITS.withheld,
      FORM_LIMITS.returnedRows,
      FORM_LIMITS.inlineList,
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
