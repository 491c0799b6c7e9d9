/** The tables of the page to paste, as narrow as a portal's column or a phone: areas by days, sections with what their class comes to, ratings with by whom they are. */
import { AUTHORITY_NAMES } from '../../../adapters/standards/credit-compare.ts'
import { classGlyph } from '../../../adapters/standards/water.ts'
import { ratingTitle } from '../../../contracts/enterprise-credit/titles.ts'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import type { BulletinSection, WaterBulletin } from '../bulletin-types.ts'
import { classPhrase, primaryPhrase, rangePhrase } from '../products/air/phrases.ts'
import type { ListedRow } from '../products/credit/rows.ts'
import type { AirRelease, ForecastCell } from '../release-types.ts'
import { SET_ASIDE } from './credit-table.ts'
import type { ReleaseCell, ReleaseTable } from './table.ts'
import { pollutantCell } from './water-table.ts'
import { ATTAINS, CROSSING, SIDE } from './words.ts'

const UNSAID: Bilingual = { zh: '无预报', en: 'no forecast' }
const UNSTATED: Bilingual = { zh: '未写明', en: 'not stated' }
const NO_RESULT: Bilingual = { zh: '无结果', en: 'No result' }

/** A row an area, a column a day; cities first, as people look for them. */
export function forecastPaste({ cells, gaps, type }: AirRelease): ReleaseTable {
  const kind = type === 'weekly-zone-outlook' ? 'zone' : 'city'
  const areas = new Map([...cells, ...gaps].map(({ area }) => [area.id, area]))
  const sorted = [...areas.values()].toSorted((a, b) => Number(a.kind !== kind) - Number(b.kind !== kind))
  const days = new Map([...cells, ...gaps].map(({ from, to }) => [from, from === to ? from : `${from} – ${to}`]))
  const columns = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const told = new Map(cells.map((cell) => [`${cell.area.id} ${cell.from}`, cell]))
  return {
    title: {
      zh: '预报：级别、AQI 范围（无量纲）、首要污染物',
      en: 'Forecast: grade, AQI range (no unit), primary pollutant',
    },
    columns: [
      { title: { zh: '区域', en: 'Area' } },
      ...columns.map(([, title]) => ({ title: { zh: title, en: title } })),
    ],
    rows: sorted.map(({ id, name }) => [
      name,
      ...columns.map(([from]) => {
        const cell = told.get(`${id} ${from}`)
        return cell ? valueCell(cell) : UNSAID
      }),
    ]),
  }
}

function valueCell({ aqi, class: range, from, primary }: ForecastCell): Bilingual {
  const phrase = classPhrase(range, airIndexOn(from))
  const rest = [aqi && `AQI ${rangePhrase(aqi)}`, primary.length > 0 && primaryPhrase(primary).zh].filter(Boolean)
  return { zh: [phrase.zh, ...rest].join(' '), en: phrase.en }
}

/** A row a section: its class or why it has none, and its target beside whether that is met. */
export function waterPaste({ sections, rivers, coverage }: WaterBulletin): ReleaseTable {
  const names = new Map(rivers.map(({ title }) => [title.zh, title]))
  const gaps = new Map(coverage.gaps.map(({ section, text }) => [section, text]))
  return {
    title: { zh: '断面水质', en: 'Sections' },
    columns: [
      { title: { zh: '断面', en: 'Section' } },
      { title: { zh: '河流', en: 'River' } },
      { title: { zh: '水质类别', en: 'Class' } },
      { title: { zh: '水质目标', en: 'Target' } },
      { title: { zh: '主要污染指标（超标倍数）', en: 'Main pollutants (times over)' } },
    ],
    rows: sections.map((section): ReleaseCell[] => [
      nameCell(section),
      section.river === null ? null : (names.get(section.river) ?? section.river),
      section.class === null ? noResult(gaps.get(section.id)) : glyph(section.class),
      targetCell(section),
      pollutantCell(section.pollutants),
    ]),
  }
}

function nameCell({ border, name }: BulletinSection): ReleaseCell {
  return border === null ? name : { zh: `${name}（${CROSSING[border].zh}）`, en: CROSSING[border].en }
}

function noResult(why: Bilingual | undefined): Bilingual {
  return why ? { zh: `${NO_RESULT.zh}：${why.zh}`, en: `${NO_RESULT.en}: ${why.en}` } : NO_RESULT
}

/** The same glyph serves both languages, but for the last. */
function glyph(found: WaterClass): Bilingual {
  return { zh: classGlyph(found), en: found === 6 ? 'worse than Ⅴ' : classGlyph(found) }
}

function targetCell({ attains, target }: BulletinSection): ReleaseCell {
  if (target === null) return null
  const { zh, en } = glyph(target)
  if (attains === null) return { zh, en }
  const said = ATTAINS[attains ? 'yes' : 'no']
  return { zh: `${zh} ${said.zh}`, en: said.en }
}

/** A row a rating: who, which level, by whom, and until when. */
export function creditPaste(rows: readonly ListedRow[]): ReleaseTable {
  return {
    title: { zh: '评价结果', en: 'Ratings' },
    columns: [
      { title: { zh: '企业', en: 'Enterprise' } },
      { title: { zh: '信用等级', en: 'Credit level' } },
      { title: { zh: '评价机关与年度', en: 'Rated by, for the year' } },
      { title: { zh: '有效期', en: 'Validity' } },
    ],
    rows: rows.map(({ party, record, setAsideBy }): ReleaseCell[] => {
      const { authority, enterprise, ratingYear, validity } = record
      const title = ratingTitle(record)
      return [
        `${enterprise.name} ${enterprise.code}`,
        setAsideBy === null ? title : { zh: `${title.zh}（${SET_ASIDE.zh}）`, en: `${title.en} (${SET_ASIDE.en})` },
        `${authority.name ?? `${SIDE[party].zh}${AUTHORITY_NAMES[authority.level].zh}`} ${ratingYear}`,
        validityCell(validity ?? null),
      ]
    }),
  }
}

function validityCell(validity: { readonly from: string | null; readonly to: string | null } | null): ReleaseCell {
  if (validity === null || (validity.from === null && validity.to === null)) return UNSTATED
  const { from, to } = validity
  if (to === null) return { zh: `${from} 起`, en: `from ${from}` }
  return from === null ? { zh: `至 ${to}`, en: `until ${to}` } : `${from} – ${to}`
}
