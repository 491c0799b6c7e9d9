/** `chuanyu contract diff`: two versions of a contract set against each other, and whether the version number says as much. */
import { readFile } from 'node:fs/promises'
import {
  type Comparison,
  compareContracts,
  compareSchemas,
  printComparison,
  type SchemaComparison,
} from '../../../contracts/compare/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { Command, Io } from '../command.ts'
import { EXIT } from '../exit.ts'
import { readArgs, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu contract diff OLD NEW [--json] [--lang zh|en]

离线比较契约的两个版本：结构、含义、条款，每处差异附一版收、另一版拒的反例，
并核对版本号的提升是否足够。两个文件也可以都是 JSON Schema（须有 $schema）。
Compares two versions of a contract offline: shape, meaning and terms, each difference
with an instance that one version accepts and the other refuses, and whether the version
number went up enough. Both files may be JSON Schemas instead (with $schema).

  --json      输出 JSON，反例完整 · as JSON, the instances whole
  --lang L    只用一种语言 · one language only

例 examples:
  chuanyu contract diff water-section-quality/v1.0.0.json water-section-quality/v1.1.0.json
  chuanyu contract diff old.json new.json --json

退出码 exit: 0 版本号合适 the step fits · 3 文件无效 invalid file · 6 版本号不够 it does not
`

class InvalidFile extends Error {
  readonly file: string
  readonly what: Bilingual
  constructor(file: string, what: Bilingual) {
    super(what.en)
    this.file = file
    this.what = what
  }
}

async function readJson(file: string): Promise<unknown> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InvalidFile(file, { zh: `无法读取：${why}`, en: `cannot be read: ${why}` })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InvalidFile(file, { zh: `不是 JSON：${why}`, en: `is no JSON: ${why}` })
  }
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$schema' in value && !('schema' in value)
}

// One against itself first, so that what is no contract is told with its own file.
function compare(
  files: readonly [string, string],
  [old, next]: readonly [unknown, unknown],
): Comparison | SchemaComparison {
  const comparing = isSchema(old) && isSchema(next) ? compareSchemas : compareContracts
  for (const [at, value] of [old, next].entries()) {
    try {
      comparing(value, value)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      const why = error.message.replace(/^(?:OLD|NEW): /, '')
      throw new InvalidFile(files[at] ?? '', { zh: `不是契约：${why}`, en: `is no contract: ${why}` })
    }
  }
  return comparing(old, next)
}

function refuse({ file, what }: InvalidFile, io: Io): void {
  io.err(
    `✗ ${what.zh} · ${what.en}\n  在 where  ${file}\n  改 fix    用契约的 JSON 文件，含 id、version、schema、terms · give a contract's JSON file, with id, version, schema and terms\n`,
  )
}

/** `contract diff`. */
export const contractDiffCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' }, lang: { type: 'string' } })
    const [old, next, ...others] = positionals
    if (old === undefined || next === undefined || others.length > 0)
      throw new UsageError('应有两个文件 OLD NEW · expected two files, OLD and NEW')
    const { lang = 'both' } = values
    if (lang !== 'both' && lang !== 'zh' && lang !== 'en')
      throw new UsageError(`--lang 应为 zh 或 en · expected --lang zh or en, got ${lang}`)
    try {
      const comparison = compare([old, next], [await readJson(old), await readJson(next)])
      await io.out(values.json ? `${JSON.stringify(comparison)}\n` : printComparison(comparison, lang))
      return 'step' in comparison && !comparison.step.fits ? EXIT.conflict : EXIT.ok
    } catch (error) {
      if (!(error instanceof InvalidFile)) throw error
      refuse(error, io)
      return EXIT.invalid
    }
  },
}
