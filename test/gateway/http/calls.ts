/** Calls to a world's gateway through its app, signed as a partner signs them, and what a refusal must look like. */
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { createApp } from '../../../gateway/app.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import type { Store } from '../../../gateway/ports.ts'
import type { World, WorldKey } from '../world.ts'

export const ORIGIN = 'https://gateway.test'
export const CONTRACT = 'water-section-quality'
export const SUBMIT = `/v1/submissions?contract=${CONTRACT}`

/** A request ready to send. */
export interface Question {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
}

/** How a request differs from a plain one. `age` in seconds; `headers` are added after signing. */
export interface Signing {
  readonly age?: number
  readonly contentType?: string
  readonly nonce?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A world's app and the ways to call it. */
export interface Calls {
  readonly app: ReturnType<typeof createApp>
  /** What the app told its operator of. */
  readonly failures: unknown[]
  /** A signed read, not sent. */
  reading(key: WorldKey, path: string, how?: Signing): Question
  /** A signed write, not sent. */
  writing(key: WorldKey, path: string, body: Uint8Array | string, how?: Signing): Question
  ask(question: Question): Promise<Response>
  /** Unsigned. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  read(key: WorldKey, path: string, how?: Signing): Promise<Response>
  write(key: WorldKey, path: string, body: Uint8Array | string, how?: Signing): Promise<Response>
  /** A file under the one contract, CSV unless said otherwise. */
  submit(key: WorldKey, body: Uint8Array | string, how?: Signing): Promise<Response>
  /** JSON of a signed write. */
  writeJson(key: WorldKey, path: string, body: unknown, how?: Signing): Promise<Response>
}

export const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body

/** The ways to call a world. */
export function callsOf(world: World): Calls {
  const failures: unknown[] = []
  const app = createApp(world.gateway, (error) => failures.push(error))
  const created = ({ age = 0 }: Signing): number => Math.floor(world.gateway.now() / 1000) - age
  const calls: Calls = {
    app,
    failures,
    reading: (key, path, how = {}) => ({
      method: 'GET',
      path,
      headers: {
        ...signRequest({ method: 'GET', url: new URL(path, ORIGIN).href, key, created: created(how) }),
        ...how.headers,
      },
    }),
    writing(key, path, body, how = {}) {
      const { contentType = 'application/json', nonce = randomBytes(18).toString('base64url'), headers } = how
      const url = new URL(path, ORIGIN).href
      const write = { method: 'POST', url, key, body: bytesOf(body), contentType, created: created(how), nonce }
      return { method: 'POST', path, body, headers: { ...signRequest(write), ...headers } }
    },
    ask: async ({ method, path, headers, body }) =>
      app.request(new URL(path, ORIGIN).href, {
        method,
        headers,
        ...(body === undefined ? {} : { body: Buffer.from(body) }),
      }),
    get: (path, headers = {}) => calls.ask({ method: 'GET', path, headers }),
    read: (key, path, how) => calls.ask(calls.reading(key, path, how)),
    write: (key, path, body, how) => calls.ask(calls.writing(key, path, body, how)),
    submit: (key, body, how = {}) => calls.write(key, SUBMIT, body, { contentType: 'text/csv', ...how }),
    writeJson: (key, path, body, how) => calls.write(key, path, JSON.stringify(body), how),
  }
  return calls
}

/** A problem document as received. */
export interface ProblemSeen {
  readonly code: string
  readonly detail: string
  readonly pointer?: string
  readonly value?: string
  readonly row?: number
  readonly rejections?: readonly { readonly row: number; readonly type: string; readonly value?: string }[]
}

/** Holds an answer to be this refusal: media type, status, type on the gateway itself, and both languages (RFC 9457 §3). */
export async function refused(response: Response, status: number, code: string): Promise<ProblemSeen> {
  const text = await response.text()
  expect({ status: response.status, text }).toMatchObject({ status, text: expect.stringContaining(`"code":"${code}"`) })
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(isErrorCode(code)).toBe(true)
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({ type: `${ORIGIN}/errors/${code}`, status, code })
  for (const [lang, written] of [
    ['zh', /\p{Script=Han}/u],
    ['en', /[A-Za-z]{3}/],
  ] as const) {
    expect(problem[lang].title).toMatch(written)
    expect(problem[lang].detail).toMatch(written)
  }
  return problem
}

/** A store whose appends wait while it is shut; `reached` resolves once one waits. */
export function gate(): { over(store: Store): Store; shut(): void; reached(): Promise<void>; open(): void } {
  let wait = Promise.resolve()
  let release = (): void => undefined
  let reached = Promise.resolve()
  let reach = (): void => undefined
  return {
    over: (store) => ({
      ...store,
      async append(...args) {
        reach()
        await wait
        return store.append(...args)
      },
    }),
    shut() {
      wait = new Promise((resolve) => {
        release = resolve
      })
      reached = new Promise((resolve) => {
        reach = resolve
      })
    },
    reached: () => reached,
    open: () => release(),
  }
}
