import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvLine } from '../../../gateway/http/csv.ts'
import { type Calls, CONTRACT, callsOf, refused } from '../http/calls.ts'
import { csvOf, jsonOf, recordsOf, row, type Shown } from '../intake/files.ts'
import { openWorld, type World } from '../world.ts'

const PATH = `/v1/records/${CONTRACT}`
let world: World
let calls: Calls
/** Ledger sizes before and after each submission. */
const sizes: number[] = []

const cq = () => world.sides.cq.agency
const size = () => world.gateway.log.head().size

async function send(party: 'cq' | 'sc', ...rows: readonly (readonly string[])[]): Promise<void> {
  expect((await calls.submit(world.sides[party].agency, csvOf(rows))).status).toBe(201)
  sizes.push(size())
}

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  sizes.push(size())
  await send(
    'cq',
    row('朱沱', '2026-11-02 04:00', '2.1'),
    row('朱沱', '2026-11-02 08:00', '2.2'),
    row('晒网坝', '2026-11-02 04:00', '0.5L'),
  )
  await send('sc', row('金子', '2026-11-02 04:00', '3.1'), row('朱沱', '2026-11-02 04:00', '2.1'))
  await send('cq', row('朱沱', '2026-11-02 08:00', '2.9'))
  await send('cq', row('朱沱', '2026-11-02 08:00', '2.2'))
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const brief = (list: readonly Shown[]) =>
  list.map(
    ({ meta, record }) =>
      `${meta.party} ${record.section.id} ${record.interval.end.slice(8, 13)} r${meta.revision} ${record.results.codMn?.reported}`,
  )
const at = (time: string) => encodeURIComponent(`2026-11-02T${time}:00+08:00`)

// In ledger order, those of one file by their keys.
const FIRST = ['cq cq-晒网坝 02T04 r1 0.5L', 'cq cq-朱沱 02T04 r1 2.1', 'cq cq-朱沱 02T08 r1 2.2']
const NOW = [
  'cq cq-晒网坝 02T04 r1 0.5L',
  'cq cq-朱沱 02T04 r1 2.1',
  'sc cq-朱沱 02T04 r1 2.1',
  'sc sc-金子 02T04 r1 3.1',
  'cq cq-朱沱 02T08 r3 2.2',
]

describe('records', () => {
  test.each<[string, string, readonly string[]]>([
    ['without a filter are the last word of each, both sides’', '', NOW],
    ['of one side', '&party=sc', ['sc cq-朱沱 02T04 r1 2.1', 'sc sc-金子 02T04 r1 3.1']],
    ['of one section', '&section=cq-%E6%99%92%E7%BD%91%E5%9D%9D', ['cq cq-晒网坝 02T04 r1 0.5L']],
    [
      'of one section, asked for as the subject',
      '&subject=cq-%E6%99%92%E7%BD%91%E5%9D%9D',
      ['cq cq-晒网坝 02T04 r1 0.5L'],
    ],
    ['of a section there is not', '&section=__proto__', []],
    ['from a time, it not included', `&from=${at('04:00')}`, ['cq cq-朱沱 02T08 r3 2.2']],
    ['to a time, it included', `&to=${at('04:00')}`, NOW.slice(0, 4)],
    ['from and to in another zone', '&from=2026-11-01T20:00:00Z&to=2026-11-02T00:00:00Z', ['cq cq-朱沱 02T08 r3 2.2']],
    ['from after to', `&from=${at('08:00')}&to=${at('04:00')}`, []],
  ])('%s', async (_, query, expected) => {
    expect(brief(await recordsOf(calls, cq(), query))).toEqual(expected)
  })

  test('with all revisions keep every word that was ever said', async () => {
    const all = await recordsOf(
      calls,
      cq(),
      `&revisions=all&section=cq-%E6%9C%B1%E6%B2%B1&party=cq&from=${at('04:00')}`,
    )
    expect(brief(all)).toEqual(['cq cq-朱沱 02T08 r1 2.2', 'cq cq-朱沱 02T08 r2 2.9', 'cq cq-朱沱 02T08 r3 2.2'])
    const [first, second, third] = all.map(({ meta }) => meta)
    expect(first?.supersededAt).toBe(second?.ledgerIndex)
    expect(second?.supersededAt).toBe(third?.ledgerIndex)
    expect(third?.supersededAt).toBeNull()
  })

  test('as of an earlier ledger are what was known then, then and now', async () => {
    expect(brief(await recordsOf(calls, cq(), `&asOf=${sizes[0]}`))).toEqual([])
    expect(brief(await recordsOf(calls, cq(), `&asOf=${sizes[1]}`))).toEqual(FIRST)
    expect(brief(await recordsOf(calls, cq(), `&asOf=${sizes[2]}`))).toEqual([...FIRST, ...NOW.slice(2, 4)])
    const corrected = brief(await recordsOf(calls, cq(), `&asOf=${sizes[3]}`))
    expect(corrected).toContain('cq cq-朱沱 02T08 r2 2.9')
    expect(corrected).not.toContain('cq cq-朱沱 02T08 r1 2.2')
    expect(await recordsOf(calls, cq(), '&asOf=0')).toEqual([])
  })

  test('as of an earlier ledger do not tell what came after it', async () => {
    const all = await recordsOf(calls, cq(), `&revisions=all&asOf=${sizes[1]}`)
    expect(all.map(({ meta }) => meta.supersededAt)).toEqual([null, null, null])
    const then = await recordsOf(calls, cq(), `&revisions=all&asOf=${sizes[3]}`)
    expect(
      then.map(({ meta }) => meta.supersededAt).filter((index) => index !== null && index >= (sizes[3] ?? 0)),
    ).toEqual([])
  })
})

describe('pages', () => {
  test('follow each other as of the first, though new submissions and corrections land between them', async () => {
    const seen: string[] = []
    let query = '?limit=1'
    for (let page = 0; ; page += 1) {
      const { asOf, records, next } = await jsonOf(await calls.read(cq(), `${PATH}${query}`))
      seen.push(...brief(records))
      if (page === 0) sizes.push(asOf)
      expect(asOf).toBe(sizes.at(-1))
      if (next === null) break
      query = `?limit=1&cursor=${next}`
      const rows = [row('晒网坝', `2026-11-03 0${page}:00`, '1.1'), row('金子', '2026-11-02 04:00', `4.${page}`)]
      expect((await calls.submit(cq(), csvOf(rows))).status).toBe(201)
      expect(
        (await calls.submit(world.sides.sc.agency, csvOf([row('金子', '2026-11-02 04:00', `5.${page}`)]))).status,
      ).toBe(201)
    }
    expect(seen).toEqual(NOW)
  })

  test('say what comes next in a header as well', async () => {
    const answer = await calls.read(cq(), `${PATH}?limit=2`, { headers: { accept: 'application/x-ndjson' } })
    const next = answer.headers.get('chuanyu-next')
    expect(next).toMatch(/^[\w-]+$/)
    const rest = await calls.read(cq(), `${PATH}?limit=5000&cursor=${next}`, {
      headers: { accept: 'application/x-ndjson' },
    })
    expect(rest.headers.get('chuanyu-next')).toBeNull()
    const [a, b] = [await answer.text(), await rest.text()]
    const whole = await (
      await calls.read(cq(), `${PATH}?limit=5000`, { headers: { accept: 'application/x-ndjson' } })
    ).text()
    expect(a + b).toBe(whole)
  })
})

describe('an answer', () => {
  test('has an ETag by which it is not sent twice, until the ledger grows', async () => {
    const first = await calls.read(cq(), `${PATH}?asOf=${sizes[1]}`)
    const etag = first.headers.get('etag') ?? ''
    const again = await calls.read(cq(), `${PATH}?asOf=${sizes[1]}`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const weak = await calls.read(cq(), `${PATH}?asOf=${sizes[1]}`, { headers: { 'if-none-match': `"x", W/${etag}` } })
    expect(weak.status).toBe(304)
    const current = await calls.read(cq(), PATH)
    await send('cq', row('朱沱', '2026-11-04 04:00', '2.1'))
    const next = await calls.read(cq(), PATH, { headers: { 'if-none-match': current.headers.get('etag') ?? '' } })
    expect(next.status).toBe(200)
    // What was known then does not change with what is known now.
    await send('cq', row('朱沱', '2026-11-02 04:00', '8.8'))
    const then = await calls.read(cq(), `${PATH}?asOf=${sizes[1]}`, { headers: { 'if-none-match': etag } })
    expect(then.status).toBe(304)
  })

  test('says the same in JSON, NDJSON and CSV', async () => {
    const records = await recordsOf(calls, cq())
    const lines = await (
      await calls.read(cq(), `${PATH}?limit=5000`, { headers: { accept: 'application/x-ndjson' } })
    ).text()
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(records)
    const answer = await calls.read(cq(), `${PATH}?limit=5000`, { headers: { accept: 'text/csv' } })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const cells: Record<string, string>[] = parse(bytes, { bom: true, columns: true })
    expect(cells).toHaveLength(records.length)
    for (const [index, { meta, record }] of records.entries()) {
      expect(cells[index]).toMatchObject({
        key: meta.key,
        party: meta.party,
        revision: String(meta.revision),
        ledgerIndex: String(meta.ledgerIndex),
        section: record.section.id,
        end: record.interval.end,
        class: String(record.class.computed),
        codMn: record.results.codMn?.reported,
        // A figure not sent is an empty cell, never a zero.
        cod: '',
      })
    }
    expect(answer.headers.get('vary')).toBe('accept')
  })
})

describe('a question that cannot be answered', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=5001', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1e3', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['party=yn', 'party'],
    ['party=__proto__', 'party'],
    ['revisions=yes', 'revisions'],
    ['from=yesterday', 'from'],
    ['from=2026-11-02T04:00:00', 'from'],
    ['from=2026-11-02T04:00:00+08:00', 'from'],
    ['to=2026-02-30T00:00:00Z', 'to'],
    ['to=2026-11-02T04:00:00%2B99:99', 'to'],
    ['asOf=999999', 'asOf'],
    ['asOf=x', 'asOf'],
    ['colour=red', 'colour'],
    ['section=a&subject=b', 'section'],
    ['__proto__=1', '__proto__'],
  ])('%s is refused and the parameter named', async (query, name) => {
    const { pointer, detail } = await refused(await calls.read(cq(), `${PATH}?${query}`), 400, 'query-invalid')
    expect(pointer).toBe(name)
    expect(detail).toContain(name)
  })

  test.each([
    'x',
    'MTAwMDAwMC4w',
    Buffer.from('1.1\n').toString('base64url'),
    Buffer.from('01.1').toString('base64url'),
    `${Buffer.from('1.1').toString('base64url')}=`,
  ])('the cursor %s is refused', async (cursor) => {
    await refused(await calls.read(cq(), `${PATH}?cursor=${encodeURIComponent(cursor)}`), 400, 'cursor-invalid')
  })

  test.each(['air', '__proto__', '%E0%A4%A', '..'])('the contract %s is not found', async (name) => {
    const answer = await calls.read(cq(), `/v1/records/${name}`)
    expect(answer.status).toBe(404)
  })
})

describe('a cell for a spreadsheet', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['－1－1', "'－1－1"],
    ['\n=1', '"\'\n=1"'],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['-1.5', '-1.5'],
    ['+2', '+2'],
    ['<0.01', '<0.01'],
    ['a,b', '"a,b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['朱沱', '朱沱'],
  ])('%j is written %j', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`)
  })

  test('that is a number keeps its sign, one that is nothing is empty', () => {
    expect(csvLine([-1.5, null, 0, true])).toBe('-1.5,,0,true\r\n')
  })
})
