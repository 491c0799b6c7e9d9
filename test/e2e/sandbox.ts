/** The sandbox as a person starts it: a process of its own over a new data folder, and what it says on the terminal. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** A started sandbox. `said` is all it has written to the terminal. */
export interface Sandbox {
  readonly origin: string
  readonly said: string
  /** Told to stop; resolves with its exit code. */
  stop(): Promise<number | null>
}

export interface SandboxOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where a person would stand; by default the project's folder. */
  readonly cwd?: string
}

/** How a command ended that did not begin to serve. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

function spawnSandbox({ args = [], env = {}, cwd = PROJECT }: SandboxOptions): ChildProcessWithoutNullStreams {
  const { PORT: _port, CHUANYU_DATA: _data, ...inherited } = process.env
  return spawn(process.execPath, [join(PROJECT, 'gateway/cli/chuanyu.ts'), 'sandbox', ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: 'pipe',
  })
}

function listen(child: ChildProcessWithoutNullStreams): { readonly text: () => string } {
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => said.push(chunk))
  }
  return { text: () => said.join('') }
}

const SERVING = 'Ctrl+C to stop'

/** Starts one; resolves once it serves, rejects with its words when it ends before. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const child = spawnSandbox(options)
  const { text } = listen(child)
  await new Promise<void>((serving, failed) => {
    child.stderr.on('data', () => {
      if (text().includes(SERVING)) serving()
    })
    child.once('exit', (code) => failed(new Error(`the sandbox ended with ${code}: ${text()}`)))
  })
  const [, origin = ''] = /页面 page\s+(http:\S+?)\/\n/.exec(text()) ?? []
  return {
    origin,
    said: text(),
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}

/** Starts one that should not come to serve; a sandbox that does is stopped and its words are returned without a code. */
export async function refusedSandbox(options: SandboxOptions): Promise<Ended> {
  const child = spawnSandbox(options)
  const { text } = listen(child)
  child.stderr.on('data', () => {
    if (text().includes(SERVING)) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return { code: child.exitCode, said: text() }
}

/** A folder of one's own; `remove` takes it away. */
export function newFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'chuanyu-e2e-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A folder that looks like the project's, so that commands run as printed leave nothing in it. */
export async function standInFor(folder: string): Promise<void> {
  for (const entry of await readdir(PROJECT)) {
    if (entry !== 'data' && !entry.startsWith('.')) symlinkSync(join(PROJECT, entry), join(folder, entry))
  }
}
