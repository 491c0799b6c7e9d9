/** The weekly water bulletin as tables: its sections, and the rivers they are rated by (环办〔2011〕22号). */
import { CANONICAL_UNITS, itemTitle } from '../../../adapters/standards/items.ts'
import { classGlyph, printPollutants } from '../../../adapters/standards/water.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { WaterClass, WaterItem } from '../../../contracts/water-section-quality/record.ts'
import type { BulletinRiver, BulletinSection, Pollutant, WaterBulletin } from '../bulletin-types.ts'
import type { ReleaseCell, ReleaseColumn, ReleaseTable, ReleaseTables } from './table.ts'
import { ATTAINS, CROSSING, SIDE } from './words.ts'

const ITEMS: readonly WaterItem[] = ['pH', 'do', 'codMn', 'nh3n', 'tp', 'tn']
const CLASSES = ['1', '2', '3', '4', '5', '6'] as const
const CLASS_OF: Readonly<Record<(typeof CLASSES)[number], WaterClass>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 }

const SECTION_COLUMNS: readonly ReleaseColumn[] = [
  { title: { zh: '断面编号', en: 'Section id' } },
  { title: { zh: '断面', en: 'Section' } },
  { title: { zh: '河流', en: 'River' } },
  { title: { zh: '方', en: 'Side' } },
  { title: { zh: '跨界', en: 'Across the boundary' } },
  { title: { zh: '水质目标', en: 'Target' } },
  { title: { zh: '水质类别', en: 'Class' } },
  { title: { zh: '达标', en: 'Target met' } },
  { title: { zh: '主要污染指标（超标倍数）', en: 'Main pollutants (times over)' } },
  ...ITEMS.map((item) => itemColumn(item)),
  { title: { zh: '记录数', en: 'Records' } },
  { title: { zh: '应有记录数', en: 'Records expected' } },
  { title: { zh: '无结果的原因', en: 'Why no result' } },
]

const RIVER_COLUMNS: readonly ReleaseColumn[] = [
  { title: { zh: '河流', en: 'River' } },
  { title: { zh: '汇入', en: 'Joins' } },
  { title: { zh: '评价方法', en: 'Rated by' } },
  { title: { zh: '水质状况', en: 'Rating' } },
  { title: { zh: '水质类别', en: 'Class' } },
  ...CLASSES.map((key) => ({
    title: { zh: `${classGlyph(CLASS_OF[key])}类断面数`, en: `Sections of ${classEnglish(CLASS_OF[key])}` },
  })),
  { title: { zh: '主要污染指标', en: 'Main pollutants' } },
  { title: { zh: '断面', en: 'Sections' } },
]

const METHOD: Readonly<Record<BulletinRiver['method'], Bilingual>> = {
  mean: { zh: '各断面均值', en: 'the mean of its sections' },
  shares: { zh: '断面类别比例', en: 'the shares of its sections' },
}

/** The bulletin's tables. */
export function waterTables(bulletin: WaterBulletin): ReleaseTables {
  return { lead: leadOf(bulletin), main: sectionTable(bulletin), others: [riverTable(bulletin)] }
}

function itemColumn(item: WaterItem): ReleaseColumn {
  const column = { title: itemTitle(item) }
  return item === 'pH' ? column : { ...column, unit: CANONICAL_UNITS[item] }
}

function classEnglish(waterClass: WaterClass): string {
  return waterClass === 6 ? 'worse than Ⅴ' : classGlyph(waterClass)
}

function classCell(waterClass: WaterClass | null): ReleaseCell {
  return waterClass === null ? null : { zh: classGlyph(waterClass), en: classEnglish(waterClass) }
}

/** Main pollutants with how many times over class Ⅲ they are; null where there is none. */
export function pollutantCell(pollutants: readonly Pollutant[]): ReleaseCell {
  if (pollutants.length === 0) return null
  const english = pollutants.map(({ title, multiple }) => (multiple === null ? title.en : `${title.en} (${multiple})`))
  return { zh: printPollutants(pollutants), en: english.join(', ') }
}

function sectionTable({ sections, rivers, coverage }: WaterBulletin): ReleaseTable {
  const riverNames = new Map(rivers.map(({ title }) => [title.zh, title]))
  const gaps = new Map(coverage.gaps.map(({ section, text }) => [section, text]))
  const row = (section: BulletinSection): ReleaseCell[] => [
    section.id,
    section.name,
    section.river === null ? null : (riverNames.get(section.river) ?? section.river),
    SIDE[section.party],
    section.border === null ? null : CROSSING[section.border],
    classCell(section.target),
    classCell(section.class),
    section.attains === null ? null : ATTAINS[section.attains ? 'yes' : 'no'],
    pollutantCell(section.pollutants),
    ...ITEMS.map((item) => section.means[item] ?? null),
    section.records.held,
    section.records.expected,
    section.gap === null ? null : (gaps.get(section.id) ?? section.gap),
  ]
  return { title: { zh: '断面', en: 'Sections' }, columns: SECTION_COLUMNS, rows: sections.map(row) }
}

function riverTable({ sections, rivers }: WaterBulletin): ReleaseTable {
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const titles = new Map(rivers.map(({ id, title }) => [id, title]))
  const row = (river: BulletinRiver): ReleaseCell[] => [
    river.title,
    river.into === null ? null : (titles.get(river.into) ?? river.into),
    METHOD[river.method],
    river.rating,
    classCell(river.class),
    ...CLASSES.map((key) => river.counts[key]),
    riverPollutants(river),
    river.sections.map((id) => names.get(id) ?? id).join('、'),
  ]
  return { title: { zh: '河流', en: 'Rivers' }, columns: RIVER_COLUMNS, rows: rivers.map(row) }
}

function riverPollutants({ pollutants }: BulletinRiver): ReleaseCell {
  if (pollutants.length === 0) return null
  const each = pollutants.map((one): Bilingual => {
    const { title, multiple } = one
    if ('rate' in one)
      return { zh: `${title.zh}（${one.rate}%的断面超标）`, en: `${title.en} (over at ${one.rate}% of sections)` }
    return multiple === null ? title : { zh: `${title.zh}(${multiple})`, en: `${title.en} (${multiple})` }
  })
  return { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') }
}

function leadOf({ summary }: WaterBulletin): Bilingual {
  const { sections, classed, goodShare, transboundary } = summary
  if (classed === 0) return { zh: `${sections} 个断面均无结果。`, en: `None of the ${sections} sections has a result.` }
  const share: Bilingual =
    goodShare === null ? { zh: '', en: '' } : { zh: `，Ⅰ～Ⅲ类占 ${goodShare}%`, en: `, ${goodShare}% of them Ⅰ to Ⅲ` }
  const { targeted, attaining } = transboundary
  const border: Bilingual =
    targeted === 0
      ? { zh: '', en: '' }
      : {
          zh: `；有结果且有目标的 ${targeted} 个跨界断面中 ${attaining} 个达标`,
          en: `; of ${targeted} transboundary sections with a result and a target, ${attaining} meet it`,
        }
  return {
    zh: `${sections} 个断面中 ${classed} 个有结果${share.zh}${border.zh}。`,
    en: `${classed} of ${sections} sections have a result${share.en}${border.en}.`,
  }
}
