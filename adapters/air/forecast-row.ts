/** One row of a forecast table → a draft of a forecast, or the cell that cannot be read. Standards §2.5. */
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type FieldReader, fieldReader, isAbsent, tight } from './cells.ts'
import { CONFIDENCES, type ForecastValues, type SentConcentration } from './clauses.ts'
import type { ForecastColumns } from './forecast-columns.ts'
import type { ForecastField } from './forecast-fields.ts'
import type { ForecastDraft } from './forecast-record.ts'
import type { ForecastPart } from './forecast-values.ts'
import { headRow, unstatedIssue } from './head-row.ts'
import type { IssueWords } from './issued.ts'
import { parsePrimary } from './pollutants.ts'
import { parseAqiRange, parseClasses, parseNumbers } from './range.ts'

/** Reads the rows of one table. */
export interface ForecastRowReader {
  read(cells: readonly Cell[], row: number, open: boolean): ForecastDraft | Rejection
  /** The heading a part of a forecast stands under. */
  heading(part: ForecastPart): string
}

/** A reader for one table; `at` (ms) is the time of submission, `issue` what the file says above the table. */
export function forecastRowReader(
  columns: Pick<ForecastColumns, 'fields' | 'concentrations'>,
  header: readonly string[],
  at: number,
  issue: IssueWords = unstatedIssue(at),
): ForecastRowReader {
  const fields: FieldReader<ForecastField> = fieldReader(columns.fields, header)

  function refused(row: number, type: string, field: ForecastField, sent: string, zh: string, en: string): Rejection {
    return reject(row, type, fields.heading(field), sent, { zh, en })
  }

  function aqiOf(cells: readonly Cell[], row: number): Pick<ForecastValues, 'aqi' | 'aqiText'> | Rejection {
    const [from, to] = [fields.word(cells, 'aqiFrom'), fields.word(cells, 'aqiTo')]
    const text = from === '' && to === '' ? fields.word(cells, 'aqi') : `${from}~${to}`
    const aqi = text === '' ? null : parseAqiRange(text)
    if (text !== '' && aqi === null) {
      return refused(
        row,
        'aqi-unreadable',
        fields.has('aqi') ? 'aqi' : 'aqiFrom',
        text,
        `AQI「${shown(text)}」无法识别，应为整数或范围，例：74~104`,
        `The AQI ${shown(text)} cannot be read: a whole number or a range such as 74~104`,
      )
    }
    return { aqi, aqiText: text }
  }

  function classesOf(cells: readonly Cell[], row: number): Pick<ForecastValues, 'classes' | 'classText'> | Rejection {
    const text = fields.word(cells, 'class')
    const classes = text === '' ? null : parseClasses(text)
    if (classes === undefined) {
      return refused(
        row,
        'air-class-unreadable',
        'class',
        text,
        `空气质量等级「${shown(text)}」无法识别，例：优、良至轻度污染`,
        `The class ${shown(text)} cannot be read; for example: 优, 良至轻度污染`,
      )
    }
    return { classes, classText: text }
  }

  function concentrationsOf(cells: readonly Cell[], row: number): readonly SentConcentration[] | Rejection {
    const found: SentConcentration[] = []
    for (const { at: column, heading, pollutant, unit } of columns.concentrations) {
      const text = tight(String(cells[column] ?? ''))
      if (isAbsent(text)) continue
      const ends = parseNumbers(text)
      if (!ends) {
        return reject(row, 'value-not-a-number', heading, text, {
          zh: `「${shown(text)}」不是数值或数值范围`,
          en: `${shown(text)} is neither a number nor a range of numbers`,
        })
      }
      found.push({ pollutant, ...ends, unit })
    }
    return found
  }

  function valuesOf(cells: readonly Cell[], row: number, notes: Note[]): ForecastValues | Rejection {
    const aqi = aqiOf(cells, row)
    if ('type' in aqi) return aqi
    const classes = classesOf(cells, row)
    if ('type' in classes) return classes
    const primaryText = fields.text(cells, 'primary')
    const primary = parsePrimary(primaryText)
    if (primary === undefined) {
      return refused(
        row,
        'pollutant-unknown',
        'primary',
        primaryText,
        `首要污染物「${shown(primaryText)}」不在六项污染物之内`,
        `The primary pollutant ${shown(primaryText)} is none of the six`,
      )
    }
    const concentrations = concentrationsOf(cells, row)
    if ('type' in concentrations) return concentrations
    const sent = fields.word(cells, 'confidence')
    const confidence = CONFIDENCES.get(sent) ?? null
    if (sent !== '' && confidence === null)
      notes.push({ field: '/confidence', rule: 'confidence-unreadable', sent: shown(sent) })
    return { ...aqi, ...classes, someText: '', primary, primaryText, concentrations, confidence }
  }

  return {
    heading(part) {
      if (part === 'aqi' && !fields.has('aqi')) return fields.heading('aqiFrom')
      const column = columns.concentrations.find(({ pollutant }) => pollutant === part)
      return column?.heading ?? fields.heading(asField(part))
    },
    read(cells, row, open) {
      const notes: Note[] = open ? [{ rule: 'last-line-open' }] : []
      const values = valuesOf(cells, row, notes)
      if ('type' in values) return values
      const head = headRow(fields, cells, row, { at, issue, notes })
      if ('type' in head) return head
      return {
        ...head,
        standardText: fields.word(cells, 'standard') || issue.standardText,
        values,
        text: null,
        notes,
      }
    },
  }
}

function asField(part: ForecastPart): ForecastField {
  switch (part) {
    case 'co':
    case 'no2':
    case 'o3':
    case 'pm10':
    case 'pm25':
    case 'so2':
      return 'aqi'
    default:
      return part
  }
}
