/** HTTP for the ledger, open to anyone: checkpoint, tiles and entry bundles (C2SP tlog-tiles), proofs (RFC 6962 §2.1). */
import { Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import { answer, json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { pathAndQuery } from '../http/paths.ts'
import { readInteger, readQuery } from '../http/query.ts'
import { toBase64 } from './encoding.ts'
import { parseTilePath } from './tile.ts'

const YEAR = 'public, max-age=31536000, immutable, no-transform'

/** `/v1/ledger…` */
export function ledgerRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/checkpoint', (c) => {
    const { checkpoint } = c.get('gateway').log.head()
    if (checkpoint === null) throw new Problem('ledger-range')
    return answer(c, { contentType: 'text/plain; charset=utf-8', body: checkpoint })
  })
  routes.get('/tile/*', async (c) => {
    const path = pathAndQuery(c.req.url).split('?', 1)[0] ?? ''
    const tile = parseTilePath(path.slice(path.indexOf('tile/')))
    const body = await c.get('gateway').log.tile(tile)
    if (body === null) throw new Problem('tile-unknown', { pointer: path })
    // A tile once full never changes; nor does a partial one of a given width.
    return answer(c, { contentType: 'application/octet-stream', body, headers: { 'cache-control': YEAR } })
  })
  routes.get('/proof/inclusion', async (c) => {
    const { log } = c.get('gateway')
    const head = log.head()
    const query = readQuery(c.req.url, ['index', 'size'])
    const size = query.size === undefined ? head.size : readInteger('size', query.size, 1, head.size)
    const index = readInteger('index', query.index ?? '', 0, Math.max(size - 1, 0))
    const proof = (await log.inclusion(index, size)).map(toBase64)
    return json(c, { index, size, proof })
  })
  routes.get('/proof/consistency', async (c) => {
    const { log } = c.get('gateway')
    const head = log.head()
    const query = readQuery(c.req.url, ['first', 'second'])
    const second = query.second === undefined ? head.size : readInteger('second', query.second, 1, head.size)
    const first = readInteger('first', query.first ?? '', 1, second)
    return json(c, { first, second, proof: (await log.consistency(first, second)).map(toBase64) })
  })
  return routes
}
