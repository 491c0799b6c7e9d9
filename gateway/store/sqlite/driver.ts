/** Which SQLite a process works with: node-sqlite3 where its native part loads, Node's own elsewhere. */
import type { Database } from './database.ts'
import { withoutWarning } from './warning.ts'

/** The drivers by the names they are told by. */
export const DRIVER_NAMES = ['sqlite3', 'node:sqlite'] as const
/** One of `DRIVER_NAMES`. */
export type DriverName = (typeof DRIVER_NAMES)[number]

/** How a connection is to be; `patience` is how long it waits for a lock, ms. */
export interface ConnectionOptions {
  readonly readOnly: boolean
  readonly patience: number
}

/** Opens a connection. */
export type OpenConnection = (file: string, options: ConnectionOptions) => Promise<Database>

/** The driver at work. */
export interface SqliteDriver {
  readonly name: DriverName
  readonly open: OpenConnection
  /** Whether it was asked for by name, so that no other was tried. */
  readonly forced: boolean
  /** Why node-sqlite3 is not at work though nobody forbade it; null where it is, or was not asked for. */
  readonly why: string | null
}

/** How each driver is loaded; a loader that throws says why it cannot be had. */
export type DriverLoaders = Readonly<Record<DriverName, () => Promise<OpenConnection>>>

/** The environment's word for a driver, where it has one. */
export const DRIVER_SETTING = 'CHUANYU_SQLITE'

const WORDS: ReadonlyMap<string, DriverName | null> = new Map([
  ['', null],
  ['sqlite3', 'sqlite3'],
  ['node', 'node:sqlite'],
])

const LOADERS: DriverLoaders = {
  sqlite3: async () => (await import('./driver-sqlite3.ts')).openSqlite3,
  'node:sqlite': async () =>
    (await withoutWarning(/^SQLite is an experimental feature/, () => import('./driver-node.ts'))).openNodeSqlite,
}

/** What the setting asks for; null leaves the choice open. Throws TypeError. */
export function askedDriver(setting: string | undefined): DriverName | null {
  const asked = WORDS.get(setting ?? '')
  if (asked === undefined) throw new TypeError(`${DRIVER_SETTING}: expected sqlite3 or node, got ${setting}`)
  return asked
}

/** A failure to load in one line: the code where there is one, and no list of the places looked at. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : ''
  const [line = ''] = error.message.split('\n')
  return line.startsWith(code) ? line : code + line
}

/** Chooses by trying to load: the one asked for or none, else the first that loads. */
export async function chooseDriver(asked: DriverName | null, loaders: DriverLoaders = LOADERS): Promise<SqliteDriver> {
  if (asked !== null) return { name: asked, open: await loaders[asked](), forced: true, why: null }
  try {
    return { name: 'sqlite3', open: await loaders.sqlite3(), forced: false, why: null }
  } catch (error) {
    const open = await loaders['node:sqlite']()
    return { name: 'node:sqlite', open, forced: false, why: reasonOf(error) }
  }
}

const chosen = new Map<DriverName | undefined, Promise<SqliteDriver>>()

/** The driver of that name, or else the process's own: as `CHUANYU_SQLITE` says, or the first that loads. Each is loaded once. */
export function sqliteDriver(name?: DriverName): Promise<SqliteDriver> {
  const known = chosen.get(name)
  if (known) return known
  const made = chooseDriver(name ?? askedDriver(process.env[DRIVER_SETTING]))
  chosen.set(name, made)
  return made
}
