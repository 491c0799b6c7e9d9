/** A forecast bulletin in sentences → drafts of forecasts, each area and day of a sentence on its own. Standards §2.5. */
import type { Note, Rejection } from '../../contracts/types.ts'
import { rowCounter } from '../formats/row.ts'
import { reject, shown } from '../tables/reject.ts'
import type { FormatLimits } from '../types.ts'
import { NO_AREA_WORDS } from './area.ts'
import { parseContext, parseHeading, withoutNumber } from './bulletin-context.ts'
import type { WrittenDay } from './day.ts'
import type { ForecastDraft } from './forecast-record.ts'
import { type Issued, parseIssued, submissionTime } from './issued.ts'
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

/** The area and day that a sentence without its own takes. */
interface Named {
  readonly area: string
  readonly day: WrittenDay | null
  readonly dayText: string
  /** The day stands above the areas, and so holds for the areas after it. */
  readonly outer: boolean
}

const NOTHING: Named = { area: '', day: null, dayText: '', outer: false }

/** A reader of lines in order; it remembers what the lines before said. `open`: nothing closes the last line. */
export function bulletinReader({
  at,
  heading,
  limits,
  isArea,
}: BulletinOptions): (line: string, row: number, open: boolean) => readonly BulletinItem[] {
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
    if (found.kind === 'fault' && found.fault === 'forecast-date-span') {
      return refused(
        found.fault,
        found.value,
        '一句预报写了几天，应逐日写明',
        'One sentence forecasts several days; write each day on its own',
      )
    }
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
    const said = issued
    return areas.map((name) => ({
      kind: 'forecast',
      draft: {
        area: { ...NO_AREA_WORDS, area: name },
        day: named.day,
        dayText: named.dayText,
        issued: said,
        issuedText,
        office,
        horizon: null,
        standardText,
        values: found.values,
        text,
        notes,
      },
    }))
  }

  return (raw, row, open) => {
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
      const text = sentence.trim()
      const found = parseSentence(text, known)
      if ('area' in found && found.area !== null) named = { ...named, area: found.area }
      if (found.kind === 'statement' && found.dayText !== '')
        named = { ...named, day: found.day, dayText: found.dayText }
      const last = open && !closed && index === sentences.length - 1
      return itemsOf(text, found, named, row, last ? [{ rule: 'last-line-open' }] : [])
    })
  }
}

/** The names of a list: as a whole where it is one area, else its parts. */
function areasOf(names: string, isArea: (name: string) => boolean): readonly string[] {
  if (isArea(names)) return [names]
  const parts = names.split(/[、/]/).filter((name) => name !== '')
  return parts.flatMap((name) => (isArea(name) ? [name] : name.split(/[和及]/).filter((part) => part !== '')))
}
