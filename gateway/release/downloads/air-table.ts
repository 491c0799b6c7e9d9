/** Joint forecasts and warning suggestions as tables: an area and its days a row; what nobody forecast says so. */
import {
  type AirIndexStandard,
  airIndexOn,
  type Pollutant,
  warningSchemeById,
} from '../../../contracts/standards/index.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Take } from '../consultation/acts.ts'
import { classPhrase } from '../products/air/phrases.ts'
import type { AirRelease, ForecastCell, ForecastGap, ForecastGapReason, WarningRelease } from '../release-types.ts'
import type { ReleaseCell, ReleaseColumn, ReleaseTable, ReleaseTables } from './table.ts'
import { SIDE } from './words.ts'

const AREA: ReleaseColumn = { title: { zh: '区域', en: 'Area' } }

const FORECAST_COLUMNS: readonly ReleaseColumn[] = [
  AREA,
  { title: { zh: '起', en: 'From' } },
  { title: { zh: '止', en: 'To' } },
  { title: { zh: 'AQI 下限', en: 'AQI from' } },
  { title: { zh: 'AQI 上限', en: 'AQI to' } },
  { title: { zh: '级别', en: 'Class' } },
  { title: { zh: '首要污染物', en: 'Primary pollutants' } },
  { title: { zh: '归属方', en: 'Owner' } },
  { title: { zh: '取自', en: 'Taken from' } },
  { title: { zh: '理由', en: 'Reason' } },
  { title: { zh: '说明', en: 'Note' } },
]

const SUGGESTION_COLUMNS: readonly ReleaseColumn[] = [
  AREA,
  { title: { zh: '预案', en: 'Scheme' } },
  { title: { zh: '所依据的预报', en: 'Out of the forecast of' } },
  { title: { zh: '建议', en: 'Suggestion' } },
  { title: { zh: '按低值', en: 'At the low end' }, detail: true },
  { title: { zh: '按高值', en: 'At the high end' }, detail: true },
]

const TAKEN: Readonly<Record<Exclude<Take, PartyId>, Bilingual>> = {
  own: { zh: '双方另定', en: 'set by both sides' },
  union: { zh: '双方并集', en: 'both together' },
}

const JOINT: Bilingual = { zh: '双方联合', en: 'both together, as agreed' }
const FORECAST_TITLE: Bilingual = { zh: '预报', en: 'Forecast' }
const UNSAID: Readonly<Record<ForecastGapReason, Bilingual>> = {
  'no-forecast': { zh: '双方均未预报', en: 'neither side forecast it' },
  'not-taken': {
    zh: '归属方未预报，另一方的预报未采用',
    en: 'its own side did not forecast it, and the other’s forecast was not taken',
  },
}
const SUGGESTED: Bilingual = {
  zh: '由预报推得的建议，供双方使用；预警由政府发布。',
  en: 'Suggestions out of the forecast, for the two sides; warnings are issued by governments.',
}

/** A joint forecast's table. */
export function forecastTables(release: AirRelease): ReleaseTables {
  const { cells, gaps } = release
  const rows = [...cells.map((cell) => forecastRow(cell, airIndexOn(cell.from))), ...gaps.map(gapRow)]
  return { lead: leadOf(release), main: forecastTable(rows), others: [] }
}

/** How many areas have which grades on the first day. */
function leadOf({ summary: [first], type }: AirRelease): Bilingual | null {
  if (!first) return null
  const { areas, classes, from, gaps, to } = first
  const [zh, one, many] = type === 'weekly-zone-outlook' ? ['片区', 'zone', 'zones'] : ['市（州）', 'city', 'cities']
  const days = from === to ? { zh: from, en: from } : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }
  const told = classes.map(({ areas: count, ...span }) => ({ count, phrase: classPhrase(span, airIndexOn(from)) }))
  const untold = gaps === 0 ? { zh: '', en: '' } : { zh: `；${gaps} 个无预报`, en: `; ${gaps} without a forecast` }
  if (areas === 0)
    return {
      zh: `${days.zh}，${gaps} 个${zh}均无预报。`,
      en: `${days.en}: no forecast for any of ${gaps} ${gaps === 1 ? one : many}.`,
    }
  return {
    zh: `${days.zh}，有预报的 ${areas} 个${zh}中：${told.map(({ count, phrase }) => `${phrase.zh} ${count} 个`).join('、')}${untold.zh}。`,
    en: `${days.en}, of ${areas} ${areas === 1 ? one : many} with a forecast: ${told.map(({ count, phrase }) => `${count} ${phrase.en.toLowerCase()}`).join(', ')}${untold.en}.`,
  }
}

/** Suggestions, and the forecast they come out of. */
export function warningTables({ cells, suggestions }: WarningRelease): ReleaseTables {
  return {
    lead: SUGGESTED,
    main: {
      title: { zh: '预警建议', en: 'Warning suggestions' },
      columns: SUGGESTION_COLUMNS,
      rows: suggestions.map(({ area, from, scheme, text, certain, possible }) => [
        area.name,
        warningSchemeById(scheme)?.title ?? scheme,
        from === 'joint' ? JOINT : SIDE[from],
        text,
        certain,
        possible,
      ]),
    },
    others: [forecastTable(cells.map((cell) => forecastRow(cell, airIndexOn(cell.from))))],
  }
}

function forecastTable(rows: ReleaseTable['rows']): ReleaseTable {
  return { title: FORECAST_TITLE, columns: FORECAST_COLUMNS, rows }
}

function forecastRow(cell: ForecastCell, edition: AirIndexStandard): ReleaseCell[] {
  const { area, from, to, aqi, primary, owner, take, reason } = cell
  const taken = take === 'cq' || take === 'sc' ? SIDE[take] : TAKEN[take]
  const words = primary.length === 0 ? null : pollutants(primary, edition)
  const range = classPhrase(cell.class, edition)
  return [
    area.name,
    from,
    to,
    aqi?.min ?? null,
    aqi?.max ?? null,
    range,
    words,
    SIDE[owner],
    taken,
    reason,
    basisNote(cell),
  ]
}

/** Which days an outlook is read from. */
function basisNote({ basis }: ForecastCell): Bilingual | null {
  if (!basis) return null
  const { days, derived } = basis
  return {
    zh: `据 ${days.join('、')} 的预报${derived ? '，由片区内各地推得' : ''}`,
    en: `read from ${days.join(', ')}${derived ? ', derived from the areas in it' : ''}`,
  }
}

function gapRow({ area, from, reason, to }: ForecastGap): ReleaseCell[] {
  return [area.name, from, to, null, null, null, null, null, null, null, UNSAID[reason]]
}

function pollutants(primary: readonly Pollutant[], edition: AirIndexStandard): Bilingual {
  const titles = primary.map((one) => edition.pollutants[one].title)
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') }
}
