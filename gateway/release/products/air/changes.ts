/** What a corrected release of air says differently from the one it supersedes: cell by cell, then gaps and the words on the whole. */
import { canonical } from '../../../../contracts/jcs.ts'
import type { Change } from '../../bulletin-types.ts'
import type { AirRelease, ForecastCell, SuggestedWarning, WarningRelease } from '../../release-types.ts'

/** A cell by its area and first day, and in suggestions by whose it is. */
function cellsById(cells: readonly ForecastCell[], byTake: boolean): ReadonlyMap<string, ForecastCell> {
  return new Map(cells.map((cell) => [[cell.area.id, cell.from, ...(byTake ? [cell.take] : [])].join('/'), cell]))
}

function suggestionsById(suggestions: readonly SuggestedWarning[]): ReadonlyMap<string, SuggestedWarning> {
  return new Map(suggestions.map((one) => [[one.area.id, one.scheme, one.from].join('/'), one]))
}

function between<T>(member: string, before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Change[] {
  const ids = [...new Set([...after.keys(), ...before.keys()])]
  return ids
    .map((section) => ({
      section,
      member,
      from: canonical(before.get(section) ?? null),
      to: canonical(after.get(section) ?? null),
    }))
    .filter(({ from, to }) => from !== to)
}

function membersBetween<T extends AirRelease | WarningRelease>(
  before: T,
  after: T,
  members: readonly (keyof T & string)[],
): Change[] {
  return members
    .map((member) => ({ section: null, member, from: canonical(before[member]), to: canonical(after[member]) }))
    .filter(({ from, to }) => from !== to)
}

/** Of two forecasts; `section` is an area and the first day of its cell. */
export function forecastChanges(before: AirRelease, after: AirRelease): readonly Change[] {
  return [
    ...between('cell', cellsById(before.cells, false), cellsById(after.cells, false)),
    ...membersBetween(before, after, ['gaps', 'summary', 'statement']),
  ]
}

/** Of two sets of suggestions; `section` is an area with a day or a scheme, and whose forecast it is of. */
export function warningChanges(before: WarningRelease, after: WarningRelease): readonly Change[] {
  return [
    ...between('cell', cellsById(before.cells, true), cellsById(after.cells, true)),
    ...between('suggestion', suggestionsById(before.suggestions), suggestionsById(after.suggestions)),
    ...membersBetween(before, after, ['base', 'statement']),
  ]
}
