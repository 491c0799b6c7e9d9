/** The grade of an event by what is counted and found of it: the gravest that any one gives (国办函〔2014〕119号 annex 1). What it gives is a suggestion. */
import { INCIDENT_GRADES_2014, type IncidentStandard } from '../../contracts/standards/index.ts'
import {
  INCIDENT_COUNTS,
  INCIDENT_FINDINGS,
  INCIDENT_GRADES,
  type IncidentCount,
  type IncidentFinding,
  type IncidentGrade,
} from '../../contracts/standards/risk-types.ts'
import { compareDecimals, decimal } from './decimal.ts'

/** What is known of an event: counts as decimal texts in the standard's units, findings by the grade whose rule they meet. */
export interface IncidentFacts {
  readonly counts?: Readonly<Partial<Record<IncidentCount, string>>>
  readonly findings?: Readonly<Partial<Record<IncidentFinding, IncidentGrade>>>
  /** Whether its effect crosses the boundary between Sichuan and Chongqing. */
  readonly crossesBoundary?: boolean
}

/** A grade, and which facts give it. */
export interface IncidentSuggestion {
  readonly grade: IncidentGrade
  readonly because: readonly (IncidentCount | IncidentFinding | 'boundary')[]
}

/** The grade suggested; undefined when nothing is known. Throws TypeError when a count is no decimal, is negative, or a finding is none the standard has. */
export function suggestIncidentGrade(
  { counts = {}, findings = {}, crossesBoundary = false }: IncidentFacts,
  standard: IncidentStandard = INCIDENT_GRADES_2014,
): IncidentSuggestion | undefined {
  const given: { grade: IncidentGrade; because: IncidentSuggestion['because'][number] }[] = []
  for (const count of INCIDENT_COUNTS) {
    const value = counts[count]
    if (value !== undefined) given.push({ grade: gradeOfCount(count, value, standard), because: count })
  }
  for (const finding of INCIDENT_FINDINGS) {
    const grade = findings[finding]
    if (grade === undefined) continue
    if (!standard.findings.find(({ key }) => key === finding)?.grades[grade])
      throw new TypeError(`expected a grade that ${finding} has a rule for, got ${grade}`)
    given.push({ grade, because: finding })
  }
  if (crossesBoundary) given.push({ grade: standard.boundary.atLeast, because: 'boundary' })
  const grade = INCIDENT_GRADES.find((gravest) => given.some((one) => one.grade === gravest))
  return grade && { grade, because: given.filter((one) => one.grade === grade).map(({ because }) => because) }
}

function gradeOfCount(count: IncidentCount, value: string, standard: IncidentStandard): IncidentGrade {
  const from = standard.counts.find(({ key }) => key === count)?.from
  const number = decimal(value)
  if (!from || number.units < 0n) throw new TypeError(`expected a count of ${count}, 0 or more, got ${value}`)
  for (const grade of ['extraordinary', 'major', 'large'] as const) {
    if (compareDecimals(number, decimal(from[grade])) >= 0) return grade
  }
  return 'general'
}
