/** HTTP for reading what is shared: signed, both sides alike. */
import { Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import type { Gateway } from '../gateway.ts'
import { cached } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { contentDigest } from '../identity/digest.ts'
import { columnsOf } from './columns.ts'
import { pageCsv } from './csv.ts'
import { type Page, pageCache } from './page-cache.ts'
import { pageJson, pageLines, printCursor, type RecordQuestion, readThrough, recordQuery } from './records.ts'

const TYPES = {
  json: 'application/json; charset=utf-8',
  lines: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const
type Form = keyof typeof TYPES

function formOf(accept: string | undefined): Form {
  if (accept?.includes('application/x-ndjson')) return 'lines'
  return accept?.includes('text/csv') ? 'csv' : 'json'
}

async function makePage(gateway: Gateway, { version, ...query }: RecordQuestion, form: Form): Promise<Page> {
  const found = gateway.standing.contract(query.dataset, version)
  if (!found)
    throw new Problem('contract-unknown', {
      value: version === undefined ? query.dataset : `${query.dataset}@${version}`,
    })
  const stored = await gateway.store.records(query)
  const records = version === undefined ? stored : readThrough(stored, found.contract)
  const last = records.at(-1)
  const next = last && records.length === query.limit ? printCursor(query.asOf, last.seq) : null
  const body =
    form === 'csv'
      ? Buffer.from(pageCsv(records, columnsOf(found.contract)), 'utf8')
      : form === 'lines'
        ? pageLines(records, query.asOf)
        : pageJson(records, query.asOf, next)
  return { contentType: TYPES[form], body, digest: contentDigest(body), next }
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
