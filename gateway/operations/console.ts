/** The small logger of a runtime without files: the same fields as on Node, a line of JSON each, handed to whatever keeps its console. */
import { openAggregate } from './aggregate.ts'
import type { OperationsLog, SecurityLog } from './types.ts'

/** Takes one line. */
export type LineSink = (line: string) => void

/** How much is told: every request, failures only, or nothing. */
export type LogLevel = 'info' | 'error' | 'off'

/** A request's level: one that failed through the gateway is an error. */
export function levelOf(status: number): 'info' | 'error' {
  return status >= 500 ? 'error' : 'info'
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Logs to a sink. */
export function consoleLog(sink: LineSink, now: () => number, level: LogLevel = 'info'): OperationsLog {
  const write = (as: 'info' | 'error', fields: object): void => {
    if (level === 'off' || (level === 'error' && as === 'info')) return
    sink(JSON.stringify({ level: as, time: new Date(now()).toISOString(), ...fields }))
  }
  return {
    request: (line) => write(levelOf(line.status), { msg: 'request', ...line }),
    error: (error, requestId) => write('error', { msg: 'failure', requestId, error: stackOf(error) }),
    note: (what, more = {}) => write('info', { msg: what, ...more }),
  }
}

/** The security log of a runtime without files: it goes where the log goes, and is read there. */
export function consoleSecurity(sink: LineSink, now: () => number): SecurityLog {
  const aggregate = openAggregate()
  return {
    note(event) {
      for (const { since, ...line } of aggregate.note(event, now())) {
        const from = since === undefined ? {} : { since: new Date(since).toISOString() }
        sink(JSON.stringify({ level: 'info', time: new Date(now()).toISOString(), msg: 'security', ...line, ...from }))
      }
    },
    read: async () => ({ kept: 'log', lines: [], next: null, days: [] }),
  }
}
