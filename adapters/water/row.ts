/** One row → one record or one rejection. Class by GB 3838-2002 from unrounded values; what the sender said differently is a note. */
import type { Section, SectionRegistry } from '../../contracts/registry/types.ts'
import { findWaterStandard } from '../../contracts/standards/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import type { ClassFinding, WaterClass, WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { type Assessment, assess, parseClass } from '../standards/water.ts'
import { isEmptyMark } from '../tables/marks.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject } from '../tables/reject.ts'
import { ORIGINATORS, REVIEWS } from '../tables/words.ts'
import type { Cell } from '../types.ts'
import { fieldReader } from './cells.ts'
import type { Columns } from './columns.ts'
import { frameRejection } from './frame.ts'
import { momentReader } from './moment.ts'
import { placeReader } from './place.ts'
import { resultsReader } from './results.ts'
import type { WaterSide } from './side.ts'
import { STATIONS } from './words.ts'

/** What the rows of one table are read by. */
export interface RowReaderOptions {
  readonly side: WaterSide
  readonly columns: Columns
  readonly header: readonly string[]
  /** Null cells were not sent: see `Table`. */
  readonly sparse?: boolean
  readonly registry: SectionRegistry
  /** ms; nothing may lie after it. */
  readonly at: number
}

/** Builds the reader of one table's rows. `open`: the row is the last and its line has no end. */
export function rowReader(
  options: RowReaderOptions,
): (cells: readonly Cell[], row: number, open: boolean) => ReadRow<WaterSectionRecord> | Rejection {
  const { side, columns, header, sparse, registry, at } = options
  const fields = fieldReader(columns, header)
  const readPlace = placeReader({ side, fields, registry })
  const readMoment = momentReader(fields, at)
  const readResults = resultsReader(columns.items, sparse)

  /** The class a cell names, null for none, or the rejection of one that cannot be read. */
  function classOf(cells: readonly Cell[], row: number, field: 'class' | 'target'): WaterClass | null | Rejection {
    const sent = fields.text(cells, field)
    const found = isEmptyMark(sent) ? null : parseClass(sent)
    if (found !== undefined) return found
    return reject(row, 'class-unreadable', fields.heading(field), sent, {
      zh: `类别「${sent}」无法识别，例：Ⅲ、III类、劣Ⅴ`,
      en: `The class ${sent} cannot be read; for example: Ⅲ, III, 劣Ⅴ`,
    })
  }

  function stationOf(cells: readonly Cell[], row: number): WaterSectionRecord['station'] | Rejection {
    const sent = fields.text(cells, 'station')
    const station = isEmptyMark(sent) ? 'unknown' : STATIONS.get(sent)
    if (station !== undefined) return station
    const known = [...STATIONS.keys()]
    return reject(row, 'station-unreadable', fields.heading('station'), sent, {
      zh: `站点情况「${sent}」不在：${known.join('、')}`,
      en: `The station state ${sent} is none of: ${known.join(', ')}`,
    })
  }

  function reviewOf(cells: readonly Cell[], notes: Note[]): WaterSectionRecord['review'] {
    const sent = fields.word(cells, 'review')
    const review = REVIEWS.get(sent)
    if (review === undefined && sent !== '') notes.push({ field: '/review', rule: 'review-unreadable', sent })
    return review ?? 'raw'
  }

  function originatorOf(cells: readonly Cell[], section: Section, notes: Note[]): WaterSectionRecord['originator'] {
    const sent = fields.word(cells, 'originator')
    const originator = ORIGINATORS.get(sent)
    if (originator !== undefined) return originator
    if (sent !== '') notes.push({ field: '/originator', rule: 'originator-unreadable', sent })
    return section.mn !== null || section.level === 'national' ? 'cnemc' : side.party
  }

  const findings = new Map<Assessment, ClassFinding[]>()

  /** Rows that come to the same share one frozen finding. */
  function findingOf(
    assessment: Assessment,
    { basis, reported, standard }: Pick<ClassFinding, 'basis' | 'reported' | 'standard'>,
  ): ClassFinding {
    const known = findings.get(assessment) ?? []
    const same = known.find((one) => one.basis === basis && one.reported === reported && one.standard === standard)
    if (same) return same
    const { computed, determining, items } = assessment
    const made = Object.freeze({ basis, computed, determining, items, reported, standard })
    findings.set(assessment, [...known, made])
    return made
  }

  return (cells, row, open) => {
    const outside = frameRejection(fields, cells, row)
    if (outside) return outside
    const notes: Note[] = []
    const place = readPlace(cells, row, notes)
    if ('type' in place) return place
    const { section, view } = place
    const moment = readMoment(cells, row, notes)
    if ('type' in moment) return moment
    const results = readResults(cells, row, notes)
    if ('type' in results) return results
    // The interval's own last instant: what ends at midnight was measured under the edition of the day before.
    const standard = findWaterStandard(moment.end - 1)
    if (!standard) {
      return reject(row, 'standard-not-in-force', fields.heading('time'), fields.text(cells, 'time'), {
        zh: `${moment.interval.end} 没有现行的地表水环境质量标准，无法定类`,
        en: `No surface water standard was in force at ${moment.interval.end}; the class cannot be judged`,
      })
    }
    const reported = classOf(cells, row, 'class')
    if (reported !== null && typeof reported === 'object') return reported
    const target = classOf(cells, row, 'target')
    if (target !== null && typeof target === 'object') return target
    const station = stationOf(cells, row)
    if (typeof station === 'object') return station

    const assessment = assess(results, section.waterBody, standard)
    if (reported !== null && reported !== assessment.computed) {
      notes.push({ field: '/class', rule: 'class-differs', sent: fields.text(cells, 'class') })
    }
    if (target !== null && section.target !== null && target !== section.target) {
      notes.push({ field: '/target', rule: 'target-differs', sent: fields.text(cells, 'target') })
    }
    const sentMonitoring = fields.word(cells, 'monitoring')
    const byHand = sentMonitoring.includes('手工') || (sentMonitoring === '' && moment.kind === 'day')
    const monitoring = byHand ? 'manual' : 'automatic'
    const originator = originatorOf(cells, section, notes)
    const review = reviewOf(cells, notes)
    if (open) notes.push({ rule: 'last-line-open' })
    const record: WaterSectionRecord = {
      class: findingOf(assessment, { basis: monitoring, reported, standard: standard.id }),
      interval:
        byHand && moment.kind === 'instant'
          ? { end: moment.interval.end, start: moment.interval.end }
          : moment.interval,
      monitoring,
      notes,
      originator,
      publication: 'joint',
      results,
      review,
      section: view,
      station,
      target: target ?? section.target,
    }
    const key = `${section.id}/${monitoring}/${moment.interval.end}/${originator}`
    return { key, subject: section.id, end: moment.end, record, notes }
  }
}
