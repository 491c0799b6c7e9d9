/** A gateway on a loopback address whose sample people anybody may act as, with weeks of both sides' water to consult on. */
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { createApp } from '../../gateway/app.ts'
import type { Client } from '../../gateway/client/client.ts'
import type { SamplePerson } from '../../gateway/ports.ts'
import type { TrustFile } from '../../gateway/release/bundle-types.ts'
import { freePort } from '../free-port.ts'
import { CONTRACT, file } from '../gateway/cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../gateway/cli/running.ts'
import { faultsOf } from './browser.ts'

/** A post of a side. */
export type Post = 'operator' | 'reviewer' | 'signatory'

/** Somebody at a browser of their own, and what went wrong there. */
export interface Seat {
  readonly context: BrowserContext
  readonly page: Page
  readonly wrong: string[]
  go(path: string): Promise<void>
  close(): Promise<void>
}

/** How somebody looks at it. */
export interface Look {
  readonly width?: number
  readonly lang?: 'zh' | 'en'
  readonly dark?: boolean
  /** Runs in every page before its own scripts. */
  readonly before?: string
}

/** The gateway, listening. */
export interface PeopleWorld {
  readonly world: RunningWorld
  readonly origin: string
  readonly trust: TrustFile
  client(party: PartyId, post: Post | 'agency'): Client
  /** Puts a week on the table by Chongqing's hand; the first day is a Monday with records. */
  propose(first: string): Promise<string>
  /** Somebody signed in by a click on the sandbox's page. */
  sit(browser: Browser, party: PartyId, post: Post, look?: Look): Promise<Seat>
  /** The same gateway under another published address, on its own port; `people` are not given there. */
  at(origin: (port: number) => string): Promise<{ readonly origin: string; close(): Promise<void> }>
  close(): Promise<void>
}

/** Mondays of weeks both sides have sent records of. */
export const WEEKS = [
  '2025-11-03',
  '2025-11-10',
  '2025-11-17',
  '2025-11-24',
  '2025-12-01',
  '2025-12-08',
  '2025-12-15',
  '2025-12-22',
] as const

const OPERATOR: Readonly<Record<Post, string>> = { operator: '值班员', reviewer: '审核人', signatory: '签发人' }

function peopleOf({ sides }: RunningWorld): readonly SamplePerson[] {
  return PARTIES.flatMap((party) =>
    (['operator', 'reviewer', 'signatory'] as const).map((post) => ({
      name: `${party}-${post}`,
      party,
      agency: `${party}-monitoring`,
      operator: OPERATOR[post],
      roles: [post],
      jwk: Object.fromEntries(
        Object.entries(sides[party][post].privateJwk).map(([name, value]) => [name, String(value)]),
      ),
    })),
  )
}

/** Opens it. */
export async function openPeople(): Promise<PeopleWorld> {
  const world = await startWorld()
  const { gateway } = world.running()
  const servers: ServerType[] = []
  const listen = async (origin: string, port: number, people: readonly SamplePerson[]): Promise<ServerType> => {
    const app = createApp({ ...gateway, people, config: { ...gateway.config, origin } })
    const server = await new Promise<ServerType>((resolve) => {
      const made = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(made))
    })
    servers.push(server)
    return server
  }
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  await listen(origin, port, peopleOf(world))
  for (const [party, section] of [
    ['cq', '朱沱'],
    ['sc', '金子'],
  ] as const) {
    const rows = WEEKS.flatMap(
      (day) =>
        [
          [section, `${day} 08:00`, '1.1'],
          [section, `${day} 12:00`, '1.3'],
        ] as const,
    )
    await world
      .client(world.sides[party].agency)
      .submit({ contract: CONTRACT, bytes: file(...rows), mediaType: 'text/csv' })
  }
  const client = (party: PartyId, post: Post | 'agency'): Client => world.client(world.sides[party][post])
  const { cq, sc } = world.sides
  return {
    world,
    origin,
    trust: {
      format: 'chuanyu-trust',
      v: 1,
      sandbox: true,
      log: gateway.logVerifier,
      roots: { cq: cq.root.jwk, sc: sc.root.jwk },
    },
    client,
    async propose(first) {
      const end = new Date(Date.parse(`${first}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
      const period = { start: `${first}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` }
      return (await client('cq', 'operator').consult({ period })).id
    },
    async sit(browser, party, post, { width = 1280, lang = 'zh', dark = false, before } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        bypassCSP: true,
      })
      if (before !== undefined) await context.addInitScript(before)
      const page = await context.newPage()
      const wrong = faultsOf(page, origin)
      await page.goto(`${origin}/sandbox${lang === 'en' ? '?lang=en' : ''}`)
      await page.locator(`[data-act-as=${party}-${post}]`).click()
      await page.waitForURL(/\/desk(?:\?lang=en)?$/)
      const go = async (path: string): Promise<void> => {
        const query = lang === 'en' ? `${path.includes('?') ? '&' : '?'}lang=en` : ''
        await page.goto(origin + path + query)
      }
      return { context, page, wrong, go, close: () => context.close() }
    },
    async at(named) {
      const other = await freePort()
      const server = await listen(named(other), other, [])
      return { origin: named(other), close: () => closed(server) }
    },
    async close() {
      await Promise.all(servers.map(closed))
      await world.close()
    },
  }
}

async function closed(server: ServerType): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
