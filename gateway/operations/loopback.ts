/** Addresses that only this machine reaches. */

/** The one that is listened on when nothing else is said. */
export const LOOPBACK = '127.0.0.1'

/** Whether a host, as in a URL or alone, is this machine itself. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** Whether an origin is this machine itself. */
export function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname)
}
