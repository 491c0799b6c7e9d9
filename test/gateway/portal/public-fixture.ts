/** Made-up weeks of rivers, a contract with a newer version, and a city: what the public pages are drawn from in tests. */
import { compareContracts } from '../../../contracts/compare/index.ts'
import { exampleOf } from '../../../contracts/examples.ts'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import { datasetOf } from '../../../gateway/portal/about-page/datasets.ts'
import type { AboutView } from '../../../gateway/portal/about-page/page.ts'
import type { ApartView } from '../../../gateway/portal/apart/view.ts'
import { placeDays } from '../../../gateway/portal/city-page/outlook.ts'
import type { CityView } from '../../../gateway/portal/city-page/page.ts'
import type { ChangesView, ContractView, VersionView } from '../../../gateway/portal/contract-page/view.ts'
import { riverHistory } from '../../../gateway/portal/river-page/history.ts'
import type { RiverView } from '../../../gateway/portal/river-page/page.ts'
import type { WaterBulletin } from '../../../gateway/release/bulletin-types.ts'
import { MINOR, WATER } from '../documents/lives.ts'
import { areaNamed } from '../release/air/fixture.ts'
import { forecast } from './air-fixture.ts'
import { bulletin, CADENCES, release, river, section } from './fixture.ts'

/** The river of these weeks. */
export const YANGTZE = { id: '长江', title: { zh: '长江', en: 'Yangtze River' }, into: null }

const NAMES = ['朱沱', '江津大桥', '丰收坝', '和尚山', '寸滩'] as const
/** Just after the newest of these weeks. */
export const AFTER = Date.parse('2026-11-25T01:00:00Z')

/** A week of five sections of the Yangtze by their classes; `ago` weeks before that of 16 November 2026. */
export function week(ago: number, classes: readonly (WaterClass | null)[]): WaterBulletin {
  const sections = NAMES.map((name, at) =>
    section({
      name,
      river: '长江',
      order: at + 1,
      class: classes[at] ?? null,
      ...(at === 0 ? { target: 2, transboundary: true, border: 'sc-cq' } : {}),
      ...(classes[at] == null ? { gap: 'station-maintenance' } : {}),
    }),
  )
  const day = (back: number): string => new Date(Date.UTC(2026, 10, 16) - back * 86_400_000).toISOString().slice(0, 10)
  const period = { start: `${day(ago * 7)}T00:00:00+08:00`, end: `${day(ago * 7 - 7)}T00:00:00+08:00` }
  const rated = classes.every((one) => one === null) ? [] : [river('长江', 'Yangtze River', sections)]
  return bulletin({ id: `weekly-water-${day(ago * 7)}`, period }, sections, rated)
}

/** A river's page over weeks, the newest first. */
export function riverView(weeks: readonly WaterBulletin[], parts: Partial<RiverView> = {}): RiverView {
  return { history: riverHistory(YANGTZE, weeks), into: null, now: AFTER, cadences: CADENCES, sandbox: true, ...parts }
}

/** Three weeks: better, a gap, and one worse than Ⅴ. */
export const WEEKS = [week(0, [2, 2, 3, null, 2]), week(1, [3, 2, 4, 4, 2]), week(2, [2, 6, null, 2, 2])]

/** Every river of the register over these weeks. */
export const RIVERS = SECTIONS_2026_11.rivers.map((one) => riverHistory(one, WEEKS))

/** A contract's version, signed by both. */
export function versionView(contract: Contract = WATER, parts: Partial<VersionView> = {}): VersionView {
  return {
    contract,
    digest: 'c3'.repeat(32),
    state: 'in-force',
    signatures: release().signatures.map(({ party, agency, post, time, ledgerIndex }) => ({
      party,
      agency,
      post,
      time,
      ledgerIndex,
    })),
    retirement: null,
    ...parts,
  }
}

/** A contract's page. */
export function contractView(contract: Contract = WATER, parts: Partial<ContractView> = {}): ContractView {
  const version = versionView(contract)
  return {
    version,
    versions: [version],
    before: null,
    example: exampleOf(contract),
    templates: ['cq', 'sc'],
    origin: 'https://gateway.example',
    sandbox: true,
    ...parts,
  }
}

/** What its next version changes. */
export function changesView(next: Contract = MINOR): ChangesView {
  const { id, title, version } = WATER
  const comparison = compareContracts(JSON.parse(WATER.source), JSON.parse(next.source))
  return { id, title, from: version, to: next.version, comparison, sandbox: true }
}

/** Luzhou on the morning of the first day of the forecast. */
export function cityView(parts: Partial<CityView> = {}): CityView {
  const area = areaNamed('泸州市')
  return {
    area,
    days: placeDays(area.id, [forecast()]),
    counties: [],
    published: new Map([['daily-air-2026-11-15', '2026-11-15T07:45:00.000Z']]),
    now: Date.parse('2026-11-16T09:00:00+08:00'),
    cadences: CADENCES,
    year: 2026,
    observation: {
      id: 'air-observation',
      version: '1.0.0',
      title: { zh: '空气质量监测数据共享契约', en: 'Contract for sharing air quality observations' },
      closed: [
        { zh: '监测结果', en: 'Results' },
        { zh: '规范化说明', en: 'Notes' },
      ],
      released: false,
    },
    sandbox: true,
    ...parts,
  }
}

/** A period of forecasts both sides did not agree on: Sichuan says nothing of its own. */
export function apartView(parts: Partial<ApartView> = {}): ApartView {
  const { cells, period } = forecast()
  const own = cells.filter(({ owner }) => owner === 'cq')
  return {
    item: {
      id: 'daily-air-2026-11-15',
      type: 'daily-air-forecast',
      title: { zh: '川渝空气质量联合预报', en: 'Sichuan–Chongqing joint air quality forecast' },
      period,
      passed: '2026-11-15T15:30:00+08:00',
    },
    edition: '2026-12',
    basis: 12,
    own: { cq: { cells: own, sections: [] }, sc: { cells: [], sections: [] } },
    sandbox: true,
    ...parts,
  }
}

/** All contracts and products. */
export function aboutView(parts: Partial<AboutView> = {}): AboutView {
  return {
    datasets: CONTRACTS.map(datasetOf),
    products: CONSULTATION_2026_11.products,
    agencies: { cq: [{ zh: '重庆市生态环境监测中心', en: 'Chongqing Eco-environment Monitoring Centre' }], sc: [] },
    contact: 'mailto:data@gateway.example',
    origin: 'https://gateway.example',
    sandbox: true,
    ...parts,
  }
}
