/** Runs the command as a process of its own, or one of its commands in this one, which is quicker. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { vi } from 'vitest'
import type { Command } from '../../../gateway/cli/command.ts'
import { exitOf } from '../../../gateway/cli/exit.ts'
import { explainError } from '../../../gateway/cli/explain.ts'

// A process takes its time to start where others run beside it.
vi.setConfig({ testTimeout: 60_000 })

const ROOT = resolve(import.meta.dirname, '../../..')
const COMMAND = resolve(ROOT, 'gateway/cli/chuanyu.ts')

/** How a process ended and what it said. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the command and leaves it running; `env` goes before this process's own. */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [COMMAND, ...args], { cwd: ROOT, stdio: 'pipe', env: { ...process.env, ...env } })
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = startCommand(args, env)
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => {
      done({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
  })
}

/** Runs one command here, its streams kept apart; what it throws ends it as the process would. */
export async function callCommand(command: Command, args: readonly string[]): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const io = {
    async out(text: string) {
      stdout += text
    },
    err(text: string) {
      stderr += text
    },
    progress() {},
  }
  try {
    return { code: await command.run(args, io), stdout, stderr }
  } catch (error) {
    return { code: exitOf(error), stdout, stderr: stderr + explainError(error) }
  }
}

/** The values of NDJSON. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line)
      if (typeof value !== 'object' || value === null) throw new TypeError('expected an object a line')
      return { ...value }
    })
}
