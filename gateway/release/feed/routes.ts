/** HTTP for the feeds of releases, for anyone: JSON pages and server-sent events at `/v1/feed`, Atom at `/releases.atom`. */
import { type Context, Hono } from 'hono'
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { cached } from '../../http/answer.ts'
import type { Env } from '../../http/caller.ts'
import { invalid, readQuery } from '../../http/query.ts'
import { eventStream, type ServerEvent, wantsEvents } from '../../live/event-stream.ts'
import { ATOM, atomFeed } from './atom.ts'
import { type Cursor, compareCursors, parseCursor, printCursor } from './cursor.ts'
import { feedEntries, feedJson } from './feed.ts'
import { FEED_LIMITS } from './limits.ts'

const BEGINNING: Cursor = { leaf: 0, embargoed: null }

function readCursor(name: string, text: string, size: number): Cursor {
  const cursor = parseCursor(text)
  if (cursor && cursor.leaf < Math.max(size, 1)) return cursor
  throw invalid(name, text, '应为账本序号，或事件原样的 id', 'expected a ledger index, or the id of an event as it was')
}

/** What is public behind a cursor, oldest first, as events. */
async function publicBehind(c: Context<Env>, after: Cursor): Promise<readonly ServerEvent[]> {
  const gateway = c.get('gateway')
  const entries = await feedEntries(gateway)
  return entries
    .filter(({ cursor }) => compareCursors(cursor, after) > 0)
    .map((entry) => {
      const { id, event, ...data } = feedJson(entry, gateway.config.origin)
      return { id: String(id), event: String(event), data: { id, event, ...data } }
    })
}

/** Live: behind the last event a reader had, or the place it names, or what is public now. */
async function live(c: Context<Env>, asked: string | undefined): Promise<Response> {
  const gateway = c.get('gateway')
  const { size } = gateway.log.head()
  const last = c.req.header('last-event-id')
  const named = last ? readCursor('last-event-id', last, size) : asked && readCursor('after', asked, size)
  const now = async (): Promise<Cursor> => (await feedEntries(gateway)).at(-1)?.cursor ?? BEGINNING
  const after = printCursor(named || (await now()))
  return eventStream(c, { kind: 'public', after, read: (id) => publicBehind(c, parseCursor(id) ?? BEGINNING) })
}

async function page(c: Context<Env>, asked: string): Promise<Response> {
  const found = await publicBehind(c, readCursor('after', asked, c.get('gateway').log.head().size))
  const events = found.slice(0, FEED_LIMITS.page)
  const next = `/v1/feed?after=${events.at(-1)?.id ?? asked}`
  const body = JSON.stringify({ events: events.map(({ data }) => data), next, more: events.length < found.length })
  return cached(c, { contentType: 'application/json; charset=utf-8', body, headers: { vary: 'accept' } })
}

async function atom(c: Context<Env>): Promise<Response> {
  const gateway = c.get('gateway')
  const { product } = readQuery(c.req.url, ['product'])
  const known = PRODUCT_IDS.find((id) => id === product)
  if (product !== undefined && !known) {
    const ids = PRODUCT_IDS.join(', ')
    throw invalid('product', product, `应为 ${ids} 之一`, `expected one of ${ids}`)
  }
  const all = (await feedEntries(gateway)).filter(({ entry }) => !known || entry.release.type === known)
  const [first] = await gateway.store.leaves(0, 1)
  const { log, origin, sandbox } = gateway.config
  const body = atomFeed({
    began: first?.time.slice(0, 10) ?? '1970-01-01',
    entries: all.toReversed().slice(0, FEED_LIMITS.entries),
    log,
    origin,
    sandbox,
    self: known ? `/releases.atom?product=${known}` : '/releases.atom',
  })
  return cached(c, { contentType: `${ATOM}; charset=utf-8`, body })
}

/** `/v1/feed` and `/releases.atom`. */
export function feedRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/v1/feed', (c) => {
    const { after } = readQuery(c.req.url, ['after'])
    return wantsEvents(c) ? live(c, after) : page(c, after ?? '0')
  })
  routes.get('/releases.atom', atom)
  return routes
}
