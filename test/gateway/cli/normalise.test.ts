import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeShared, sharedPath } from '../../shared.ts'
import { file } from './audit-store.ts'
import { jsonLines, type Ran, runCommand } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'chuanyu-normalise-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function normalise(party: string, files: readonly string[], ...options: string[]): Promise<Ran> {
  return runCommand(['normalise', '--party', party, '--contract', 'water-section-quality', ...options, ...files])
}

function ofType(ran: Ran, type: string): Record<string, unknown>[] {
  return jsonLines(ran.stdout).filter((line) => line.type === type)
}

const GOOD = file(['朱沱', '2025-11-04 08:00', '1.1'], ['晒网坝', '2025-11-04 08:00', '1.9'])

describe('normalise', () => {
  test('writes a line a record and a summary last, and nothing on stderr', async () => {
    const ran = await normalise('cq', [written('good.csv', GOOD)])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const lines = jsonLines(ran.stdout)
    expect(lines.map((line) => line.type)).toEqual(['record', 'record', 'summary'])
    expect(lines[0]).toMatchObject({
      row: 2,
      record: { section: { id: 'cq-朱沱' }, results: { codMn: { reported: '1.1', value: 1.1 } } },
    })
    expect(lines[0]).not.toHaveProperty('file')
    expect(lines[2]).toMatchObject({ counts: { in: 2, accepted: 2, rejected: 0, duplicates: 0 } })
  })

  test('is the same each time', async () => {
    const path = written('good.csv', GOOD)
    const [first, second] = [
      await normalise('cq', [path], '--at', '2025-12-01T00:00:00+08:00'),
      await normalise('cq', [path], '--at', '2025-12-01T00:00:00+08:00'),
    ]
    expect(first.stdout).toBe(second.stdout)
  })

  test('resolves undated times to the latest before --at', async () => {
    const path = written('undated.csv', file(['朱沱', '11-04 08:00', '1.1']))
    const endOf = async (at: string): Promise<unknown> => {
      const [record] = ofType(await normalise('cq', [path], '--at', at), 'record')
      return record?.record
    }
    expect(await endOf('2021-11-05T00:00:00+08:00')).toMatchObject({ interval: { end: '2021-11-04T08:00:00+08:00' } })
    expect(await endOf('2021-11-04T00:00:00+08:00')).toMatchObject({ interval: { end: '2020-11-04T08:00:00+08:00' } })
  })

  test('rejected rows are part of the data and no failure', async () => {
    const ran = await normalise('cq', [
      written('mixed.csv', file(['朱沱', '2025-11-04 08:00', '1.1'], ['无此处', '2025-11-04 08:00', '1'])),
    ])
    expect(ran.code).toBe(0)
    expect(ofType(ran, 'rejection')).toMatchObject([
      { rejection: { row: 3, type: 'section-unknown', value: '无此处' } },
    ])
  })

  test('a file without an acceptable row ends with 3', async () => {
    const ran = await normalise('sc', [
      written('other.csv', file(['查无此处', '2025-11-04 08:00', '1'], ['亦无此处', '2025-11-04 08:00', '1'])),
    ])
    expect(ran.code).toBe(3)
    expect(ofType(ran, 'summary')).toMatchObject([{ counts: { in: 2, accepted: 0, rejected: 2 } }])
  })

  test('a file that cannot be read is a line and three lines of words; the others still count', async () => {
    const good = written('good.csv', GOOD)
    const ran = await normalise('cq', [written('broken.json', '{"tbody": [1,'), good, join(folder, 'absent.csv')])
    expect(ran.code).toBe(3)
    expect(ofType(ran, 'error')).toMatchObject([
      { file: expect.stringContaining('broken.json'), code: 'truncated' },
      { file: expect.stringContaining('absent.csv'), code: 'file-unreadable' },
    ])
    expect(ofType(ran, 'summary')).toMatchObject([{ file: good, counts: { accepted: 2 } }])
    expect(ran.stderr).toMatch(/^✗ .*\[truncated\]\n {2}在 where .*broken\.json.*\n {2}改 fix .*\n/)
  })

  test('claims no media type of itself, and holds to the one it is given', async () => {
    const path = written('good.json', GOOD)
    expect((await normalise('cq', [path])).code).toBe(0)
    const ran = await normalise('cq', [path], '--type', 'application/json')
    expect(ran.code).toBe(3)
    expect(ofType(ran, 'error')).toMatchObject([{ code: 'format-mismatch' }])
  })

  test.each([
    ['no party', ['normalise', '--contract', 'water-section-quality', 'x.csv']],
    ['an unknown party', ['normalise', '--party', 'yn', '--contract', 'water-section-quality', 'x.csv']],
    ['an unknown contract', ['normalise', '--party', 'cq', '--contract', 'air', 'x.csv']],
    [
      'a time without a zone',
      ['normalise', '--party', 'cq', '--contract', 'water-section-quality', '--at', '2025-11-04', 'x.csv'],
    ],
    [
      'an unknown register',
      ['normalise', '--party', 'cq', '--contract', 'water-section-quality', '--registry', '1999-01', 'x.csv'],
    ],
    ['no file', ['normalise', '--party', 'cq', '--contract', 'water-section-quality']],
    ['an unknown option', ['normalise', '--fast', 'x.csv']],
  ])('%s ends with 2 and an empty stdout', async (_name, args) => {
    expect(await runCommand(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/) })
  })
})

interface Counts {
  readonly in: number
  readonly accepted: number
  readonly rejected: number
  readonly duplicates: number
}

function countsOf(line: Record<string, unknown>): Counts {
  const { counts } = line
  if (typeof counts !== 'object' || counts === null) throw new TypeError('a summary without counts')
  const read = new Map<string, unknown>(Object.entries(counts))
  const [all, accepted, rejected, duplicates] = ['in', 'accepted', 'rejected', 'duplicates'].map((name) =>
    Number(read.get(name)),
  )
  return { in: all ?? Number.NaN, accepted: accepted ?? 0, rejected: rejected ?? 0, duplicates: duplicates ?? 0 }
}

describeShared('normalise over files as publishers wrote them', () => {
  test('every Chongqing CSV: no crash, every row accounted for, no row rejected for its side', async () => {
    const csvFolder = sharedPath('data/water-cnemc-csv-2021-04/重庆市')
    const files = readdirSync(csvFolder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => join(csvFolder, name))
    expect(files).toHaveLength(45)
    const ran = await normalise('cq', files, '--at', '2021-04-06T00:00:00+08:00')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const summaries = ofType(ran, 'summary')
    expect(summaries).toHaveLength(45)
    for (const summary of summaries) {
      const counts = countsOf(summary)
      const rows = readFileSync(String(summary.file), 'utf8').trimEnd().split('\r\n').length - 1
      expect(counts.in, basename(String(summary.file))).toBe(rows)
      expect(counts.accepted + counts.rejected + counts.duplicates).toBe(counts.in)
      const lines = jsonLines(ran.stdout).filter((line) => line.file === summary.file)
      expect(lines).toHaveLength(counts.in + 1)
    }
    const types = new Set(
      ofType(ran, 'rejection').map((line) => JSON.stringify(line).match(/"type":"([a-z-]+)"/g)?.[1]),
    )
    expect([...types].filter((type) => type?.includes('other-side'))).toEqual([])
  })

  const PUBLISHED: Readonly<Record<string, number>> = { Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, Ⅴ: 5, 劣Ⅴ: 6 }

  test.each([
    ['2020-05-08.json', '2020-05-09T00:00:00+08:00'],
    ['2021-04-05.json', '2021-04-06T00:00:00+08:00'],
  ])('%s, once for each side: the other side rejected by name, the computed class that published', async (name, at) => {
    const path = sharedPath('data/water-cnemc-json', name)
    const day: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof day !== 'object' || day === null || !('tbody' in day) || !Array.isArray(day.tbody))
      throw new TypeError('no tbody')
    const rows: readonly unknown[][] = day.tbody
    for (const [party, province] of [
      ['cq', '重庆市'],
      ['sc', '四川省'],
    ] as const) {
      const ran = await normalise(party, [path], '--at', at)
      expect(ran.code).toBe(0)
      const [summary] = ofType(ran, 'summary')
      const counts = countsOf(summary ?? {})
      expect(counts.in).toBe(rows.length)
      expect(counts.accepted + counts.rejected + counts.duplicates).toBe(counts.in)
      const rejected = ofType(ran, 'rejection').map((line) => line.rejection)
      const others = rows.filter((row) => row[0] !== province).length
      const named = rejected.filter(
        (one) => typeof one === 'object' && one !== null && 'type' in one && one.type === 'row-of-other-side',
      )
      expect(named).toHaveLength(others)
      const classed = rows.filter((row) => row[0] === province && typeof row[4] === 'string' && row[4] in PUBLISHED)
      const found = ofType(ran, 'record').flatMap(({ row, record }) => {
        if (typeof record !== 'object' || record === null || !('class' in record)) throw new TypeError('no class')
        const { class: finding } = record
        if (typeof finding !== 'object' || finding === null || !('computed' in finding) || !('reported' in finding))
          throw new TypeError('no finding')
        // The header is not among the rows, which are numbered from 1.
        const published = PUBLISHED[String(rows[Number(row) - 1]?.[4])] ?? null
        expect(finding.reported).toBe(published)
        return published === null ? [] : [{ published, computed: finding.computed }]
      })
      expect(found).toHaveLength(classed.length)
      expect(found.filter(({ published, computed }) => published !== computed)).toEqual([])
    }
  })
})
