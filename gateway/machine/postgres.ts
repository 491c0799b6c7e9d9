/** Where `gateway.json` says that the ledger's PostgreSQL database is. No secret may stand in that address, and none of it is told. */
import type { Bilingual } from '../../contracts/types.ts'
import { isLoopbackHost } from '../operations/loopback.ts'
import type { Members } from './members.ts'
import { type ConfigFault, fault } from './refused.ts'

/** The member as written. */
export interface PostgresMember {
  readonly url: string
  readonly connections?: number
}

/** The member as read. */
export interface PostgresConfig extends Required<PostgresMember> {
  /** Host, port and database, for people. */
  readonly place: string
  /** Whether only this machine is on the way to it. */
  readonly local: boolean
  /** Whether the server has to prove who it is, and nobody on the way can read. */
  readonly verified: boolean
}

/** Connections a gateway keeps at most, and the fewest it works with: the audit and evidence have one beside the writer's. */
const CONNECTIONS = { usual: 10, least: 2 } as const

/** What may follow the `?`. Anything else would have to be judged anew, whether it loosens something. */
const PARAMETERS: readonly string[] = ['host', 'port', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']
/** Other words mean more to one client than to the next. */
const SSL_MODES: readonly string[] = ['disable', 'verify-full']

/** A name, an address or the folder of a socket; and a database. Narrow, since both are told to people, and a slip of the pen may put a secret there. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\]|\/[\w./-]+)$/i
const DATABASE = /^\/[\w.-]+$/

const EXAMPLE = 'postgres://chuanyu@db.example:5432/chuanyu?sslmode=verify-full'

const PASSWORD: readonly [what: Bilingual, fix: Bilingual] = [
  {
    zh: 'url 中带有密码，会随配置、备份与日志流出（此处不显示）',
    en: 'the url holds a password, which would go wherever the configuration, its backups and logs go (not shown here)',
  },
  {
    zh: '从 url 中删去密码，放入 ~/.pgpass（权限 600）、环境变量 PGPASSFILE 或 PGPASSWORD，或改用客户端证书；已泄露的密码请更换',
    en: 'take it out of the url and keep it in ~/.pgpass (mode 600), PGPASSFILE, PGPASSWORD, or use a client certificate; change a password that others have seen',
  },
]

/** Stands where an address names nobody. */
const NOBODY = 'nobody.invalid'

/** A user without a host is no URL to WHATWG, and usual where a parameter names a unix socket. */
function parse(text: string): URL | null {
  for (const one of [text, text.replace('@/', `@${NOBODY}/`)]) if (URL.canParse(one)) return new URL(one)
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What is wrong with an address; null when nothing is. Nothing of it is repeated but names of parameters. */
function addressFault(url: URL | null): readonly [what: Bilingual, fix: Bilingual] | null {
  const whole: Bilingual = { zh: `写成 ${EXAMPLE} 的样子`, en: `write it as ${EXAMPLE}` }
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol))
    return [{ zh: 'url 应为 postgres: 地址', en: 'expected url as a postgres: address' }, whole]
  if (url.password !== '' || [...url.searchParams.keys()].some((name) => /pass/i.test(name))) return PASSWORD
  if (!HOST.test(hostOf(url)) || !DATABASE.test(decoded(url.pathname)) || url.hash !== '')
    return [{ zh: 'url 应写明主机与数据库', en: 'expected url to name a host and a database' }, whole]
  const names = [...url.searchParams.keys()]
  const odd = names.find((name, at) => !PARAMETERS.includes(name) || names.indexOf(name) !== at)
  if (odd !== undefined)
    return [
      {
        zh: `url 的参数 ${odd} 不在许可之列，或重复`,
        en: `the parameter ${odd} of url is not one of those allowed, or is there twice`,
      },
      { zh: `只写 ${PARAMETERS.join('、')}`, en: `write only ${PARAMETERS.join(', ')}` },
    ]
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode))
    return [
      { zh: `sslmode 应为 ${SSL_MODES.join(' 或 ')}`, en: `expected sslmode as ${SSL_MODES.join(' or ')}` },
      {
        zh: '写 sslmode=verify-full，自签的证书以 sslrootcert 给出其签发者',
        en: 'write sslmode=verify-full; name the issuer of a certificate of your own by sslrootcert',
      },
    ]
  return null
}

function hostOf(url: URL): string {
  return url.searchParams.get('host') ?? (url.hostname === NOBODY ? '' : decoded(url.hostname))
}

/** Reads the member; null where there is none, or it is at fault. */
export function readPostgres(members: Members): PostgresConfig | null {
  const own = members.object('postgres')
  if (!own) return null
  const text = own.text('url')
  const connections = Math.floor(own.number('connections', CONNECTIONS.usual, CONNECTIONS.least))
  const url = parse(text)
  const wrong = text === '' ? null : addressFault(url)
  if (wrong) own.wrong('url', ...wrong)
  if (!url || wrong) return null
  const host = hostOf(url)
  const port = url.searchParams.get('port') ?? (url.port === '' ? '5432' : url.port)
  return {
    url: text,
    connections,
    place: `${host}:${port}${decoded(url.pathname)}`,
    local: host.startsWith('/') || isLoopbackHost(host),
    verified: url.searchParams.get('sslmode') === 'verify-full',
  }
}

/** What is unsafe about it in production: whoever is on the way to another machine could read all that both sides sent. */
export function postgresFaults(where: string, postgres: PostgresConfig | null): readonly ConfigFault[] {
  if (!postgres || postgres.local || postgres.verified) return []
  return [
    fault(
      where,
      {
        zh: `到 ${postgres.place} 的连接不加密，或不核验服务器`,
        en: `the connection to ${postgres.place} is not encrypted, or does not verify the server`,
      },
      {
        zh: 'url 末尾写 ?sslmode=verify-full，自签的证书另写 &sslrootcert=FILE',
        en: 'end the url with ?sslmode=verify-full, and &sslrootcert=FILE for a certificate of your own',
      },
    ),
  ]
}
