/** Compiles every contract's schema to a standalone validator, since Workers forbid eval; run by `npm run build:contracts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

/** Annotation keywords the contracts use beside JSON Schema's own. */
export const ANNOTATIONS = ['x-title', 'x-unit', 'x-method', 'x-source']

const HERE = import.meta.dirname

/** The contract files below `contracts/`, as `[dataset, version]`. */
export function contractFiles(): [string, string][] {
  return readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(HERE, entry.name))
        .map((name) => /^v(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1])
        .filter((version) => version !== undefined)
        .map((version): [string, string] => [entry.name, version]),
    )
}

/** The source of one contract's validator: an ES module with a default export `(data) => boolean` carrying `errors`. */
export async function validatorSource(dataset: string, version: string): Promise<string> {
  const contract: unknown = JSON.parse(readFileSync(join(HERE, dataset, `v${version}.json`), 'utf8'))
  if (typeof contract !== 'object' || contract === null || !('schema' in contract)) {
    throw new TypeError(`${dataset} v${version} has no schema`)
  }
  const { schema } = contract
  if (typeof schema !== 'object' || schema === null) throw new TypeError(`${dataset} v${version}: schema is no object`)
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    allErrors: false,
    messages: true,
    code: { source: true, esm: true },
  })
  ajv.addVocabulary(ANNOTATIONS)
  const code = standaloneCode.default(ajv, ajv.compile(schema))
  const bundled = await build({
    stdin: { contents: code, resolveDir: HERE, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    charset: 'utf8',
    legalComments: 'none',
  })
  const [file] = bundled.outputFiles
  if (!file) throw new Error('esbuild wrote nothing')
  return `// Generated from ${dataset}/v${version}.json by contracts/build.ts; do not edit.\n${file.text}`
}

/** The types beside every validator. */
export const DECLARATION =
  "import type { Validator } from '../contract.ts'\n\ndeclare const validate: Validator\nexport default validate\n"

if (process.argv[1] === import.meta.filename) {
  for (const [dataset, version] of contractFiles()) {
    const name = join(HERE, 'generated', `${dataset}-v${version}`)
    writeFileSync(`${name}.js`, await validatorSource(dataset, version))
    writeFileSync(`${name}.d.ts`, DECLARATION)
  }
}
