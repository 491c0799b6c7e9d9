/** A gateway's data folder: its configuration, keys, store, disk and port, without changing anything. */
import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { readHold } from '../../backup/hold.ts'
import { logKeyFile, readLogKey } from '../../backup/log-key.ts'
import { mustKeepStore } from '../../backup/own-seen.ts'
import { STORE_FILE } from '../../backup/take.ts'
import { type ReadConfig, readConfig } from '../../machine/config.ts'
import { mustBeFitForProduction } from '../../machine/production.ts'
import { ConfigRefused } from '../../machine/refused.ts'
import { readSnapshot } from '../../store/sqlite/snapshot.ts'
import { type Finding, look, well, wrong } from './finding.ts'
import { postgresFindings } from './postgres.ts'

function refusals(error: unknown): Finding[] {
  if (!(error instanceof ConfigRefused)) throw error
  return error.faults.map(({ where, what, fix }) =>
    wrong(`${what.zh}（${where}）`, `${what.en} (${where})`, fix.zh, fix.en),
  )
}

/** Whether a folder's ledger is in a database elsewhere, as far as its configuration can be read. */
export function isElsewhere(data: string): boolean {
  try {
    return readConfig(data).postgres !== null
  } catch {
    return false
  }
}

function configFindings(data: string): { readonly findings: Finding[]; readonly config: ReadConfig | null } {
  let config: ReadConfig
  try {
    config = readConfig(data)
  } catch (error) {
    return { findings: refusals(error), config: null }
  }
  const kind = config.sandbox ? { zh: '沙箱', en: 'a sandbox' } : { zh: '正式', en: 'in production' }
  const found = well(`配置可读，${kind.zh}：${config.origin}`, `the configuration reads, ${kind.en}: ${config.origin}`)
  try {
    mustBeFitForProduction(data, config)
    mustKeepStore(data, config)
    return { findings: [found], config }
  } catch (error) {
    return { findings: [found, ...refusals(error)], config }
  }
}

function keyFinding(data: string, { log }: ReadConfig): Finding {
  try {
    const { verifier } = readLogKey(logKeyFile(data), log)
    return well(`日志密钥 ${verifier}`, `log key ${verifier}`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const fixZh = '从备份放回 keys/，权限 600'
    return wrong(`日志密钥不可用：${why}`, `the log key cannot be used: ${why}`, fixZh, 'put keys/ back, mode 600')
  }
}

async function storeFindings(data: string, { postgres }: ReadConfig): Promise<readonly Finding[]> {
  if (postgres) return postgresFindings(data, postgres)
  const file = join(data, STORE_FILE)
  if (!existsSync(file)) return [look('还没有存储文件，首次启动时建立', 'no store yet; the first start makes it')]
  try {
    const { size } = await readSnapshot(file)
    return [well(`存储完好，账本 ${size} 条`, `the store is sound, ${size} leaves`)]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      wrong(
        `存储读不出来：${why}`,
        `the store cannot be read: ${why}`,
        '由备份恢复：chuanyu restore',
        'restore it from a backup: chuanyu restore',
      ),
    ]
  }
}

async function diskFinding(data: string, { operating }: ReadConfig): Promise<Finding> {
  const { bavail, bsize } = await statfs(data)
  const free = bavail * bsize
  const least = operating.disk.freeBytes
  const mib = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MiB`
  return free >= least
    ? well(`磁盘剩余 ${mib(free)}`, `${mib(free)} of disk left`)
    : wrong(
        `磁盘只剩 ${mib(free)}`,
        `only ${mib(free)} of disk left`,
        '腾出空间或换盘',
        'make room, or move the folder',
      )
}

function portFinding({ origin }: ReadConfig): Promise<Finding> {
  const port = Number(new URL(origin).port) || 8787
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () =>
      resolve(
        look(`端口 ${port} 已被占用`, `port ${port} is in use`, {
          zh: '若正是网关在运行，则无妨；否则用 serve --port 另选',
          en: 'fine if it is the gateway; otherwise choose another by serve --port',
        }),
      ),
    )
    server.listen(port, '127.0.0.1', () =>
      server.close(() => resolve(well(`端口 ${port} 空闲`, `port ${port} is free`))),
    )
  })
}

/** Looks at a folder. */
export async function folderFindings(data: string): Promise<readonly Finding[]> {
  const { findings, config } = configFindings(data)
  if (!config) return findings
  const held = readHold(data)
  return [
    ...findings,
    keyFinding(data, config),
    ...(await storeFindings(data, config)),
    ...(held
      ? [
          look(`账本暂停写入（${held.since} 由备份恢复）`, `the ledger is held (restored ${held.since})`, {
            zh: 'chuanyu restore --data DIR --resume --seen FILE',
            en: 'chuanyu restore --data DIR --resume --seen FILE',
          }),
        ]
      : []),
    await diskFinding(data, config),
    await portFinding(config),
  ]
}
