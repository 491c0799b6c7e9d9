/** The members of gateway.json that say how a gateway is operated: figures, logs, limits, retention, stopping. All may be left out. */

import { PACKAGE_LIMITS } from '../identity/limits.ts'
import type { LogLevel } from '../operations/console.ts'
import { RATES, type RateTable, SECURITY_LIMITS } from '../operations/limits.ts'
import { isLoopback, LOOPBACK } from '../operations/loopback.ts'
import type { Members } from './members.ts'
import { PROXY_HEADERS, type ProxyHeader, readNetwork, type TrustedProxies } from './peer.ts'

/** Where figures are served. `exposed` says that others than this machine may reach them. */
export interface MetricsConfig {
  readonly host: string
  readonly port: number
  readonly exposed: boolean
}

/** The members as they may be written. */
export interface OperatingMembers {
  readonly metrics?: { readonly host?: string; readonly port: number; readonly exposed?: boolean }
  readonly logging?: { readonly level?: LogLevel }
  /** `false` for none; a table with what differs from the usual one. */
  readonly rates?: false | Partial<RateTable>
  readonly trustedProxies?: { readonly addresses: readonly string[]; readonly header?: ProxyHeader }
  readonly securityLog?: { readonly retentionDays?: number }
  readonly disk?: { readonly freeBytes?: number }
  /** How many days a package may lie between sealing and ingesting. */
  readonly packages?: { readonly days?: number }
  readonly shutdown?: { readonly announceSeconds?: number; readonly limitSeconds?: number }
}

/** The same as read, with what is usual for the rest. */
export interface OperatingConfig {
  readonly metrics: MetricsConfig | null
  readonly logging: { readonly level: LogLevel }
  /** Null for none. */
  readonly rates: RateTable | null
  readonly trustedProxies: TrustedProxies | null
  readonly securityLog: { readonly retentionDays: number }
  readonly disk: { readonly freeBytes: number }
  readonly packages: { readonly days: number }
  readonly shutdown: { readonly announceSeconds: number; readonly limitSeconds: number }
}

/** What is usual. */
export const OPERATING = {
  retentionDays: 400,
  freeBytes: 512 * 1024 * 1024,
  announceSeconds: 0,
  limitSeconds: 30,
} as const

/** Days a package may lie, usually. */
const PACKAGE_DAYS = PACKAGE_LIMITS.window / 86_400

function readMetrics(members: Members | null): MetricsConfig | null {
  if (!members) return null
  const host = members.take('host') === undefined ? LOOPBACK : members.text('host')
  const port = members.take('port')
  const exposed = members.flag('exposed')
  if (typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65_535) return { host, port, exposed }
  members.wrong(
    'port',
    { zh: '指标端口应为 0–65535 的整数', en: 'expected the port of the figures as an integer up to 65535' },
    { zh: '写一个本机空闲的端口，例 "port": 9464', en: 'write a free port of this machine, as "port": 9464' },
  )
  return null
}

function readRates(members: Members, standard: RateTable | null): RateTable | null {
  if (members.take('rates') === false) return null
  const read = members.object('rates')
  if (!read) return standard
  const bucket = (name: keyof RateTable) => {
    const own = read.object(name)
    const { perSecond, burst } = RATES[name]
    return own
      ? { perSecond: own.number('perSecond', perSecond, 0.01), burst: own.number('burst', burst, 1) }
      : RATES[name]
  }
  return {
    publicReads: bucket('publicReads'),
    publicWrites: bucket('publicWrites'),
    unverified: bucket('unverified'),
    keyReads: bucket('keyReads'),
    keyWrites: bucket('keyWrites'),
  }
}

function readProxies(members: Members | null): TrustedProxies | null {
  if (!members) return null
  const addresses = members.take('addresses')
  const header = members.word('header', PROXY_HEADERS, 'x-forwarded-for')
  const read = Array.isArray(addresses) ? addresses.filter((one): one is string => typeof one === 'string') : []
  const wrong = (zh: string, en: string): null => {
    members.wrong(
      'addresses',
      { zh, en },
      {
        zh: '逐个列出反向代理自己的地址或网段，例 ["127.0.0.1", "10.0.3.0/28"]',
        en: 'list the addresses or networks of the proxies themselves, as ["127.0.0.1", "10.0.3.0/28"]',
      },
    )
    return null
  }
  if (!Array.isArray(addresses) || read.length === 0 || read.length !== addresses.length) {
    return wrong('addresses 应为地址列表', 'expected addresses as a list of them')
  }
  const bad = read.find((one) => readNetwork(one) === null)
  if (bad !== undefined) return wrong(`${bad} 不是地址或网段`, `${bad} is no address or network`)
  const all = read.find((one) => readNetwork(one)?.prefix === 0)
  if (all !== undefined)
    return wrong(`${all} 是所有地址，等于谁都可以自称来处`, `${all} is everybody, who could then claim any address`)
  return { addresses: read, header }
}

/** Reads them. A sandbox on the machine's own address is quiet and has no limits unless some are written. */
export function readOperating(
  members: Members,
  { sandbox, origin }: { readonly sandbox: boolean; readonly origin: string },
): OperatingConfig {
  const own = sandbox && isLoopback(origin)
  const logging = members.object('logging')
  const security = members.object('securityLog')
  const shutdown = members.object('shutdown')
  const { retention } = SECURITY_LIMITS
  return {
    metrics: readMetrics(members.object('metrics')),
    logging: {
      level:
        logging?.word('level', ['info', 'error', 'off'], sandbox ? 'error' : 'info') ?? (sandbox ? 'error' : 'info'),
    },
    rates: readRates(members, own ? null : RATES),
    trustedProxies: readProxies(members.object('trustedProxies')),
    securityLog: {
      retentionDays: security?.number('retentionDays', OPERATING.retentionDays, retention) ?? OPERATING.retentionDays,
    },
    packages: { days: members.object('packages')?.number('days', PACKAGE_DAYS, 1) ?? PACKAGE_DAYS },
    disk: { freeBytes: members.object('disk')?.number('freeBytes', OPERATING.freeBytes, 0) ?? OPERATING.freeBytes },
    shutdown: {
      announceSeconds: shutdown?.number('announceSeconds', OPERATING.announceSeconds, 0) ?? OPERATING.announceSeconds,
      limitSeconds: shutdown?.number('limitSeconds', OPERATING.limitSeconds, 1) ?? OPERATING.limitSeconds,
    },
  }
}
