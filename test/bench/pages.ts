/** How long public pages take beside a bare Hono page, in one process and one run: `node test/bench/pages.ts` prints one JSON object. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { SECTIONS_2026_11 } from '../../contracts/registry/index.ts'
import { createApp } from '../../gateway/app.ts'
import { playWeek } from '../gateway/week.ts'
import { MONDAY, openWorld } from '../gateway/world.ts'

/** Rounds after one that warms up the code, and requests in each. */
const ROUNDS = 7
const REQUESTS = 60
const ORIGIN = 'https://gateway.test'

/** One page: its time in ms, that of the bare page beside it, and the first over the second. */
export interface PageFigure {
  readonly path: string
  readonly bytes: number
  readonly page: number
  readonly bare: number
  readonly ratio: number
}

/** Figures by page. */
export interface PageFigures {
  readonly unit: string
  readonly figures: Readonly<Record<'home' | 'release', PageFigure>>
}

interface App {
  request(url: string): Response | Promise<Response>
}

function bareApp(): App {
  const app = new Hono()
  app.get('*', (c) => c.html(html`<!doctype html><html lang="en"><title>hello</title><p>hello</p></html>`))
  return app
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

/** Ms a request, the body read as well. */
async function timed(app: App, path: string): Promise<number> {
  const begun = performance.now()
  for (let asked = 0; asked < REQUESTS; asked++) {
    const answer = await app.request(ORIGIN + path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    await answer.text()
  }
  return (performance.now() - begun) / REQUESTS
}

async function measure(app: App, bare: App, path: string): Promise<PageFigure> {
  const rounds: { readonly page: number; readonly bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    // Who goes first alternates, so that neither always has the warmer machine.
    const first = round % 2 === 0 ? { page: await timed(app, path) } : { bare: await timed(bare, path) }
    const taken = {
      ...first,
      ...('page' in first ? { bare: await timed(bare, path) } : { page: await timed(app, path) }),
    }
    if (round > 0) rounds.push({ page: taken.page ?? Number.NaN, bare: taken.bare ?? Number.NaN })
  }
  const bytes = Buffer.byteLength(await (await app.request(ORIGIN + path)).text())
  const places = (value: number): number => Number(value.toFixed(3))
  return {
    path,
    bytes,
    page: places(median(rounds.map((one) => one.page))),
    bare: places(median(rounds.map((one) => one.bare))),
    ratio: places(median(rounds.map((one) => one.page / one.bare))),
  }
}

/** The home page and a release of every section of the register, over a real store. */
export async function pageFigures(): Promise<PageFigures> {
  const world = await openWorld({ registry: SECTIONS_2026_11 })
  try {
    await playWeek(world)
    const id = (await world.publish(MONDAY)).id.slice('release/'.length)
    const [app, bare] = [createApp(world.gateway), bareApp()]
    return {
      unit: 'ms a request in process; ratio: page over a bare Hono page',
      figures: {
        home: await measure(app, bare, '/'),
        release: await measure(app, bare, `/releases/${id}`),
      },
    }
  } finally {
    await world.close()
  }
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${JSON.stringify(await pageFigures(), null, 2)}\n`)
