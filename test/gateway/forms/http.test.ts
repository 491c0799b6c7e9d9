/** There and back over signed HTTP, for every contract and side: template, filled in, refused in part, returned, mended, taken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { XLSX } from '../../../gateway/http/xlsx.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'
import { cellsOf, edited, fillOf, letters, partsOf } from './edit.ts'
import { columnAt, DATA, FORM_CASES, type FormCase, filled, HEADER_ROW, templateOf } from './fill.ts'

let world: World
let calls: Calls
beforeAll(async () => {
  const datasets = CONTRACTS.map(({ id }) => id).filter((id) => id !== 'water-section-quality')
  world = await openWorld({
    registry: SECTIONS_2026_11,
    start: Date.parse('2026-11-24T09:00:00+08:00'),
    datasets: [...new Set(datasets)],
    roles: ['audit'],
  })
  calls = callsOf(world)
}, 60_000)
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const accept = { headers: { accept: XLSX } }
const bytesIn = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())

async function template({ contract, adapter }: FormCase): Promise<Uint8Array> {
  const answer = await calls.get(`/v1/contracts/${contract.id}/template?party=${adapter.party}`)
  expect(answer.status).toBe(200)
  return bytesIn(answer)
}

async function sent(one: FormCase, bytes: Uint8Array) {
  const path = `/v1/submissions?contract=${one.contract.id}`
  const key = world.sides[one.adapter.party].agency
  const answer = await calls.write(key, path, bytes, { contentType: XLSX })
  const text = await answer.text()
  expect({ status: answer.status, text }).toMatchObject({ status: 201 })
  const { receipt } = JSON.parse(text)
  const { rows, accepted, rejected, duplicates } = receipt.header
  expect(rows).toBe(accepted.count + rejected.count + duplicates)
  return { id: String(receipt.submission), counts: [rows, accepted.count, rejected.count, duplicates] }
}

/** A cell that each dataset's reader refuses, in a column every form of it has. */
const BAD: Readonly<Record<string, readonly [heading: string, value: string]>> = {
  'water-section-quality': ['溶解氧(mg/L)', '坏值'],
  'air-forecast': ['AQI范围', '坏值'],
  'air-observation': ['PM2.5(μg/m³)', '坏值'],
  'air-warning': ['预警级别', '紫色'],
  'air-weather': ['预报日期', '某日'],
  'enterprise-credit': ['统一社会信用代码', '91000000MA0000000X'],
  'risk-source': ['统一社会信用代码', '91000000MA0000000X'],
  'discharge-unit': ['统一社会信用代码', '91000000MA0000000X'],
}

describe.each(FORM_CASES)('%s', (_id, one) => {
  const { contract, adapter, form, registry } = one
  const [heading, bad] = BAD[contract.id] ?? ['', '']

  test('goes there and back: the template filled in is taken, a bad cell comes back marked, and is taken once mended', async () => {
    const blank = await template(one)
    const file = filled(one, blank, [{}, { [heading]: bad }, {}])
    const first = await sent(one, file)
    expect(first.counts).toEqual([3, 1, 1, 1])

    const key = world.sides[adapter.party].agency
    const answer = await calls.read(key, `/v1/submissions/${first.id}/rejections`, accept)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(XLSX)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${first.id}-rejections.xlsx"`)
    expect(answer.headers.get('signature')).not.toBeNull()
    const returned = await bytesIn(answer)
    const cell = cellsOf(returned, DATA)
    const own = (column: number): number => column + 3
    const titles = cellsOf(blank, DATA)
    expect(cell(1, own(0))).toBe(titles(1, 0))
    for (let column = 0; column <= form.columns.length; column += 1)
      expect(cell(HEADER_ROW, own(column))).toBe(titles(HEADER_ROW, column))
    expect([cell(HEADER_ROW + 1, 0), cell(HEADER_ROW + 2, 0)]).toEqual([6, null])
    const at = own(columnAt(one, heading))
    expect(cell(HEADER_ROW + 1, at)).toBe(bad)
    expect(fillOf(returned, DATA, `${letters(at)}${HEADER_ROW + 1}`)).toBe('FFD6D1')

    const column = form.columns[columnAt(one, heading) - 1]
    const mended = edited(returned, DATA, { [`${letters(at)}${HEADER_ROW + 1}`]: column?.example(registry) ?? '' })
    expect((await sent(one, mended)).counts).toEqual([1, 1, 0, 0])
  }, 60_000)

  test('with the example left in loses no row and keeps none of it', async () => {
    const blank = await template(one)
    const rows = Object.fromEntries(form.columns.map((column, at) => [`${letters(at + 1)}5`, column.example(registry)]))
    const { id, counts } = await sent(one, edited(blank, DATA, { A5: '1', ...rows }))
    expect(counts).toEqual([2, 1, 1, 0])
    const found = await calls.read(world.sides[adapter.party].agency, `/v1/submissions/${id}/rejections`)
    expect(JSON.parse(await found.text()).rejections).toMatchObject([{ type: 'example-row', row: 4 }])
  })
})

describe('a template', () => {
  const water = FORM_CASES.find(([id]) => id === 'chongqing/water')?.[1]
  if (!water) throw new TypeError('there is no form of water')

  test('is the same by id, by version and made offline, has a name, and need not be fetched twice', async () => {
    const byId = await calls.get('/v1/contracts/water-section-quality/template?party=cq')
    const byVersion = await calls.get('/v1/contracts/water-section-quality/1.0.0/template?party=cq')
    expect(byId.headers.get('content-disposition')).toBe('attachment; filename="water-section-quality-1.0.0-cq.xlsx"')
    const [one, other, offline] = [await bytesIn(byId), await bytesIn(byVersion), await templateOf(water)]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(Buffer.compare(one, offline)).toBe(0)
    const again = await calls.get('/v1/contracts/water-section-quality/template?party=cq', {
      'if-none-match': byId.headers.get('etag') ?? '',
    })
    expect(again.status).toBe(304)
  })

  test.each([
    ['/v1/contracts/water-section-quality/template', 400, 'query-invalid'],
    ['/v1/contracts/water-section-quality/template?party=xz', 400, 'query-invalid'],
    ['/v1/contracts/water-section-quality/template?party=cq&rows=3', 400, 'query-invalid'],
    ['/v1/contracts/no-such/template?party=cq', 404, 'contract-unknown'],
    ['/v1/contracts/water-section-quality/9.9.9/template?party=cq', 404, 'contract-unknown'],
  ])('%s is refused', async (path, status, code) => {
    await refused(await calls.get(path), status, code)
  })
})

test('a template is not made before both sides have signed the register its names are of', async () => {
  const { standing } = world.gateway
  const bare = callsOf({
    ...world,
    gateway: { ...world.gateway, standing: { ...standing, registry: () => undefined } },
  })
  const answer = await bare.get('/v1/contracts/water-section-quality/template?party=cq')
  expect((await refused(answer, 409, 'contract-not-in-force')).value).toBe('registry/sections')
})

describe('refused rows as a workbook', () => {
  const FILE = '断面名称,监测时间,pH\n朱沱,2026-11-16 08:00,7.8\n查无此处,2026-11-16 08:00,7.8\n'
  const ask = (key: World['sides']['cq']['agency'], id: string, how = accept) =>
    calls.read(key, `/v1/submissions/${id}/rejections`, how)

  async function submission(): Promise<string> {
    const answer = await calls.submit(world.sides.cq.agency, FILE)
    return String(JSON.parse(await answer.text()).receipt.submission)
  }

  test('are their sender’s alone: the other side finds none, its auditor sees reasons but no originals', async () => {
    const id = await submission()
    await refused(await ask(world.sides.sc.agency, id), 404, 'submission-unknown')
    const auditor = world.sides.sc.others.get('audit')
    if (!auditor) throw new TypeError('there is no auditor')
    await refused(await ask(auditor, id), 403, 'other-party')
    expect((await ask(auditor, id, { headers: { accept: 'application/json' } })).status).toBe(200)
    await refused(await calls.get(`/v1/submissions/${id}/rejections`, accept.headers), 401, 'signature-missing')
  })

  test('go only where their original still is', async () => {
    const id = await submission()
    const { store, blobs } = world.gateway
    const found = await store.submission(id)
    if (!found) throw new TypeError('there is no submission')
    const bare = { ...world.gateway, blobs: { ...blobs, get: async () => null } }
    const gone = callsOf({
      ...world,
      gateway: { ...bare, store: { ...store, submission: async () => ({ ...found, evidence: null }) } },
    })
    const answer = await gone.read(world.sides.cq.agency, `/v1/submissions/${id}/rejections`, accept)
    await refused(answer, 410, 'evidence-removed')
  })

  test('come from a dry run too, also where no row could be taken at all', async () => {
    const key = world.sides.cq.agency
    const file = '断面名称,监测时间,pH\n查无此处,2026-11-16 08:00,7.8\n'
    await refused(await calls.submit(key, file), 422, 'no-acceptable-row')
    const path = '/v1/normalise?contract=water-section-quality'
    const answer = await calls.write(key, path, file, { contentType: 'text/csv', ...accept })
    expect(answer.headers.get('content-type')).toBe(XLSX)
    const mended = edited(await bytesIn(answer), '拒收行 Rejected', { D2: '朱沱' })
    const done = await calls.write(key, '/v1/submissions?contract=water-section-quality', mended, { contentType: XLSX })
    expect(done.status).toBe(201)
  })

  test('with a cell that begins as a formula hold a text, and no formula anywhere', async () => {
    const file =
      '断面名称,监测时间,pH,备注\n"=HYPERLINK(""http://x"")",2026-11-16 08:00,7.8,@SUM(A1)\n朱沱,2026-11-16 20:00,7.8,-1+1\n'
    const { receipt } = JSON.parse(await (await calls.submit(world.sides.cq.agency, file)).text())
    const bytes = await bytesIn(await ask(world.sides.cq.agency, receipt.submission))
    const cell = cellsOf(bytes, '拒收行 Rejected')
    expect([cell(2, 3), cell(2, 6)]).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)'])
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(/<c r="D2"[^>]*>/.exec(sheet)?.[0]).toContain('t="s"')
  })
})
