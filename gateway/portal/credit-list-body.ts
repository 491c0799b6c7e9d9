/** An annual list of ratings on its page: how many of which level on each side, then enterprise by enterprise, both sides beside each other. Only what may be shown. */
import { html } from 'hono/html'
import { AUTHORITY_NAMES } from '../../adapters/standards/credit-compare.ts'
import { ratingTitle, schemeTitle } from '../../contracts/enterprise-credit/titles.ts'
import { HF2013_150 } from '../../contracts/standards/index.ts'
import type { PartyId } from '../../contracts/types.ts'
import { CREDIT_NOTES } from '../credit/words.ts'
import type { CreditList, ShownRow } from '../release/credit-list.ts'
import { ratingYearOf } from '../release/products/credit/rows.ts'
import type { CreditRelease } from '../release/release-types.ts'
import { dated, type Html, href, integer, type Lang, properName } from './lang.ts'
import { LINKS } from './links.ts'
import { mixed } from './mixed.ts'
import type { ChangeRow, ReleaseBody } from './release-body.ts'
import { PARTY } from './words/common.ts'
import { COMPARISON } from './words/comparison.ts'
import { asOfDay, CREDIT, spanText } from './words/credit.ts'
import { CREDIT_LIST, listedText, moreEnterprises, ratedBy } from './words/credit-list.ts'
import { BANNER } from './words/release.ts'

/** So many enterprises at most; the rest is in the files, so that the page stays light. */
const MOST_ENTERPRISES = 400

const SIDES: readonly PartyId[] = ['sc', 'cq']

/** The body. */
export function creditListBody(release: CreditRelease, list: CreditList, lang: Lang): ReleaseBody {
  return {
    answer: answer(release, list, lang),
    changes: changesOf(release, list, lang),
    changed: CREDIT_LIST.enterprise,
    parts: [
      { id: 'counts', title: CREDIT_LIST.counts, body: countTable(list, lang) },
      { id: 'ratings', title: CREDIT_LIST.ratings, body: ratingTable(list, lang) },
      { id: 'reading', title: CREDIT_LIST.reading, body: reading(list, lang) },
    ],
    origin: [
      {
        title: CREDIT_LIST.by,
        text: html`${SIDES.map((party) => html`<span class="line">${rated(list, party, lang)}</span>`)}`,
      },
      { title: CREDIT_LIST.kind, text: CREDIT_LIST.kindText[lang] },
    ],
    files: { csv: CREDIT_LIST.csv, geojson: null, xlsx: CREDIT_LIST.xlsx },
    register: CREDIT_LIST.register,
  }
}

function enterprisesOf({ rows }: CreditList): ReadonlyMap<string, readonly ShownRow[]> {
  return Map.groupBy(rows, ({ record }) => record.enterprise.code)
}

function answer({ period }: CreditRelease, list: CreditList, lang: Lang): Html {
  const { before, after } = listedText(ratingYearOf(period), list.rows.length, enterprisesOf(list).size)
  const text =
    list.rows.length === 0
      ? html`${CREDIT_LIST.nothing[lang]}`
      : html`${before[lang]}<strong>${integer(list.rows.length)}</strong>${after[lang]}`
  return html`<p class="answer">${text}</p>
<p class="muted">${dated(asOfDay(list.day)[lang])}</p>`
}

/** In words and numbers alone: a colour would rank one side's scheme by the other's. */
function countTable({ rows }: CreditList, lang: Lang): Html {
  const levels = new Map([
    ...HF2013_150.levels.map(({ key, title }): [string, string] => [key, title[lang]]),
    ...(['not-rated', 'suspended'] as const)
      .filter((status) => rows.some(({ record }) => record.status === status))
      .map((status): [string, string] => [status, ratingTitle({ level: null, scheme: '', status })[lang]]),
  ])
  const count = (level: string, party: PartyId): number =>
    rows.filter((row) => row.party === party && (row.record.level ?? row.record.status) === level).length
  return html`<p class="lead">${CREDIT_LIST.countsNote[lang]}</p>
<table class="codes"><thead><tr><th scope="col">${CREDIT_LIST.level[lang]}</th>${SIDES.map((party) => html`<th scope="col" class="number">${PARTY[party][lang]}</th>`)}</tr></thead>
<tbody>${[...levels].map(
    ([level, title]) =>
      html`<tr><th scope="row">${title}</th>${SIDES.map((party) => html`<td class="number">${integer(count(level, party))}</td>`)}</tr>`,
  )}</tbody></table>`
}

function ratingTable(list: CreditList, lang: Lang): Html {
  const enterprises = [...enterprisesOf(list).values()]
  if (enterprises.length === 0) return html`<p>${CREDIT_LIST.nothing[lang]}</p>`
  const left = enterprises.length - MOST_ENTERPRISES
  return html`<p class="lead">${CREDIT_LIST.ratingsNote[lang]}</p>
<table class="credit list" role="table">
<caption class="sr">${CREDIT_LIST.ratings[lang]}</caption>
<thead role="rowgroup"><tr role="row">${[CREDIT_LIST.enterprise[lang], ...SIDES.map((party) => PARTY[party][lang])].map(
    (head) => html`<th role="columnheader" scope="col">${head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${enterprises.slice(0, MOST_ENTERPRISES).map((rows) => enterprise(rows, lang))}</tbody>
</table>
${left > 0 ? html`<p class="lead">${moreEnterprises(left)[lang]}</p>` : null}`
}

function enterprise(rows: readonly ShownRow[], lang: Lang): Html {
  const [first] = rows
  if (!first) return html``
  const { code } = first.record.enterprise
  const names = [...new Set(rows.map(({ record }) => record.enterprise.name))]
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${href(LINKS.credit, lang, `q=${code}`)}">${names.map((name, at) => html`${at > 0 ? ' / ' : null}${properName(name, lang)}`)}</a><span class="sub"><code>${code}</code></span></th>${SIDES.map(
    (party) => {
      const own = rows.filter((row) => row.party === party)
      return html`<td role="cell" data-label="${PARTY[party][lang]}">${
        own.length === 0
          ? html`<span class="muted">${CREDIT_LIST.sideNone[lang]}</span>`
          : own.map((row) => rating(row, lang))
      }</td>`
    },
  )}</tr>
`
}

function rating({ record, setAsideBy }: ShownRow, lang: Lang): Html {
  const { authority, validity } = record
  const rank = AUTHORITY_NAMES[authority.level][lang]
  const by =
    authority.name === null
      ? rank
      : html`${properName(authority.name, lang)}${lang === 'zh' ? `，${rank}` : `, ${rank}`}`
  return html`<div class="rating-of${setAsideBy === null ? '' : ' aside'}"><b>${ratingTitle(record)[lang]}</b>${
    setAsideBy === null ? null : html` <span class="tag">${CREDIT.setAside[lang]}</span>`
  }<span class="sub">${by}</span>${validity ? html`<span class="sub">${CREDIT.validity[lang]} ${dated(spanText(validity.from, validity.to)[lang])}</span>` : null}</div>`
}

function reading({ rows, terms }: CreditList, lang: Lang): Html {
  const notes = [CREDIT_LIST.omitted, ...CREDIT_NOTES, ...(terms ? [terms.display, terms.mutualRecognition] : [])]
  return html`<ul class="notes">${notes.map((note) => html`<li>${mixed(note, lang)}</li>`)}</ul>
<dl class="facts">
${SIDES.map((party) => {
  const schemes = [...new Set(rows.filter((row) => row.party === party).map(({ record }) => record.scheme))].sort()
  if (schemes.length === 0) return null
  return html`<div><dt>${CREDIT_LIST.schemes[lang]} · ${PARTY[party][lang]}</dt><dd>${schemes.map((scheme) => html`<span class="line">${mixed(schemeTitle(scheme), lang)}</span>`)}</dd></div>\n`
})}<div><dt>${CREDIT_LIST.compared[lang]}</dt><dd><a href="${href(LINKS.comparison, lang)}#credit">${COMPARISON.title[lang]}</a></dd></div>
<div><dt>${CREDIT.title[lang]}</dt><dd><a href="${href(LINKS.credit, lang)}">${CREDIT_LIST.lookUp[lang]}</a></dd></div>
</dl>`
}

function rated({ rows }: CreditList, party: PartyId, lang: Lang): string {
  const own = rows.filter((row) => row.party === party)
  const authorities = new Set(own.map(({ record: { authority } }) => `${authority.level}/${authority.name ?? ''}`))
  return ratedBy(PARTY[party], own.length, authorities.size)[lang]
}

/** Rows that came or say something else, as far as they may be shown; of what left the list nothing is told. */
function changesOf(
  { changes, statement }: CreditRelease,
  { leaves, rows }: CreditList,
  lang: Lang,
): readonly ChangeRow[] {
  const byLeaf = new Map(rows.map((row) => [leaves[row.at], row]))
  return changes.flatMap(({ section, member, from, to }): readonly ChangeRow[] => {
    if (member === 'statement')
      return [{ where: BANNER.whole[lang], what: CREDIT_LIST.statement[lang], from: '', to: statement ?? '' }]
    const row = to === 'null' ? undefined : byLeaf.get(section ?? '')
    if (!row) return []
    const { enterprise: named } = row.record
    return [
      {
        where: html`${properName(named.name, lang)} <span class="muted">${PARTY[row.party][lang]}</span>`,
        what: CREDIT_LIST.rating[lang],
        from: (from === 'null' ? CREDIT_LIST.unlisted : CREDIT_LIST.otherwise)[lang],
        to: ratingTitle(row.record)[lang],
      },
    ]
  })
}
