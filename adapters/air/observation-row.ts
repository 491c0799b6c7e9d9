/** One row → one observation or one rejection. The index by the edition in force during the interval; what was sent otherwise is a note. Standards §2.2. */
import type { AirObservationRecord, AqiPair } from '../../contracts/air-observation/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { AirClass, AirIndexStandard, AirValues, Pollutant } from '../../contracts/standards/air-types.ts'
import { findAirIndex } from '../../contracts/standards/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { type AqiFinding, aqi, hourlyAqi, parseAirClass } from '../standards/air.ts'
import { isEmptyMark } from '../tables/marks.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject, shown } from '../tables/reject.ts'
import { ORIGINATORS, REVIEWS } from '../tables/words.ts'
import type { Cell } from '../types.ts'
import { fieldReader, isAbsent, tight } from './cells.ts'
import { frameRejection } from './frame.ts'
import { type GasFinding, gasFinding } from './gas-state.ts'
import { measuresReader } from './measures.ts'
import { type Moment, momentReader } from './moment.ts'
import type { ObservationColumns } from './observation-columns.ts'
import { parsePrimary } from './pollutants.ts'
import type { AirSide } from './side.ts'
import { NATIONAL_CODE, siteReader } from './site.ts'

/** What the rows of one table are read by. */
export interface ObservationRowOptions {
  readonly side: AirSide
  readonly columns: ObservationColumns
  readonly header: readonly string[]
  /** Null cells were not sent: see `Table`. */
  readonly sparse?: boolean
  readonly registry: DivisionRegistry
  /** ms; nothing may end after it. */
  readonly at: number
}

const WHOLE = /^\d{1,6}(?:\.0+)?$/

/** Builds the reader of one table's rows. `open`: the row is the last and its line has no end. */
export function observationRowReader(
  options: ObservationRowOptions,
): (cells: readonly Cell[], row: number, open: boolean) => ReadRow<AirObservationRecord> | Rejection {
  const { side, columns, header, sparse, registry, at } = options
  const fields = fieldReader(columns.fields, header)
  const readMoment = momentReader(fields, at)
  const readSite = siteReader(side, fields, registry)
  const readMeasures = measuresReader(columns.pollutants, sparse)

  function sentIndex(cells: readonly Cell[], row: number): number | null | Rejection {
    const text = tight(fields.text(cells, 'aqi'))
    if (isAbsent(text)) return null
    if (!WHOLE.test(text)) {
      return reject(row, 'aqi-unreadable', fields.heading('aqi'), text, {
        zh: `AQI「${shown(text)}」不是整数`,
        en: `The AQI ${shown(text)} is no whole number`,
      })
    }
    if (Number(text) <= 500) return Number(text)
    return reject(row, 'aqi-over-scale', fields.heading('aqi'), text, {
      zh: `AQI应在 0 至 500 之间，所报为 ${text}`,
      en: `The AQI runs from 0 to 500; ${text} was sent`,
    })
  }

  function sentClass(cells: readonly Cell[], row: number): AirClass | null | Rejection {
    const text = fields.text(cells, 'class')
    const found = isAbsent(text) ? null : parseAirClass(text)
    if (found !== undefined) return found
    return reject(row, 'air-class-unreadable', fields.heading('class'), text, {
      zh: `空气质量等级「${shown(text)}」无法识别，例：优、轻度污染`,
      en: `The class ${shown(text)} cannot be read; for example: 优, 轻度污染`,
    })
  }

  function sentPrimary(cells: readonly Cell[], notes: Note[]): readonly Pollutant[] | null {
    if (!fields.has('primary')) return null
    const text = fields.text(cells, 'primary')
    const found = parsePrimary(text)
    if (found) return found
    notes.push({ field: '/aqi/primary/reported', rule: 'primary-unreadable', sent: shown(text) })
    return null
  }

  const states = new Map<string, GasFinding>()
  function stateOf(cells: readonly Cell[], day: string, notes: Note[]): AirObservationRecord['referenceState'] {
    const sent = fields.word(cells, 'state')
    const id = `${day} ${sent}`
    const found = states.get(id) ?? gasFinding(day, sent)
    states.set(id, found)
    if (found.rule) notes.push({ field: '/referenceState', rule: found.rule, sent: shown(sent) })
    return found.state
  }

  return (cells, row, open) => {
    const outside = frameRejection(fields, cells, row)
    if (outside) return outside
    const notes: Note[] = []
    const moment = readMoment(cells, row, notes)
    if ('type' in moment) return moment
    const { averaging, date: day, interval, end, start } = moment
    const site = readSite(cells, day, row, notes)
    if ('type' in site) return site
    const measures = readMeasures(cells, averaging, row, notes)
    if ('type' in measures) return measures
    const index = sentIndex(cells, row)
    if (index !== null && typeof index === 'object') return index
    const sentAs = sentClass(cells, row)
    if (sentAs !== null && typeof sentAs === 'object') return sentAs
    // An hour or a day is judged by its start: the day 2026-02-28 ends at an instant of 2026-03-01.
    const edition = findAirIndex(start)
    const finding = edition ? findingOf(measures.values, moment, edition) : null
    const made: AqiPair = {
      class: { computed: finding?.class ?? null, reported: sentAs },
      computed: finding?.aqi ?? null,
      primary: { computed: finding?.primary ?? [], reported: sentPrimary(cells, notes) },
      reported: index,
    }
    noteDifferences(made, finding, fields.text(cells, 'primary'), notes)
    if (!edition) notes.push({ field: '/standard', rule: 'standard-not-in-force' })
    const review = fields.word(cells, 'review')
    const producer = fields.word(cells, 'originator')
    if (review !== '' && !REVIEWS.has(review))
      notes.push({ field: '/review', rule: 'review-unreadable', sent: shown(review) })
    if (producer !== '' && !ORIGINATORS.has(producer))
      notes.push({ field: '/originator', rule: 'originator-unreadable', sent: shown(producer) })
    const national = site.code !== null && NATIONAL_CODE.test(site.code)
    const originator = ORIGINATORS.get(producer) ?? (national ? 'cnemc' : side.party)
    const referenceState = stateOf(cells, day, notes)
    if (open) notes.push({ rule: 'last-line-open' })
    const record: AirObservationRecord = {
      aqi: made,
      averaging,
      interval,
      notes,
      originator,
      publication: 'joint',
      referenceState,
      results: measures.results,
      review: REVIEWS.get(review) ?? 'raw',
      site,
      standard: edition?.id ?? null,
    }
    const key = `${site.id}/${averaging}/${interval.end}/${originator}`
    return { key, subject: site.id, end, record, notes }
  }
}

/** Eight hours and 24 sliding hours have no AQI of their own. */
function findingOf(values: AirValues, { averaging, day }: Moment, edition: AirIndexStandard): AqiFinding | null {
  if (averaging === '1h') return hourlyAqi(values, edition)
  return averaging === '24h' && day ? aqi(values, edition) : null
}

function noteDifferences(pair: AqiPair, finding: AqiFinding | null, primaryText: string, notes: Note[]): void {
  const { computed, reported, primary } = pair
  if (finding?.notAvailable) notes.push({ field: '/aqi/computed', rule: 'aqi-not-available' })
  if (computed === null) return
  if (reported !== null && reported !== computed)
    notes.push({ field: '/aqi', rule: 'aqi-differs', sent: String(reported) })
  const sent = pair.class.reported
  if (sent !== null && sent !== pair.class.computed)
    notes.push({ field: '/aqi/class', rule: 'class-differs', sent: String(sent) })
  const named = primary.reported
  const same =
    named === null || (named.length === primary.computed.length && named.every((one) => primary.computed.includes(one)))
  if (!same)
    notes.push({
      field: '/aqi/primary',
      rule: 'primary-differs',
      ...(isEmptyMark(primaryText) ? {} : { sent: shown(primaryText) }),
    })
}
