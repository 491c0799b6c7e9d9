/** The log on a machine: a line of JSON a request, to stderr, by pino. */
import { pino } from 'pino'
import { type LogLevel, levelOf } from '../operations/console.ts'
import type { OperationsLog } from '../operations/types.ts'

/** A log that can be flushed. */
export interface MachineLog extends OperationsLog {
  flush(): void
}

/** Where lines go: a file descriptor. */
const STDERR = 2

/** Opens it. */
export function openLogger(level: LogLevel, descriptor: number = STDERR): MachineLog {
  // Lines are gathered until the event loop turns; what is left at the end is flushed.
  const sink = pino.destination({ dest: descriptor, sync: false })
  const logger = pino(
    {
      level: level === 'off' ? 'silent' : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    sink,
  )
  const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
  return {
    request: (line) => logger[levelOf(line.status)](line, 'request'),
    error: (error, requestId) => logger.error({ requestId, error: stackOf(error) }, 'failure'),
    note: (what, more = {}) => logger.info(more, what),
    flush() {
      try {
        sink.flushSync()
      } catch {
        // Nothing was written yet, or whoever read it is gone.
      }
    },
  }
}
