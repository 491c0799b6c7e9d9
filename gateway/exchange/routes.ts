/** HTTP for reading what is shared: signed, both sides alike. */
import { Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import type { Gateway } from '../gateway.ts'
import { cached } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { XLSX } from '../http/xlsx.ts'
import { contentDigest } from '../identity/digest.ts'
import { columnsOf } from './columns.ts'
import { pageCsv } from './csv.ts'
import { GEOJSON, pageGeoJson, sectionsAsOf } from './geojson.ts'
import { type Page, pageCache } from './page-cache.ts'
import {
  type FoundPage,
  pageJson,
  pageLines,
  printCursor,
  type RecordQuestion,
  readThrough,
  recordQuery,
} from './records.ts'
import { pageWorkbook } from './workbook.ts'

const TYPES = {
  json: 'application/json; charset=utf-8',
  lines: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX,
  geojson: `${GEOJSON}; charset=utf-8`,
} as const
type Form = keyof typeof TYPES

function formOf(accept: string | undefined): Form {
  if (accept?.includes('application/x-ndjson')) return 'lines'
  if (accept?.includes(XLSX)) return 'xlsx'
  if (accept?.includes(GEOJSON)) return 'geojson'
  return accept?.includes('text/csv') ? 'csv' : 'json'
}

async function makePage(gateway: Gateway, question: RecordQuestion, form: Form): Promise<Page> {
  const { version, ...query } = question
  const found = gateway.standing.contract(query.dataset, version)
  if (!found)
    throw new Problem('contract-unknown', {
      value: version === undefined ? query.dataset : `${query.dataset}@${version}`,
    })
  const { contract, document } = found
  const stored = await gateway.store.records(query)
  const records = version === undefined ? stored : readThrough(stored, contract)
  const last = records.at(-1)
  const next = last && records.length === query.limit ? printCursor(query.asOf, last.seq) : null
  const body = await printPage(gateway, { contract, digest: document.digest, question, records, next }, form)
  return { contentType: TYPES[form], body, digest: contentDigest(body), next }
}

async function printPage(gateway: Gateway, page: FoundPage, form: Form): Promise<Uint8Array> {
  const { records, next } = page
  const { asOf } = page.question
  switch (form) {
    case 'csv':
      return Buffer.from(pageCsv(records, columnsOf(page.contract)), 'utf8')
    case 'lines':
      return pageLines(records, asOf)
    case 'xlsx':
      return pageWorkbook(page, gateway.config, gateway.now())
    case 'geojson':
      return pageGeoJson(page, await sectionsAsOf(gateway.standing.registry('sections'), gateway.store, asOf))
    default:
      return pageJson(records, asOf, next)
  }
}

/** `/v1/records…` */
export function recordRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const pages = pageCache()
  routes.get('/:contract', async (c) => {
    callerOf(c)
    const gateway = c.get('gateway')
    const question = recordQuery(c.req.url, c.req.param('contract'), gateway.log.head().size)
    const form = formOf(c.req.header('accept'))
    const { contentType, body, digest, next } = await pages.get(`${form} ${JSON.stringify(question)}`, () =>
      makePage(gateway, question, form),
    )
    const headers = { vary: 'accept', ...(next === null ? {} : { 'chuanyu-next': next }) }
    return cached(c, { contentType, body, contentDigest: digest, headers })
  })
  return routes
}
