/** What a move is held to before anything is written. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadConfig, readConfig } from '../machine/config.ts'
import { EVIDENCE_FOLDER, STORE_FILE } from '../machine/operations.ts'
import type { PostgresConfig } from '../machine/postgres.ts'
import { mustBeFitForProduction, mustHaveKeys } from '../machine/production.ts'
import { ConfigRefused } from '../machine/refused.ts'
import type { LedgerHead } from '../ports.ts'
import { originalsIn } from '../store/move/copy.ts'
import type { Target } from '../store/move/target.ts'
import { openPostgres, type Postgres } from '../store/postgres/database.ts'
import { readHead } from '../store/sql/read.ts'
import type { Rows } from '../store/sql/rows.ts'
import { readHold } from './hold.ts'
import { logKeyFile, strangeLog } from './log-key.ts'
import { ASIDE_FOLDER, asideFile } from './move-folder.ts'
import { MoveRefused } from './move-refused.ts'

/** The configuration as it will be. */
export type PlannedConfig = ReadConfig & { readonly postgres: PostgresConfig }

const NEW_DATABASE = { zh: '另建一个空的数据库', en: 'make a new, empty database' }

/** Reads it; `to` may be left out where `gateway.json` names the database. Throws ConfigRefused and MoveRefused. */
export function plannedConfig(data: string, to: string | undefined): PlannedConfig {
  const named = readConfig(data).postgres
  if (named && to !== undefined && to !== named.url)
    throw new MoveRefused(
      'asked',
      { zh: 'gateway.json 写的是另一个数据库', en: 'gateway.json names another database' },
      { zh: '不写 --to，或先改 gateway.json', en: 'leave --to out, or change gateway.json first' },
    )
  const config = readConfig(data, named || to === undefined ? {} : { postgres: { url: to } })
  const { postgres } = config
  if (!postgres)
    throw new MoveRefused(
      'asked',
      { zh: '没有写明移往哪里', en: 'it is not said where to' },
      { zh: "写 --to 'postgres://…'", en: "write --to 'postgres://…'" },
    )
  mustBeFitForProduction(data, config)
  mustHaveKeys(data)
  return { ...config, postgres }
}

/** Whether the files are still to be moved, or lie aside already. Throws MoveRefused. */
export function whereFilesAre(data: string): 'in-place' | 'aside' {
  if (readHold(data))
    throw new MoveRefused(
      'conflict',
      { zh: '账本由备份恢复，暂停写入', en: 'the ledger was put back from a backup and is held' },
      { zh: '先放行 chuanyu restore --resume', en: 'let it go on first: chuanyu restore --resume' },
    )
  const [here, aside] = [join(data, STORE_FILE), asideFile(data)].map((file) => existsSync(file))
  if (here && aside)
    throw new MoveRefused(
      'conflict',
      { zh: `${ASIDE_FOLDER}/ 中另有一个 ${STORE_FILE}`, en: `${ASIDE_FOLDER}/ has a ${STORE_FILE} too` },
      { zh: '核对两者，把不要的移出数据目录', en: 'look at both, and take the one not wanted out of the data folder' },
    )
  if (!here && !aside)
    throw new MoveRefused(
      'asked',
      { zh: `${data} 中没有 ${STORE_FILE}，无可移动`, en: `${data} has no ${STORE_FILE}: nothing is to be moved` },
      {
        zh: '新的账本只需在 gateway.json 写 postgres',
        en: 'a new ledger begins there by postgres in gateway.json alone',
      },
    )
  return here ? 'in-place' : 'aside'
}

/** Opens the database. Throws MoveRefused where none of ours can be in it, and StoreFailed where it cannot be reached. */
export async function openTarget({ url }: PostgresConfig): Promise<Postgres> {
  try {
    return await openPostgres({ url, connections: 2 })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new MoveRefused('asked', { zh: error.message, en: error.message }, NEW_DATABASE)
  }
}

/** Holds the database to be nobody's, or what a move of this very ledger has left. Throws MoveRefused. */
export function mustBeFree(target: Target, data: string, { log, postgres: { place } }: PlannedConfig): void {
  if (target.kind === 'taken')
    throw new MoveRefused(
      'conflict',
      target.size > 0
        ? {
            zh: `${place} 中已有账本，${target.size} 条`,
            en: `${place} has a ledger already, of ${target.size} leaves`,
          }
        : { zh: `${place} 不是空的，或有网关打开过它`, en: `${place} is not empty, or a gateway has opened it` },
      NEW_DATABASE,
    )
  if (target.kind === 'moving' && target.checkpoint !== null && strangeLog(logKeyFile(data), log, target.checkpoint))
    throw new MoveRefused(
      'conflict',
      { zh: `${place} 中有另一部账本移到一半`, en: `${place} has another ledger whose move broke off` },
      NEW_DATABASE,
    )
}

/** Holds the files to be this gateway's ledger, with its evidence; gives its head. Throws ConfigRefused and MoveRefused. */
export async function mustBeWhole(source: Rows, data: string, { log }: PlannedConfig): Promise<LedgerHead> {
  const head = await readHead(source)
  const strange = head.checkpoint === null ? null : strangeLog(logKeyFile(data), log, head.checkpoint)
  if (strange) throw new ConfigRefused([strange])
  const missing = (await originalsIn(source)).find((id) => !existsSync(join(data, EVIDENCE_FOLDER, id.slice(-2), id)))
  if (missing !== undefined)
    throw new MoveRefused(
      'damaged',
      { zh: `${missing} 的原件缺失`, en: `the original of ${missing} is missing` },
      {
        zh: '由备份放回；chuanyu ledger audit 列出全部',
        en: 'put it back from a backup; chuanyu ledger audit lists all that are',
      },
    )
  return head
}
