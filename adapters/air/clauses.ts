/** The clauses of a forecast sentence, in any order: class, AQI, primary pollutants, concentrations, confidence. Standards §2.5 and §9 row 11. */
import type { ForecastConfidence, ValueRange } from '../../contracts/air-forecast/record.ts'
import type { AirClass, Pollutant } from '../../contracts/standards/air-types.ts'
import { parsePollutant, parsePrimary } from './pollutants.ts'
import { CLASSES, NUMBERS, parseAqiRange, parseClasses, parseNumbers } from './range.ts'

/** What a forecast says of the air, whether in words or in columns; the texts are as written. */
export interface ForecastValues {
  readonly aqi: { readonly from: number; readonly to: number } | null
  readonly aqiText: string
  readonly classes: ValueRange<AirClass> | null
  readonly classText: string
  /** The words that say that some of the area or of the day may be of another class, by which `classes` was widened; empty without. */
  readonly someText: string
  readonly primary: readonly Pollutant[]
  readonly primaryText: string
  readonly concentrations: readonly SentConcentration[]
  readonly confidence: ForecastConfidence | null
}

/** A range of concentrations, its digits and unit as written; no unit is null. */
export interface SentConcentration {
  readonly pollutant: Pollutant
  readonly from: string
  readonly to: string
  readonly unit: string | null
}

/** The words a class is told under, as a pattern without groups; 空气质量指数 is the AQI. */
export const QUALITY = '(?:环境)?空气质量(?!指数)(?:等级|级别|类别|状况)?'
/** The words the AQI is told under, as a pattern without groups. */
export const INDEX = String.raw`(?:空气质量指数|AQI)(?:\(AQI\))?(?:指数|范围|值|预报)*`

/** A class right behind what it is told of, as a pattern without groups: 以良为主, or the class alone at the end of a clause. */
export const CLASS_TOLD = `(?:(?:预计|总体|整体|将)*(?:以|为)${CLASSES}(?:为主)?(?:,|$)|${CLASSES}(?:,|$))`

const CLASS_CLAUSE = new RegExp(`^(?:${QUALITY}|等级|级别)?(?:预计|总体|整体|将)*(?:为|以|:|是)?(${CLASSES})(?:为主)?$`)
/** 个别城市可达轻度污染: the class of some places or hours, which widens the span told for all. */
const PART = '(?:个别|局部|局地|部分|少数)(?:城市|地区|区域|区县|县区|时段|点位|站点|地方)?'
const SOME_CLAUSE = new RegExp(
  `^(?:但|其中)?${PART}(?:[、或和]${PART})?(?:有?可能|可|会|将|能|短时|偶尔?|以|为|出现|达到?|升至){0,4}(${CLASSES})(?:天气|过程|水平|为主)?$`,
)
/** A class told of something: where it is none of the clauses known, it must not be passed over. */
const TOLD_CLASS = new RegExp(`(?:以|为|达到?|转为?|至)${CLASSES}(?:为主)?$|${CLASSES}为主$`)
/** What else is graded by the same words. */
const NOT_OF_AIR = /扩散|能见度|天气|水质|降[雨雪水]/
const AQI_CLAUSE = new RegExp(`^${INDEX}(?:预计)?(?:为|在|:|是)?(${NUMBERS})(?:之间)?$`)
const PRIMARY_CLAUSE = /^首要污染物(?:预计)?(?:为|是|:|以)?(.+?)(?:为主)?$/
const NO_PRIMARY = /^无首要污染物$/
const CONCENTRATION = new RegExp(
  `^(.{1,16}?)(?:日均|平均|日最大8小时(?:滑动)?(?:平均)?)?(?:质量)?浓度(?:范围)?(?:为|在|:)?(${NUMBERS})([^\\d~,]{1,12}?[3³米])(?:之间)?$`,
)
const CONFIDENCE = /^(?:预报)?(?:置信度|可信度|信度)(?:为|:)?(较高|高|中等|中|较低|低)$/
/** A clause with these says something of the forecast, so that it must not be passed over. */
export const TELLING = /AQI|空气质量|首要污染物|[轻中重]度?污染|严重污染|浓度\D{0,4}\d|信度/

/** What a clause must have to be any of these; most of a long sentence has not. */
const RELEVANT = new RegExp(`${TELLING.source}|${CLASSES}|浓度|PM|[Oo₃]|[NS]O|臭氧|颗粒物|氧化`)

/** How sure a forecaster may say to be. */
export const CONFIDENCES: ReadonlyMap<string, ForecastConfidence> = new Map([
  ['高', 'high'],
  ['较高', 'high'],
  ['中', 'medium'],
  ['中等', 'medium'],
  ['低', 'low'],
  ['较低', 'low'],
])

/** The values of the clauses; the clause that cannot be read, or null when none tells anything. */
export function parseClauses(clauses: readonly string[]): ForecastValues | string | null {
  let aqi: ForecastValues['aqi'] = null
  let classes: ForecastValues['classes'] = null
  let primary: Pollutant[] | null = null
  let confidence: ForecastConfidence | null = null
  let [aqiText, classText, primaryText, someText] = ['', '', '', '']
  const some: ValueRange<AirClass>[] = []
  let inPrimary = false
  const concentrations: SentConcentration[] = []
  for (const clause of clauses) {
    const wasPrimary = inPrimary
    inPrimary = false
    if (!RELEVANT.test(clause)) continue
    const classWords = CLASS_CLAUSE.exec(clause)?.[1]
    const index = AQI_CLAUSE.exec(clause)?.[1]
    const names = NO_PRIMARY.test(clause) ? '无' : PRIMARY_CLAUSE.exec(clause)?.[1]
    const more = wasPrimary && primary !== null ? parsePollutant(clause) : undefined
    if (classWords !== undefined) {
      const found = parseClasses(classWords)
      if (found === undefined || classes !== null) return clause
      classes = found
      classText = classWords
    } else if (index !== undefined) {
      const found = parseAqiRange(index)
      if (found === null || aqi !== null) return clause
      aqi = found
      aqiText = index
    } else if (names !== undefined) {
      const found = parsePrimary(names)
      if (found === undefined || primary !== null) return clause
      primary = [...found]
      primaryText = names
      inPrimary = found.length > 0
    } else if (more !== undefined && primary !== null) {
      primary.push(more)
      primaryText += `、${clause}`
      inPrimary = true
    } else if (SOME_CLAUSE.test(clause)) {
      const found = parseClasses(SOME_CLAUSE.exec(clause)?.[1] ?? '')
      if (found === undefined) return clause
      some.push(found)
      someText = someText === '' ? clause : `${someText},${clause}`
    } else if (CONFIDENCE.test(clause)) {
      confidence = CONFIDENCES.get(CONFIDENCE.exec(clause)?.[1] ?? '') ?? null
    } else {
      const found = parseConcentration(clause)
      if (found) concentrations.push(found)
      else if (TELLING.test(clause) || (TOLD_CLASS.test(clause) && !NOT_OF_AIR.test(clause))) return clause
    }
  }
  if (some.length > 0) {
    // What some places come to says nothing of the others.
    if (classes === null) return someText
    const all = [classes, ...some]
    classes = { max: greatest(all.map(({ max }) => max)), min: least(all.map(({ min }) => min)) }
    classText = `${classText},${someText}`
  }
  if (aqi === null && classes === null) return primary === null && concentrations.length === 0 ? null : clauses.join()
  const named = [...new Set(primary)]
  return { aqi, aqiText, classes, classText, someText, primary: named, primaryText, concentrations, confidence }
}

const greatest = (classes: readonly AirClass[]): AirClass => classes.reduce((a, b) => (b > a ? b : a))
const least = (classes: readonly AirClass[]): AirClass => classes.reduce((a, b) => (b < a ? b : a))

function parseConcentration(clause: string): SentConcentration | null {
  const [, name = '', range = '', unit = ''] = CONCENTRATION.exec(clause) ?? []
  const pollutant = parsePollutant(name)
  const ends = parseNumbers(range)
  return pollutant && ends ? { pollutant, ...ends, unit } : null
}
