/** The two sides' schemes of enterprise credit held against each other, aspect by aspect, from the data alone. Standards §4.2, §9 rows 13 and 14. */
import {
  CREDIT_AUTHORITIES,
  type CreditAuthority,
  type CreditFact,
  type CreditScheme,
} from '../../contracts/standards/credit-types.ts'
import { CQ_CREDIT_2021, SC_CREDIT_2019 } from '../../contracts/standards/index.ts'
import type { Bilingual, Confidence } from '../../contracts/types.ts'
import { leastSure } from './confidence.ts'

/**
 * One aspect. A side's text is null when not established. `differs` is null when that cannot be told: a side is not
 * established, or both are told in words alone. `confidence` is the lower of the two.
 */
export interface CreditComparison {
  readonly key: string
  readonly aspect: Bilingual
  readonly sc: Bilingual | null
  readonly cq: Bilingual | null
  readonly differs: boolean | null
  readonly confidence: Confidence | null
}

/** What one scheme says of an aspect; two are the same when their `value` is. Without one they are told in words alone. */
interface Said {
  readonly text: Bilingual
  readonly value?: unknown
  readonly confidence: Confidence
}

interface Aspect {
  readonly key: string
  readonly aspect: Bilingual
  of(scheme: CreditScheme): Said | null
}

function joined(texts: readonly Bilingual[]): Bilingual {
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
}

function factSaid(fact: CreditFact | null): Said | null {
  return fact && { text: { zh: fact.zh, en: fact.en }, confidence: fact.confidence }
}

function factsSaid(facts: readonly CreditFact[] | null | undefined): Said | null {
  if (!facts || facts.length === 0) return null
  return { text: joined(facts), confidence: leastSure(facts.map(({ confidence }) => confidence)) }
}

/** Levels of authorities. 市级 is the municipality in Chongqing and a prefecture in Sichuan, so neither goes by that word alone. */
export const AUTHORITY_NAMES: Readonly<Record<CreditAuthority, Bilingual>> = {
  province: { zh: '省级', en: 'province' },
  municipality: { zh: '市级（直辖市）', en: 'municipality' },
  prefecture: { zh: '市（州）级', en: 'prefecture' },
  district: { zh: '区县级', en: 'district' },
}

/** A band as a half-open interval: `[80,100)`. */
function interval({ min, below }: { readonly min?: number; readonly below?: number }): string {
  return `${min === undefined ? '(−∞' : `[${min}`},${below === undefined ? '+∞' : below})`
}

function bandsSaid({ bands, levels }: CreditScheme): Said | null {
  if (!bands) return null
  const texts = bands.map((band) => {
    const title = levels.find(({ key }) => key === band.level)?.title ?? { zh: band.level, en: band.level }
    return { zh: `${title.zh} ${interval(band)}`, en: `${title.en} ${interval(band)}` }
  })
  return {
    text: joined(texts),
    value: bands.map(interval),
    confidence: leastSure(bands.map(({ confidence }) => confidence)),
  }
}

function baseSaid({ computation }: CreditScheme): Said | null {
  if (!computation) return null
  const { base, rule } = computation
  const how =
    base.how === 'earned'
      ? { zh: `${base.points}分，逐项得分`, en: `${base.points} points, earned item by item` }
      : { zh: `${base.points}分，给定后扣分`, en: `${base.points} points, given and then deducted from` }
  return { text: how, value: base, confidence: rule.confidence }
}

function capSaid({ computation }: CreditScheme): Said | null {
  if (!computation) return null
  const { cap, capConfidence: confidence } = computation
  return cap === null
    ? { text: { zh: '未见封顶', en: 'none seen' }, value: null, confidence }
    : { text: { zh: `${cap}分`, en: `${cap} points` }, value: cap, confidence }
}

function indicatorsSaid({ indicators }: CreditScheme): Said | null {
  if (!indicators || (indicators.count === null && indicators.items.length === 0)) return null
  const { count, items, complete, confidence } = indicators
  const total = count === null ? [] : [{ zh: `${count}项`, en: `${count} indicators` }]
  const known = items.map(({ zh, en, points }) => ({ zh: `${zh}${points ?? ''}`, en: `${en} ${points ?? ''}`.trim() }))
  const partial = complete ? [] : [{ zh: '细项未全部查明', en: 'not all items are established' }]
  const text = joined([...total, ...known, ...partial])
  return count === null ? { text, confidence } : { text, value: count, confidence }
}

function vetoSaid({ veto }: CreditScheme): Said | null {
  if (!veto || veto.cases.length === 0) return null
  const { cases, count, confidence } = veto
  const total = count === null ? [] : [{ zh: `${count}种情形`, en: `${count} cases` }]
  return { text: joined([...total, ...cases]), value: cases.map(({ key }) => key), confidence }
}

function authoritiesSaid({ authorities }: CreditScheme): Said | null {
  if (!authorities) return null
  const levels = CREDIT_AUTHORITIES.filter((level) => authorities.levels.includes(level))
  return {
    text: joined(levels.map((level) => AUTHORITY_NAMES[level])),
    value: levels,
    confidence: authorities.confidence,
  }
}

function precedenceSaid({ authorities }: CreditScheme): Said | null {
  const { precedence = null, precedenceConfidence = null } = authorities ?? {}
  if (!precedence || precedenceConfidence === null) return null
  const names = precedence.map((level) => AUTHORITY_NAMES[level])
  const text = { zh: names.map(({ zh }) => zh).join('优先于'), en: names.map(({ en }) => en).join(' before ') }
  return { text, value: precedence, confidence: precedenceConfidence }
}

const ASPECTS: readonly Aspect[] = [
  {
    key: 'scheme',
    aspect: { zh: '办法', en: 'Scheme' },
    of: ({ id, title, confidence }) => ({
      text: title.zh === id ? title : { zh: `${title.zh}（${id}）`, en: title.en },
      value: id,
      confidence,
    }),
  },
  {
    key: 'issuers',
    aspect: { zh: '发文机关', en: 'Issued by' },
    of: ({ issuers, issuersConfidence }) =>
      issuers && issuersConfidence ? { text: joined(issuers), value: issuers, confidence: issuersConfidence } : null,
  },
  {
    key: 'levels',
    aspect: { zh: '等级', en: 'Levels' },
    of: ({ levels }) => ({
      text: joined(levels.map(({ title }) => title)),
      value: levels.map(({ title }) => title.zh),
      confidence: leastSure(levels.map(({ confidence }) => confidence)),
    }),
  },
  { key: 'bands', aspect: { zh: '分数区间', en: 'Bands of scores' }, of: bandsSaid },
  {
    key: 'bands-printed',
    aspect: { zh: '分数区间（原文写法）', en: 'Bands as printed' },
    of: ({ bands }) =>
      bands && {
        text: joined(bands.map(({ printed }) => ({ zh: printed, en: printed }))),
        value: bands.map(({ printed }) => printed),
        confidence: leastSure(bands.map(({ confidence }) => confidence)),
      },
  },
  { key: 'base', aspect: { zh: '基础分', en: 'Base' }, of: baseSaid },
  { key: 'cap', aspect: { zh: '最高分', en: 'Highest score' }, of: capSaid },
  { key: 'indicators', aspect: { zh: '指标', en: 'Indicators' }, of: indicatorsSaid },
  {
    key: 'deductions',
    aspect: { zh: '扣分', en: 'Deductions' },
    of: ({ computation }) => factsSaid(computation?.deductions),
  },
  { key: 'bonuses', aspect: { zh: '加分', en: 'Bonuses' }, of: ({ computation }) => factsSaid(computation?.bonuses) },
  { key: 'veto', aspect: { zh: '一票否决', en: 'Veto' }, of: vetoSaid },
  { key: 'authorities', aspect: { zh: '评价机关级别', en: 'Levels of authority' }, of: authoritiesSaid },
  { key: 'precedence', aspect: { zh: '同年多次评价', en: 'Several ratings of one year' }, of: precedenceSaid },
  { key: 'scope', aspect: { zh: '参评范围', en: 'Scope' }, of: ({ scope }) => factsSaid(scope) },
  { key: 'cycle', aspect: { zh: '评价周期', en: 'Cycle' }, of: ({ cycle }) => factSaid(cycle) },
  { key: 'special', aspect: { zh: '特殊情形', en: 'Special rows' }, of: ({ special }) => factsSaid(special) },
  { key: 'uses', aspect: { zh: '结果应用', en: 'Uses' }, of: ({ uses }) => factsSaid(uses) },
  {
    key: 'validity',
    aspect: { zh: '有效期', en: 'Validity' },
    of: ({ validity }) =>
      validity && {
        text: { zh: validity.zh, en: validity.en },
        value: validity.years,
        confidence: validity.confidence,
      },
  },
  { key: 'repair', aspect: { zh: '信用修复', en: 'Credit repair' }, of: ({ repair }) => factSaid(repair) },
]

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The aspects in order of reading, of the schemes in use unless others are given. */
export function compareCreditSchemes(
  sc: CreditScheme = SC_CREDIT_2019,
  cq: CreditScheme = CQ_CREDIT_2021,
): readonly CreditComparison[] {
  return ASPECTS.map(({ key, aspect, of }) => {
    const [one, other] = [of(sc), of(cq)]
    const said = [one, other].filter((side) => side !== null)
    return {
      key,
      aspect,
      sc: one?.text ?? null,
      cq: other?.text ?? null,
      differs: one && other && 'value' in one && 'value' in other ? !sameValue(one.value, other.value) : null,
      confidence: said.length === 0 ? null : leastSure(said.map(({ confidence }) => confidence)),
    }
  })
}
