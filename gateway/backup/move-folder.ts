/**
 * The folder's half of a move into PostgreSQL, each step durable before the next: once `gateway.json` names the database, nothing appends to the
 * files; once the files lie aside, gateways open the database, and hold its ledger until it is let go.
 */
import { existsSync } from 'node:fs'
import { lstat, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCommented, printCommented } from '../machine/commented.ts'
import { CONFIG_FILE } from '../machine/config.ts'
import { EVIDENCE_FOLDER, STORE_FILE } from '../machine/operations.ts'
import { ownFolder, settle, writeDurably } from './durable.ts'

/** Where the files lie afterwards, in the data folder; nothing opens them there. */
export const ASIDE_FOLDER = 'before-move'
/** The configuration as it was, there; by another name, so that nobody takes that folder for a gateway's. */
const FORMER_CONFIG = 'gateway.before.json'

/** The store's file once it lies aside. */
export const asideFile = (data: string): string => join(data, ASIDE_FOLDER, STORE_FILE)

/** Has `gateway.json` name the database. One that names one already stays as it is. */
export async function nameDatabase(data: string, url: string): Promise<void> {
  const file = join(data, CONFIG_FILE)
  const former = await readFile(file, 'utf8')
  const config: unknown = parseCommented(former)
  const members = typeof config === 'object' && config !== null ? { ...config } : {}
  if ('postgres' in members) return
  const aside = join(data, ASIDE_FOLDER)
  await ownFolder(aside)
  await writeDurably(join(aside, FORMER_CONFIG), former)
  await settle(data)
  await writeDurably(file, printCommented({ ...members, postgres: { url } }))
}

async function linkWhole(link: string): Promise<void> {
  const part = `${link}.part`
  await rm(part, { force: true })
  await symlink(await realpath(link), part)
  await rename(part, link)
}

async function setAside(data: string, name: string): Promise<void> {
  const from = join(data, name)
  if (!existsSync(from)) return
  const aside = join(data, ASIDE_FOLDER)
  await ownFolder(aside)
  // A link that is told from here would lead nowhere from there.
  if ((await lstat(from)).isSymbolicLink()) await linkWhole(from)
  await rename(from, join(aside, name))
  // There first: a name in neither folder would be worse than one in both.
  await settle(aside)
  await settle(data)
}

/** Puts the store's file aside; from then on nothing in the folder is a ledger's. */
export const setStoreAside = (data: string): Promise<void> => setAside(data, STORE_FILE)

/** Puts the evidence aside. */
export const setEvidenceAside = (data: string): Promise<void> => setAside(data, EVIDENCE_FOLDER)
