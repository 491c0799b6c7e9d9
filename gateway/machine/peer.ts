/** The address a request came from: the connection's own, or what a proxy says that is configured as one to be believed. */
import { BlockList, isIP } from 'node:net'

/** Proxies whose word counts: addresses or networks (`10.0.0.0/8`), and the header they tell the caller by. */
export interface TrustedProxies {
  readonly addresses: readonly string[]
  readonly header: ProxyHeader
}

/** Headers a proxy may tell the caller by. */
export const PROXY_HEADERS = ['x-forwarded-for', 'x-real-ip'] as const
/** One of `PROXY_HEADERS`. */
export type ProxyHeader = (typeof PROXY_HEADERS)[number]

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address in the form of an IPv6 one, as a listener on both has it, is an IPv4 one. */
function plain(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
}

/** An address or network as read; null when it is none. */
export function readNetwork(text: string): { readonly address: string; readonly prefix: number } | null {
  const [address = '', prefix, more] = text.split('/')
  const kind = isIP(address)
  const most = kind === 6 ? 128 : 32
  if (kind === 0 || more !== undefined) return null
  if (prefix === undefined) return { address, prefix: most }
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= most ? { address, prefix: Number(prefix) } : null
}

/** How to tell where requests come from. */
export function peerAddress(trusted: TrustedProxies | null): (peer: string | undefined, headers: Headers) => string {
  const proxies = new BlockList()
  for (const text of trusted?.addresses ?? []) {
    const network = readNetwork(text)
    if (network) proxies.addSubnet(network.address, network.prefix, family(network.address))
  }
  const isProxy = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, family(address))

  return (peer = 'unknown', headers) => {
    const own = plain(peer)
    if (!trusted || !isProxy(own)) return own
    const said = headers.get(trusted.header)?.split(',') ?? []
    // Each proxy adds whom it heard; what stands left of the last one nobody vouches for was made up by the caller.
    for (const one of said.reverse()) {
      const address = plain(one.trim())
      if (isIP(address) === 0) return own
      if (!isProxy(address)) return address
    }
    return own
  }
}
