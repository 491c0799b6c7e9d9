/** `chuanyu serve` as a process of its own, its lines read apart: talk for people, and the log in JSON. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { startCommand } from '../cli/run.ts'

/** A process that serves. */
export interface Serving {
  readonly child: ChildProcessWithoutNullStreams
  /** All it said so far on stderr. */
  said(): string
  /** The lines of its log so far. */
  log(): readonly Readonly<Record<string, unknown>>[]
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts it; resolves once it listens. */
export async function startServing(data: string, ...options: string[]): Promise<Serving> {
  const child = startCommand(['serve', '--data', data, ...options])
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdout.resume()
  while (!said.includes('listening')) {
    if (child.exitCode !== null) throw new Error(said)
    await new Promise((done) => setTimeout(done, 20))
  }
  return {
    child,
    said: () => said,
    log: () =>
      said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}
