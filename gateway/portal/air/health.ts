/** What a grade means, for the highest one forecast: its AQI range and level (HJ 633, table of classes). Of health advice the gateway holds no words. */
import { html } from 'hono/html'
import { airClassRow } from '../../../adapters/standards/air.ts'
import { type AirClass, type AirIndexStandard, airIndexOn } from '../../../contracts/standards/index.ts'
import type { ForecastCell } from '../../release/release-types.ts'
import type { Html, Lang } from '../lang.ts'
import { AIR } from '../words/air.ts'
import { gradeChip } from './value.ts'

/** The highest grade of these cells, and the edition of the index it is by; null where there are none. */
export function highest(
  cells: readonly Pick<ForecastCell, 'class' | 'from'>[],
): { readonly airClass: AirClass; readonly edition: AirIndexStandard } | null {
  const [first, ...rest] = cells
  if (!first) return null
  const top = rest.reduce((best, cell) => (cell.class.max > best.class.max ? cell : best), first)
  return { airClass: top.class.max, edition: airIndexOn(top.from) }
}

/** The section. */
export function healthSection(cells: readonly Pick<ForecastCell, 'class' | 'from'>[], lang: Lang): Html {
  const top = highest(cells)
  return html`${top === null ? null : html`<p>${meaning(top.airClass, top.edition, lang)}</p>`}
<p class="lead">${AIR.adviceHeld[lang]}</p>`
}

function meaning(airClass: AirClass, edition: AirIndexStandard, lang: Lang): Html {
  const { level, max, min } = airClassRow(airClass, edition)
  const range = max === null ? (lang === 'zh' ? `AQI 大于 ${min - 1}` : `AQI above ${min - 1}`) : `AQI ${min}–${max}`
  const label = lang === 'zh' ? '预报可达的最高级别：' : 'The highest grade forecast: '
  return html`${label}${gradeChip(airClass, edition, lang)} ${level[lang]}${lang === 'zh' ? '，' : ', '}${range}${lang === 'zh' ? `（${edition.id}）。` : ` (${edition.id}).`}`
}
