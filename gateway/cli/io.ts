/** The process's own streams as a command sees them. */
import { once } from 'node:events'
import type { Io } from './command.ts'

/** Stdout and stderr. A reader of stdout that goes away (`| head`) ends the process quietly. */
export function processIo(
  stdout: NodeJS.WriteStream = process.stdout,
  stderr: NodeJS.WriteStream = process.stderr,
): Io {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let shown = ''
  const clear = (): void => {
    if (shown !== '') stderr.write('\r\u001b[2K')
    shown = ''
  }
  return {
    async out(text) {
      clear()
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    err(text) {
      clear()
      stderr.write(text)
    },
    progress(text) {
      if (!stderr.isTTY) return
      clear()
      stderr.write(text)
      shown = text
    },
  }
}
