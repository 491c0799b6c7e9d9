/** Gathers the browser's modules into one that both runtimes import, since neither Node nor a Worker reads a `.js` file as text; run by `node gateway/portal/browser/build.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname

/** The browser's modules: name without ending, and text. */
export function browserModules(): readonly (readonly [name: string, text: string])[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => [name.slice(0, -'.js'.length), readFileSync(join(HERE, name), 'utf8')])
}

/** The module that holds their texts, and the types beside it. */
export function gathered(): { readonly source: string; readonly declaration: string } {
  const modules = browserModules()
  const texts = modules.map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},\n`)
  const names = modules.map(([name]) => `'${name}'`).join(' | ')
  const note = 'Generated from gateway/portal/browser/*.js by gateway/portal/browser/build.ts; do not edit.'
  return {
    source: `// ${note}\nexport const MODULES = {\n${texts.join('')}}\n`,
    declaration: `/** ${note} */\n\n/** The browser's modules by name. */\nexport declare const MODULES: Readonly<Record<${names}, string>>\n`,
  }
}

/** Where the two are kept. */
export const GATHERED = join(HERE, 'generated', 'modules')

if (process.argv[1] === import.meta.filename) {
  const { source, declaration } = gathered()
  writeFileSync(`${GATHERED}.js`, source)
  writeFileSync(`${GATHERED}.d.ts`, declaration)
}
