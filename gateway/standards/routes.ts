/** HTTP for the standards the gateway judges by, where the two sides' differ, what that comes to on the records held, and the warnings they suggest. */
import { type Context, Hono } from 'hono'
import { STANDARDS, standardById } from '../../contracts/standards/index.ts'
import { PARTIES } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached, cachedJson } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { invalid, readInstant, readInteger, readQuery } from '../http/query.ts'
import { standardsComparison } from './compare/comparison.ts'
import { issueRecords } from './newest.ts'
import { practiceOf } from './practice.ts'
import { sequenceCollector } from './sequence.ts'
import { issueSuggestions } from './suggestion.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** `/v1/standards…`; a standard goes by its slug (`gb3838-2002`). */
export function standardRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  let practice: ReturnType<typeof practiceOf> | undefined
  routes.get('/', (c) =>
    cachedJson(c, {
      standards: STANDARDS.map(({ id, slug, edition, title, inForce, source, confidence }) => {
        return { id, slug, edition, title, inForce, source, confidence }
      }),
    }),
  )
  routes.get('/comparison', (c) => cached(c, { contentType: JSON_TYPE, body: comparisonText() }))
  routes.get('/comparison/practice', async (c) => {
    callerOf(c)
    const { log, store } = c.get('gateway')
    const { size } = log.head()
    const query = readQuery(c.req.url, ['asOf'])
    const asOf = query.asOf === undefined ? size : readInteger('asOf', query.asOf, 0, size)
    practice ??= practiceOf(store)
    return cached(c, { contentType: JSON_TYPE, body: await practice(asOf) })
  })
  routes.get('/:slug', (c) => {
    const standard = standardById(c.req.param('slug'))
    if (!standard) throw new Problem('not-found', { value: c.req.param('slug') })
    return cached(c, { contentType: JSON_TYPE, body: JSON.stringify(standard) })
  })
  return routes
}

let text: string | undefined

function comparisonText(): string {
  text ??= JSON.stringify(standardsComparison())
  return text
}

/** `/v1/warnings…` */
export function warningRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/suggestions', suggestions)
  return routes
}

async function suggestions(c: Context<Env>): Promise<Response> {
  callerOf(c)
  const { log, store } = c.get('gateway')
  const { area, issued, issuer } = readQuery(c.req.url, ['area', 'issued', 'issuer'])
  if (area === undefined || area === '')
    throw invalid('area', '', '必填，区划登记册中的编号', 'expected the id of an area in the register of divisions')
  const party = issuer === undefined ? undefined : PARTIES.find((one) => one === issuer)
  if (issuer !== undefined && party === undefined) throw invalid('issuer', issuer, '应为 cq 或 sc', 'expected cq or sc')
  const { size: asOf, time: now } = log.head()
  const asked = issued === undefined ? null : readInstant('issued', issued)
  const collector = sequenceCollector()
  const records = await issueRecords(store, { area, issued: asked, asOf, now, party })
  for (const record of records) collector.take(record)
  const found = issueSuggestions(collector.sequences(), asOf)
  if (!found)
    throw new Problem('forecast-unknown', { pointer: asked === null ? 'area' : 'issued', value: area.slice(0, 120) })
  return cached(c, { contentType: JSON_TYPE, body: JSON.stringify(found) })
}
