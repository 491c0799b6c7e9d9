/** A world behind a real socket, its clock in hand, and a person at a browser: one who keeps the cookie and says where a request comes from. */
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { canonical } from '../../../contracts/jcs.ts'
import { createApp } from '../../../gateway/app.ts'
import type { Gateway } from '../../../gateway/gateway.ts'
import { SIGN_IN_TYP } from '../../../gateway/identity/challenge.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../../../gateway/identity/document.ts'
import { MONDAY, openWorld, WEEK, type World, type WorldKey, type WorldOptions } from '../world.ts'

export const ORIGIN = 'https://gateway.test'

/** A request over the wire; `origin` null sends none. */
export interface Sent {
  readonly method?: 'GET' | 'POST' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The session's token, sent as the gateway's cookie. */
  readonly token?: string
}

/** The world, listening. Its clock stands still until it is moved. */
export interface Desk {
  readonly world: World
  /** What the app told its operator of. */
  readonly failures: unknown[]
  /** Moves the clock on. */
  wait(seconds: number): void
  /** The same gateway at another published address, on a socket of its own. */
  at(origin: string): Promise<Place>
  /** The place of `ORIGIN`. */
  readonly place: Place
  close(): Promise<void>
}

/** One published address of a gateway. */
export interface Place {
  readonly origin: string
  send(path: string, sent?: Sent): Promise<Response>
  /** A new challenge. */
  challenge(): Promise<string>
  /** A sign-in as a key makes it, sent; what differs from a right one is said. */
  signIn(
    key: WorldKey,
    differs?: { readonly payload?: unknown; readonly jws?: (jws: GeneralJws) => unknown },
  ): Promise<Response>
  /** The token of a new session. */
  session(key: WorldKey): Promise<string>
  /** A write by session as a browser on our own page sends it. */
  act(path: string, token: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

/** The token a `Set-Cookie` brings. */
export function tokenOf(answer: Response): string {
  return /^[\w-]*chuanyu-session=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
}

async function placeOf(gateway: Gateway, origin: string, failures: unknown[]): Promise<Place> {
  const app = createApp({ ...gateway, config: { ...gateway.config, origin } }, (error) => failures.push(error))
  const server = await new Promise<ServerType>((resolve) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made))
  })
  const { port }: Partial<AddressInfo> = Object(server.address())
  const name = origin.startsWith('https:') ? '__Host-chuanyu-session' : 'chuanyu-session'
  const place: Place = {
    origin,
    send: (path, { method = 'GET', headers = {}, body, token } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...(token === undefined ? {} : { cookie: `${name}=${token}` }), ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    async challenge() {
      const answer = await place.send('/v1/session/challenge', { method: 'POST' })
      const { challenge } = JSON.parse(await answer.text())
      return String(challenge)
    },
    async signIn(key, { payload, jws = (made: GeneralJws): unknown => made } = {}) {
      const said = payload ?? { challenge: await place.challenge(), origin, type: 'sign-in', v: 1 }
      const text = canonical(said)
      const made = assembleDocument(text, [signDocument(text, { ...key, typ: SIGN_IN_TYP })])
      return place.send('/v1/session', { method: 'POST', body: JSON.stringify(jws(made)), headers: { origin } })
    },
    async session(key) {
      const answer = await place.signIn(key)
      if (answer.status !== 201) throw new Error(await answer.text())
      return tokenOf(answer)
    },
    act: (path, token, body = {}, headers = {}) =>
      place.send(path, {
        method: 'POST',
        token,
        body: JSON.stringify(body),
        headers: { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
      }),
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return place
}

/** Opens a world with a key of every role, and listens. */
export async function openDesk(options: WorldOptions = {}): Promise<Desk> {
  let time = MONDAY + WEEK + 86_400_000
  const world = await openWorld({ roles: ['reviewer', 'system', 'security', 'audit'], now: () => time, ...options })
  const failures: unknown[] = []
  const places = [await placeOf(world.gateway, ORIGIN, failures)]
  const [place] = places
  if (!place) throw new TypeError('expected a place')
  return {
    world,
    failures,
    place,
    wait(seconds) {
      time += seconds * 1000
    },
    async at(origin) {
      const made = await placeOf(world.gateway, origin, failures)
      places.push(made)
      return made
    },
    async close() {
      await Promise.all(places.map((one) => one.close()))
      await world.close()
    },
  }
}
