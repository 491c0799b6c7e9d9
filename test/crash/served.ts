/** A gateway as a process of its own that can be killed without warning. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startCommand } from '../gateway/cli/run.ts'

/** A process that serves, or is about to. */
export interface Served {
  /** Resolves once connections are taken; rejects when the process ended before. */
  readonly ready: Promise<void>
  /** SIGKILL; resolves once the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** `chuanyu serve` over a data folder. */
export function serve(data: string): Served {
  const child = startCommand(['serve', '--data', data])
  const said: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said.push(chunk.toString('utf8'))
      if (said.join('').includes('listening on')) resolve()
    })
    child.once('exit', (code, signal) => reject(new Error(`serve ended (${signal ?? code}): ${said.join('')}`)))
  })
  // Whoever kills a gateway that is still starting does not wait for it.
  ready.catch(() => undefined)
  child.stdout.resume()
  return {
    ready,
    async kill() {
      await ended(child, 'SIGKILL')
    },
    stop: () => ended(child, 'SIGTERM'),
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return child.exitCode
}
