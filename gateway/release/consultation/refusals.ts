/** What the machine refuses, as problems. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import { Problem } from '../../errors/problem.ts'
import type { ActRefusal } from './machine.ts'
import type { State } from './state.ts'

/** The problem of a refusal; a cell that moved says where it is now. */
export function refusalProblem(refusal: ActRefusal, state: State | null): Problem {
  switch (refusal.code) {
    case 'act-not-now':
      return new Problem('act-not-now', { value: refusal.phase })
    case 'deadline-passed':
      return new Problem('deadline-passed', { value: formatInstant(refusal.deadline) })
    case 'objection-standing':
      return new Problem('objection-standing', { value: refusal.objections.join(', ') })
    case 'cell-moved':
      return new Problem('cell-moved', {
        value: refusal.cells.join(', '),
        cells: refusal.cells.map((cell) => {
          const edit = state?.edits.get(cell)
          return {
            cell,
            revision: edit?.revision ?? 0,
            take: edit?.take ?? null,
            value: edit?.value ?? null,
            by: edit ? { party: edit.actor.party, operator: edit.actor.operator, step: edit.n } : null,
          }
        }),
      })
    default:
      return new Problem(refusal.code)
  }
}
