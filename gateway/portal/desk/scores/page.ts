/** `/desk/scores`: whether joining helped, how each side's forecasts turned out, and where the two differed. For partners alone. */
import { html } from 'hono/html'
import { FEW } from '../../../../adapters/standards/forecast-tally.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import type { ReadSoFar } from '../../../scores/basis.ts'
import { SCORE_DEFINITIONS, SCORE_NOTES } from '../../../scores/definitions.ts'
import { type Asked, FARTHEST } from '../../../scores/question.ts'
import type { Scores } from '../../../scores/scores.ts'
import { areaText } from '../../air/area-name.ts'
import { type Html, integer, type Lang, type PageOptions } from '../../lang.ts'
import { PARTY } from '../../words/common.ts'
import { COUNTED, DESK_SCORES, GROUP, hoursText, joinedText } from '../../words/desk-scores.ts'
import { problemSummary } from '../failure.ts'
import { deskLayout } from '../layout.ts'
import { divergedTable } from './diverged.ts'
import { pairTable, scoreTable } from './tables.ts'
import type { ScoresView } from './view.ts'

/** Where it is, and where the same comes as data. */
const SCORES_PATH = '/desk/scores'

/** The page. */
export function scoresPage(view: ScoresView, options: PageOptions): Html {
  const { lang } = options
  const { asked, fault, found, now, person, sandbox } = view
  const main = html`<article class="scores-page">
${fault ? problemSummary([{ text: fault.text[lang], target: fieldId(fault.field) }], DESK_SCORES.fault[lang]) : null}
<h1>${DESK_SCORES.title[lang]}</h1>
<p class="lead">${DESK_SCORES.lead[lang]}</p>
${form(view, lang)}
${found ? answer(found, lang) : null}
</article>`
  const query = queryOf(asked)
  return deskLayout(
    { title: DESK_SCORES.title[lang], sandbox, person, main, now, wide: true },
    { ...options, ...(query === '' ? {} : { query }) },
  )
}

function queryOf(asked: Asked): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined)).toString()
}

/** The id of a parameter's field; of one the form has none for, the first. */
function fieldId(name: string): string {
  return ['from', 'to', 'party', 'area', 'horizon', 'group'].includes(name) ? `f-${name}` : 'f-from'
}

function form({ asked, fault, found, sides }: ScoresView, lang: Lang): Html {
  const question = found?.scores.question
  const day = (name: 'from' | 'to'): Html => {
    const wrong = fault !== null && fieldId(fault.field) === fieldId(name)
    return html`<label>${DESK_SCORES[name][lang]}<input id="f-${name}" class="field" type="date" name="${name}" value="${asked[name] ?? question?.[name] ?? ''}"${wrong ? html` aria-invalid="true"` : null}></label>`
  }
  const group = asked.group === undefined ? 'horizon' : asked.group === '' ? 'none' : asked.group
  const known = sides.flatMap(({ areas }) => areas).some(({ id }) => id === asked.area)
  return html`<form class="filters" method="get" action="${SCORES_PATH}">
${day('from')}
${day('to')}
<label>${DESK_SCORES.party[lang]}<select id="f-party" name="party">${option('', DESK_SCORES.bothSides[lang], asked.party ?? '')}${(['cq', 'sc'] as const).map((party) => option(party, PARTY[party][lang], asked.party ?? ''))}</select></label>
<label>${DESK_SCORES.area[lang]}<select id="f-area" name="area">${option('', DESK_SCORES.allAreas[lang], asked.area ?? '')}${sides.map(({ party, areas }) => html`<optgroup label="${PARTY[party][lang]}">${areas.map(({ id, name }) => option(id, areaText(name, lang), asked.area ?? ''))}</optgroup>`)}${asked.area === undefined || known ? null : html`<optgroup label="${DESK_SCORES.otherArea[lang]}">${option(asked.area, asked.area, asked.area)}</optgroup>`}</select></label>
<label>${DESK_SCORES.horizon[lang]}<select id="f-horizon" name="horizon">${option('', DESK_SCORES.allHorizons[lang], asked.horizon ?? '')}${Array.from({ length: FARTHEST / 24 + 1 }, (_, at) => option(String(at * 24), hoursText(at * 24)[lang], asked.horizon ?? ''))}</select></label>
<label>${DESK_SCORES.group[lang]}<select id="f-group" name="group">${Object.entries(GROUP).map(([value, title]) => option(value, title[lang], group))}</select></label>
${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}<button type="submit">${DESK_SCORES.show[lang]}</button>
</form>`
}

function option(value: string, text: Html | string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`
}

function answer({ scores, overall, divergences }: NonNullable<ScoresView['found']>, lang: Lang): Html {
  const { counts, groups, pairs, question, read } = scores
  const { group } = question
  return html`${cut(read, lang)}
${joined(overall, lang)}
${groups.length === 0 ? html`<div class="banner notice" role="note"><p><strong>${DESK_SCORES.none[lang]}</strong></p><p>${DESK_SCORES.noneText[lang]}</p></div>` : null}
<section class="part" aria-labelledby="joining"><h2 id="joining">${DESK_SCORES.joining[lang]}</h2>
<p class="lead">${DESK_SCORES.joiningLead[lang]}</p>
${
  overall.length === 0
    ? html`<p class="muted">${DESK_SCORES.noPairs[lang]}</p>`
    : html`${pairTable(overall, [], lang)}${group.length === 0 ? null : html`<details class="inside"><summary>${DESK_SCORES.group[lang]} ${group.map((one) => GROUP[one]?.[lang] ?? one).join(' · ')}</summary>${pairTable(pairs, group, lang)}</details>`}`
}
</section>
<section class="part" aria-labelledby="each"><h2 id="each">${DESK_SCORES.each[lang]}</h2>
<p class="lead">${DESK_SCORES.eachLead[lang]}</p>
${groups.length === 0 ? null : scoreTable(groups, group, lang)}
</section>
<section class="part" aria-labelledby="diverged"><h2 id="diverged">${DESK_SCORES.diverged[lang]}</h2>
<p class="lead">${DESK_SCORES.divergedLead[lang]}</p>
${divergedTable(divergences, lang)}
</section>
<section class="part" aria-labelledby="counts"><h2 id="counts">${DESK_SCORES.counts[lang]}</h2>
<dl class="facts">${COUNTS.map((name) => html`<div><dt>${COUNTED[name][lang]}</dt><dd>${integer(counts[name])}<span class="sub">${SCORE_DEFINITIONS[name][lang]}</span></dd></div>`)}
<div><dt>${DESK_SCORES.data[lang]}</dt><dd><a href="/v1/scores?${dataQuery(scores.question)}"><code>/v1/scores</code></a> · <a href="/v1/scores/divergence?from=${question.from}&amp;to=${question.to}"><code>/v1/scores/divergence</code></a> <span class="muted">(JSON, CSV) · ${DESK_SCORES.asOf[lang]} ${integer(question.asOf)}</span></dd></div></dl>
<details class="inside"><summary>${DESK_SCORES.meaning[lang]}</summary><ul class="notes">${[...MEANINGS, ...SCORE_NOTES].map((text) => html`<li>${text[lang]}</li>`)}</ul></details>
</section>`
}

/** The answer: over both sides' own areas, against reviewed days. */
function joined(overall: Scores['pairs'], lang: Lang): Html | null {
  const own = overall.filter(({ voice }) => voice === 'own').map(({ reviewed }) => reviewed)
  const sum = (name: 'better' | 'equal' | 'worse'): number => own.reduce((all, pair) => all + pair[name], 0)
  const [better, equal, worse] = [sum('better'), sum('equal'), sum('worse')]
  const n = better + equal + worse
  return n === 0 ? null : html`<p class="answer">${joinedText({ n, better, equal, worse }, n < FEW)[lang]}</p>`
}

const COUNTS = [
  'forecasts',
  'reviewed',
  'provisional',
  'late',
  'revisedLate',
  'noObservation',
  'incomplete',
  'otherEdition',
  'zone',
  'notRead',
] as const

const MEANINGS: readonly Bilingual[] = (
  [
    'class',
    'range',
    'middle',
    'primary',
    'bias',
    'mae',
    'width',
    'pairs',
    'difference',
    'nearest',
    'horizon',
    'season',
    'few',
  ] as const
).map((name) => SCORE_DEFINITIONS[name])

function dataQuery({
  from,
  to,
  party,
  area,
  horizon,
  group,
}: NonNullable<ScoresView['found']>['scores']['question']): string {
  const parts = Object.entries({ from, to, party, area, horizon, group: group.join(',') })
  return new URLSearchParams(
    parts.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, String(value)]])),
  ).toString()
}

function cut({ forecasts, observations }: ReadSoFar, lang: Lang): Html | null {
  if (forecasts.complete && observations.complete) return null
  return html`<div class="banner alert" role="note"><p><strong>${DESK_SCORES.cut[lang]}</strong></p>
${forecasts.complete ? null : html`<p>${DESK_SCORES.cutForecasts[lang]}</p>`}
${observations.complete ? null : html`<p>${DESK_SCORES.cutAreas[lang]}${observations.left.join(', ')}</p>`}</div>`
}
