/** What a command is, and where it speaks: stdout is data, stderr is talk. */
import type { Bilingual } from '../../contracts/types.ts'
import type { ExitCode } from './exit.ts'

/** Where a command writes. `out` waits while the reader is slower than we are; `progress` overwrites one line, and is silent unless a person watches. */
export interface Io {
  out(text: string): Promise<void>
  err(text: string): void
  progress(text: string): void
}

/** One command. `help` is its page: usage, options, two examples. */
export interface Command {
  readonly help: string
  run(args: readonly string[], io: Io): Promise<ExitCode>
}

/** A command as listed; its code is loaded when it is called. */
export interface CommandRow {
  readonly name: string
  readonly summary: Bilingual
  load(): Promise<Command>
}
