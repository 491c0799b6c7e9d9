/** The forms of a consultation's page that its modules fill and send: a cell's joint value, remarks, merging, acts. Nothing of them shows without scripts. */
import { html } from 'hono/html'
import { POLLUTANTS } from '../../../../contracts/standards/air-types.ts'
import { CONSULTATION_LIMITS } from '../../../release/consultation/limits.ts'
import { STATEMENT } from '../../../release/products/product.ts'
import type { Html, Lang } from '../../lang.ts'
import { DESK, TAKE } from '../../words/desk.ts'
import { ACTING, BUTTON, EFFECT } from '../../words/desk-acts.ts'
import { CELL, KEYS, KEYS_NOTE, POLLUTANT } from '../../words/desk-cell.ts'
import { COUNTED, MATRIX } from '../../words/desk-matrix.ts'
import { WHAT_IF } from '../../words/desk-what-if.ts'
import { filePart } from '../attachments.ts'
import type { DeskView, TableKind } from './view.ts'

const MOST = CONSULTATION_LIMITS.text

/** The panel of one cell: its own page's parts are brought into it, and the form below is filled from the cell's data. */
export function panel(view: DeskView, lang: Lang): Html {
  return html`<dialog id="panel" class="sheet" aria-labelledby="panel-title">
<div class="sheet-head"><h2 id="panel-title" tabindex="-1"></h2><button type="button" class="button plain" data-close>${DESK.close[lang]}</button></div>
<div class="banner alert" id="panel-failure" role="alert" hidden></div>
<div id="panel-words"></div>
${view.kind === 'forecast' || view.kind === 'outlook' ? editForm(view.kind, lang) : null}
<div id="panel-talk"></div>
${remarkForm('panel-remark', lang)}
</dialog>`
}

function editForm(kind: TableKind, lang: Lang): Html {
  return html`<form id="edit" class="edit" novalidate hidden>
<h3 id="edit-title">${CELL.edit[lang]}</h3>
<p id="edit-why" class="banner notice" hidden></p>
<fieldset><legend>${CELL.joint[lang]}</legend>
${(['cq', 'sc', 'union', 'own'] as const).map((take) => html`<label class="choice"><input type="radio" name="take" value="${take}"> <span>${TAKE[take][lang]} <span class="muted" data-value="${take}"></span></span></label>`)}
</fieldset>
<div id="own" hidden>
<div class="pair"><label>${CELL.from[lang]} <input type="number" id="own-min" name="min" min="0" step="1" inputmode="numeric" autocomplete="off"></label>
<label>${CELL.to[lang]} <input type="number" id="own-max" name="max" min="0" step="1" inputmode="numeric" autocomplete="off"></label></div>
<p>${CELL.grade[lang]} <output id="grade" for="own-min own-max"></output></p>
<fieldset><legend>${CELL.primary[lang]}</legend><div class="checks">${POLLUTANTS.map((one) => html`<label class="choice"><input type="checkbox" name="primary" value="${one}"> ${POLLUTANT[one]}</label>`)}</div></fieldset>
<button type="button" class="button plain" id="yesterday" hidden>${CELL.yesterday[lang]} <span data-value="yesterday"></span></button>
</div>
<label class="block" for="edit-reason">${CELL.reason[lang]}</label>
<textarea id="edit-reason" name="reason" rows="2" maxlength="${MOST}"></textarea>
<label class="choice" id="zone-choice" hidden><input type="checkbox" name="zone"> <span></span></label>
<div id="suggestion" hidden><h4>${CELL.suggestion[lang]}</h4>${kind === 'outlook' ? html`<p class="muted small">${WHAT_IF.week[lang]}</p>` : null}<div id="suggestion-text" role="status"></div></div>
<p class="fault" id="edit-fault" role="alert" hidden></p>
<p class="actions"><button type="submit" class="button">${CELL.keep[lang]}</button> <button type="button" class="button plain" id="drop" hidden>${CELL.drop[lang]}</button></p>
</form>`
}

function remarkForm(id: string, lang: Lang): Html {
  return html`<form id="${id}" class="remark" novalidate hidden>
<label class="block" for="${id}-text">${CELL.sayText[lang]}</label>
<textarea id="${id}-text" name="text" rows="3" maxlength="${MOST}"></textarea>
<p class="fault" role="alert" hidden></p>
<p class="actions"><button type="submit" class="button" value="comment">${CELL.say[lang]}</button> <button type="submit" class="button plain" value="object">⚑ ${CELL.object[lang]}</button></p>
</form>`
}

/** The draft that waits to be sent; it stays in sight. */
export function draftBar(lang: Lang): Html {
  return html`<section id="draft" class="draft-bar" aria-labelledby="draft-count" hidden>
<p><strong id="draft-count"></strong> <span class="muted">${CELL.draftText[lang]}</span></p>
<p class="actions"><button type="button" class="button" id="send"></button> <button type="button" class="button plain" id="undo">${CELL.undo[lang]} <kbd>u</kbd></button> <button type="button" class="button plain" id="discard">${CELL.discard[lang]}</button></p>
</section>`
}

/** Where edits that met are put side by side. */
export function mergeDialog(lang: Lang): Html {
  const heads = [MATRIX.area, CELL.began, CELL.theirs, CELL.yours, CELL.choose]
  return html`<dialog id="merge" class="sheet wide" aria-labelledby="merge-title">
<div class="sheet-head"><h2 id="merge-title" tabindex="-1">${CELL.merge[lang]}</h2></div>
<p>${CELL.mergeText[lang]}</p>
<form id="merge-form"><table class="cards"><thead><tr>${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}</tr></thead><tbody id="merge-rows"></tbody></table>
<p class="actions"><button type="submit" class="button">${CELL.again[lang]}</button> <button type="button" class="button plain" data-close>${CELL.later[lang]}</button></p></form>
</dialog>
<template id="merge-row"><tr><th scope="row"></th><td data-label="${CELL.began[lang]}"></td><td data-label="${CELL.theirs[lang]}"></td><td data-label="${CELL.yours[lang]}"></td><td data-label="${CELL.choose[lang]}"><span>
<label class="choice"><input type="radio" value="theirs"> ${CELL.takeTheirs[lang]}</label>
<label class="choice"><input type="radio" value="mine"> ${CELL.takeMine[lang]}</label>
<label class="choice"><input type="radio" value="edit"> ${CELL.takeNew[lang]}</label></span></td></tr></template>`
}

/** The keys and what they do. */
export function helpDialog(lang: Lang): Html {
  return html`<dialog id="help" class="sheet" aria-labelledby="help-title">
<div class="sheet-head"><h2 id="help-title" tabindex="-1">${MATRIX.help[lang]}</h2><button type="button" class="button plain" data-close>${DESK.close[lang]}</button></div>
<dl class="keys">${KEYS.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does[lang]}</dd></div>`)}</dl>
<p class="muted">${KEYS_NOTE[lang]}</p>
</dialog>`
}

/** The form of an act: text, a reason, or new deadlines. Which parts show is its module's doing. */
export function actDialog(lang: Lang): Html {
  return html`<dialog id="act" class="sheet" aria-labelledby="act-title">
<div class="sheet-head"><h2 id="act-title" tabindex="-1"></h2></div>
<p id="act-effect"></p>
<form id="act-form" novalidate>
<div data-part="deadlines" hidden><label class="block">${ACTING.agreeBy[lang]} <input type="datetime-local" name="agreeBy"></label>
<label class="block">${ACTING.signBy[lang]} <input type="datetime-local" name="signBy"></label></div>
${filePart(CONSULTATION_LIMITS.file, lang)}
<div data-part="text" hidden><label class="block" for="act-text"><span data-label="text">${ACTING.text[lang]}</span><span data-label="reason">${ACTING.reason[lang]}</span></label>
<textarea id="act-text" name="text" rows="4" maxlength="${MOST}"></textarea></div>
<p class="fault" id="act-fault" role="alert" hidden></p>
<p class="actions"><button type="submit" class="button">${ACTING.confirm[lang]}</button> <button type="button" class="button plain" data-close>${DESK.cancel[lang]}</button></p>
</form></dialog>`
}

/** The words on the whole, and where a drafter writes them. */
export function statement({ cells, revise }: DeskView, lang: Lang): Html {
  const cell = cells.get(STATEMENT)
  const text = typeof cell?.joint === 'string' ? cell.joint : null
  const objections = cell?.objections ?? 0
  return html`<section class="part" id="statement" aria-labelledby="statement-title"><h2 id="statement-title">${MATRIX.statement[lang]}</h2>
<div id="c-${STATEMENT}"${objections > 0 ? html` class="loud"` : null}>${text === null ? html`<p class="muted">${MATRIX.noStatement[lang]}</p>` : html`<p class="said">${text}</p>`}${objections > 0 ? html`<em>⚑ ${objections} ${COUNTED.objections(objections)[lang]}</em>` : null}</div>
${
  revise === null
    ? null
    : html`<details class="acting" id="statement-edit" hidden><summary>${MATRIX.statementEdit[lang]}</summary><form id="statement-form" class="edit" novalidate><label class="block" for="statement-text">${MATRIX.statementText[lang]}</label>
<textarea id="statement-text" name="text" rows="5" maxlength="2000"></textarea>
<label class="block" for="statement-reason">${MATRIX.statementReason[lang]}</label>
<input id="statement-reason" name="reason" maxlength="${MOST}" value="${MATRIX.statementDefault[lang]}">
<p class="fault" id="statement-fault" role="alert" hidden></p>
<p class="actions"><button type="submit" class="button">${MATRIX.keep[lang]}</button></p></form></details>`
}
</section>`
}

/** What the person can do: links to the check page, buttons for the rest; what cannot be done now says why. */
export function actions(
  { actions: can, extension, person, size, ...until }: DeskView,
  lang: Lang,
  checkLink: string,
): Html {
  const body =
    can.length === 0
      ? html`<p class="muted">${ACTING.reader[lang]}</p>`
      : html`<ul class="acts">${can.map(({ act, why }) => {
          const check = act === 'agree' || act === 'sign'
          const effect = html`<span class="muted">${why === null ? EFFECT[act][lang] : html`${ACTING.notNow[lang]}${why[lang]}`}</span>`
          const button =
            check && why === null
              ? html`<a class="button" href="${checkLink}">${BUTTON[act][lang]}</a>`
              : html`<button type="button" class="button plain" data-act="${act}" data-effect="${EFFECT[act][lang]}"${why === null ? null : html` disabled`}>${BUTTON[act][lang]}</button>`
          return html`<li${check || why !== null ? null : html` class="acting" hidden`}>${button} ${effect}</li>`
        })}</ul>`
  // What the other side has asked for is what there is to sign.
  const asked = extension !== null && extension.by !== person.party
  const { agreeBy, signBy } = asked ? extension : until
  return html`<section class="part" id="acts" aria-labelledby="acts-title" data-size="${size}" data-agree-by="${agreeBy}" data-sign-by="${signBy}" data-asked="${asked ? 'true' : 'false'}"><h2 id="acts-title">${ACTING.title[lang]}</h2>
${body}</section>`
}
