/** Records in every form they are asked for, through the app: alike in what they say, in who may see them, and in how they are signed. */
import readExcel from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { verifyResponse } from '../../../gateway/identity/response.ts'
import { type Calls, CONTRACT, callsOf, ORIGIN, refused } from '../http/calls.ts'
import { csvOf, jsonOf, row, XLSX } from '../intake/files.ts'
import { openWorld, type World } from '../world.ts'

const PATH = `/v1/records/${CONTRACT}`
const GEOJSON = 'application/geo+json'
let world: World
let calls: Calls

const cq = () => world.sides.cq.agency
const ask = (accept: string, query = '') => calls.read(cq(), `${PATH}${query}`, { headers: { accept } })

beforeAll(async () => {
  world = await openWorld({ roles: ['signatory', 'system'] })
  calls = callsOf(world)
  const rows = [row('朱沱', '2026-11-02 04:00', '2.10'), row('晒网坝', '2026-11-02 04:00', '0.5L')]
  expect((await calls.submit(cq(), csvOf(rows))).status).toBe(201)
  expect((await calls.submit(world.sides.sc.agency, csvOf([row('金子', '2026-11-02 04:00', '3.1')]))).status).toBe(201)
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

async function sheetsOf(answer: Response) {
  expect(answer.status).toBe(200)
  const [records, about] = await readExcel(new Blob([await answer.arrayBuffer()]))
  const [head = [], ...lines] = records?.data ?? []
  const at = (name: string) => head.findIndex((one) => String(one).split(' ').at(-1) === name)
  return {
    rows: lines.map((line) => ({
      key: line[at('key')],
      party: line[at('party')],
      revision: line[at('revision')],
      ledgerIndex: line[at('ledgerIndex')],
      section: line[at('section')],
      codMn: line[at('codMn')],
      class: line[at('class')],
    })),
    about: new Map(about?.data.map(([, item, value]) => [item, value])),
  }
}

describe('a page', () => {
  test('says the same in JSON, XLSX and GeoJSON', async () => {
    const { asOf, records } = await jsonOf(await ask('application/json'))
    const { rows, about } = await sheetsOf(await ask(XLSX))
    const shown = records.map(({ meta, record }: Record<string, Record<string, never>>) => ({
      key: meta?.key,
      party: meta?.party,
      revision: meta?.revision,
      ledgerIndex: meta?.ledgerIndex,
      section: Object(record?.section).id,
      codMn: Object(Object(record?.results).codMn).reported,
      class: Object(record?.class).computed,
    }))
    expect(shown).toHaveLength(3)
    expect(rows).toEqual(shown)
    expect(rows.map(({ codMn }) => codMn).sort()).toEqual(['0.5L', '2.10', '3.1'])
    expect(about.get('As of ledger size')).toBe(asOf)

    const answer = await ask(GEOJSON)
    expect(answer.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    const page = await jsonOf(answer)
    expect(page.asOf).toBe(asOf)
    expect(
      page.features.map(({ meta, properties }: Record<string, unknown>) => ({ meta, record: properties })),
    ).toEqual(records)
    const places = page.features.map((one: { properties: { section: { id: string } }; geometry: unknown }) => [
      one.properties.section.id,
      one.geometry,
    ])
    expect(Object.fromEntries(places)).toEqual({
      'cq-朱沱': { type: 'Point', coordinates: [105.848972, 29.015639] },
      'cq-晒网坝': null,
      'sc-金子': null,
    })
  })

  test.each([
    [XLSX, XLSX],
    [`${XLSX}, application/json;q=0.5`, XLSX],
    [GEOJSON, 'application/geo+json; charset=utf-8'],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/x-ndjson', 'application/x-ndjson; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('asked for as %s is sent as %s', async (accept, type) => {
    const answer = await ask(accept)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([
      200,
      type,
      'accept',
    ])
  })

  test.each([XLSX, GEOJSON])('names the one after it, in a header and within (%s)', async (accept) => {
    const { next, records } = await jsonOf(await ask('application/json', '?limit=2'))
    const answer = await ask(accept, '?limit=2')
    expect(answer.headers.get('chuanyu-next')).toBe(next)
    const rest = await ask(accept, `?limit=2&cursor=${next}`)
    expect(rest.headers.get('chuanyu-next')).toBeNull()
    if (accept === GEOJSON) {
      expect((await jsonOf(answer)).next).toBe(next)
      const last = await jsonOf(rest)
      expect([last.next, last.features.length]).toEqual([null, 1])
    } else {
      const { about, rows } = await sheetsOf(answer)
      expect(about.get('Cursor of the next page')).toBe(next)
      expect(rows).toHaveLength(records.length)
      const last = await sheetsOf(rest)
      expect(last.about.get('Cursor of this page')).toBe(next)
      expect(last.about.get('Cursor of the next page')).toBe('没有下一页 no further page')
      expect(last.rows).toHaveLength(1)
    }
  })

  test.each(['?limit=5001', '?party=yn', '?cursor=x', '?colour=red'])(
    'that cannot be asked for is refused in every form alike (%s)',
    async (query) => {
      const codes = await Promise.all(
        ['application/json', XLSX, GEOJSON].map(async (accept) => (await jsonOf(await ask(accept, query), 400)).code),
      )
      expect(new Set(codes).size).toBe(1)
    },
  )

  test('of a contract there is not is refused', async () => {
    for (const accept of [XLSX, GEOJSON])
      await refused(await calls.read(cq(), '/v1/records/none', { headers: { accept } }), 404, 'contract-unknown')
  })
})

describe('who may see it', () => {
  test.each(['application/json', XLSX, GEOJSON])('is nobody without a signature (%s)', async (accept) => {
    await refused(await calls.get(PATH, { accept }), 401, 'signature-missing')
  })

  test.each([XLSX, GEOJSON])('is the same roles as for JSON (%s)', async (accept) => {
    for (const key of [cq(), world.sides.sc.agency, world.sides.cq.operator, world.sides.cq.others.get('system')]) {
      if (!key) throw new TypeError('expected a key')
      const as = async (type: string) => (await calls.read(key, PATH, { headers: { accept: type } })).status
      expect(await as(accept)).toBe(await as('application/json'))
    }
  })
})

describe('an answer', () => {
  test.each([XLSX, GEOJSON, 'text/csv'])('is signed and bound to its question (%s)', async (accept) => {
    const question = calls.reading(cq(), PATH, { headers: { accept } })
    const answer = await calls.ask(question)
    const { alg, kid, publicKey } = importPublicJwk(world.gateway.config.gatewayKey.jwk)
    const verified = verifyResponse({
      status: answer.status,
      header: (name) => answer.headers.get(name),
      body: Buffer.from(await answer.clone().arrayBuffer()),
      request: { method: 'GET', targetUri: ORIGIN + PATH, signature: question.headers.signature ?? '' },
      now: world.gateway.now(),
      findKey: (sent) => (sent === kid ? { alg, publicKey, state: 'active' as const } : undefined),
    })
    expect(verified.ledgerSize).toBe(world.gateway.log.head().size)
  })

  test.each([XLSX, GEOJSON])('is not sent twice to one who has it (%s)', async (accept) => {
    const etag = (await ask(accept, '?limit=3')).headers.get('etag') ?? ''
    const again = await calls.read(cq(), `${PATH}?limit=3`, { headers: { accept, 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })
})
