/**
 * One sentence of a forecast bulletin: `4月12日空气质量等级为良至轻度污染，AQI指数74~104，首要污染物为PM10`. Clauses between commas come in any order;
 * what tells nothing of the air (wind, advice) is passed over, what does and cannot be read is a fault. Standards §2.5 and §9 row 11.
 */
import { tight } from './cells.ts'
import { CLASS_TOLD, type ForecastValues, INDEX, parseClauses, QUALITY, TELLING } from './clauses.ts'
import { LEADING, leadingDays, PERIOD, type WrittenDays } from './days.ts'
import { CLASSES } from './range.ts'

/** What a sentence comes to. `area` and `days` are null where it names none; a summary tells of the air but of no one day, and gives no AQI. */
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
      readonly days: WrittenDays | null
      readonly dayText: string
      readonly values: ForecastValues
    }

const LEAD = /^(?:预计|预测|预报|其中|另外|届时)+[,:]?/
const PERIOD_FIRST = new RegExp(`^${PERIOD}[,:]?`)
/** Words before a colon that head a paragraph and name no area. */
const TITLE = /预报|空气质量|展望|情况|如下|发布|结论/
/** Words right before 空气质量 that mean the area of the heading, or the whole day. */
const NEUTRAL = /^(?:[我本][市区县州]|全[市区县州]|城市|全天|日均|总体|整体|预计)*$/
const AREA_LIKE = /^[^,:\d]{1,24}[省市州县区]$/
/** Right behind a day these take a part of it, or more than it. */
const QUALIFIED =
  /^(?:前后|左右|起|以[前后]|之[前后]|[前后]期?|夜|白天|[上下中]午|凌晨|早|傍晚|晚|午[前后]|开始|为?止|[至到~～、和及与或—-])/
const COLON = /^([^:,\d]{1,60}):/
/** What a heading may say after its area: 成都市空气质量预报. */
const TITLE_TAIL =
  /(?:城市)?(?:环境)?(?:空气质量)?(?<!预报|展望|情况|结论|如下|发布)(?:预报|展望|情况|结论|如下|发布)+$/
/** A colon after these belongs to the clause, not to a heading. */
const CLAUSE_TAIL = /(?:质量|等级|级别|类别|状况|指数|范围|值|AQI|污染物)$|今[天日]|明[天日]|后天/
const BEFORE_DAY = new RegExp(`^([^\\d:]{1,60}?),?(?=${LEADING})`)
const BEFORE_AIR = new RegExp(`^([^,:\\d]{1,60}?)(?=${QUALITY}|${INDEX})`)
const BEFORE_CLASS = new RegExp(`^([^,:\\d]{1,60}?)(?=${CLASS_TOLD})`)
const STARTS_WITH_AIR = new RegExp(`^(?:${QUALITY}|${INDEX}|首要污染物|等级|级别)`)

/** What stands right before a day and names no area. */
const CAUSE = /(?:影响|作用|控制|条件下|背景下)$/

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
  const period = leadingDays(rest) === null && PERIOD_FIRST.test(rest)
  if (period) rest = rest.replace(PERIOD_FIRST, '').replace(LEAD, '')
  const before = STARTS_WITH_AIR.test(rest) || leadingDays(rest) ? undefined : BEFORE_DAY.exec(rest)
  if (before?.[1] !== undefined) {
    const words = before[1].split(',')
    const named = words.filter((word) => isArea(word) || (AREA_LIKE.test(word) && !NEUTRAL.test(word)))
    areas.push(...named)
    const last = before[0].endsWith(',') ? '' : (words.at(-1) ?? '').replace(LEAD, '')
    const strange = !named.includes(last) && ![NEUTRAL, CAUSE, TITLE].some((known) => known.test(last))
    if (strange || words.some((word) => TELLING.test(word) && !TITLE.test(word))) return unreadable(sentence, areas)
    rest = rest.slice(before[0].length)
  }
  const days = leadingDays(rest)
  const dayText = days?.text ?? ''
  if (days !== null && QUALIFIED.test(days.rest)) return unreadable(sentence, areas)
  rest = (days?.rest ?? rest).replace(LEAD, '')
  const firm = dayText !== '' || FIRM.test(rest)
  const parts = rest.split(',')
  for (const [at, part] of parts.entries()) {
    if (STARTS_WITH_AIR.test(part) || isArea(part)) break
    const between = wordsBefore(part, isArea)
    if (between === undefined) continue
    if (isArea(between)) areas.push(between)
    else if (!NEUTRAL.test(between)) {
      if (!AREA_LIKE.test(between)) return firm ? unreadable(sentence, areas) : { kind: 'summary' }
      areas.push(between)
    }
    parts[at] = part.slice(between.length)
    break
  }
  const [named, clauses] = apart(parts, isArea)
  areas.push(...named)
  const values = parseClauses(clauses)
  if (values === null) return { kind: 'prose' }
  if (!firm && (typeof values === 'string' || period)) return { kind: 'summary' }
  if (typeof values === 'string') return unreadable(values, areas)
  const [area = null, ...others] = new Set(areas)
  if (others.length > 0) return unreadable(sentence, areas)
  if (period && dayText === '') return fault('forecast-date-span', sentence, areas)
  return { kind: 'statement', area, days: days?.written ?? null, dayText, values }
}

/** What stands before the words for the air; before a class alone, only an area or a word that stands for one. */
function wordsBefore(part: string, isArea: (name: string) => boolean): string | undefined {
  const before = BEFORE_AIR.exec(part)?.[1]
  if (before !== undefined) return before
  const name = BEFORE_CLASS.exec(part)?.[1]
  return name !== undefined && (isArea(name) || NEUTRAL.test(name)) ? name : undefined
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
