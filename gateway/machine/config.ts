/** `gateway.json`: read, every member checked, whatever is wrong told at once. What is unsafe in production is `production.ts`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { IdentityError } from '../identity/error.ts'
import { importPublicJwk, type PublicJwk } from '../identity/jwk.ts'
import { cosignerVerifier } from '../ledger/cosignature.ts'
import { WITNESS_LIMITS } from '../ledger/limits.ts'
import { parseCommented } from './commented.ts'
import { type Members, membersOf } from './members.ts'
import { type OperatingConfig, type OperatingMembers, readOperating } from './operating.ts'
import { type PostgresConfig, type PostgresMember, readPostgres } from './postgres.ts'
import { type ConfigFault, ConfigRefused, fault } from './refused.ts'

/** The file's name in a data folder. */
export const CONFIG_FILE = 'gateway.json'

/** `gateway.json` in the data folder. */
export interface NodeConfig extends OperatingMembers {
  /** The address callers use: scheme, host and port, no path. */
  readonly origin: string
  /** The ledger's name in checkpoints, as `gateway.example/log`. */
  readonly log: string
  readonly sandbox: boolean
  readonly contact: string
  /** Whether other gateways append to the same data folder. */
  readonly shared?: boolean
  /** The database that has the ledger in the place of files here; other gateways may append to it too. */
  readonly postgres?: PostgresMember
  /** Names the ledger had before it was put back from a backup, each with its verifier key and how many leaves it had. */
  readonly formerLogs?: readonly FormerLog[]
  /** Verifier keys of witnesses, whose cosignatures alone are taken. */
  readonly witnesses?: readonly string[]
  /** Each party's root public key, got from the party itself. */
  readonly roots: Readonly<Record<PartyId, PublicJwk>>
}

/** A name the ledger had before. */
export interface FormerLog {
  readonly key: string
  readonly size: number
}

/** The file as read. */
export interface ReadConfig extends Omit<NodeConfig, keyof OperatingMembers | 'postgres'> {
  readonly operating: OperatingConfig
  readonly postgres: PostgresConfig | null
  /** Members that nothing reads. */
  readonly unknown: readonly string[]
}

function parse(file: string): object {
  const unreadable = (why: string) =>
    new ConfigRefused([
      fault(
        file,
        { zh: `配置文件读不出来：${why}`, en: `the configuration cannot be read: ${why}` },
        { zh: '改正 JSON 写法，或从备份恢复此文件', en: 'put the JSON right, or restore the file from a backup' },
      ),
    ])
  let read: unknown
  try {
    read = parseCommented(readFileSync(file, 'utf8'))
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw unreadable('应为对象 expected an object')
  return read
}

function isFormerLog(value: unknown): value is FormerLog {
  if (typeof value !== 'object' || value === null) return false
  const members = new Map<string, unknown>(Object.entries(value))
  return typeof members.get('key') === 'string' && Number.isSafeInteger(members.get('size'))
}

/** As `chuanyu restore --new-origin` writes them. */
function formerLogs(members: Members): readonly FormerLog[] {
  const listed = members.take('formerLogs')
  if (listed === undefined) return []
  if (Array.isArray(listed) && listed.every(isFormerLog)) return listed
  members.wrong(
    'formerLogs',
    { zh: 'formerLogs 应为账本曾用名的列表', en: 'expected formerLogs as a list of the ledger’s former names' },
    { zh: '恢复 chuanyu restore --new-origin 写入的内容', en: 'put back what chuanyu restore --new-origin wrote' },
  )
  return []
}

/** Keys as `chuanyu witness --key` prints them, each once. */
function witnesses(members: Members): readonly string[] {
  const listed = members.take('witnesses')
  if (listed === undefined) return []
  const keys = Array.isArray(listed) ? listed : [listed]
  const bad = keys.find((key) => !isCosignerKey(key))
  const names = new Set(keys.map((key) => String(key).split('+')[0]))
  if (bad === undefined && names.size === keys.length && keys.length <= WITNESS_LIMITS.listed) return keys
  members.wrong(
    'witnesses',
    {
      zh: `witnesses 应为至多 ${WITNESS_LIMITS.listed} 个见证公钥，名字各不相同，得到 ${String(bad ?? keys.length)}`,
      en: `expected witnesses as at most ${WITNESS_LIMITS.listed} witnesses' keys of different names, got ${String(bad ?? keys.length)}`,
    },
    {
      zh: '原样写入 chuanyu witness --key 打印的见证公钥，形如 名字+编号+Base64',
      en: 'write in as it is what chuanyu witness --key prints, name+id+Base 64',
    },
  )
  return []
}

function isCosignerKey(key: unknown): boolean {
  try {
    cosignerVerifier(String(key))
    return typeof key === 'string'
  } catch {
    return false
  }
}

/** Whether a text is an origin: scheme and host, with a port or without, no path. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text)
}

/** Reads and checks the configuration of a folder, or what it would be with `more` in it. Throws ConfigRefused with all that is wrong. */
export function readConfig(folder: string, more: Partial<NodeConfig> = {}): ReadConfig {
  const file = join(folder, CONFIG_FILE)
  const faults: ConfigFault[] = []
  const members = membersOf({ ...parse(file), ...more }, faults)
  const origin = members.text('origin')
  if (origin !== '' && !isOrigin(origin)) {
    members.wrong(
      'origin',
      {
        zh: `origin 应为 https://主机[:端口]，得到 ${origin}`,
        en: `expected origin as https://host[:port], got ${origin}`,
      },
      {
        zh: '只写协议、主机与端口，不带路径和末尾斜杠',
        en: 'write scheme, host and port, without a path or a slash at the end',
      },
    )
  }
  const roots = members.object('roots')
  if (!roots) members.take('roots')
  const rootOf = (party: PartyId): PublicJwk | null => {
    try {
      return importPublicJwk(roots?.take(party)).jwk
    } catch (error) {
      const why = error instanceof IdentityError ? error.detail : { zh: String(error), en: String(error) }
      const name = `roots/${party}`
      members.wrong(
        name,
        { zh: `${party} 的根公钥不可用：${why.zh}`, en: `the root public key of ${party} cannot be used: ${why.en}` },
        {
          zh: '向该方当面或另一途径取得其根公钥的 JWK，原样填入',
          en: 'get the JWK of the root public key from that party itself and write it in as it is',
        },
      )
      return null
    }
  }
  const [cq, sc] = PARTIES.map(rootOf)
  const sandbox = members.flag('sandbox')
  const postgres = readPostgres(members)
  const config = {
    origin,
    log: members.text('log'),
    sandbox,
    contact: members.text('contact'),
    shared: members.flag('shared') || postgres !== null,
    postgres,
    formerLogs: formerLogs(members),
    witnesses: witnesses(members),
    operating: readOperating(members, { sandbox, origin }),
  }
  if (faults.length > 0 || !cq || !sc) throw new ConfigRefused(faults)
  return { ...config, roots: { cq, sc }, unknown: members.unknown() }
}
