/** HTTP for reading what is shared: signed, both sides alike. */
import { Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { columnsOf } from './columns.ts'
import { pageCsv } from './csv.ts'
import { pageJson, pageLines, printCursor, readThrough, recordQuery } from './records.ts'

/** `/v1/records…` */
export function recordRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/:contract', async (c) => {
    callerOf(c)
    const { log, standing, store } = c.get('gateway')
    const id = c.req.param('contract')
    const { version, ...query } = recordQuery(c.req.url, id, log.head().size)
    const found = standing.contract(id, version)
    if (!found) throw new Problem('contract-unknown', { value: version === undefined ? id : `${id}@${version}` })
    const stored = await store.records(query)
    const records = version === undefined ? stored : readThrough(stored, found.contract)
    const last = records.at(-1)
    const next = last && records.length === query.limit ? printCursor(query.asOf, last.seq) : null
    const headers = { vary: 'accept', ...(next === null ? {} : { 'chuanyu-next': next }) }
    const accept = c.req.header('accept') ?? ''
    if (accept.includes('application/x-ndjson')) {
      return cached(c, {
        contentType: 'application/x-ndjson; charset=utf-8',
        body: pageLines(records, query.asOf),
        headers,
      })
    }
    if (accept.includes('text/csv'))
      return cached(c, {
        contentType: 'text/csv; charset=utf-8',
        body: pageCsv(records, columnsOf(found.contract)),
        headers,
      })
    return cached(c, {
      contentType: 'application/json; charset=utf-8',
      body: pageJson(records, query.asOf, next),
      headers,
    })
  })
  return routes
}
