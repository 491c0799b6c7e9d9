/** What the `chuanyu` command does with its words: finds the command, runs it, and says what went wrong. Exit codes are those of `exit.ts`. */
import packageJson from '../../package.json' with { type: 'json' }
import type { Io } from './command.ts'
import { COMMANDS, findCommand } from './commands.ts'
import { EXIT, type ExitCode, exitOf } from './exit.ts'
import { explainError } from './explain.ts'
import { UsageError } from './usage.ts'

const NAME_COLUMN = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(NAME_COLUMN)}${summary.zh} · ${summary.en}`)
  return `川渝网关 Chuanyu gateway · 用法 usage: chuanyu COMMAND [options] [FILE…] · chuanyu help COMMAND · chuanyu --version
${lines.join('\n')}
例 examples: chuanyu normalise --party cq --contract water-section-quality 朱沱.csv
             chuanyu verify release.bundle.json --trust trust.json
退出码 exit: 0 ok · 1 internal · 2 usage · 3 invalid data · 4 signature or trust · 5 network · 6 conflict · 7 rate limited
`
}

async function help(args: readonly string[], io: Io): Promise<ExitCode> {
  if (args.length === 0) {
    await io.out(overview())
    return EXIT.ok
  }
  const found = findCommand(args)
  if (!found) throw new UsageError(`没有命令 ${args.join(' ')} · no such command`)
  await io.out((await found.row.load()).help)
  return EXIT.ok
}

/** Runs a command line. Nothing is thrown; what goes wrong is said on stderr. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const [first] = args
    if (first === '--version' || first === '-V') {
      await io.out(`${packageJson.version}\n`)
      return EXIT.ok
    }
    if (first === 'help' || first === '--help' || first === '-h') return await help(args.slice(1), io)
    const found = findCommand(args)
    if (!found) {
      const what =
        first === undefined ? '缺少命令 · expected a command' : `没有命令 ${first} · no such command: ${first}`
      io.err(`${what}\n\n${overview()}`)
      return EXIT.usage
    }
    const { row, rest } = found
    if (rest.includes('--help') || rest.includes('-h')) return await help(row.name.split(' '), io)
    return await (await row.load()).run(rest, io)
  } catch (error) {
    io.err(explainError(error))
    if (error instanceof UsageError) io.err('见 see: chuanyu help\n')
    return exitOf(error)
  }
}
