/**
 * One sentence of a forecast bulletin: `4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10`. Clauses between commas come in any order;
 * what tells nothing of the air (wind, advice) is passed over, what does and cannot be read is a fault. Standards §2.5 and §9 row 11.
 */
import { tight } from './cells.ts'
import { type ForecastValues, INDEX, parseClauses, QUALITY, TELLING } from './clauses.ts'
import { DAY_WORDS, parseDay, WEEKDAY, type WrittenDay } from './day.ts'
import { CLASSES, TO } from './range.ts'

/** What a sentence comes to. `area` and `day` are null where it names none; a summary tells of the air but of no one day, and gives no AQI. */
export type Sentence =
  | { readonly kind: 'prose' }
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'fault'
      readonly fault: 'statement-unreadable' | 'forecast-date-span'
      readonly area: string | null
      readonly value: string
    }
  | {
      readonly kind: 'statement'
      readonly area: string | null
      readonly day: WrittenDay | null
      readonly dayText: string
      readonly values: ForecastValues
    }

const LEAD = /^(?:预计|预测|预报|其中|另外|届时)+[,:]?/
const PERIOD = /^(?:未来|今后)[一二三四五六七十\d]+[天日](?:内|里)?[,:]?/
/** Words before a colon that head a paragraph and name no area. */
const TITLE = /预报|空气质量|展望|情况|如下|发布|结论/
/** Words right before 空气质量 that mean the area of the heading, or the whole day. */
const NEUTRAL = /^(?:[我本][市区县州]|全[市区县州]|城市|全天|日均|总体|整体|预计)*$/
const AREA_LIKE = /^[^,:\d]{1,24}[省市州县区]$/
const SPAN = new RegExp(
  `^${DAY_WORDS}?(?:${TO}${DAY_WORDS}|\\d{1,2}月\\d{1,2}[日号]?${TO}(?:\\d{1,2}月)?\\d{1,2}[日号])`,
)
const COLON = /^([^:,\d]{1,60}):/
/** What a heading may say after its area: 成都市空气质量预报. */
const TITLE_TAIL = /(?:城市)?(?:环境)?(?:空气质量)?(?:预报|展望|情况|结论|如下|发布)+$/
/** A colon after these belongs to the clause, not to a heading. */
const CLAUSE_TAIL = /(?:质量|等级|级别|类别|状况|指数|范围|值|AQI|污染物)$|今[天日]|明[天日]|后天/
const BEFORE_DAY = new RegExp(`^([^\\d:]{1,60}?),?(?=${DAY_WORDS})`)
const DAY = new RegExp(`^(${DAY_WORDS})${WEEKDAY}?[:,]?`)
const BEFORE_AIR = new RegExp(`^([^,:\\d]{1,60}?)(?=${QUALITY}|${INDEX})`)
const STARTS_WITH_AIR = new RegExp(`^(?:${QUALITY}|${INDEX}|首要污染物|等级|级别)`)

const ANY_CLASS = new RegExp(CLASSES)
/** An AQI in digits or a day: what has one is a forecast, and must be read or refused. */
const FIRM = /(?:AQI|空气质量指数)\D{0,12}\d|\d{1,2}月\d{1,2}[日号]/

/** Reads one sentence, without its full stop. `isArea` tells whether a text names areas of the register. */
export function parseSentence(sentence: string, isArea: (name: string) => boolean): Sentence {
  const written = tight(sentence).replace(/^[【[](.+?)[】\]]:?/, '$1:')
  if (!ANY_CLASS.test(written) && !(TELLING.test(written) && /\d/.test(written))) return { kind: 'prose' }
  const areas: string[] = []
  let rest = written.replace(LEAD, '')

  const heading = STARTS_WITH_AIR.test(rest) ? undefined : COLON.exec(rest)?.[1]
  if (heading !== undefined && !CLAUSE_TAIL.test(heading)) {
    rest = rest.slice(heading.length + 1).replace(LEAD, '')
    const name = heading.replace(TITLE_TAIL, '')
    if (isArea(name) || (AREA_LIKE.test(name) && !NEUTRAL.test(name))) areas.push(name)
    else if (!TITLE.test(heading) && !NEUTRAL.test(heading)) areas.push(heading)
  }
  const period = PERIOD.test(rest)
  rest = rest.replace(PERIOD, '').replace(LEAD, '')
  const before = STARTS_WITH_AIR.test(rest) || DAY.test(rest) ? undefined : BEFORE_DAY.exec(rest)
  if (before?.[1] !== undefined) {
    const words = before[1].split(',')
    areas.push(...words.filter((word) => isArea(word) || (AREA_LIKE.test(word) && !NEUTRAL.test(word))))
    if (words.some((word) => TELLING.test(word) && !TITLE.test(word))) return unreadable(sentence, areas)
    rest = rest.slice(before[0].length)
  }
  if (SPAN.test(rest)) return fault('forecast-date-span', sentence, areas)
  const dayText = DAY.exec(rest)?.[1] ?? ''
  rest = rest.replace(DAY, '').replace(LEAD, '')
  const firm = dayText !== '' || FIRM.test(rest)
  const between = STARTS_WITH_AIR.test(rest) ? undefined : BEFORE_AIR.exec(rest)?.[1]
  if (between !== undefined) {
    rest = rest.slice(between.length)
    if (isArea(between)) areas.push(between)
    else if (!NEUTRAL.test(between)) {
      if (!AREA_LIKE.test(between)) return firm ? unreadable(sentence, areas) : { kind: 'summary' }
      areas.push(between)
    }
  }
  const [named, clauses] = apart(rest.split(','), isArea)
  areas.push(...named)
  const values = parseClauses(clauses)
  if (values === null) return { kind: 'prose' }
  if (!firm && (typeof values === 'string' || period)) return { kind: 'summary' }
  if (typeof values === 'string') return unreadable(values, areas)
  const [area = null, ...others] = new Set(areas)
  if (others.length > 0) return unreadable(sentence, areas)
  if (period && dayText === '') return fault('forecast-date-span', sentence, areas)
  const day = dayText === '' ? null : parseDay(dayText)
  return { kind: 'statement', area, day, dayText, values }
}

/** The clauses that name areas, and the others. */
function apart(clauses: readonly string[], isArea: (name: string) => boolean): readonly [string[], string[]] {
  const named: string[] = []
  const others: string[] = []
  for (const clause of clauses) (isArea(clause) ? named : others).push(clause)
  return [named, others]
}

type Fault = Extract<Sentence, { kind: 'fault' }>

function fault(code: Fault['fault'], value: string, areas: readonly string[]): Fault {
  return { kind: 'fault', fault: code, area: areas[0] ?? null, value: value.trim() }
}

const unreadable = (value: string, areas: readonly string[]): Fault => fault('statement-unreadable', value, areas)
