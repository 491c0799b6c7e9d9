/** The page of one release: the answer first, then what its kind has to show, downloads and provenance. */
import { html } from 'hono/html'
import { correctionBanner, supersededBanner } from './banners.ts'
import { downloadsSection } from './downloads.ts'
import { dated, type Html, type Lang, type PageOptions, properName } from './lang.ts'
import { layout } from './layout.ts'
import { provenanceSection } from './provenance.ts'
import { type PagedRelease, releaseBody } from './release-body.ts'
import { localTime } from './time.ts'
import type { ReleaseView } from './view.ts'
import { COMMON } from './words/common.ts'
import { BANNER, RELEASE, REVIEW } from './words/release.ts'

/** The release page. */
export function releasePage(view: ReleaseView<PagedRelease>, options: PageOptions): Html {
  const { lang } = options
  const { release } = view
  const body = releaseBody(release, lang, view.list)
  const parts = [
    ...body.parts,
    { id: 'downloads', title: RELEASE.downloads, body: downloadsSection(view, body, lang) },
    { id: 'provenance', title: RELEASE.provenance, body: provenanceSection(view, body, lang) },
  ]
  const main = html`<article>
<header class="head">
${supersededBanner(view, lang)}
<h1>${dated(release.title[lang])}</h1>
${byline(view, lang)}
${body.answer}
${statement(view, lang)}
${correctionBanner(view, body, lang)}
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
  return layout({ title: release.title[lang], sandbox: release.sandbox, main }, options)
}

/** The two sides' words on the whole (综述); they write it in Chinese. */
export function statement({ release }: Pick<ReleaseView, 'release'>, lang: Lang): Html | null {
  if (!release.statement) return null
  return html`<div class="statement"><h2>${RELEASE.statement[lang]}</h2><p>${properName(release.statement, lang)}</p></div>`
}

/** The label and when it was published, on one line; the answer beneath names the period. */
export function byline({ release, publishedAt }: Pick<ReleaseView, 'publishedAt' | 'release'>, lang: Lang): Html {
  const review = 'review' in release ? html` <span>${REVIEW[release.review][lang]}</span>` : null
  const note = lang === 'zh' ? `（${COMMON.localTime.zh}）` : ` (${COMMON.localTime.en})`
  return html`<p class="byline"><span class="label">${release.label[lang]}</span>${release.supersedes === null ? null : html` <span class="label">${BANNER.correction[lang]}</span>`}${review} <span>${RELEASE.published[lang]} <time datetime="${publishedAt}">${localTime(publishedAt, lang)}</time>${note}</span></p>`
}
