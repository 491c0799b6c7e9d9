/** The cookie a session travels in (RFC 6265bis), and whether a browser may be trusted with one at an address. */
import { refusal } from './error.ts'
import { SESSION_LIMITS } from './limits.ts'

/** The cookie of an address. */
export interface SessionCookie {
  readonly name: string
  readonly secure: boolean
}

/** What a browser takes as safe without TLS: it does not leave the machine. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1'])

/** The cookie for a gateway at this address. Throws `session-insecure-origin` for plain HTTP over a network. */
export function sessionCookie(origin: string): SessionCookie {
  const { protocol, hostname } = new URL(origin)
  // The prefix binds it to this host, to TLS and to every path: no other host can set or shadow it.
  if (protocol === 'https:') return { name: '__Host-chuanyu-session', secure: true }
  if (protocol === 'http:' && LOOPBACK.has(hostname)) return { name: 'chuanyu-session', secure: false }
  throw refusal(
    'session-insecure-origin',
    `${origin} 是未加密的地址：浏览器在此不提供密钥功能，会话也会被沿途读取`,
    `${origin} is plain HTTP over a network: browsers offer no keys there, and whoever carries the traffic could read the session`,
    'origin',
    origin,
  )
}

/** The `Set-Cookie` that starts a session. */
export function startCookie(cookie: SessionCookie, token: string): string {
  return attributes(cookie, token, SESSION_LIMITS.sessionWindow)
}

/** The `Set-Cookie` that takes it away. */
export function clearCookie(cookie: SessionCookie): string {
  return attributes(cookie, '', 0)
}

function attributes({ name, secure }: SessionCookie, value: string, maxAge: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** The value of a cookie in a `Cookie` header. Throws `session-invalid` when there are two of the name: one of them was put there by another. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  if (values.length > 1) {
    throw refusal(
      'session-invalid',
      `Cookie 头中有 ${values.length} 个 ${name}`,
      `expected one cookie ${name}, got ${values.length}`,
      'cookie',
    )
  }
  return values[0]
}
