/** `/releases/{id}` of a period both sides did not agree on: that there is no joint release, and each side's own values beside the other's. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { BulletinSection } from '../../release/bulletin-types.ts'
import type { OwnValues } from '../../release/consultation/apart.ts'
import { areaTable } from '../air/area-table.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { LINKS } from '../links.ts'
import { localTime, periodDays } from '../time.ts'
import { sectionChips } from '../water-parts/overview.ts'
import { AIR, moreAreas } from '../words/air.ts'
import { APART, basisText } from '../words/apart.ts'
import { PARTY } from '../words/common.ts'
import type { ApartView } from './view.ts'

/** So many areas of a side at most, so that the page stays light: its cities and zones come first. */
const MOST_AREAS = 60

/** The page. */
export function apartPage({ basis, edition, item, own, sandbox }: ApartView, options: PageOptions): Html {
  const { lang } = options
  const title = `${item.title[lang]} ${periodDays(item.period, lang)}`
  const gap = lang === 'zh' ? '（' : ' ('
  const end = lang === 'zh' ? ` ${APART.edition.zh}）` : ` ${APART.edition.en})`
  const main = html`<article>
<p class="eyebrow">${APART.title[lang]}</p>
<header class="head"><h1>${title}</h1>
<p class="answer">${APART.answer[lang]}</p>
<p class="lead">${APART.stands[lang]}</p></header>
<dl class="facts">
<div><dt>${APART.deadline[lang]}</dt><dd><time datetime="${item.passed}">${localTime(item.passed, lang)}</time></dd></div>
<div><dt>${APART.terms[lang]}</dt><dd>${APART.termsText[lang]}${gap}${edition}${end}</dd></div>
<div><dt>${APART.basis[lang]}</dt><dd>${basisText(basis)[lang]}</dd></div>
</dl>
<section class="part" id="own" aria-labelledby="own-title"><h2 id="own-title">${APART.own[lang]}</h2>
${
  item.type === 'annual-credit-list'
    ? html`<p>${APART.credit[lang]}</p><p><a href="${href(LINKS.credit, lang)}">${APART.creditLink[lang]}</a></p>`
    : html`<div class="beside">${PARTIES.map((party) => side(party, own[party], lang))}</div>`
}
</section>
</article>`
  return layout({ title, sandbox, main }, options)
}

function side(party: PartyId, { cells, sections }: OwnValues, lang: Lang): Html {
  const nothing = cells.length === 0 && sections.length === 0
  return html`<section aria-labelledby="own-${party}"><h3 id="own-${party}">${PARTY[party][lang]}</h3>
${nothing ? html`<p>${APART.none[lang]}</p>` : cells.length > 0 ? forecasts(cells, lang) : sectionChips(inOrder(sections), lang)}
</section>`
}

function forecasts(cells: OwnValues['cells'], lang: Lang): Html {
  const wide = cells.filter(({ area }) => area.kind === 'city' || area.kind === 'zone')
  const areas = [...new Set([...wide, ...cells].map(({ area }) => area.id))]
  const shown = new Set(areas.slice(0, MOST_AREAS))
  const listed = [...wide, ...cells.filter((cell) => !wide.includes(cell))].filter(({ area }) => shown.has(area.id))
  const left = areas.length - shown.size
  return html`${areaTable({ cells: listed, gaps: [], caption: APART.own[lang], heading: AIR.area[lang] }, lang)}${
    left === 0 ? null : html`<p class="lead">${moreAreas(left)[lang]}</p>`
  }`
}

function inOrder(sections: readonly BulletinSection[]): readonly BulletinSection[] {
  const river = ({ river: name }: BulletinSection): string => name ?? '\uffff'
  return sections.toSorted((a, b) =>
    river(a) === river(b) ? (a.order ?? 0) - (b.order ?? 0) : river(a) < river(b) ? -1 : 1,
  )
}
