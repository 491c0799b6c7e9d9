/** The level of a row: what was sent, what the gateway computes by HJ 941, and where the two differ. Grades of other schemes are refused by name. */
import type { Crosswalk } from '../../contracts/risk-source/crosswalks.ts'
import type { MediumFinding, RiskFinding } from '../../contracts/risk-source/record.ts'
import { HJ941_2018 } from '../../contracts/standards/index.ts'
import type { RiskLevel } from '../../contracts/standards/risk-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { belowBoundarySensitivity, overallLevel } from '../standards/risk-level.ts'
import { crosswalkLevel, otherScheme, schemeTitle } from '../standards/risk-scheme.ts'
import { parseRiskText, printRiskText, type RiskPart, type RiskText } from '../standards/risk-text.ts'
import { reject } from '../tables/reject.ts'
import type { RowCells } from './cells.ts'
import type { Field } from './columns.ts'
import { readMedium, type Sources } from './medium.ts'

/** What the level of a row is read from. */
export interface LevelSources extends Sources {
  readonly crosswalks: readonly Crosswalk[]
  /** km as a decimal text; null when not sent. */
  readonly distance: string | null
  readonly row: number
}

const YES = new Set(['是', '有', '受过处罚', '1'])
const NO = new Set(['否', '没有', '未受处罚', '0'])

/** Reads a row's level; adds to `notes`. */
export function readLevel(sources: LevelSources): RiskFinding | Rejection {
  const { cells, notes, standard, distance } = sources
  const whole = readText('level', sources)
  if (whole && 'type' in whole) return whole
  const airText = readText('airLevel', sources)
  if (airText && 'type' in airText) return airText
  const waterText = readText('waterLevel', sources)
  if (waterText && 'type' in waterText) return waterText
  const air = readMedium('air', sentMedium('air', whole, airText), sources)
  const water = readMedium('water', sentMedium('water', whole, waterText), sources)
  const penalised = readPenalised(cells, notes)
  const computed = overall([air, water], penalised ?? false)
  const reported = whole?.level ?? null
  if (computed !== null && reported !== null && computed !== reported)
    notes.push({ field: '/riskLevel', rule: 'risk-level-differs', sent: cells.word('level') })
  if (water?.e != null && distance !== null && belowBoundarySensitivity(distance, water.e, standard)) {
    notes.push({ field: '/riskLevel/water/e', rule: 'water-e2-near-boundary-suggested', sent: `E${water.e}` })
  }
  return { air, computed, penalised, reported, standard: standard.id, text: textOf(computed, air, water), water }
}

function sentMedium(medium: 'air' | 'water', whole: RiskText | null, own: RiskText | null) {
  return { part: own?.[medium] ?? whole?.[medium] ?? null, level: own?.level ?? null }
}

/** A level as sent, null for none; a grade of another scheme only by a crosswalk. */
function readText(field: Field, { cells, crosswalks, notes, row }: LevelSources): RiskText | null | Rejection {
  const sent = cells.word(field)
  if (sent === '') return null
  const found = parseRiskText(sent)
  const misplaced = found && ((field === 'airLevel' && found.water) || (field === 'waterLevel' && found.air))
  if (found && !misplaced) return found
  const heading = cells.heading(field)
  const scheme = otherScheme(sent)
  if (misplaced || scheme === undefined) {
    return reject(row, 'risk-level-unreadable', heading, sent, {
      zh: `等级「${sent}」无法识别，例：较大，或 ${HJ941_2018.text.forms[0]}`,
      en: `The level ${sent} cannot be read; for example 较大, or ${HJ941_2018.text.forms[0]}`,
    })
  }
  const level = crosswalkLevel(scheme, sent, crosswalks)
  if (level === undefined) {
    const title = schemeTitle(scheme)
    return reject(row, 'grade-of-other-scheme', heading, sent, {
      zh: `「${sent}」是${title.zh}的等级，不是突发环境事件风险等级；契约没有与它的对照表`,
      en: `${sent} is a grade of another scheme (${title.en}), not of environmental risk; the contract has no crosswalk for it`,
    })
  }
  notes.push({ field: '/riskLevel', rule: 'grade-by-crosswalk', sent })
  return { level, air: null, water: null }
}

function readPenalised(cells: RowCells, notes: Note[]): boolean | null {
  const sent = cells.narrow('penalised')
  if (YES.has(sent)) return true
  if (NO.has(sent)) return false
  if (sent !== '') notes.push({ field: '/riskLevel/penalised', rule: 'penalised-unreadable', sent })
  return null
}

/** The enterprise's level, where every medium that is spoken of has one, or one is major already. */
function overall(media: readonly (MediumFinding | null)[], penalised: boolean): RiskLevel | null {
  const spoken = media.filter((medium) => medium !== null)
  const levels = spoken.map(({ level }) => level).filter((level) => level !== null)
  if (levels.length < spoken.length && !levels.includes('major')) return null
  return overallLevel(levels, { penalised }) ?? null
}

function textOf(level: RiskLevel | null, air: MediumFinding | null, water: MediumFinding | null): string | null {
  const parts = [air, water].map((medium) => medium && partOf(medium))
  if (level === null || parts.includes(undefined)) return null
  return printRiskText({ level, air: parts[0] ?? null, water: parts[1] ?? null })
}

function partOf({ level, q, m, e }: MediumFinding): RiskPart | undefined {
  if (level === null || q === null) return undefined
  if (q === 0) return { level, q, m: null, e: null }
  return m === null || e === null ? undefined : { level, q, m, e }
}
