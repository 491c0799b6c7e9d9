/** The two sides' schemes of heavy-pollution warnings, aspect by aspect. Levels of one name are shown side by side and never ranked against one another. */
import { leastSure } from '../../../adapters/standards/confidence.ts'
import { sideScheme } from '../../../adapters/standards/warning-schemes.ts'
import { LEVEL_NAMES } from '../../../adapters/standards/warning-words.ts'
import type { WarningLevel, WarningScheme, WarningUser } from '../../../contracts/standards/air-types.ts'
import { WARNING_LEVELS } from '../../../contracts/standards/air-types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import { type ComparisonRow, joined, rowOf, type Said } from './row.ts'
import { named } from './shared.ts'

interface Side {
  readonly scheme: WarningScheme
  readonly user: WarningUser
}

function sideOf(party: PartyId): Side {
  const scheme = sideScheme(party)
  const user = scheme.usedBy.find((one) => one.party === party)
  if (!user) throw new TypeError(`${scheme.id} is not used by ${party}`)
  return { scheme, user }
}

function schemeSaid({ scheme }: Side): Said {
  return { text: named(scheme), value: scheme.id, confidence: scheme.confidence, source: scheme.source }
}

function documentSaid({ scheme, user: { document, from, confidence } }: Side): Said | null {
  if (document === null) return null
  const since = from === null ? { zh: '', en: '' } : { zh: `，${from}`, en: `, ${from}` }
  return {
    text: { zh: document + since.zh, en: document + since.en },
    value: document,
    confidence,
    source: scheme.source,
  }
}

function definitionSaid({ scheme, user: { definition, confidence } }: Side): Said | null {
  return definition && { text: definition, value: definition.zh, confidence, source: scheme.source }
}

function coversSaid({ scheme: { covers, source } }: Side): Said | null {
  return covers && { text: covers.rule, value: covers.pollutants, confidence: covers.confidence, source }
}

function levelSaid({ scheme }: Side, level: WarningLevel): Said | null {
  const row = scheme.levels.find((one) => one.level === level)
  if (!row?.clauses) return null
  return {
    text: joined(
      row.clauses.map(({ rule }) => rule),
      '；或',
      '; or ',
    ),
    // What is asked, without the words it is asked in.
    value: row.clauses.map(({ run, within = null, shortHeavy = null }) => [run, within, shortHeavy]),
    confidence: leastSure([row.confidence, scheme.confidence]),
    source: scheme.source,
  }
}

const LEVEL_EFFECT: Bilingual = {
  zh: '名称相同不等于条件相同；级别须连同方案一起说，不跨方案比较',
  en: 'one name, not one condition; a level is told with its scheme and never compared across schemes',
}

/** The rows out of the schemes in use. */
export function warningRows(): readonly ComparisonRow[] {
  const [sc, cq] = [sideOf('sc'), sideOf('cq')]
  const row = (
    key: string,
    aspect: Bilingual,
    of: (side: Side) => Said | null,
    effect: Bilingual | null = null,
  ): ComparisonRow => rowOf(key, aspect, { sc: of(sc), cq: of(cq), effect })
  const levels = WARNING_LEVELS.filter((level) =>
    [sc, cq].some(({ scheme }) => scheme.levels.some((one) => one.level === level)),
  )
  return [
    row('scheme', { zh: '分级标准', en: 'Scheme of levels' }, schemeSaid),
    row('document', { zh: '应急预案', en: 'Plan in force' }, documentSaid),
    row('definition', { zh: '重污染天气的定义', en: 'What heavy pollution weather is' }, definitionSaid, {
      zh: '日AQI在151至200之间的日子，四川算重污染天气，重庆须看PM2.5、O3浓度',
      en: 'a day with an AQI of 151 to 200 is heavy pollution in Sichuan; in Chongqing it depends on PM2.5 and ozone',
    }),
    row('covers', { zh: '所管污染物', en: 'Pollutants covered' }, coversSaid, {
      zh: '首要污染物为臭氧的日子，只在重庆方案中计入',
      en: 'days with ozone as primary pollutant count in Chongqing’s scheme only',
    }),
    ...levels.map((level) =>
      row(
        `level-${level}`,
        { zh: `${LEVEL_NAMES[level].zh}预警的条件`, en: `Conditions of the ${LEVEL_NAMES[level].en} warning` },
        (side) => levelSaid(side, level),
        LEVEL_EFFECT,
      ),
    ),
  ]
}
