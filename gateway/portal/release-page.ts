/** The page of one release: the answer first, then rivers, sections, coverage, downloads and provenance. */
import { html } from 'hono/html'
import { answer } from './answer.ts'
import { correctionBanner, supersededBanner } from './banners.ts'
import { coverageSection } from './coverage.ts'
import { downloadsSection } from './downloads.ts'
import { dated, type Html, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { provenanceSection } from './provenance.ts'
import { riversSection } from './rivers.ts'
import { sectionTable } from './section-table.ts'
import { localTime } from './time.ts'
import type { ReleaseView } from './view.ts'
import { COMMON } from './words/common.ts'
import { BANNER, RELEASE } from './words/release.ts'

/** The release page. */
export function releasePage(view: ReleaseView, options: PageOptions): Html {
  const { lang } = options
  const { bulletin } = view
  const parts = [
    { id: 'rivers', title: RELEASE.rivers, body: riversSection(bulletin, lang) },
    { id: 'sections', title: RELEASE.sections, body: sectionTable(bulletin, lang) },
    { id: 'coverage', title: RELEASE.coverage, body: coverageSection(bulletin, lang) },
    { id: 'downloads', title: RELEASE.downloads, body: downloadsSection(view, lang) },
    { id: 'provenance', title: RELEASE.provenance, body: provenanceSection(view, lang) },
  ]
  const main = html`<article>
<header class="head">
${supersededBanner(view, lang)}
<h1>${dated(bulletin.title[lang])}</h1>
${byline(view, lang)}
${answer(bulletin, lang)}
${correctionBanner(view, lang)}
</header>
<nav class="toc" aria-label="${RELEASE.onThisPage[lang]}"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title[lang]}</a></li>`)}</ul></nav>
${parts.map(
  ({
    id,
    title,
    body,
  }) => html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title[lang]}</h2>
${body}
</section>`,
)}
</article>`
  return layout({ title: bulletin.title[lang], sandbox: bulletin.sandbox, main }, options)
}

/** The label and when it was published, on one line; the answer beneath names the period. */
export function byline({ bulletin, publishedAt }: ReleaseView, lang: Lang): Html {
  const note = lang === 'zh' ? `（${COMMON.localTime.zh}）` : ` (${COMMON.localTime.en})`
  return html`<p class="byline"><span class="label">${bulletin.label[lang]}</span>${bulletin.supersedes === null ? null : html` <span class="label">${BANNER.correction[lang]}</span>`} <span>${RELEASE.published[lang]} <time datetime="${publishedAt}">${localTime(publishedAt, lang)}</time>${note}</span></p>`
}
