/** A gateway on a loopback address with forecasts of both sides, its clock in hand, and people of both sides at browsers with keys of their own. */
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { PartyId } from '../../contracts/types.ts'
import { createApp } from '../../gateway/app.ts'
import { freePort } from '../free-port.ts'
import { callsOf } from '../gateway/http/calls.ts'
import { idOf, jsonOf } from '../gateway/intake/files.ts'
import { AFTERNOON } from '../gateway/release/air/forecasts.ts'
import { type Desk, deskOf, type Hand } from '../gateway/release/desk.ts'
import { openWorld, type World, type WorldOptions } from '../gateway/world.ts'
import { faultsOf } from './browser.ts'

/** The world, listening. Its clock stands still until it is moved. */
export interface DeskWorld {
  readonly world: World
  readonly desk: Desk
  readonly origin: string
  /** What the app told its operator of. */
  readonly failures: unknown[]
  /** Sends a table of one side's under a contract; every row must count. */
  send(party: PartyId, contract: string, csv: string): Promise<void>
  /** Moves the clock on. */
  wait(seconds: number): void
  /** Takes no connections any more and cuts those there are, until mended. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** A person of a side, signed in with the key of a post, in a browser of their own. */
  sit(browser: Browser, party: PartyId, hand: Hand, looking?: Looking): Promise<Sitting>
  close(): Promise<void>
}

/** How a person looks at it. */
export interface Looking extends Omit<BrowserContextOptions, 'viewport'> {
  readonly width?: number
}

/** Somebody at a browser, and what went wrong there. */
export interface Sitting {
  readonly page: Page
  readonly wrong: string[]
  go(path: string): Promise<void>
  close(): Promise<void>
}

/** Opens it at three in the afternoon of 15 November 2026, half an hour before a daily forecast must be agreed. */
export async function openDeskWorld(options: WorldOptions = {}): Promise<DeskWorld> {
  let time = AFTERNOON
  const world = await openWorld({ datasets: ['air-forecast', 'air-observation'], now: () => time, ...options })
  const calls = callsOf(world)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const app = createApp({ ...world.gateway, config: { ...world.gateway.config, origin } }, (error) =>
    calls.failures.push(error),
  )
  let server: ServerType | null = null
  /** Calls under way: the store is not closed over them. */
  const pending = new Set<Promise<unknown>>()
  const answer: typeof app.fetch = (...call) => {
    const answering = Promise.resolve(app.fetch(...call))
    pending.add(answering)
    return answering.finally(() => pending.delete(answering))
  }
  const place: DeskWorld = {
    world,
    desk: deskOf(world, calls),
    origin,
    failures: calls.failures,
    async send(party, contract, csv) {
      const { agency } = world.sides[party]
      const how = { contentType: 'text/csv' }
      const answer = await calls.write(agency, `/v1/submissions?contract=${contract}`, csv, how)
      const { counts } = await jsonOf(await calls.read(agency, `/v1/submissions/${idOf(answer)}`))
      if (counts.rejected !== 0 || counts.accepted === 0) throw new Error(JSON.stringify(counts))
    },
    wait(seconds) {
      time += seconds * 1000
    },
    async cut() {
      const closing = server
      server = null
      if (!closing) return
      if ('closeAllConnections' in closing) closing.closeAllConnections()
      await new Promise((resolve) => closing.close(resolve))
    },
    async mend() {
      server ??= await new Promise<ServerType>((resolve) => {
        const made = serve({ fetch: answer, port, hostname: '127.0.0.1' }, () => resolve(made))
      })
    },
    async sit(browser, party, hand, { width = 1280, ...context } = {}) {
      const own = await browser.newContext({ viewport: { width, height: 900 }, ...context })
      const page = await own.newPage()
      const wrong = faultsOf(page, origin)
      await page.goto(`${origin}/desk/sign-in?to=%2Fdesk`)
      const jwk = JSON.stringify(world.sides[party][hand].privateJwk)
      await page
        .locator('#key-file')
        .setInputFiles({ name: 'key.jwk', mimeType: 'application/json', buffer: Buffer.from(jwk) })
      await page.locator('#enter').click()
      await page.waitForURL(`${origin}/desk`)
      // Nobody was signed in yet when the page for it first asked.
      wrong.length = 0
      return {
        page,
        wrong,
        async go(path) {
          await page.goto(origin + path, { waitUntil: 'load' })
          if (/^\/desk\/[^/?]+(?:\?|$)/.test(path))
            await page.locator('#live-state:not(:empty)').waitFor({ timeout: 10_000 })
        },
        close: () => own.close(),
      }
    },
    async close() {
      await place.cut()
      await Promise.allSettled(pending)
      await world.close()
    },
  }
  await place.mend()
  return place
}

const HEAD = '区域,预报日期,发布时间,AQI范围,首要污染物,发布单位'

/** A side's forecasts as it sends them: area, valid day, AQI range, primary pollutant. */
export function forecastFile(
  rows: readonly (readonly [area: string, day: string, aqi: string, primary: string])[],
  { issued = '2026-11-15 14:30', office = '' } = {},
): string {
  return `${[HEAD, ...rows.map(([area, day, aqi, primary]) => [area, day, issued, aqi, primary, office].join(','))].join('\n')}\n`
}
