/** A release as plain HTML to paste into a portal or an official account: headings, one table, no script; its few styles are inline, since editors drop all others. */
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Bilingual } from '../../../contracts/types.ts'
import { aboutLines } from './about.ts'
import type { Download } from './download.ts'
import type { ReleaseCell, ReleaseTable } from './table.ts'
import { pasteTable, releaseTables } from './tables.ts'
import { ABOUT, SANDBOX, SOURCE } from './words.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

const TABLE = 'border-collapse:collapse;width:100%;font-size:14px;line-height:1.5'
const CELL = 'border:1px solid #8a97a3;padding:4px 6px;text-align:left;vertical-align:top'
const HEAD = `${CELL};background:#eef2f6`
const NOTICE = 'border-left:4px solid #b3261e;padding:4px 10px'
const SMALL = 'font-size:13px;line-height:1.7;overflow-wrap:anywhere'

/** The page; whatever is pasted of it, its source goes along when the whole is taken. */
export async function releasePaste(download: Download): Promise<string> {
  const { release, supersededBy } = download
  const { lead } = releaseTables(download)
  const brief = aboutLines(download).flatMap(({ label, brief: value }) =>
    value === undefined ? [] : [{ label, value }],
  )
  const page = await html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${release.title.zh}</title></head>
<body>
<section>
<h2>${release.title.zh}</h2>
<p>${english(release.title.en)}</p>
${release.sandbox ? notice(ABOUT.sandbox, html`${SANDBOX.zh} ${english(SANDBOX.en)}`) : null}
${supersededBy === null ? null : notice(ABOUT.supersededBy, html`${supersededBy}`)}
<p>${release.label.zh} ${english(release.label.en)}</p>
${lead === null ? null : html`<p><strong>${lead.zh}</strong></p>\n<p>${english(lead.en)}</p>`}
${release.statement ? html`<p>${release.statement}</p>` : null}
${table(pasteTable(download))}
<h3>${words(SOURCE)}</h3>
<p style="${SMALL}">${brief.map(({ label, value }) => html`${words(label)}: ${value}<br>\n`)}</p>
</section>
</body>
</html>
`
  return page.toString()
}

function english(text: string): Html {
  return html`<span lang="en">${text}</span>`
}

function words({ zh, en }: Bilingual): Html {
  return zh === en ? html`${zh}` : html`${zh} ${english(en)}`
}

function notice(label: Bilingual, content: Html): Html {
  return html`<p style="${NOTICE}"><strong>${words(label)}</strong>: ${content}</p>`
}

function table({ title, columns, rows }: ReleaseTable): Html {
  const shown = columns.flatMap((column, at) => (column.detail ? [] : [{ ...column, at }]))
  return html`<table style="${TABLE}">
<caption>${words(title)}</caption>
<thead><tr>${shown.map(({ title: head, unit }) => html`<th scope="col" style="${HEAD}">${words(head)}${unit === undefined ? null : html` (${unit})`}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${shown.map(({ at }) => html`<td style="${CELL}">${cell(row[at] ?? null)}</td>`)}</tr>\n`)}</tbody>
</table>`
}

function cell(value: ReleaseCell): Html {
  if (value === null || value === '') return html`—`
  return typeof value === 'object' ? words(value) : html`${value}`
}
