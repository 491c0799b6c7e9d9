/** `/desk/{id}`: a consultation as both sides work on it. All of it reads without scripts; with them it is edited, remarked on and kept up to date in place. */
import { html } from 'hono/html'
import { STATEMENT } from '../../../release/products/product.ts'
import type { Html, Lang, PageOptions } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { liveWords } from '../../words/desk-live.ts'
import { dayHeading, MATRIX, type Show } from '../../words/desk-matrix.ts'
import { attachmentsPart } from '../attachments.ts'
import { deskLayout } from '../layout.ts'
import { withheldPart } from './credit-cells.ts'
import { actDialog, actions, draftBar, helpDialog, mergeDialog, panel, statement } from './forms.ts'
import { counts, deskHead, filters, legend } from './head.ts'
import { below, cellLink } from './links.ts'
import { deskTable } from './table.ts'
import { byMark, thread } from './thread.ts'
import type { DeskView } from './view.ts'

/** The page. */
export function consultationPage(view: DeskView, show: Show, options: PageOptions): Html {
  const { lang } = options
  const { id, kind, now, person, rows, sandbox, title } = view
  const water = kind === 'water'
  const main = html`<div id="desk-page" data-id="${id}" data-kind="${kind}" data-last="${view.happened.at(-1)?.index ?? -1}" data-words="${JSON.stringify(liveWords(lang))}">
${deskHead(view, lang)}
<p class="banner alert lost" id="lost" role="alert" hidden></p>
<p class="live muted small"><span id="live-state"></span> <span id="news" role="status"></span></p>
${
  rows === null
    ? html`<p class="banner notice">${MATRIX.notRead[lang]}</p>`
    : html`<div class="tools">${counts(view, lang)}${filters(view, show, lang)}
<p class="moves acting" hidden><button type="button" class="button plain" id="next-difference">${(water ? MATRIX.nextMissing : MATRIX.nextDiffering)[lang]} <kbd>j</kbd></button> <button type="button" class="button plain" id="previous-difference">${(water ? MATRIX.previousMissing : MATRIX.previousDiffering)[lang]} <kbd>k</kbd></button> <button type="button" class="button plain" id="show-help">${MATRIX.help[lang]} <kbd>?</kbd></button> <button type="button" class="button plain" id="from-yesterday" hidden></button></p></div>
${legend(view, lang)}
${deskTable(view, show, lang)}
${draftBar(lang)}
${statement(view, lang)}
${withheldPart(view, lang)}`
}
${discussion(view, lang)}
${attachmentsPart(view.attachments, lang)}
${actions(view, lang, below(id, 'check', lang))}
${handOvers(view, lang)}
${panel(view, lang)}
${mergeDialog(lang)}
${actDialog(lang)}
${helpDialog(lang)}
</div>`
  return deskLayout(
    { title: title[lang], sandbox, person, main, now, scripts: ['desk-page', 'file-check'], wide: true },
    { ...options, ...(show === 'all' ? {} : { query: `show=${show}` }) },
  )
}

/** Remarks on the whole and on the statement, and every objection that stands, wherever. */
function discussion(view: DeskView, lang: Lang): Html {
  const whole = view.remarks.filter(({ cell }) => cell === null || cell === STATEMENT)
  const standing = view.remarks.filter(
    ({ cell, kind, resolved }) => kind === 'objection' && resolved === null && cell !== null && cell !== STATEMENT,
  )
  return html`<section class="part" id="discussion" aria-labelledby="discussion-title"><h2 id="discussion-title">${MATRIX.discussion[lang]}</h2>
${thread(whole, view, lang, (cell) => nameOf(view, cell, lang))}
${standing.length === 0 ? null : html`<h3>${MATRIX.allObjections[lang]}</h3>${thread(standing, view, lang, (cell) => html`<a href="${cellLink(view.id, cell, lang)}">${nameOf(view, cell, lang)}</a>`)}`}
</section>`
}

/** A cell by its row and column, as people call it. */
export function nameOf(
  { cells, columns, rows }: Pick<DeskView, 'cells' | 'columns' | 'rows'>,
  id: string,
  lang: Lang,
): string {
  const cell = cells.get(id)
  const row = rows?.find((one) => one.id === cell?.row)
  const column = columns.find((one) => one.id === cell?.column)
  const heading = column && columns.length > 1 ? [dayHeading(column.id, lang) ?? column.title[lang]] : []
  return [row?.title[lang] ?? id, ...heading].join(' ')
}

function handOvers({ handOvers: words }: DeskView, lang: Lang): Html {
  return html`<section class="part" id="hand-overs" aria-labelledby="hand-overs-title"${words.length === 0 ? html` hidden` : null}><h2 id="hand-overs-title">${MATRIX.handOvers[lang]}</h2>
<ul class="thread">${words.map(({ by, text, time }) => html`<li><p class="byline"><span>${byMark(by, lang)}</span><time datetime="${time}">${localTime(time, lang)}</time></p><p class="said">${text}</p></li>`)}</ul></section>`
}
