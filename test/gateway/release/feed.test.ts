/** The public feeds: pages, events and Atom, each saying only what anybody may know, and none of it before its time. */
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'
import { openStreams } from '../../../gateway/live/streams.ts'
import { atomFeed } from '../../../gateway/release/feed/atom.ts'
import { type Cursor, compareCursors, parseCursor, printCursor } from '../../../gateway/release/feed/cursor.ts'
import { feedEntries } from '../../../gateway/release/feed/feed.ts'
import { frozenWeek } from '../frozen.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { type Listening, listenTo } from '../live/events.ts'
import { type Desk, openDesk } from '../session/desk.ts'
import { csv, MONDAY, WEEK } from '../world.ts'
import { deskOf, type Desk as Table } from './desk.ts'

const weekOf = (at: number) => ({
  product: 'weekly-water-bulletin',
  period: {
    start: new Date(MONDAY + at * WEEK).toISOString().replace('.000Z', 'Z'),
    end: new Date(MONDAY + (at + 1) * WEEK).toISOString().replace('.000Z', 'Z'),
  },
})
const idOf = (at: number): string =>
  `weekly-water-${new Date(MONDAY + at * WEEK + 8 * 3_600_000).toISOString().slice(0, 10)}`

let desk: Desk
let calls: Calls
let table: Table
const open: Listening[] = []

beforeEach(async () => {
  desk = await openDesk({ streams: openStreams({ limits: { ...LIVE_LIMITS, heartbeat: 0.1 } }) })
  calls = callsOf(desk.world)
  table = deskOf(desk.world, calls)
  for (const at of [0, -1, -2]) {
    const day = new Date(MONDAY + at * WEEK + 8 * 3_600_000).toISOString().slice(0, 10)
    await desk.world.submit('cq', csv([['朱沱', `${day} 04:00`, '2.1']]))
    await desk.world.submit('sc', csv([['金子', `${day} 04:00`, '3.1']]))
  }
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.hangUp().catch(() => undefined)))
  await desk.close()
  expect([...desk.failures, ...calls.failures]).toEqual([])
})

const now = () => desk.world.gateway.now()
const size = () => desk.world.gateway.log.head().size
const instant = (ms: number) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** Consults, agrees and signs; gives the ledger index of the second signature. */
async function publish(request: Record<string, unknown>): Promise<number> {
  const { id } = await jsonOf(await table.propose(request), 201)
  await table.agreed(id)
  await jsonOf(await table.sign('sc', id), 201)
  await jsonOf(await table.sign('cq', id), 201)
  return size() - 1
}
const feed = async (query = '') => jsonOf(await calls.get(`/v1/feed${query}`))
const ids = ({ events }: { events: { release: string }[] }) => events.map(({ release }) => release)

async function follow(last = ''): Promise<Listening> {
  const headers = { accept: 'text/event-stream', ...(last === '' ? {} : { 'last-event-id': last }) }
  const listening = listenTo(await desk.place.send('/v1/feed', { headers }))
  open.push(listening)
  expect((await listening.next()).event).toBe('ready')
  return listening
}

describe('the feed of releases', () => {
  test('tells of each publication and correction, oldest first, and goes on behind the last', async () => {
    expect(await feed()).toEqual({ events: [], next: '/v1/feed?after=0', more: false })
    const first = await publish(weekOf(0))
    const second = await publish(weekOf(-1))
    await desk.world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '7.9']]))
    const third = await publish({ ...weekOf(0), corrects: idOf(0), reason: '高锰酸盐指数更正' })
    const all = await feed()
    expect(all.events).toMatchObject([
      { id: String(first), event: 'published', release: idOf(0), supersededBy: `${idOf(0)}-2`, ledgerIndex: first },
      { id: String(second), event: 'published', release: idOf(-1), supersedes: null },
      {
        id: String(third),
        event: 'corrected',
        release: `${idOf(0)}-2`,
        supersedes: idOf(0),
        reason: '高锰酸盐指数更正',
      },
    ])
    expect(all.next).toBe(`/v1/feed?after=${third}`)
    expect(ids(await feed(`?after=${first}`))).toEqual([idOf(-1), `${idOf(0)}-2`])
    expect(ids(await feed(`?after=${second - 1}`))).toEqual([idOf(-1), `${idOf(0)}-2`])
    expect((await jsonOf(await calls.get(all.next))).events).toEqual([])
    const { digest } = await jsonOf(await calls.get(`/v1/releases/${idOf(-1)}`))
    expect(all.events[1].digest).toBe(digest)
  })

  test('tells of what is under embargo only when that is over, even to who has read on meanwhile', async () => {
    const until = now() + 5 * 3_600_000
    const signed = await publish({ ...weekOf(0), embargo: instant(until) })
    expect((await feed()).events).toEqual([])
    const later = await publish(weekOf(-1))
    const reader = await feed()
    expect(ids(reader)).toEqual([idOf(-1)])
    expect(JSON.stringify(reader)).not.toContain(idOf(0))
    desk.wait(5 * 3600 - 1)
    expect((await jsonOf(await calls.get(reader.next))).events).toEqual([])
    desk.wait(1)
    const [out] = (await jsonOf(await calls.get(reader.next))).events
    expect(out).toMatchObject({
      release: idOf(0),
      event: 'published',
      ledgerIndex: signed,
      publicAt: new Date(until).toISOString(),
    })
    // It stands behind the last leaf before its embargo ended, and stays there.
    expect(out.id).toBe(`${later}.${signed}`)
    const third = await publish(weekOf(-2))
    expect((await feed()).events.map(({ id }: { id: string }) => id)).toEqual([
      `${later}`,
      `${later}.${signed}`,
      `${third}`,
    ])
    expect(ids(await feed(`?after=${later}.${signed}`))).toEqual([idOf(-2)])
  })

  test('never tells of what is for the two sides alone', async () => {
    const { payload } = await frozenWeek(desk.world.gateway, MONDAY)
    const document = await desk.world.lay(canonical({ ...JSON.parse(payload), audience: 'joint' }))
    for (const party of ['sc', 'cq'] as const) await desk.world.sign(party, document)
    expect((await feed()).events).toEqual([])
    expect(await (await calls.get('/releases.atom')).text()).not.toContain('<entry>')
  })

  test('answers 304 when nothing has come since', async () => {
    await publish(weekOf(0))
    const etag = (await calls.get('/v1/feed')).headers.get('etag') ?? ''
    expect((await calls.get('/v1/feed', { 'if-none-match': etag })).status).toBe(304)
    await publish(weekOf(-1))
    expect((await calls.get('/v1/feed', { 'if-none-match': etag })).status).toBe(200)
  })

  test.each(['after=x', 'after=-1', 'after=1.2.3', 'after=99999', 'after=1&after=2', 'page=2'])(
    'is not read by %s',
    async (query) => {
      await refused(await calls.get(`/v1/feed?${query}`), 400, 'query-invalid')
    },
  )
})

describe('as events', () => {
  test('a publication reaches anybody within a second, as the page tells it', async () => {
    const reader = await follow()
    const index = await publish(weekOf(0))
    const got = await reader.next(1000)
    const { events } = await feed()
    expect(got).toEqual({ id: String(index), event: 'published', data: events[0] })
  })

  test('steps and single signatures are not told', async () => {
    const reader = await follow()
    const { id } = await jsonOf(await table.propose(weekOf(0)), 201)
    await table.agreed(id)
    await jsonOf(await table.sign('sc', id), 201)
    await reader.until(/: \n\n: \n\n/)
    await publish(weekOf(-1))
    expect((await reader.next()).data.release).toBe(idOf(-1))
  })

  test('what is under embargo is told when that is over, to who stayed and to who comes back', async () => {
    const [stays, leaves] = [await follow(), await follow()]
    await publish({ ...weekOf(0), embargo: instant(now() + 3_600_000) })
    const later = await publish(weekOf(-1))
    for (const one of [stays, leaves]) expect((await one.next()).data.release).toBe(idOf(-1))
    await leaves.hangUp()
    await stays.until(/: \n\n: \n\n$/)
    expect(stays.text()).not.toContain(idOf(0))
    desk.wait(3600)
    const out = await stays.next()
    expect([out.event, out.data.release]).toEqual(['published', idOf(0)])
    const back = await follow(String(later))
    expect(await back.next()).toEqual(out)
    // Nothing twice: not to who stayed, not to who comes with the last id, not to who comes new.
    const [again, fresh] = [await follow(out.id), await follow()]
    const next = await publish(weekOf(-2))
    for (const one of [stays, back, again, fresh]) expect((await one.next()).id).toBe(String(next))
  })
})

test('a cursor is read as it was printed, and orders as the ledger does', () => {
  const cursor: fc.Arbitrary<Cursor> = fc.record({ leaf: fc.nat(), embargoed: fc.option(fc.nat()) })
  fc.assert(
    fc.property(cursor, cursor, (a, b) => {
      expect(parseCursor(printCursor(a))).toEqual(a)
      expect(Math.sign(compareCursors(a, b))).toBe(-Math.sign(compareCursors(b, a)) || 0)
      if (a.leaf < b.leaf) expect(compareCursors(a, b)).toBeLessThan(0)
      // What an embargo held back comes behind what its leaf itself published.
      if (a.embargoed !== null) expect(compareCursors({ leaf: a.leaf, embargoed: null }, a)).toBeLessThan(0)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => parseCursor(text) === null || /^\d+(\.\d+)?$/.test(text)))
})

/** An element with its text, as an XML reader sees it; throws when the document is not well-formed. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}
function parseXml(document: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const made: Element = { name, attributes, children: [], text: '' }
        path.at(-1)?.children.push(made)
        path.push(made)
      },
      ontext(text) {
        const at = path.at(-1)
        if (at) at.text += text
      },
      onclosetag(name, implied) {
        if (implied && !/^(?:link|category)$/.test(name)) throw new Error(`${name} is not closed`)
        if (path.pop()?.name !== name) throw new Error(`${name} is closed and was not open`)
      },
      onerror(error) {
        throw error
      },
    },
    { xmlMode: true },
  )
  parser.end(document)
  if (path.length !== 1) throw new Error(`${path.at(-1)?.name} is not closed`)
  // Text holds no bare angle bracket, so that tags can be counted.
  const [opened, closed] = [document.match(/<\w(?:[^>]*[^>/])?>/g) ?? [], document.match(/<\/\w+>/g) ?? []]
  if (opened.length !== closed.length) throw new Error('as many tags are to be opened as closed')
  return root
}
const all = ({ children }: Element, name: string): readonly Element[] => children.filter((one) => one.name === name)
function only(element: Element, name: string): Element {
  const [one, ...more] = all(element, name)
  if (!one || more.length > 0)
    throw new Error(`expected one ${name} in ${element.name}, got ${more.length + (one ? 1 : 0)}`)
  return one
}
const hrefOf = (element: Element, rel: string, type = 'text/html') =>
  all(element, 'link').find(({ attributes }) => attributes.rel === rel && attributes.type === type)?.attributes.href

/** Every element RFC 4287 asks for, in a feed (§4.1.1) and an entry (§4.1.2). */
function mustBeAtom(document: string): Element {
  expect(document).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  )
  const top = only(parseXml(document), 'feed')
  for (const element of [top, ...all(top, 'entry')]) {
    expect(only(element, 'id').text).toMatch(/^tag:[a-z.]+,\d{4}-\d\d-\d\d:\S+$/)
    expect(only(element, 'title').text.length).toBeGreaterThan(3)
    expect(only(element, 'updated').text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  }
  // An entry takes its author from the feed.
  expect(only(only(top, 'author'), 'name').text).not.toBe('')
  expect(all(top, 'link').filter(({ attributes }) => attributes.rel === 'self')).toHaveLength(1)
  for (const entry of all(top, 'entry'))
    expect(hrefOf(entry, 'alternate')).toMatch(/^https:\/\/gateway\.test\/releases\//)
  const found = [top, ...all(top, 'entry')].map((element) => only(element, 'id').text)
  expect(new Set(found).size).toBe(found.length)
  return top
}

test.each(['<a><b></a>', '<a>', '<a></a></b>', '<a></b></a>'])('%s is found not to be well-formed', (document) => {
  expect(() => parseXml(document)).toThrow()
})

describe('the Atom feed', () => {
  test('is valid when empty, and when there are releases and a correction', async () => {
    const empty = await calls.get('/releases.atom')
    expect(empty.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(all(mustBeAtom(await empty.text()), 'entry')).toEqual([])
    await publish(weekOf(0))
    await desk.world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '7.9']]))
    await publish({ ...weekOf(0), corrects: idOf(0), reason: '高锰酸盐指数 <更正> & "复核"' })
    const top = mustBeAtom(await (await calls.get('/releases.atom')).text())
    const [correction, first] = all(top, 'entry')
    if (!correction || !first) throw new TypeError('expected two entries')
    expect(only(first, 'title').text).toBe(
      '川渝水质断面周报（2026-11-02 至 2026-11-08） · Sichuan–Chongqing weekly water bulletin (2026-11-02 to 2026-11-08)',
    )
    expect(only(correction, 'title').text).toMatch(/^更正：.* · Correction: /)
    expect(only(correction, 'summary').text).toContain('高锰酸盐指数 <更正> & "复核"')
    expect(hrefOf(correction, 'predecessor-version')).toBe(`https://gateway.test/releases/${idOf(0)}`)
    expect(hrefOf(first, 'successor-version')).toBe(`https://gateway.test/releases/${idOf(0)}-2`)
    expect(only(top, 'updated').text).toBe(only(correction, 'updated').text)
    const { publishedAt } = await jsonOf(await calls.get(`/v1/releases/${idOf(0)}`))
    expect(only(first, 'updated').text).toBe(`${publishedAt.slice(0, 19)}Z`)
    // Every link leads somewhere.
    for (const { attributes } of [...all(first, 'link'), ...all(correction, 'link'), ...all(top, 'link')]) {
      const path = (attributes.href ?? '').replace('https://gateway.test', '')
      expect((await calls.get(path)).status, path).toBe(200)
    }
  })

  test('takes an embargo’s end for the time of publication', async () => {
    const until = now() + 3_600_000
    await publish({ ...weekOf(0), embargo: instant(until) })
    expect(all(mustBeAtom(await (await calls.get('/releases.atom')).text()), 'entry')).toEqual([])
    desk.wait(3600)
    const [entry] = all(mustBeAtom(await (await calls.get('/releases.atom')).text()), 'entry')
    expect(entry && only(entry, 'updated').text).toBe(`${new Date(until).toISOString().slice(0, 19)}Z`)
  })

  test('is filtered by product, and is then another feed', async () => {
    await publish(weekOf(0))
    const whole = mustBeAtom(await (await calls.get('/releases.atom')).text())
    const weekly = mustBeAtom(await (await calls.get('/releases.atom?product=weekly-water-bulletin')).text())
    const monthly = mustBeAtom(await (await calls.get('/releases.atom?product=monthly-water-bulletin')).text())
    expect([whole, weekly, monthly].map((one) => all(one, 'entry').length)).toEqual([1, 1, 0])
    expect(new Set([whole, weekly, monthly].map((one) => only(one, 'id').text)).size).toBe(3)
    expect(all(weekly, 'entry').map((one) => only(one, 'id').text)).toEqual(
      all(whole, 'entry').map((one) => only(one, 'id').text),
    )
    await refused(await calls.get('/releases.atom?product=daily'), 400, 'query-invalid')
  })

  test('is the same when read again, and answers 304', async () => {
    await publish(weekOf(0))
    const [one, two] = [await calls.get('/releases.atom'), await calls.get('/releases.atom')]
    expect(await two.text()).toBe(await one.text())
    const etag = one.headers.get('etag') ?? ''
    expect((await calls.get('/releases.atom', { 'if-none-match': etag })).status).toBe(304)
  })

  test('holds any words whatever, as they are or marked where XML cannot hold them', async () => {
    await publish(weekOf(0))
    const [entry] = await feedEntries(desk.world.gateway)
    if (!entry) throw new TypeError('expected an entry')
    const input = {
      began: '2026-11-10',
      log: 'gateway.test/log',
      origin: 'https://gateway.test',
      sandbox: true,
      self: '/releases.atom',
    }
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, (reason) => {
        const release = { ...entry.entry.release, reason, supersedes: { id: 'x', digest: '' } }
        const document = atomFeed({ ...input, entries: [{ ...entry, entry: { ...entry.entry, release } }] })
        const [made] = all(mustBeAtom(document), 'entry')
        const held = reason.replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
        expect(made && only(made, 'summary').text).toContain(`Reason: ${held}`)
      }),
      { numRuns: 200 },
    )
  })
})
