/** A forecast bulletin in sentences → drafts of forecasts, each area and day of a sentence on its own. Standards §2.5. */
import type { Note, Rejection } from '../../contracts/types.ts'
import { rowCounter } from '../formats/row.ts'
import { reject, shown } from '../tables/reject.ts'
import type { FormatLimits } from '../types.ts'
import { NO_AREA_WORDS } from './area.ts'
import { parseContext, parseHeading, withoutNumber } from './bulletin-context.ts'
import { dayAt, dayOf, type WrittenDay } from './day.ts'
import { expandDays, type WrittenDays } from './days.ts'
import { type ForecastDraft, MOST_DAYS } from './forecast-record.ts'
import { type Issued, type IssueWords, parseIssued, submissionTime } from './issued.ts'
import { segmentsOf } from './segments.ts'
import { parseSentence, type Sentence } from './sentence.ts'

/** What a line of a bulletin comes to: forecasts, refused sentences, or words passed over, to be noted for the file. */
export type BulletinItem =
  | { readonly kind: 'forecast'; readonly draft: ForecastDraft }
  | { readonly kind: 'rejection'; readonly rejection: Rejection; readonly sentence: string }
  | { readonly kind: 'passed'; readonly sentence: string }

/** What a bulletin is read with. */
export interface BulletinOptions {
  /** ms; a time of issue that is not stated is this. */
  readonly at: number
  /** The heading rejections point to. */
  readonly heading: string
  /** Sentences count as rows. */
  readonly limits: FormatLimits
  readonly isArea: (name: string) => boolean
}

const SENTENCE = /[。；;]/

/** The area and days that a sentence without its own takes. */
interface Named {
  readonly area: string
  readonly days: WrittenDays | null
  readonly dayText: string
  /** The days stand above the areas, and so hold for the areas after them. */
  readonly outer: boolean
}

const NOTHING: Named = { area: '', days: null, dayText: '', outer: false }

/** Reads lines in order and remembers what the lines before said. */
export interface BulletinReader {
  /** `open`: nothing closes the last line. */
  read(line: string, row: number, open: boolean): readonly BulletinItem[]
  /** What the lines so far say of the issue, for a table that stands below them. */
  issue(): IssueWords
}

/** A reader for one file. */
export function bulletinReader({ at, heading, limits, isArea }: BulletinOptions): BulletinReader {
  let issued: Issued | null = submissionTime(at)
  let issuedText = ''
  let office: string | null = null
  let standardText = ''
  /** From headings; what a sentence names holds to the end of its line. */
  let heads: Named = NOTHING
  const counter = rowCounter(limits)
  const everyArea = (names: string): readonly string[] => areasOf(names, isArea)
  const known = (names: string): boolean => names !== '' && everyArea(names).every(isArea)

  function itemsOf(text: string, found: Sentence, named: Named, row: number, notes: readonly Note[]): BulletinItem[] {
    if (found.kind === 'prose') return []
    if (found.kind === 'summary') return [{ kind: 'passed', sentence: text }]
    const refused = (type: string, value: string, zh: string, en: string): BulletinItem[] => [
      { kind: 'rejection', rejection: reject(row, type, heading, value, { zh, en }), sentence: text },
    ]
    if (found.kind === 'fault' && found.fault === 'forecast-date-span') return refused(...spanFault(found.value))
    if (found.kind === 'fault') {
      return refused(
        found.fault,
        found.value,
        `「${shown(found.value)}」无法识别，例：4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10`,
        `${shown(found.value)} cannot be read; for example: 4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10`,
      )
    }
    if (named.dayText === '' && found.values.aqi === null) return [{ kind: 'passed', sentence: text }]
    if (issued === null) {
      return refused(
        'issued-unreadable',
        issuedText,
        `发布时间「${shown(issuedText)}」无法识别，例：2026-11-15 16:00`,
        `The time of issue ${shown(issuedText)} cannot be read; for example: 2026-11-15 16:00`,
      )
    }
    const areas = named.area === '' ? [''] : everyArea(named.area)
    const days = daysOf(named, issued)
    if (days === 'forecast-date-span') return refused(...spanFault(text))
    const said = issued
    const drafts = areas.flatMap((name) =>
      days.map(
        (one): BulletinItem => ({
          kind: 'forecast',
          draft: {
            area: { ...NO_AREA_WORDS, area: name },
            day: one.day,
            dayText: named.dayText,
            issued: said,
            issuedText,
            office,
            horizon: null,
            standardText,
            values: found.values,
            text,
            notes: [...notes, ...one.notes],
          },
        }),
      ),
    )
    // The sentence itself is counted already.
    for (let more = 1; more < drafts.length; more += 1) counter.add(row)
    return drafts
  }

  /** A sentence that cannot be read in one of its parts is refused as a whole. */
  function readSentence(text: string, before: Named, row: number, notes: readonly Note[]) {
    let named = before
    const items: BulletinItem[] = []
    let refusal: BulletinItem | undefined
    for (const part of segmentsOf(text, known)) {
      const found = parseSentence(part, known)
      if ('area' in found && found.area !== null) named = { ...named, area: found.area }
      if (found.kind === 'statement' && found.dayText !== '')
        named = { ...named, days: found.days, dayText: found.dayText }
      const made = itemsOf(text, found, named, row, notes)
      refusal ??= made.find(({ kind }) => kind === 'rejection')
      items.push(...made)
    }
    return { items: refusal === undefined ? items : [refusal], named }
  }

  function read(raw: string, row: number, open: boolean): readonly BulletinItem[] {
    const context = parseContext(raw)
    if (context) {
      if (context.issued !== undefined) [issued, issuedText] = [parseIssued(context.issued, at), context.issued]
      office = context.office ?? office
      standardText = context.standard ?? standardText
      return []
    }
    const line = withoutNumber(raw)
    const head = parseHeading(line, known)
    if (head) {
      if ('area' in head) heads = { ...(heads.outer ? heads : NOTHING), area: head.area }
      else heads = { ...(heads.area === '' || heads.outer ? { area: '', outer: true } : heads), ...head }
      return []
    }
    const sentences = line.split(SENTENCE).filter((sentence) => sentence.trim() !== '')
    const closed = /[。；;！!]\s*$/.test(line)
    let named = heads
    return sentences.flatMap((sentence, index) => {
      counter.add(row)
      const last = open && !closed && index === sentences.length - 1
      const made = readSentence(sentence.trim(), named, row, last ? [{ rule: 'last-line-open' }] : [])
      named = made.named
      return made.items
    })
  }

  return { read, issue: () => ({ issued, issuedText, office, standardText }) }
}

interface DayOfSentence {
  readonly day: WrittenDay | null
  readonly notes: readonly Note[]
}

/** Each day of a sentence; days that cannot be told are left to be refused as one. */
function daysOf({ days, dayText }: Named, issued: Issued): readonly DayOfSentence[] | 'forecast-date-span' {
  const [first = null, ...others] = days?.days ?? []
  const asWritten: DayOfSentence[] = [{ day: first, notes: [] }]
  if (days === null || (others.length === 0 && days.stated === null)) return asWritten
  const relative = days.days.find((day) => 'after' in day)
  // Counted from an issue that is not stated, no day is told.
  if (relative && issued.rules.includes('issued-not-stated')) return [{ day: relative, notes: [] }]
  const found = expandDays(days, dayAt(issued.ms), MOST_DAYS)
  if ('fault' in found) return found.fault === 'forecast-date-span' ? found.fault : [{ day: null, notes: [] }]
  const notes = found.rules.map((rule) => ({ field: '/validDate', rule, sent: shown(dayText) }))
  return found.days.map((day) => ({ day: dayOf(day), notes }))
}

function spanFault(sentence: string): readonly [type: string, value: string, zh: string, en: string] {
  return [
    'forecast-date-span',
    sentence,
    `「${shown(sentence)}」预报的是几天，但没有写明是哪几天，或起讫、天数有误，例：16日至18日`,
    `${shown(sentence)} forecasts several days without saying which, or their ends or number are wrong; for example: 16日至18日`,
  ]
}

/** The names of a list: as a whole where it is one area, else its parts. */
function areasOf(names: string, isArea: (name: string) => boolean): readonly string[] {
  if (isArea(names)) return [names]
  const parts = names.split(/[、/]/).filter((name) => name !== '')
  return parts.flatMap((name) => (isArea(name) ? [name] : name.split(/[和及]/).filter((part) => part !== '')))
}
