/** The browser's modules as they are served: their own text, each under a name that changes with it and with all it imports. */
import { createHash } from 'node:crypto'
import { MODULES } from './browser/generated/modules.js'

/** A browser module. */
export type ScriptName = keyof typeof MODULES

/** One module, ready to be served. */
export interface Script {
  readonly path: string
  readonly body: string
}

const TEXTS: ReadonlyMap<string, string> = new Map(Object.entries(MODULES))
/** `from './keys.js'`, in an import or an export, on one line or several. A type in a comment keeps its plain name. */
const IMPORT = /^((?:import|export) [\w\s{},*$]*?from )'\.\/([\w-]+)\.js'$/gm

/** Every module by its path. */
export const SCRIPTS: ReadonlyMap<string, Script> = served(TEXTS)

/** Where a module is served: what a page's `<script type="module" src>` says. */
export function scriptPath(name: ScriptName): string {
  const script = SCRIPTS.get(name)
  if (!script) throw new TypeError(`there is no browser module ${name}`)
  return script.path
}

/** Modules as served, by name: what one imports is asked for by its served name. TypeError when one imports what is not there, or itself in the end. */
export function served(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Script> {
  const made = new Map<string, Script>()
  const make = (name: string, by: readonly string[]): Script => {
    const known = made.get(name)
    if (known) return known
    const text = texts.get(name)
    if (text === undefined || by.includes(name)) throw new TypeError(`expected a module ${name} for ${by.join(' → ')}`)
    const body = text.replace(IMPORT, (_all, statement: string, target: string) => {
      const [, file = ''] = /^\/assets\/(.+)$/.exec(make(target, [...by, name]).path) ?? []
      return `${statement}'./${file}'`
    })
    const script = { path: `/assets/${name}.${hash(body)}.js`, body }
    made.set(name, script)
    return script
  }
  for (const name of texts.keys()) make(name, [])
  return made
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
