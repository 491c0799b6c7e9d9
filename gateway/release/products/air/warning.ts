/** Suggestions of heavy-pollution warnings (预警建议), for the two sides alone: out of the forecast both agreed, or else out of each side's own. Governments issue warnings (standards §3). */
import { dayOf } from '../../../../adapters/standards/forecast-day.ts'
import { CURRENT_SCHEMES } from '../../../../adapters/standards/warning-schemes.ts'
import type { JsonValue } from '../../../../contracts/jcs.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import type { AirRelease, ForecastCell, SuggestedWarning, WarningRelease } from '../../release-types.ts'
import { mustBeDays } from '../period.ts'
import type { Difference, HeadGiven, Product, ProductInput, Table, TableCell } from '../product.ts'
import { readStatement, STATEMENT_CELL, STATEMENT_ROW, statementOf } from '../statement.ts'
import { divisionsOf, ordered, rowOf } from './areas.ts'
import { warningChanges } from './changes.ts'
import { DAILY_AIR } from './daily.ts'
import { eachDay, isForecastPeriod, issueDay, MOST_DAYS, standardsOf } from './days.ts'
import { type AreaForecast, suggestionsFor } from './suggest.ts'
import { FORECAST_CONTRACT, wordsOf } from './words.ts'

const LABEL: Bilingual = {
  zh: '预警建议，供双方使用，不是预警；预警由政府发布',
  en: 'Suggestions for the two sides. They are no warnings: governments issue warnings',
}

/** A forecast's cells, and each area's days in them. */
interface Suggested {
  readonly base: AirRelease | null
  readonly cells: readonly ForecastCell[]
  readonly forecasts: readonly AreaForecast[]
}

/** Out of the agreed forecast, as far as its days are the period's. */
function agreed(input: ProductInput, base: AirRelease): Suggested {
  const { first, last } = mustBeDays(input.period)
  const cells = base.cells.filter(({ from, to }) => from >= first && to <= last)
  const byArea = Map.groupBy(cells, ({ area }) => area.id)
  return {
    base,
    cells,
    forecasts: [...byArea.values()].flatMap((own): AreaForecast[] => {
      const [cell] = own
      if (!cell) return []
      const days = own.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      return [
        {
          area: cell.area,
          from: 'joint',
          days: days.map((one) => dayOf({ ...one, standard: airIndexOn(one.from).id, validDate: one.from })),
        },
      ]
    }),
  }
}

/** Out of each side's own forecasts, concentrations and all. */
function apart(input: ProductInput): Suggested {
  const registry = divisionsOf(input)
  const words = wordsOf(input.records).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const areas = ordered(registry, [...new Map(words.map(({ area }) => [area.id, area])).values()])
  const cells: ForecastCell[] = []
  const forecasts: AreaForecast[] = []
  for (const area of areas) {
    for (const party of PARTIES) {
      const said = words.flatMap(({ area: { id }, day, by }) => {
        const word = by[party]
        return id === area.id && word?.value ? [{ day, value: word.value, record: word.record }] : []
      })
      if (said.length === 0) continue
      forecasts.push({ area, from: party, days: said.map(({ record }) => dayOf(record)) })
      for (const { day, value } of said)
        cells.push({ ...value, area, from: day, owner: area.party, reason: null, take: party, to: day })
    }
  }
  return { base: null, cells, forecasts }
}

function suggested(input: ProductInput): Suggested {
  const base = input.base?.release
  return base?.type === 'daily-air-forecast' ? agreed(input, base) : apart(input)
}

function said(found: SuggestedWarning | undefined): JsonValue {
  return found
    ? { certain: found.certain, possible: found.possible, text: { en: found.text.en, zh: found.text.zh } }
    : null
}

/** What the two sides' forecasts come to under one and the same scheme. */
function differs(cq: SuggestedWarning | undefined, sc: SuggestedWarning | undefined): readonly Difference[] {
  if (!cq || !sc || (cq.certain === sc.certain && cq.possible === sc.possible)) return []
  const words = (
    language: keyof Bilingual,
    { cq: one, sc: other }: Readonly<Record<PartyId, SuggestedWarning>>,
  ): string =>
    [`${SIDE.cq[language]} — ${one.text[language]}`, `${SIDE.sc[language]} — ${other.text[language]}`].join(
      language === 'zh' ? '；' : '; ',
    )
  const both = { cq, sc }
  return [{ kind: 'between-sides', loud: true, text: { zh: words('zh', both), en: words('en', both) } }]
}

function tableOf(input: ProductInput): Table {
  const registry = divisionsOf(input)
  const { base, forecasts: found } = suggested(input)
  // What each side's own comes to stands beside what was agreed.
  const forecasts = base ? [...found, ...apart(input).forecasts] : found
  const areas = ordered(registry, [...new Map(forecasts.map(({ area }) => [area.id, area])).values()])
  const all = new Map(
    forecasts.flatMap(suggestionsFor).map((one) => [[one.area.id, one.scheme, one.from].join('/'), one]),
  )
  return {
    rows: [STATEMENT_ROW, ...areas.map((area) => rowOf(registry, area))],
    columns: CURRENT_SCHEMES.map(({ slug, title }) => ({ id: slug, title })),
    cells: [
      STATEMENT_CELL,
      ...areas.flatMap((area) =>
        CURRENT_SCHEMES.map(({ id, slug }): TableCell => {
          const of = (from: SuggestedWarning['from']) => all.get([area.id, id, from].join('/'))
          const [cq, sc] = [of('cq'), of('sc')]
          return {
            id: `${area.id}/${slug}`,
            row: area.id,
            column: slug,
            owner: area.party,
            sides: { cq: said(cq), sc: said(sc) },
            guidance: null,
            joint: said(of('joint')),
            take: null,
            editable: false,
            differences: differs(cq, sc),
          }
        }),
      ),
    ],
  }
}

function releaseOf(input: ProductInput, head: HeadGiven): WarningRelease {
  const { first, last } = mustBeDays(input.period)
  const { base, cells, forecasts } = suggested(input)
  const digest = input.base?.digest
  return {
    ...head,
    base: base && digest !== undefined ? { digest, id: base.id } : null,
    cells,
    changes: [],
    issued: input.issued,
    label: LABEL,
    standards: [...standardsOf(eachDay(input.period)), ...CURRENT_SCHEMES.map(({ id }) => id)],
    statement: statementOf(input),
    suggestions: forecasts.flatMap(suggestionsFor),
    title: {
      zh: `川渝重污染天气预警建议（${first} 至 ${last}）`,
      en: `Sichuan–Chongqing suggestions of heavy-pollution warnings (${first} to ${last})`,
    },
    type: 'warning-suggestion',
  }
}

/** Suggestions for the days from the one after the day of issue, under every scheme in use. */
export const WARNING: Product = {
  id: 'warning-suggestion',
  contract: FORECAST_CONTRACT,
  registry: 'divisions',
  idOf: (period) => `warning-${issueDay(period)}`,
  isPeriod: (period, now) => isForecastPeriod(period, now, { least: 1, most: MOST_DAYS }),
  anchorOf: issueDay,
  basedOn: 'daily-air-forecast',
  select: DAILY_AIR.select,
  table: tableOf,
  readValue: readStatement,
  release: releaseOf,
  changes(before, after) {
    if (before.type !== 'warning-suggestion' || after.type !== 'warning-suggestion')
      throw new TypeError('expected two sets of suggestions')
    return warningChanges(before, after)
  },
}
