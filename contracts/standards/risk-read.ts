/** Reads the gradings of risk sources and of events, kept as JSON, into their types; what does not fit is a TypeError that names the member. */
import { type Guard, list, matching, oneOf, optional, ordinal, read, shape, text } from '../read.ts'
import type { Bilingual } from '../types.ts'
import { bilingual, confidence, header } from './read.ts'
import {
  INCIDENT_COUNTS,
  INCIDENT_FINDINGS,
  INCIDENT_GRADES,
  type IncidentStandard,
  type MatrixRows,
  OTHER_SCHEMES,
  type PeopleBands,
  RISK_LEVELS,
  type RiskLevel,
  type RiskStandard,
} from './risk-types.ts'

const decimal = matching(/^\d+(\.\d+)?$/, 'a decimal text')
const level = oneOf(...RISK_LEVELS)
const grade = oneOf(...INCIDENT_GRADES)
const rule = { rule: bilingual, confidence }

const row: Guard<MatrixRows[1]> = (value, at, faults): value is MatrixRows[1] => {
  if (list<RiskLevel>(level)(value, at, faults) && value.length === 4) return true
  faults.push(`${at} expected the levels of M1 to M4`)
  return false
}
const matrixRows = shape<MatrixRows>({ 1: row, 2: row, 3: row })

const most = shape<PeopleBands[0]>({ e: oneOf(1), above: decimal })
const next = shape<PeopleBands[1]>({ e: oneOf(2), from: decimal })
const people: Guard<PeopleBands> = (value, at, faults): value is PeopleBands => {
  if (!Array.isArray(value) || value.length !== 2) {
    faults.push(`${at} expected the bands of E1 and E2`)
    return false
  }
  return most(value[0], `${at}/0`, faults) && next(value[1], `${at}/1`, faults)
}
const sensitivities = shape<Readonly<Record<1 | 2 | 3, Bilingual>>>({ 1: bilingual, 2: bilingual, 3: bilingual })

const riskStandard = shape<RiskStandard>({
  ...header,
  kind: oneOf('environmental-risk'),
  inForceConfidence: confidence,
  levels: list(shape<RiskStandard['levels'][number]>({ key: level, title: bilingual, colour: bilingual })),
  colourConfidence: confidence,
  quantity: shape<RiskStandard['quantity']>({
    ...rule,
    bands: list(shape<RiskStandard['quantity']['bands'][number]>({ q: oneOf(0, 1, 2, 3), from: decimal })),
    media: shape<RiskStandard['quantity']['media']>({ air: bilingual, water: bilingual }),
    belowOne: level,
  }),
  control: shape<RiskStandard['control']>({
    ...rule,
    types: list(shape<RiskStandard['control']['types'][number]>({ m: oneOf(1, 2, 3, 4), from: decimal })),
    max: decimal,
    units: shape<RiskStandard['control']['units']>({ ...rule, max: decimal }),
    note: bilingual,
  }),
  sensitivity: shape<RiskStandard['sensitivity']>({
    air: shape<RiskStandard['sensitivity']['air']>({ people5km: people, people500m: people, rules: sensitivities }),
    water: shape<RiskStandard['sensitivity']['water']>({ rules: sensitivities }),
    boundary: shape<RiskStandard['sensitivity']['boundary']>({ ...rule, withinKm: decimal, atLeast: oneOf(1, 2, 3) }),
    confidence,
  }),
  matrix: shape<RiskStandard['matrix']>({ 1: matrixRows, 2: matrixRows, 3: matrixRows }),
  matrixRule: bilingual,
  matrixConfidence: confidence,
  overall: shape<RiskStandard['overall']>(rule),
  raise: shape<RiskStandard['raise']>({ ...rule, years: ordinal, levels: ordinal }),
  text: shape<RiskStandard['text']>({ ...rule, forms: list(text) }),
  others: list(
    shape<RiskStandard['others'][number]>({
      id: oneOf(...OTHER_SCHEMES),
      title: bilingual,
      levels: list(text),
      note: optional(bilingual),
      confidence,
    }),
  ),
})

const found = shape<IncidentStandard['boundary']>({ ...rule, atLeast: grade })
const gradeRule = optional(shape<{ rule: Bilingual; confidence: RiskStandard['confidence'] }>(rule))

const incidentStandard = shape<IncidentStandard>({
  ...header,
  kind: oneOf('incident-grades'),
  inForceConfidence: confidence,
  grades: list(shape<IncidentStandard['grades'][number]>({ key: grade, roman: text, title: bilingual })),
  counts: list(
    shape<IncidentStandard['counts'][number]>({
      key: oneOf(...INCIDENT_COUNTS),
      title: bilingual,
      unit: text,
      from: shape<IncidentStandard['counts'][number]['from']>({
        extraordinary: decimal,
        major: decimal,
        large: decimal,
      }),
      generalConfidence: confidence,
    }),
  ),
  findings: list(
    shape<IncidentStandard['findings'][number]>({
      key: oneOf(...INCIDENT_FINDINGS),
      title: bilingual,
      grades: shape<IncidentStandard['findings'][number]['grades']>({
        extraordinary: gradeRule,
        major: gradeRule,
        large: gradeRule,
        general: gradeRule,
      }),
    }),
  ),
  boundary: found,
  note: bilingual,
})

/** An edition of the grading of risk sources; throws TypeError on anything else. */
export function readRiskStandard(value: unknown): RiskStandard {
  return read('risk standard', riskStandard, value)
}

/** An edition of the grading of events; throws TypeError on anything else. */
export function readIncidentStandard(value: unknown): IncidentStandard {
  return read('incident grades', incidentStandard, value)
}
