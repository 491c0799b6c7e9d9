/** What a sandbox has played, a line each beside its data: nothing is played twice, and a later start goes on where the last ended. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What was played before. Instants in ms. */
export interface Played {
  readonly cues: ReadonlySet<string>
  /** Where the past begins of a play that was not played to its end; null where none was broken off. */
  readonly brokenOff: number | null
  /** Up to when all was played; null where nothing ever was to its end. */
  readonly until: number | null
}

/** A journal on disk. */
export interface Journal {
  read(): Played
  begin(from: number): void
  played(cue: string): void
  /** All up to an instant (ms) is played. */
  end(until: number): void
}

function readLines(text: string): Played {
  const cues = new Set<string>()
  let [brokenOff, until]: [number | null, number | null] = [null, null]
  for (const line of text.split('\n')) {
    const [, word = '', what = ''] = /^(begin|played|end) (.+)$/.exec(line) ?? []
    if (word === 'begin') brokenOff = Date.parse(what)
    if (word === 'played') cues.add(what)
    if (word === 'end') [brokenOff, until] = [null, Date.parse(what)]
  }
  return { cues, brokenOff, until }
}

/** Opens the journal of a file, which need not be there yet. */
export function openJournal(file: string): Journal {
  const write = (word: string, what: string): void => appendFileSync(file, `${word} ${what}\n`)
  return {
    read: () => readLines(existsSync(file) ? readFileSync(file, 'utf8') : ''),
    begin: (from) => write('begin', new Date(from).toISOString()),
    played: (cue) => write('played', cue),
    end: (until) => write('end', new Date(until).toISOString()),
  }
}
