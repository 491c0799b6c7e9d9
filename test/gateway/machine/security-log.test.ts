/** The security log on disk: chained, rotated, kept for its time, bounded under a flood, and honest about what was changed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { securityLogVerifyCommand } from '../../../gateway/cli/commands/security-log-verify.ts'
import { daysIn, fileOf, lineHash, linesOf } from '../../../gateway/machine/security-files.ts'
import { type FileSecurityLog, openSecurityLog } from '../../../gateway/machine/security-log.ts'
import { verifySecurityLog } from '../../../gateway/machine/security-verify.ts'
import { callCommand } from '../cli/run.ts'

const DAY = 86_400_000
const MINUTE = 60_000
/** Noon in Asia/Shanghai. */
const NOON = Date.parse('2026-11-26T12:00:00+08:00')

let data: string
let folder: string
let time: number
let open: FileSecurityLog[] = []
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'chuanyu-security-'))
  folder = join(data, 'security')
  time = NOON
})
afterEach(() => {
  for (const log of open.splice(0)) log.close()
  rmSync(data, { recursive: true, force: true })
})

function opened(options: { retentionDays?: number; failed?: (error: unknown) => void } = {}): FileSecurityLog {
  const log = openSecurityLog({ folder, retentionDays: 183, now: () => time, ...options })
  open = [...open, log]
  return log
}

const allLines = () => daysIn(folder).flatMap((day) => linesOf(fileOf(folder, day)).lines)
const events = () => allLines().map((line) => JSON.parse(line))
const today = () => fileOf(folder, daysIn(folder).at(-1) ?? '')

describe('lines', () => {
  test('are numbered, stamped, and hold the hash of the one before', () => {
    const log = opened()
    log.note({ event: 'started' })
    log.note({ event: 'refused', code: 'key-unknown', address: '192.0.2.1', claimed: 'k' })
    const [one = '', two = ''] = allLines()
    expect(JSON.parse(one)).toEqual({
      n: 1,
      time: '2026-11-26T04:00:00.000Z',
      event: 'started',
      count: 1,
      previous: null,
    })
    expect(JSON.parse(two)).toMatchObject({ n: 2, event: 'refused', address: '192.0.2.1', previous: lineHash(one) })
    expect(verifySecurityLog(folder)).toMatchObject({ ok: true, lines: 2, from: 1, to: 2, head: lineHash(two) })
  })

  test('go on where the last process ended', () => {
    const first = opened()
    first.note({ event: 'started' })
    first.close()
    opened().note({ event: 'started' })
    expect(events().map(({ n }) => n)).toEqual([1, 2])
    expect(verifySecurityLog(folder).ok).toBe(true)
  })

  test('lie in files that only their owner reads, one a civil day of Asia/Shanghai', () => {
    const log = opened()
    log.note({ event: 'started' })
    time = Date.parse('2026-11-27T00:00:01+08:00')
    log.note({ event: 'stopped' })
    expect(daysIn(folder)).toEqual(['2026-11-26', '2026-11-27'])
    for (const day of daysIn(folder)) expect(statSync(fileOf(folder, day)).mode & 0o077).toBe(0)
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(verifySecurityLog(folder)).toMatchObject({ ok: true, days: 2, lines: 2 })
  })

  test('go on in the newest file when the clock is put back', () => {
    const log = opened()
    log.note({ event: 'started' })
    time -= 3 * DAY
    log.note({ event: 'stopped' })
    expect(daysIn(folder)).toEqual(['2026-11-26'])
    expect(verifySecurityLog(folder).ok).toBe(true)
  })

  test('that a crash broke off are cut off and told', () => {
    const log = opened()
    log.note({ event: 'started' })
    log.close()
    writeFileSync(today(), `${readFileSync(today(), 'utf8')}{"n":2,"tim`)
    opened().note({ event: 'started' })
    expect(events().map(({ event, detail }) => [event, detail])).toEqual([
      ['started', undefined],
      ['repaired', { tornBytes: 11 }],
      ['started', undefined],
    ])
    expect(verifySecurityLog(folder).ok).toBe(true)
  })

  test('of another gateway over the same data are in a chain of their own', () => {
    const [one, other] = [opened(), opened()]
    one.note({ event: 'started' })
    other.note({ event: 'started' })
    one.note({ event: 'stopped' })
    expect([one.folder, other.folder]).toEqual([folder, `${folder}-2`])
    expect(verifySecurityLog(folder)).toMatchObject({ ok: true, lines: 2 })
    expect(verifySecurityLog(`${folder}-2`)).toMatchObject({ ok: true, lines: 1 })
  })

  test('are written to a folder that a process left locked when it was killed', () => {
    const log = opened()
    log.note({ event: 'started' })
    log.close()
    // No process has this id.
    writeFileSync(join(folder, 'lock'), '4194305\n')
    expect(opened().folder).toBe(folder)
  })
})

describe('tampering', () => {
  async function verified() {
    return callCommand(securityLogVerifyCommand, ['--data', data, '--json'])
  }

  beforeEach(() => {
    const log = opened()
    for (let day = 0; day < 3; day++) {
      for (let at = 0; at < 4; at++) log.note({ event: 'refused', code: 'key-unknown', address: `192.0.2.${at}` })
      time += DAY
    }
    log.close()
  })

  test('is not seen where there is none', async () => {
    const { code, stdout } = await verified()
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, logs: [{ lines: 12, days: 3 }] })
  })

  test('of any kind shows: a line changed, removed, put in, doubled or moved', () => {
    const kinds = ['change', 'remove', 'insert', 'double', 'swap'] as const
    const place = fc.record({
      day: fc.integer({ min: 0, max: 2 }),
      at: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom(...kinds),
    })
    const whole = new Map(daysIn(folder).map((day) => [day, readFileSync(fileOf(folder, day), 'utf8')]))
    fc.assert(
      fc.property(place, ({ day, at, kind }) => {
        for (const [name, text] of whole) writeFileSync(fileOf(folder, name), text)
        const name = daysIn(folder)[day] ?? ''
        const { lines } = linesOf(fileOf(folder, name))
        const line = lines[at] ?? ''
        const changed = [...lines]
        if (kind === 'change') changed[at] = line.replace('192.0.2', '192.0.3')
        if (kind === 'remove') changed.splice(at, 1)
        if (kind === 'insert') changed.splice(at, 0, line.replace('"count":1', '"count":2'))
        if (kind === 'double') changed.splice(at, 0, line)
        if (kind === 'swap') changed.reverse()
        writeFileSync(fileOf(folder, name), changed.map((one) => `${one}\n`).join(''))
        // What is cut off or changed at the very end only the head tells, which is kept elsewhere.
        const atTheEnd = day === 2 && at === 3 && (kind === 'remove' || kind === 'change')
        expect(verifySecurityLog(folder).ok).toBe(atTheEnd)
      }),
      { numRuns: 150 },
    )
  })

  test('at the very end shows by the head that was kept elsewhere', () => {
    const { head } = verifySecurityLog(folder)
    const { lines } = linesOf(today())
    writeFileSync(
      today(),
      lines
        .slice(0, -1)
        .map((one) => `${one}\n`)
        .join(''),
    )
    expect(verifySecurityLog(folder).head).not.toBe(head)
  })

  test('by taking a whole day out shows, in the middle and at the beginning', async () => {
    const [first = '', second = ''] = daysIn(folder)
    const text = readFileSync(fileOf(folder, second))
    rmSync(fileOf(folder, second))
    expect(verifySecurityLog(folder).ok).toBe(false)
    writeFileSync(fileOf(folder, second), text)
    rmSync(fileOf(folder, first))
    const { code, stdout } = await callCommand(securityLogVerifyCommand, ['--data', data])
    expect(code).toBe(3)
    expect(stdout).toContain('no line tells that its retention was over')
  })

  test('is told by the command with place and words', async () => {
    writeFileSync(today(), readFileSync(today(), 'utf8').replace('192.0.2.1', '192.0.2.9'))
    const { code, stdout } = await callCommand(securityLogVerifyCommand, ['--data', data])
    expect(code).toBe(3)
    expect(stdout).toMatch(/2026-11-28\.jsonl:3：与上一条的摘要不符.* · does not hold on/)
  })

  test('cannot be looked for where there is no log', async () => {
    expect(await callCommand(securityLogVerifyCommand, ['--data', join(data, 'none')])).toMatchObject({ code: 2 })
  })
})

describe('retention', () => {
  test('removes days whose time is over, tells it, and what is left still verifies', () => {
    const log = opened()
    log.note({ event: 'started' })
    time += 100 * DAY
    log.note({ event: 'started' })
    time += 84 * DAY
    log.note({ event: 'started' })
    expect(daysIn(folder)).toEqual(['2027-03-06', '2027-05-29'])
    expect(events().map(({ event, detail }) => [event, detail?.day])).toEqual([
      ['started', undefined],
      ['pruned', '2026-11-26'],
      ['started', undefined],
    ])
    expect(verifySecurityLog(folder)).toMatchObject({ ok: true, from: 2 })
  })

  test('never removes what is younger than 183 days, whatever is asked', () => {
    const log = opened({ retentionDays: 1 })
    log.note({ event: 'started' })
    time += 183 * DAY
    log.note({ event: 'started' })
    expect(daysIn(folder)).toHaveLength(2)
    time += DAY
    log.note({ event: 'started' })
    expect(daysIn(folder)).not.toContain('2026-11-26')
  })
})

describe('a flood', () => {
  test('of a million refusals from ever new addresses does not fill the disk, and is counted', () => {
    const log = opened()
    for (let at = 0; at < 1_000_000; at++) {
      if (at % 1000 === 0) time += MINUTE
      log.note({
        event: 'refused',
        code: 'signature-invalid',
        address: `2001:db8:${at.toString(16)}::1`,
        claimed: `k${at}`,
      })
    }
    log.close()
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(bytes).toBeLessThan(15_000_000)
    expect(events().reduce((sum, { count }) => sum + count, 0)).toBe(1_000_000)
    expect(verifySecurityLog(folder).ok).toBe(true)
  }, 60_000)
})

test('a disk that takes nothing is told, and the next line that goes in is well again', () => {
  const failures: unknown[] = []
  const log = opened({ failed: (error) => failures.push(error) })
  log.note({ event: 'started' })
  expect(log.works()).toBe(true)
  log.close()
  const broken = openSecurityLog({
    folder,
    retentionDays: 183,
    now: () => time,
    failed: (error) => failures.push(error),
  })
  rmSync(folder, { recursive: true })
  broken.note({ event: 'started' })
  expect(broken.works()).toBe(false)
  expect(failures).toHaveLength(1)
})
