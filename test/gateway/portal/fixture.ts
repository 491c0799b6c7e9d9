/** A made-up but realistic week: 31 sections on nine rivers, with gaps, misses, a reservoir, and every kind of crossing. */
import { itemTitle } from '../../../adapters/standards/items.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { WaterClass, WaterItem } from '../../../contracts/water-section-quality/record.ts'
import { cadencesOf } from '../../../gateway/portal/cadence.ts'
import type { HomeView, ReleaseView } from '../../../gateway/portal/index.ts'
import type {
  BulletinRiver,
  BulletinSection,
  Gap,
  GapReason,
  RiverPollutant,
  WaterBulletin,
} from '../../../gateway/release/bulletin-types.ts'

/** What one section differs in from a plain one; the rest follows. */
export type SectionParts = Partial<BulletinSection> & Pick<BulletinSection, 'name'>

const EXPECTED = 42

const MEANS: Readonly<Record<WaterClass, readonly [string, string, string, string, string]>> = {
  1: ['8.1', '9.6', '1.2', '0.06', '0.013'],
  2: ['7.9', '8.8', '2.4', '0.11', '0.062'],
  3: ['7.8', '7.3', '4.6', '0.31', '0.142'],
  4: ['7.7', '6.2', '5.7', '0.48', '0.251'],
  5: ['7.5', '4.1', '8.9', '1.62', '0.337'],
  6: ['7.3', '1.8', '9.4', '2.85', '0.462'],
}
const ITEMS = ['pH', 'do', 'codMn', 'nh3n', 'tp'] as const satisfies readonly WaterItem[]

/** A section; its class decides its means, and against its target whether it attains. */
export function section(parts: SectionParts): BulletinSection {
  const party: PartyId = parts.party ?? 'cq'
  const found = parts.class === undefined ? 2 : parts.class
  const target = parts.target ?? null
  const held = found === null ? 0 : EXPECTED
  const other: PartyId = party === 'sc' ? 'cq' : 'sc'
  const both = parts.transboundary === true && held > 0
  return {
    id: `${party}-${parts.name}`,
    party,
    river: null,
    mn: null,
    waterBody: 'river',
    border: null,
    transboundary: false,
    from: null,
    to: null,
    upstream: null,
    downstream: null,
    order: null,
    coordinates: null,
    class: found,
    target,
    attains: found === null || target === null ? null : found <= target,
    rating: null,
    items: found === null ? [] : ITEMS,
    determining: found === null || found === 1 ? [] : ['tp'],
    pollutants:
      found !== null && found > 3
        ? [
            {
              item: 'tp',
              class: found,
              multiple: { 4: '0.3', 5: '0.7', 6: '1.3' }[String(found)] ?? '0.1',
              title: itemTitle('tp'),
            },
          ]
        : [],
    means: found === null ? {} : Object.fromEntries(ITEMS.map((item, index) => [item, MEANS[found][index] ?? ''])),
    records: {
      expected: EXPECTED,
      held,
      bySide: party === 'sc' ? { sc: held, cq: both ? held : 0 } : { cq: held, sc: both ? held : 0 },
      corroborated: both ? held : 0,
      conflicting: 0,
    },
    gap: found === null ? 'no-record' : null,
    ...parts,
    ...(parts.transboundary === true && parts.from === undefined
      ? { from: party === other ? null : '泸州市合江县', to: '永川区' }
      : {}),
  }
}

/** A river over the sections that name it. */
export function river(
  zh: string,
  en: string,
  sections: readonly BulletinSection[],
  parts: Partial<BulletinRiver> = {},
): BulletinRiver {
  const own = sections.filter((one) => one.river === zh && one.waterBody === 'river')
  return {
    id: zh,
    title: { zh, en },
    into: null,
    method: own.length >= 5 ? 'shares' : 'mean',
    rating: { zh: '优', en: 'Excellent' },
    class: own.length >= 5 ? null : 2,
    counts: countsOf(own),
    pollutants: [],
    sections: own.map(({ id }) => id),
    ...parts,
  }
}

function countsOf(sections: readonly BulletinSection[]): BulletinRiver['counts'] {
  const count = (waterClass: WaterClass) => sections.filter((one) => one.class === waterClass).length
  return { 1: count(1), 2: count(2), 3: count(3), 4: count(4), 5: count(5), 6: count(6) }
}

const SC_CQ = { transboundary: true, border: 'sc-cq' } as const
const CQ_SC = { transboundary: true, border: 'cq-sc' } as const

const WEEK: readonly SectionParts[] = [
  { name: '朱沱', river: '长江', order: 1, target: 2, ...SC_CQ },
  ...['江津大桥', '丰收坝', '和尚山', '寸滩', '清溪场', '晒网坝', '白帝城', '巫峡口'].map((name, index) => ({
    name,
    river: '长江',
    order: index + 2,
    ...(name === '晒网坝' ? { class: null, gap: 'station-maintenance' as const } : {}),
  })),
  { name: '清风峡', party: 'sc', river: '嘉陵江', order: 1, class: 1 },
  { name: '金子', party: 'sc', river: '嘉陵江', order: 2, target: 2, from: '广安市武胜县', to: '合川区', ...SC_CQ },
  { name: '北温泉', river: '嘉陵江', order: 3 },
  { name: '金子(老)', river: '嘉陵江' },
  { name: '团堡岭', party: 'sc', river: '渠江', order: 1, class: 3 },
  { name: '码头', river: '渠江', order: 2, class: 3, from: '广安市岳池县', to: '合川区', ...SC_CQ },
  { name: '官渡', river: '渠江', order: 3 },
  { name: '玉溪', river: '涪江', order: 1, target: 2, from: '遂宁市', to: '潼南区', ...SC_CQ },
  { name: '太和', river: '涪江', order: 2 },
  { name: '光辉', river: '琼江', class: 4, target: 3, from: '资阳市安岳县、遂宁市安居区', to: '潼南区', ...SC_CQ },
  { name: '跑马滩', party: 'sc', river: '琼江', class: 4 },
  { name: '大安', party: 'sc', river: '琼江', class: 3, target: 3 },
  { name: '玉滩水库', river: '濑溪河', order: 1, waterBody: 'lake', class: 3 },
  { name: '高洞电站', river: '濑溪河', order: 2, class: 3, target: 3, from: '荣昌区', to: '泸州市泸县', ...CQ_SC },
  { name: '胡市大桥', party: 'sc', river: '濑溪河', order: 3, class: 5, target: 3 },
  { name: '双河口', party: 'sc', river: '御临河', order: 1, class: 6 },
  {
    name: '幺滩',
    party: 'sc',
    river: '御临河',
    order: 2,
    class: 4,
    target: 3,
    from: '广安市邻水县',
    to: '北碚区',
    ...SC_CQ,
  },
  { name: '御临镇', river: '御临河', order: 3, class: null },
  { name: '水寨子', river: '任河', class: 1, target: 2, from: '城口县', to: '达州市万源市', ...CQ_SC },
  {
    name: '摇金',
    river: '兴隆河',
    class: 3,
    target: 3,
    transboundary: true,
    border: 'shared',
    from: '合川区古楼镇',
    to: '广安市武胜县清平镇',
  },
  { name: '朱杨溪', class: 2 },
  { name: '两河口', class: null, gap: 'station-stopped' },
  { name: '巫山乡', party: 'sc', river: '南河', class: null, from: '达州市开江县', to: '开州区', ...SC_CQ },
]

const GAP_TEXT: Readonly<Record<GapReason, Gap['text']>> = {
  'no-record': { zh: '本期没有收到合格记录', en: 'No acceptable record was received for the period' },
  'no-figure': { zh: '收到记录，但定类项目均无数值', en: 'Records were received, none with a figure for the class' },
  'station-stopped': { zh: '停站', en: 'The station was stopped' },
  'station-maintenance': { zh: '站点维护，无有效数值', en: 'The station was under maintenance, with no valid figure' },
  'station-not-ready': { zh: '站点不具备运行条件', en: 'The station was not fit to run' },
}

const TP_RATE: RiverPollutant = { item: 'tp', class: null, multiple: null, rate: '12.5', title: itemTitle('tp') }
const GOOD = { zh: '良好', en: 'Good' }
const LIGHT = { zh: '轻度污染', en: 'Light pollution' }

function weekRivers(sections: readonly BulletinSection[]): BulletinRiver[] {
  const tp = { item: 'tp', class: 4, multiple: '0.3', title: itemTitle('tp') } as const
  return [
    river('长江', 'Yangtze River', sections, { pollutants: [TP_RATE] }),
    river('嘉陵江', 'Jialing River', sections, { into: '长江' }),
    river('渠江', 'Qujiang River', sections, { into: '嘉陵江', rating: GOOD, class: 3 }),
    river('涪江', 'Fujiang River', sections, { into: '嘉陵江' }),
    river('琼江', 'Qiongjiang River', sections, { into: '涪江', rating: LIGHT, class: 4, pollutants: [tp] }),
    river('濑溪河', 'Laixi River', sections, { into: '沱江', rating: LIGHT, class: 4, pollutants: [tp] }),
    river('御临河', 'Yulin River', sections, {
      into: '长江',
      rating: { zh: '重度污染', en: 'Heavy pollution' },
      class: 6,
      pollutants: [
        { ...tp, class: 6, multiple: '1.3' },
        { item: 'do', class: 6, multiple: null, title: itemTitle('do') },
      ],
    }),
    river('任河', 'Renhe River', sections, { into: '汉江' }),
    river('兴隆河', 'Xinglong River', sections, { into: '嘉陵江', rating: GOOD, class: 3 }),
  ]
}

const HEX = 'a3f1c27b9e5d40861fb2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718'

/** A bulletin over these sections, with its summary and coverage worked out from them. */
export function bulletin(
  parts: Partial<WaterBulletin> = {},
  sections: readonly BulletinSection[] = WEEK.map(section),
  rivers: readonly BulletinRiver[] = weekRivers(sections),
): WaterBulletin {
  const classed = sections.filter((one) => one.class !== null)
  const good = classed.filter((one) => one.class !== null && one.class <= 3)
  const border = sections.filter((one) => one.transboundary)
  const held = sections.reduce((sum, one) => sum + one.records.held, 0)
  const expected = sections.reduce((sum, one) => sum + one.records.expected, 0)
  const attaining = (list: readonly BulletinSection[]) => list.filter((one) => one.attains === true).length
  const targeted = (list: readonly BulletinSection[]) => list.filter((one) => one.attains !== null).length
  return {
    type: 'weekly-water-bulletin',
    v: 1,
    audience: 'public',
    attachments: [],
    consultation: { digest: HEX, id: 'water-2026-W47', steps: 2 },
    embargo: null,
    statement: null,
    id: 'water-2026-W47',
    title: {
      zh: '川渝水质断面周报（2026-11-16 至 2026-11-22）',
      en: 'Sichuan–Chongqing weekly water bulletin (2026-11-16 to 2026-11-22)',
    },
    label: { zh: '自动监测，不用于考核', en: 'Automatic items, not for assessment' },
    sandbox: false,
    period: { start: '2026-11-16T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00' },
    supersedes: null,
    reason: null,
    changes: [],
    ledger: { origin: 'gateway.example/chuanyu', size: 1482 },
    contract: { id: 'water-section-quality', version: '1.0.0', digest: HEX },
    registry: { id: 'sections', edition: '2026-11', digest: HEX },
    keys: { cq: { edition: 2, digest: HEX }, sc: { edition: 1, digest: HEX } },
    standards: ['GB 3838-2002', 'HB 2011-22', 'GB/T 8170-2008'],
    derivedFrom: { count: 1176, digest: HEX },
    originators: ['cnemc'],
    review: 'raw',
    summary: {
      sections: sections.length,
      classed: classed.length,
      counts: countsOf(sections),
      goodShare: classed.length === 0 ? null : ((good.length / classed.length) * 100).toFixed(1),
      targeted: targeted(sections),
      attaining: attaining(sections),
      transboundary: {
        registered: border.length,
        classed: border.filter((one) => one.class !== null).length,
        targeted: targeted(border),
        attaining: attaining(border),
      },
    },
    coverage: {
      expected,
      held,
      share: ((held / Math.max(expected, 1)) * 100).toFixed(1),
      gaps: sections.flatMap(({ id, gap }) =>
        gap === null ? [] : [{ section: id, reason: gap, text: GAP_TEXT[gap] }],
      ),
    },
    sections,
    rivers,
    ...parts,
  }
}

/** A release of a bulletin, signed by both sides. */
export function release({
  bulletin: found = bulletin(),
  ...parts
}: Partial<ReleaseView<WaterBulletin>> & { readonly bulletin?: WaterBulletin } = {}): ReleaseView<WaterBulletin> {
  return {
    release: found,
    digest: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
    publishedAt: '2026-11-23T03:20:41.512Z',
    signatures: [
      {
        party: 'cq',
        kid: 'cq-signatory-1',
        agency: { zh: '重庆市生态环境监测中心', en: 'Chongqing Eco-environment Monitoring Centre' },
        post: { zh: '水质会签岗', en: 'water signatory' },
        time: '2026-11-23T02:58:07.004Z',
        ledgerIndex: 1480,
      },
      {
        party: 'sc',
        kid: 'sc-signatory-1',
        agency: { zh: '四川省生态环境监测总站', en: 'Sichuan Eco-environment Monitoring Centre' },
        post: { zh: '水质会签岗', en: 'water signatory' },
        time: '2026-11-23T03:20:41.512Z',
        ledgerIndex: 1481,
      },
    ],
    supersededBy: null,
    ...parts,
  }
}

/** A correction of the release before it, with changes of each kind. */
export function correction(): ReleaseView<WaterBulletin> {
  const cod = { item: 'tp', class: 4, multiple: '0.1', title: itemTitle('tp') }
  return release({
    bulletin: bulletin({
      id: 'water-2026-W47-2',
      supersedes: { id: 'water-2026-W47', digest: HEX },
      reason: '朱沱 11 月 18 日 08:00 总磷重报',
      changes: [
        { section: 'cq-朱沱', member: 'class', from: '3', to: '2' },
        { section: 'cq-朱沱', member: 'attains', from: 'false', to: 'true' },
        { section: 'cq-朱沱', member: 'means', from: '{"do":"8.8","tp":"0.131"}', to: '{"do":"8.8","tp":"0.062"}' },
        { section: 'cq-朱沱', member: 'pollutants', from: JSON.stringify([cod]), to: '[]' },
        {
          section: null,
          member: 'summary',
          from: '{"goodShare":"85.2","counts":{"2":13}}',
          to: '{"goodShare":"85.2","counts":{"2":14}}',
        },
      ],
    }),
  })
}

/** By when releases follow, by the product's own contracts and terms. */
export const CADENCES = cadencesOf(CONSULTATION_2026_11, (id) => CONTRACTS.find((one) => one.id === id))

/** The home page over a release. */
export function home(parts: Partial<HomeView> = {}): HomeView {
  const latest = parts.latest === undefined ? release() : parts.latest
  const title = {
    zh: '川渝水质断面周报（2026-11-09 至 2026-11-15）',
    en: 'Sichuan–Chongqing weekly water bulletin (2026-11-09 to 2026-11-15)',
  }
  const week = { start: '2026-11-09T00:00:00+08:00', end: '2026-11-16T00:00:00+08:00' }
  return {
    latest,
    air: null,
    releases: latest
      ? [
          {
            id: latest.release.id,
            type: 'weekly-water-bulletin',
            title: latest.release.title,
            period: latest.release.period,
            publishedAt: latest.publishedAt,
            supersededBy: null,
            supersedes: latest.release.supersedes?.id ?? null,
          },
          {
            id: 'water-2026-W46-2',
            type: 'weekly-water-bulletin',
            title,
            period: week,
            publishedAt: '2026-11-18T01:12:00.000Z',
            supersededBy: null,
            supersedes: 'water-2026-W46',
          },
          {
            id: 'water-2026-W46',
            type: 'weekly-water-bulletin',
            title,
            period: week,
            publishedAt: '2026-11-16T04:40:10.000Z',
            supersededBy: 'water-2026-W46-2',
            supersedes: null,
          },
        ]
      : [],
    sandbox: false,
    now: Date.parse('2026-11-25T01:00:00Z'),
    cadences: CADENCES,
    ...parts,
  }
}
