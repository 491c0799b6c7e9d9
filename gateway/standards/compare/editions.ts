/** What the edition of the air index in force changed against the one before it (HJ 633-2012, HJ 633-2026), from the data alone. */
import { leastSure } from '../../../adapters/standards/confidence.ts'
import type { AirColumn, AirIndexStandard, AirRule, Averaging } from '../../../contracts/standards/air-types.ts'
import { HJ633_2012, HJ633_2026 } from '../../../contracts/standards/index.ts'
import type { Bilingual, Confidence } from '../../../contracts/types.ts'
import { eachOnce } from './row.ts'

/** One aspect in which two editions of one standard differ, or are checked to agree. */
export interface EditionRow {
  readonly key: string
  readonly aspect: Bilingual
  readonly earlier: Bilingual
  readonly later: Bilingual
  readonly differs: boolean
  readonly confidence: Confidence
  readonly sources: readonly Bilingual[]
}

/** Two editions side by side; `effect` is what the change comes to. */
export interface Editions {
  readonly earlier: string
  readonly later: string
  readonly rows: readonly EditionRow[]
  readonly effect: Bilingual
}

const POLLUTANT_NAMES = { co: 'CO', no2: 'NO₂', o3: 'O₃', pm10: 'PM10', pm25: 'PM2.5', so2: 'SO₂' } as const

function columnName({ pollutant, averaging }: AirColumn): Bilingual {
  const name = POLLUTANT_NAMES[pollutant]
  return { zh: `${name} ${meanName(averaging).zh}`, en: `${name}, ${meanName(averaging).en}` }
}

function meanName(averaging: Averaging): Bilingual {
  const hours = averaging.slice(0, -1)
  return { zh: `${hours}小时平均`, en: `${hours}-hour mean` }
}

/** The points of a column at which the other has another concentration: `IAQI 100：75`. */
function movedPoints(column: AirColumn, other: AirColumn, { indices }: AirIndexStandard): Bilingual {
  const moved = column.breakpoints.flatMap((point, at) =>
    other.breakpoints[at] === point ? [] : [{ index: indices[at] ?? 0, point }],
  )
  return {
    zh: moved.map(({ index, point }) => `IAQI ${index}：${point}`).join('；'),
    en: moved.map(({ index, point }) => `IAQI ${index}: ${point}`).join('; '),
  }
}

function aboveText({ above: { index, instead } }: AirColumn): Bilingual {
  if (index === null) {
    if (instead === null) return { zh: '不计指数', en: 'no index' }
    return { zh: `改用${meanName(instead).zh}`, en: `the ${meanName(instead).en} serves instead` }
  }
  return { zh: `指数为${index}`, en: `an index of ${index}` }
}

function columnRows(earlier: AirIndexStandard, later: AirIndexStandard): EditionRow[] {
  return later.columns.flatMap((column) => {
    const before = earlier.columns.find(
      ({ pollutant, averaging }) => pollutant === column.pollutant && averaging === column.averaging,
    )
    if (!before) return []
    const base = {
      confidence: leastSure([before.confidence, column.confidence]),
      sources: eachOnce([earlier.source, later.source]),
      differs: true,
    }
    const name = columnName(column)
    const rows: EditionRow[] = []
    if (before.breakpoints.join() !== column.breakpoints.join()) {
      rows.push({
        ...base,
        key: `points-${column.pollutant}-${column.averaging}`,
        aspect: { zh: `${name.zh}的分段`, en: `${name.en}: break points` },
        earlier: movedPoints(before, column, earlier),
        later: movedPoints(column, before, later),
      })
    }
    if (JSON.stringify(before.above) !== JSON.stringify(column.above)) {
      rows.push({
        ...base,
        key: `above-${column.pollutant}-${column.averaging}`,
        aspect: { zh: `${name.zh}超出分段`, en: `${name.en}: beyond the column` },
        earlier: aboveText(before),
        later: aboveText(column),
      })
    }
    return rows
  })
}

const RULES: readonly {
  readonly key: string
  readonly aspect: Bilingual
  of(edition: AirIndexStandard): AirRule
}[] = [
  { key: 'hourly', aspect: { zh: '小时值的颗粒物', en: 'Particles of an hour' }, of: ({ hourly }) => hourly },
  {
    key: 'rounding',
    aspect: { zh: '计算前的浓度修约', en: 'Rounding before the formula' },
    of: ({ concentrationRounding }) => concentrationRounding,
  },
  { key: 'exceeding', aspect: { zh: '超标污染物', en: 'Exceeding pollutants' }, of: ({ exceeding }) => exceeding },
  { key: 'incomplete', aspect: { zh: '数据不全', en: 'Incomplete data' }, of: ({ incomplete }) => incomplete },
  { key: 'primary', aspect: { zh: '首要污染物', en: 'Primary pollutant' }, of: ({ primary }) => primary },
  {
    key: 'index-rounding',
    aspect: { zh: '指数取整', en: 'Rounding of the index' },
    of: ({ indexRounding }) => indexRounding,
  },
]

function forceText({ inForce: { from, to } }: AirIndexStandard): Bilingual {
  return to === null ? { zh: `${from}起`, en: `from ${from}` } : { zh: `${from}至${to}`, en: `${from} to ${to}` }
}

/** The editions of HJ 633: points and rules that moved, then the rules that were checked and did not. */
export function airEditions(earlier = HJ633_2012, later = HJ633_2026): Editions {
  const sources = eachOnce([earlier.source, later.source])
  const rules = RULES.map(({ key, aspect, of }): EditionRow => {
    const [before, after] = [of(earlier), of(later)]
    return {
      key,
      aspect,
      earlier: before.rule,
      later: after.rule,
      differs: before.rule.zh !== after.rule.zh,
      confidence: leastSure([before.confidence, after.confidence]),
      sources,
    }
  })
  const force: EditionRow = {
    key: 'in-force',
    aspect: { zh: '施行', en: 'In force' },
    earlier: forceText(earlier),
    later: forceText(later),
    differs: true,
    confidence: leastSure([earlier.confidence, later.confidence]),
    sources,
  }
  const moved = [force, ...columnRows(earlier, later), ...rules.filter(({ differs }) => differs)]
  return {
    earlier: earlier.id,
    later: later.id,
    rows: [...moved, ...rules.filter(({ differs }) => !differs)],
    effect: effectOf(earlier, later),
  }
}

/** From this index on warnings look; below it only good days are counted. */
const WARNED_FROM = 150

/** Whether any break point moved from an index of 150 on decides what the change comes to. */
function effectOf(earlier: AirIndexStandard, later: AirIndexStandard): Bilingual {
  const moved = later.columns.flatMap((column) => {
    const before = earlier.columns.find(
      (one) => one.pollutant === column.pollutant && one.averaging === column.averaging,
    )
    return column.breakpoints.flatMap((point, at) =>
      before?.breakpoints[at] === point ? [] : [later.indices[at] ?? 0],
    )
  })
  if (moved.some((index) => index >= WARNED_FROM)) {
    return {
      zh: '预警所看的分段有变化，预警结论可能不同。',
      en: 'Break points that warnings look at have moved: warnings may differ.',
    }
  }
  return {
    zh: `变化的分段只在IAQI ${[...new Set(moved)].join('、')}处：同样的浓度，良与轻度污染的天数会变；IAQI ${WARNED_FROM}及以上不变，预警结论相同。`,
    en: `Break points moved only at an index of ${[...new Set(moved)].join(', ')}: of the same concentrations other days are class 2 or class 3; from ${WARNED_FROM} on nothing moved, and warnings stay the same.`,
  }
}
