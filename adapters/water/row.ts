/** One row → one record or one rejection. Class by GB 3838-2002 from unrounded values; what the sender said differently is a note. */

import { type Resolution, sectionIndex } from '../../contracts/registry/index.ts'
import type { Section } from '../../contracts/registry/types.ts'
import { type WaterStandard, waterStandardAt } from '../../contracts/standards/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Result, WaterItem, WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { readMarkup } from '../formats/markup.ts'
import { assess, parseClass } from '../standards/water.ts'
import type { Cell, NormaliseInput } from '../types.ts'
import type { Columns, WaterField } from './columns.ts'
import { readFigure } from './figure.ts'
import { reject, sectionRejection } from './reject.ts'
import type { WaterSide } from './side.ts'
import { formatInstant, type ParsedTime, parseTime } from './time.ts'

/** Four hours, the cadence of national automatic stations (contract terms, cadence.automatic). */
const AUTOMATIC_INTERVAL = 4 * 3_600_000
const DAY = 24 * 3_600_000

/** A record with the notes still open, so that the file may add one. */
export interface ReadRow {
  readonly key: string
  readonly subject: string
  readonly end: number
  readonly record: WaterSectionRecord
  readonly notes: Note[]
}

export interface RowReaderOptions {
  readonly side: WaterSide
  readonly columns: Columns
  readonly header: readonly string[]
  readonly input: NormaliseInput
}

const STATIONS: Readonly<Record<string, WaterSectionRecord['station']>> = {
  '': 'unknown',
  正常: 'normal',
  维护: 'maintenance',
  不具备运行条件: 'not-ready',
  停站: 'stopped',
  停运: 'stopped',
}
const REVIEWS: Readonly<Record<string, WaterSectionRecord['review']>> = {
  '': 'raw',
  未审核: 'raw',
  原始: 'raw',
  已审核: 'reviewed',
  复核: 'reviewed',
  终审: 'final',
}
const ORIGINATORS: Readonly<Record<string, WaterSectionRecord['originator']>> = {
  中国环境监测总站: 'cnemc',
  国家: 'cnemc',
  四川省生态环境监测总站: 'sc',
  重庆市生态环境监测中心: 'cq',
}

function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  return (cell.includes('<') ? readMarkup(cell).text : cell).trim()
}

function isEmptyMark(text: string): boolean {
  return text === '' || text === '*' || text === '/' || text === '-;' || /^[-—－]+$/.test(text)
}

/** Builds the reader of one table's rows; what many rows share (times, sections) is worked out once. */
export function rowReader({
  side,
  columns,
  header,
  input,
}: RowReaderOptions): (cells: readonly Cell[], row: number, open: boolean) => ReadRow | Rejection {
  const index = sectionIndex(input.registry)
  const times = new Map<string, ParsedTime | null>()
  const resolutions = new Map<string, Resolution>()
  const instants = new Map<number, string>()
  const at = (field: WaterField): number | undefined => columns.fields[field]
  const heading = (field: WaterField): string => header[columns.fields[field] ?? -1] ?? field
  const field = (cells: readonly Cell[], name: WaterField): string => {
    const column = at(name)
    return column === undefined ? '' : plain(cells[column])
  }
  const instant = (ms: number): string => {
    const known = instants.get(ms)
    if (known !== undefined) return known
    const made = formatInstant(ms)
    instants.set(ms, made)
    return made
  }

  function resolve(name: string, mn: string, river: string): Resolution {
    const id = `${name}\u001f${mn}\u001f${river}`
    const known = resolutions.get(id)
    if (known) return known
    const made = index.resolve({
      party: side.party,
      ...(name ? { name } : {}),
      ...(mn ? { mn } : {}),
      ...(river ? { river } : {}),
    })
    resolutions.set(id, made)
    return made
  }

  function timeOf(text: string): ParsedTime | null {
    const known = times.get(text)
    if (known !== undefined) return known
    const made = parseTime(text, input.at)
    times.set(text, made)
    return made
  }

  return (cells, row, open) => {
    const notes: Note[] = []
    const name = field(cells, 'section')
    const province = field(cells, 'province')
    if (side.other.includes(province)) {
      return reject(row, 'row-of-other-side', heading('province'), province, {
        zh: `断面「${name}」属对方（${province}），不得由本方报送`,
        en: `Section ${name} is the other side's (${province}); this side may not send it`,
      })
    }
    if (province !== '' && !side.own.includes(province)) {
      return reject(row, 'territory-outside', heading('province'), province, {
        zh: `「${province}」不在契约的地域范围内`,
        en: `${province} lies outside the contract's territory`,
      })
    }

    const riverSent = field(cells, 'river')
    const found = resolve(name, field(cells, 'mn'), riverSent)
    const section = 'section' in found ? found.section : null
    if (section === null || (section.party !== side.party && section.transboundary === null)) {
      return sectionRejection(row, heading('section'), name, found)
    }
    if (section.party !== side.party) notes.push({ field: '/section/id', rule: 'copy-of-other-side' })
    if (name !== '' && name !== section.name) notes.push({ field: '/section/name', rule: 'section-alias', sent: name })
    const river = index.riverName(section)
    if (riverSent !== '' && riverSent !== river) {
      const rule =
        river === null ? 'river-not-registered' : index.sameRiver(riverSent, section) ? 'river-alias' : 'river-differs'
      notes.push({ field: '/section/river', rule, sent: riverSent })
    }

    const timeSent = field(cells, 'time')
    if (isEmptyMark(timeSent)) {
      return reject(row, 'time-missing', heading('time'), timeSent, {
        zh: `断面「${name}」没有监测时间（站点情况：${field(cells, 'station') || '未注明'}）`,
        en: `Section ${name} has no monitoring time (station: ${field(cells, 'station') || 'not stated'})`,
      })
    }
    const time = timeOf(timeSent)
    if (time === null) {
      return reject(row, 'time-unreadable', heading('time'), timeSent, {
        zh: `监测时间「${timeSent}」无法识别，例：2026-03-01 12:00`,
        en: `The time ${timeSent} cannot be read; for example: 2026-03-01 12:00`,
      })
    }
    const start = time.kind === 'day' ? time.end - DAY : time.end - AUTOMATIC_INTERVAL
    if ((time.kind === 'day' ? start : time.end) > input.at) {
      return reject(row, 'time-in-future', heading('time'), timeSent, {
        zh: `监测时间 ${instant(time.end)} 晚于报送时刻 ${instant(input.at)}`,
        en: `The time ${instant(time.end)} lies after the submission at ${instant(input.at)}`,
      })
    }
    if (time.yearInferred) notes.push({ field: '/interval/end', rule: 'time-year-inferred', sent: timeSent })

    const monitoringSent = field(cells, 'monitoring')
    const monitoring =
      monitoringSent.includes('手工') || (monitoringSent === '' && time.kind === 'day') ? 'manual' : 'automatic'

    const results: Partial<Record<WaterItem, Result>> = {}
    let figures = 0
    const rules = new Set<string>()
    for (const column of columns.items) {
      const cell = cells[column.at] ?? null
      const figure = readFigure(cell, column.item, column.sentUnit)
      if (figure.result === null) {
        return figure.fault === 'unit-unknown'
          ? reject(row, 'unit-unknown', column.heading, column.sentUnit ?? '', {
              zh: `单位「${column.sentUnit}」无法换算`,
              en: `The unit ${column.sentUnit} cannot be converted`,
            })
          : reject(row, 'value-not-a-number', column.heading, figure.text, {
              zh: `「${figure.text}」不是数值，也不是缺测、未检出或检出限标记`,
              en: `${figure.text} is neither a number nor a mark of absence or of a detection limit`,
            })
      }
      results[column.item] = figure.result
      if (figure.result.value !== null) figures++
      for (const rule of figure.rules) rules.add(rule)
    }
    for (const rule of rules) notes.push({ field: '/results', rule })
    if (figures === 0) notes.push({ field: '/results', rule: 'no-figure' })

    const standard: WaterStandard = waterStandardAt(time.end)
    const classSent = field(cells, 'class')
    const reported = isEmptyMark(classSent) ? null : parseClass(classSent)
    if (reported === undefined) {
      return reject(row, 'class-unreadable', heading('class'), classSent, {
        zh: `水质类别「${classSent}」无法识别，例：Ⅲ、III类、劣Ⅴ`,
        en: `The class ${classSent} cannot be read; for example: Ⅲ, III, 劣Ⅴ`,
      })
    }
    const found3838 = assess(results, section.waterBody, standard)
    if (reported !== null && reported !== found3838.computed) {
      notes.push({ field: '/class', rule: 'class-differs', sent: classSent })
    }

    const targetSent = field(cells, 'target')
    const target = isEmptyMark(targetSent) ? null : parseClass(targetSent)
    if (target === undefined) {
      return reject(row, 'class-unreadable', heading('target'), targetSent, {
        zh: `水质目标「${targetSent}」无法识别`,
        en: `The target class ${targetSent} cannot be read`,
      })
    }
    if (target !== null && section.target !== null && target !== section.target) {
      notes.push({ field: '/target', rule: 'target-differs', sent: targetSent })
    }

    const stationSent = field(cells, 'station')
    const station = isEmptyMark(stationSent) ? 'unknown' : STATIONS[stationSent]
    if (station === undefined) {
      return reject(row, 'station-unreadable', heading('station'), stationSent, {
        zh: `站点情况「${stationSent}」不在：${Object.keys(STATIONS).filter(Boolean).join('、')}`,
        en: `The station state ${stationSent} is none of: ${Object.keys(STATIONS).filter(Boolean).join(', ')}`,
      })
    }
    const { level, border } = standing(cells, section, notes)
    const originator = originatorOf(field(cells, 'originator'), section)
    const end = instant(time.end)
    if (open) notes.push({ rule: 'last-line-open' })
    const record: WaterSectionRecord = {
      class: {
        basis: monitoring,
        computed: found3838.computed,
        determining: found3838.determining,
        items: found3838.items,
        reported,
        standard: standard.id,
      },
      interval: { end, start: instant(start) },
      monitoring,
      notes,
      originator,
      publication: 'joint',
      results,
      review: REVIEWS[field(cells, 'review')] ?? 'raw',
      section: {
        border,
        id: section.id,
        level,
        mn: section.mn,
        name: section.name,
        river,
        waterBody: section.waterBody,
      },
      station,
      target: target ?? section.target,
    }
    return {
      key: `${section.id}/${monitoring}/${end}/${originator}`,
      subject: section.id,
      end: time.end,
      record,
      notes,
    }
  }

  function standing(
    cells: readonly Cell[],
    section: Section,
    notes: Note[],
  ): { level: WaterSectionRecord['section']['level']; border: WaterSectionRecord['section']['border'] } {
    const levelSent = field(cells, 'level')
    const level = side.levels[levelSent] ?? null
    if (levelSent !== '') {
      const rule =
        level === null
          ? 'level-unreadable'
          : section.level !== null && level !== section.level
            ? 'level-differs'
            : 'level-by-side'
      notes.push({ field: '/section/level', rule, sent: levelSent })
    }
    const borderSent = field(cells, 'border')
    const border = side.borders[borderSent.replaceAll('（', '(').replaceAll('）', ')').replace('－', '-')] ?? null
    const registered = section.transboundary?.direction ?? null
    if (borderSent !== '' && border !== null) {
      const differs = registered !== null && border !== registered
      notes.push({ field: '/section/border', rule: differs ? 'border-differs' : 'border-by-side', sent: borderSent })
    }
    return { level: level ?? section.level, border: registered ?? border }
  }

  function originatorOf(sent: string, section: Section): WaterSectionRecord['originator'] {
    return ORIGINATORS[sent] ?? (section.mn !== null || section.level === 'national' ? 'cnemc' : side.party)
  }
}
