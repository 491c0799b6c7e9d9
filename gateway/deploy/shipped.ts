/** Others' packages that go out with ours, and the texts of their licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bundle.ts'

/** A package as its own package.json names it. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Licence and notice texts. */
  readonly texts: readonly string[]
}

const TEXTS = /^(?:licen[cs]e|copying|notice)/i

function memberOf(value: unknown, name: string, file: string): string {
  const member =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
  if (typeof member !== 'string') throw new TypeError(`${file}: expected ${name} as text`)
  return member
}

/** Some give it only in their README, below a heading of its own; a mere name of a licence is not its text. */
function licenceIn(path: string): readonly string[] {
  const readme = readdirSync(path).find((name) => /^readme/i.test(name))
  const sections = readme === undefined ? [] : readFileSync(join(path, readme), 'utf8').split(/^#{1,2} +/m)
  return sections
    .filter((section) => /^licen[cs]e *\n[\s\S]*permi(?:ssion|tted)/i.test(section))
    .map((section) => section.slice(section.indexOf('\n')).trim())
}

/** Reads a package's folder, below the project. Throws when it has no licence text. */
export function readShipped(folder: string): Shipped {
  const path = join(ROOT, folder)
  const file = join(folder, 'package.json')
  const json: unknown = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  const own = readdirSync(path)
    .filter((name) => TEXTS.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8').trim())
  const texts = own.length > 0 ? own : licenceIn(path)
  if (texts.length === 0) throw new Error(`${folder}: expected a licence text`)
  return {
    name: memberOf(json, 'name', file),
    version: memberOf(json, 'version', file),
    licence: memberOf(json, 'license', file),
    texts,
  }
}

/** The folders of the native SQLite and what loads it, or none where it was not built here. */
export function nativeSqlite(): readonly string[] {
  const folders = ['sqlite3', 'bindings', 'file-uri-to-path'].map((name) => join('node_modules', name))
  const built = existsSync(join(ROOT, 'node_modules/sqlite3/build/Release/node_sqlite3.node'))
  return built && folders.every((folder) => existsSync(join(ROOT, folder))) ? folders : []
}

/** All licences as one text. */
export function licencesText(shipped: readonly Shipped[]): string {
  const parts = shipped.map(
    ({ name, version, licence, texts }) =>
      `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${texts.join('\n\n')}\n`,
  )
  return `本发行包含下列第三方软件，各按其许可证发布。\nThis distribution contains the following software of others, each under its own licence.\n\n${parts.join('\n')}`
}
