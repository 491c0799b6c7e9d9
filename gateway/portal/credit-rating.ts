/** One rating as people read it: the level in a word and a colour, then who gave it, by what, for how long, and what it counts for on the other side. */
import { html } from 'hono/html'
import { AUTHORITY_NAMES } from '../../adapters/standards/credit-compare.ts'
import { lastShownDay } from '../../contracts/enterprise-credit/display.ts'
import type { PublicCredit, PublicCreditRow } from '../../contracts/enterprise-credit/public.ts'
import type { DisplayTerms } from '../../contracts/enterprise-credit/terms.ts'
import { nationalLevel, ratingTitle, schemeTitle } from '../../contracts/enterprise-credit/titles.ts'
import { dated, type Html, type Lang, properName } from './lang.ts'
import { mixed } from './mixed.ts'
import { CREDIT, shownUntil, spanText } from './words/credit.ts'

/** A rating, with its facts as a list of names and values; `display` says how long it is shown. */
export function creditRating(
  { record, recognition, setAsideBy }: PublicCreditRow,
  display: DisplayTerms | null,
  lang: Lang,
): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ...nationalFact(record, lang),
    ...scoreFact(record, lang),
    [CREDIT.authority[lang], authority(record, lang)],
    [CREDIT.scheme[lang], mixed(schemeTitle(record.scheme), lang)],
    ...validityFact(record, display, lang),
    ...basisFact(record, lang),
    [CREDIT.effect[lang], mixed(recognition, lang)],
  ]
  return html`<div class="rating-of${setAsideBy === null ? '' : ' aside'}">
${plate(record, lang)}${setAsideBy === null ? null : html`<br><span class="tag">${CREDIT.setAside[lang]}</span>`}
<dl class="pairs">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</div>`
}

function plate(record: PublicCredit, lang: Lang): Html {
  const colour = nationalLevel(record)?.plate?.colour ?? 'none'
  return html`<span class="plate ${colour}">${ratingTitle(record)[lang]}</span>`
}

type Fact = readonly [string, Html | string]

function nationalFact(record: PublicCredit, lang: Lang): readonly Fact[] {
  const level = nationalLevel(record)
  if (!level) return []
  const plated = level.plate
    ? lang === 'zh'
      ? `（${level.plate.title.zh}）`
      : ` (${level.plate.title.en.toLowerCase()})`
    : ''
  const { levelSent } = record
  const known = [level.title.zh, ...level.words]
  const sent =
    levelSent == null || known.includes(levelSent)
      ? null
      : html`<span class="sub">${CREDIT.written[lang]} ${properName(levelSent, lang)}</span>`
  return [[CREDIT.national[lang], html`${level.title[lang]}${plated}${sent}`]]
}

/** Never without its scheme, which stands below; the level counts, not this. */
function scoreFact({ score }: PublicCredit, lang: Lang): readonly Fact[] {
  if (!score) return []
  return [
    [
      CREDIT.score[lang],
      html`${score.reported}${lang === 'zh' ? '分，' : ' by '}${mixed(schemeTitle(score.scheme), lang)}`,
    ],
  ]
}

function authority({ authority: { level, name } }: PublicCredit, lang: Lang): Html {
  const rank = AUTHORITY_NAMES[level][lang]
  return name === null ? html`${rank}` : html`${properName(name, lang)}${lang === 'zh' ? `，${rank}` : `, ${rank}`}`
}

function validityFact(
  { ratingYear, validity }: PublicCredit,
  display: DisplayTerms | null,
  lang: Lang,
): readonly Fact[] {
  if (!validity) return []
  const until =
    validity.to === null && display?.goneOn.includes('expiry')
      ? html`<span class="sub">${dated(shownUntil(lastShownDay({ ratingYear, validity }, display))[lang])}</span>`
      : null
  return [[CREDIT.validity[lang], html`${dated(spanText(validity.from, validity.to)[lang])}${until}`]]
}

function basisFact({ publicationBasis: basis }: PublicCredit, lang: Lang): readonly Fact[] {
  if (!basis) return []
  const document = basis.document === null ? null : html`<span class="line">${properName(basis.document, lang)}</span>`
  const notice =
    basis.notice === null
      ? null
      : html`<span class="line">${CREDIT.notice[lang]} ${dated(spanText(basis.notice.from, basis.notice.to)[lang])}</span>`
  return [[CREDIT.basis[lang], html`${document}${notice}`]]
}
