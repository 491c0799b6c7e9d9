/** HTTP for the ledger, open to anyone: checkpoint, tiles and entry bundles (C2SP tlog-tiles), proofs (RFC 6962 §2.1). */
import { Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import type { ErrorCode } from '../errors/table.ts'
import { answer, cached, json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { pathAndQuery } from '../http/paths.ts'
import { readInteger, readQuery } from '../http/query.ts'
import { toBase64 } from './encoding.ts'
import { WITNESS_LIMITS } from './limits.ts'
import { ed25519Verifier } from './note-ed25519.ts'
import { parseTilePath } from './tile.ts'
import { newestCosigned, type Taken, takeCosigned } from './witnessed.ts'

const YEAR = 'public, max-age=31536000, immutable, no-transform'

const NOTE = 'text/plain; charset=utf-8'

const REFUSED: Readonly<Record<Exclude<Taken['kind'], 'kept' | 'known'>, ErrorCode>> = {
  malformed: 'cosignature-malformed',
  invalid: 'cosignature-invalid',
  future: 'cosignature-invalid',
  unknown: 'witness-unknown',
  ahead: 'cosignature-conflict',
  older: 'cosignature-conflict',
  'other-history': 'cosignature-conflict',
}

/** `/v1/ledger…` */
export function ledgerRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/checkpoint', (c) => {
    const { checkpoint } = c.get('gateway').log.head()
    if (checkpoint === null) throw new Problem('ledger-range')
    return cached(c, { contentType: NOTE, body: checkpoint })
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
  routes.get('/cosignatures', async (c) => {
    const query = readQuery(c.req.url, ['witnesses'])
    const least =
      query.witnesses === undefined ? 1 : readInteger('witnesses', query.witnesses, 1, WITNESS_LIMITS.listed)
    const found = await newestCosigned(c.get('gateway'), least)
    if (found === null) throw new Problem('cosignature-none')
    return cached(c, { contentType: NOTE, body: found.note })
  })
  routes.post('/cosignatures', async (c) => {
    const gateway = c.get('gateway')
    readQuery(c.req.url, [])
    const logVerifier = ed25519Verifier(gateway.logVerifier)
    const taken = await takeCosigned(c.get('body'), { ...gateway, logVerifier })
    if ('rows' in taken) {
      const cosignatures = taken.rows.map(({ witness, size, time }) => ({ witness, size, time }))
      return json(c, { cosignatures }, { status: taken.kind === 'kept' ? 201 : 200 })
    }
    if (taken.kind === 'other-history')
      gateway.operations.log.error(
        new Error(
          `a witness showed a checkpoint of ${taken.why} leaves that the log's key signed and this ledger has not`,
        ),
        c.get('requestId'),
      )
    throw new Problem(REFUSED[taken.kind], { pointer: taken.kind, value: taken.why.slice(0, 200) })
  })
  return routes
}
