/** Where the two sides differ, dataset by dataset and aspect by aspect: data in, data out, the same for everyone. */
import { compareCreditSchemes } from '../../../adapters/standards/credit-compare.ts'
import { type Compared, DIFFERENCES, type SideDifference } from '../../../contracts/standards/differences.ts'
import { CQ_CREDIT_2021, HJ633_2026, SC_CREDIT_2019 } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { WITHIN_SCHEME } from '../words.ts'
import { airEditions, type Editions } from './editions.ts'
import { type ComparisonRow, sharedRow, sourceText } from './row.ts'
import { named, riskRows, waterRows } from './shared.ts'
import { warningRows } from './warning.ts'

/** How many aspects are alike, differ, or are not established. */
export interface ComparisonCounts {
  readonly aspects: number
  readonly same: number
  readonly differ: number
  readonly unknown: number
}

/** One dataset's comparison; `editions` where two editions of a national standard are set against each other as well. */
export interface DatasetComparison {
  readonly id: Compared
  readonly title: Bilingual
  readonly summary: Bilingual
  readonly counts: ComparisonCounts
  readonly rows: readonly ComparisonRow[]
  readonly editions: Editions | null
}

/** The whole. */
export interface StandardsComparison {
  readonly counts: ComparisonCounts
  readonly notes: readonly Bilingual[]
  readonly datasets: readonly DatasetComparison[]
}

function written(dataset: Compared): readonly ComparisonRow[] {
  return DIFFERENCES.filter((one) => one.dataset === dataset).map(
    ({ dataset: _, source, ...row }: SideDifference): ComparisonRow => ({ ...row, sources: [sourceText(source)] }),
  )
}

function airRows(): readonly ComparisonRow[] {
  const index = sharedRow(
    'index',
    { zh: '空气质量指数标准', en: 'Air quality index' },
    { ...HJ633_2026, text: named(HJ633_2026) },
    {
      zh: '按预报日或监测时刻取当时施行的版本，两边同一天同一版本',
      en: 'the edition in force on the day is used, the same on both sides',
    },
  )
  return [index, ...written('air')]
}

/** What some aspects of the schemes of credit change in practice. Standards §4.2. */
const CREDIT_EFFECTS: Readonly<Record<string, Bilingual>> = {
  levels: {
    zh: '四级名称相同，可按契约中的对照表对应',
    en: 'the four names are the same and correspond by the crosswalk of the contract',
  },
  'bands-printed': {
    zh: '重庆印作整数，99与100之间没有写明；按半开区间归级',
    en: 'Chongqing prints whole numbers, which leaves what lies between 99 and 100 open; half-open bands settle it',
  },
  base: {
    zh: '两边得分不可比：四川逐项得分，重庆由100分扣减',
    en: 'scores do not compare: Sichuan’s are earned item by item, Chongqing’s deducted from 100',
  },
  cap: { zh: '得分只连同办法一起展示', en: 'a score is shown with its scheme only' },
  veto: {
    zh: '一票否决时等级可低于得分所在区间，以等级为准',
    en: 'with a veto the level may lie below the band of the score; the level stands',
  },
  precedence: {
    zh: '重庆同一年度有两份评价时以市级为准，两份都保留；四川未查明',
    en: 'of two ratings of one year the municipality’s prevails in Chongqing and both are kept; Sichuan’s rule is not established',
  },
}

function creditRows(): readonly ComparisonRow[] {
  const sources = [SC_CREDIT_2019, CQ_CREDIT_2021].map(({ source }) => sourceText(source))
  const compared = compareCreditSchemes().map(
    ({ key, ...row }): ComparisonRow => ({
      key,
      ...row,
      effect: CREDIT_EFFECTS[key] ?? null,
      sources: sources.filter((_, at) => (at === 0 ? row.sc : row.cq) !== null),
    }),
  )
  return [...compared, ...written('credit')]
}

function countsOf(rows: readonly ComparisonRow[]): ComparisonCounts {
  const count = (told: boolean | null): number => rows.filter(({ differs }) => differs === told).length
  return { aspects: rows.length, same: count(false), differ: count(true), unknown: count(null) }
}

const DATASETS: readonly (Omit<DatasetComparison, 'counts' | 'rows' | 'editions'> & {
  rows(): readonly ComparisonRow[]
  editions?(): Editions
})[] = [
  {
    id: 'water',
    title: { zh: '水质', en: 'Water' },
    summary: {
      zh: '两边用同一套国家标准，类别算法相同；不同的是写法和用语。',
      en: 'Both sides judge by the same national standards, so classes are worked out alike. What differs is how things are written and called.',
    },
    rows: () => [...waterRows(), ...written('water')],
  },
  {
    id: 'air',
    title: { zh: '空气质量指数与预报', en: 'Air quality index and forecasts' },
    summary: {
      zh: '指数同用国家标准；2026年3月1日换版，版本不同才会有不同的级别。预报的区域和写法不同。',
      en: 'Both use the national index, whose edition changed on 1 March 2026: classes differ by edition, not by side. Areas of forecasts and how they are written differ.',
    },
    rows: airRows,
    editions: () => airEditions(),
  },
  {
    id: 'warning',
    title: { zh: '重污染天气预警', en: 'Heavy-pollution warnings' },
    summary: {
      zh: '两边按不同的方案预警：定义、所管污染物和各级条件都不同。',
      en: 'The two sides warn by different schemes: their definitions, the pollutants covered and the conditions of each level differ.',
    },
    rows: () => [...warningRows(), ...written('warning')],
  },
  {
    id: 'credit',
    title: { zh: '企业环境信用', en: 'Enterprise environmental credit' },
    summary: {
      zh: '等级名称和分数区间相同，得分的来历不同；重庆的指标细项、扣分和否决情形尚未查明。',
      en: 'Levels and bands are the same, how a score comes about is not. Chongqing’s items, deductions and cases of veto are not established.',
    },
    rows: creditRows,
  },
  {
    id: 'risk',
    title: { zh: '环境风险源与突发事件', en: 'Risk sources and events' },
    summary: {
      zh: '两边用同一套国家方法，未见本省市另行规定。',
      en: 'Both sides use the same national methods; no rules of their own were found.',
    },
    rows: riskRows,
  },
]

function build(): StandardsComparison {
  const datasets = DATASETS.map(({ rows: of, editions, ...head }): DatasetComparison => {
    const rows = of()
    return { ...head, counts: countsOf(rows), rows, editions: editions?.() ?? null }
  })
  const notes: readonly Bilingual[] = [
    {
      zh: '每一行注明来源和把握；查不到的写“未查明”，不作推测',
      en: 'Each row names its sources and how sure they are; what is not established is said to be so, never guessed',
    },
    WITHIN_SCHEME,
  ]
  return { counts: countsOf(datasets.flatMap(({ rows }) => rows)), notes, datasets }
}

let built: StandardsComparison | undefined

/** The comparison of the schemes and standards in use; made once. */
export function standardsComparison(): StandardsComparison {
  built ??= build()
  return built
}
