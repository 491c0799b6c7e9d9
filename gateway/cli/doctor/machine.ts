/** This machine: its Node, its store, and the proxies its programs are told to use. */
import { sqliteDriver } from '../../store/sqlite/driver.ts'
import { type Finding, look, well, wrong } from './finding.ts'

/** The Node that the gateway needs. */
const LEAST_NODE = 24

/** What is looked at of a process: version, platform, environment. */
export interface Machine {
  readonly version: string
  readonly platform: string
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Node's version. */
export function nodeFinding({ version, platform, arch }: Machine): Finding {
  const major = Number(/^v?(\d+)/.exec(version)?.[1])
  const what = `Node ${version} ${platform}-${arch}`
  return major >= LEAST_NODE
    ? well(what, what)
    : wrong(
        `${what}，需要 ${LEAST_NODE} 或更新`,
        `${what}; ${LEAST_NODE} or newer is needed`,
        '在项目目录用 npx chuanyu，它自带 Node 24',
        'run it as npx chuanyu in the project, which brings Node 24',
      )
}

/** Proxies of the environment: this program goes to the gateway directly, whatever they say. */
export function proxyFindings({ env }: Machine): Finding[] {
  const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'].filter(
    (name) => (env[name] ?? '') !== '',
  )
  if (named.length === 0) return [well('没有设置代理', 'no proxy is set')]
  const what = named.join('、')
  return [
    look(
      `设置了 ${what}；本命令直连网关，不经代理`,
      `${named.join(', ')} set; this command goes to the gateway directly`,
      {
        zh: '若直连不通，请网络管理员放行网关地址；不要让代理改写请求，否则签名不成立',
        en: 'where that does not work, have the network let the address through; a proxy that rewrites requests breaks their signatures',
      },
    ),
  ]
}

/** Which SQLite the store would have here. */
export async function driverFinding(): Promise<Finding> {
  try {
    const { name, why } = await sqliteDriver()
    return why === null
      ? well(`存储驱动 ${name}`, `store driver ${name}`)
      : look(`存储驱动 ${name}：sqlite3 无法加载（${why}）`, `store driver ${name}: sqlite3 cannot be loaded (${why})`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return wrong(`没有可用的存储驱动：${why}`, `no store driver: ${why}`, '用 Node 24', 'use Node 24')
  }
}
