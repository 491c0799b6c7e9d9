/** The river as an SVG, across for wide pages and down for narrow ones; the style sheet shows one. Sizes in px. */
import { html } from 'hono/html'
import type { BulletinSection } from '../release/bulletin-types.ts'
import type { Crossing, Flow, FlowNode, Stretch } from './flow.ts'
import type { Html, Lang } from './lang.ts'
import { sectionPhrase } from './mark.ts'
import { textWidth, wrapText } from './text-width.ts'
import { BORDER, borderText, COMMON, classText, PARTY, REASON } from './words/common.ts'

/** What the drawing says of the whole river: what is read out, and where it goes, if known. */
export interface DrawingLabels {
  readonly title: string
  readonly into: string | null
}

/** How much of a row a drawing takes: a third, half, all of it, or more than it has. A third is as narrow as a phone: there, and beyond the row, down serves all. */
export type DrawingSize = 's' | 'm' | 'l' | 'xl'

const BLOCK = { width: 60, height: 40 }
const NAME = 15
const SMALL = 13
const LINE = 18

const ACROSS = { lead: 58, stream: 64, name: 106, narrowest: 104, widest: 170, edge: 14 }
const ROOM: Readonly<Record<DrawingSize, number>> = { s: 350, m: 554, l: 1166, xl: 1166 }
const DOWN = { width: 330, top: 34, pitch: 78, stream: 44, text: 92, tail: 34 }

/** The drawings of a river: down, and across where that is ever shown. */
export function riverDrawing(flow: Flow, labels: DrawingLabels, lang: Lang): Html {
  if (flow.nodes.length === 0) return html``
  const said = `${labels.title}: ${flow.nodes.map(({ section }) => sectionPhrase(section, lang)).join('; ')}`
  const size = drawingSize(flow)
  const wide = size === 'm' || size === 'l'
  return html`${wide ? html`<div class="flow across">${across(flow, labels, said, lang)}</div>` : null}<div class="flow down">${down(flow, labels, said, lang)}</div>`
}

/** The size the drawing across is made for. */
export function drawingSize({ nodes }: Flow): DrawingSize {
  const { length } = nodes
  return length <= 2 ? 's' : length <= 4 ? 'm' : length <= 10 ? 'l' : 'xl'
}

function across(flow: Flow, labels: DrawingLabels, said: string, lang: Lang): Html {
  const { stream } = ACROSS
  const { pitch, tail } = pitchAndTail(flow, labels.into, lang)
  const width = ACROSS.lead + flow.nodes.length * pitch + tail
  const end = width - ACROSS.edge
  const columns = flow.nodes.map(({ section }) => ({
    names: wrapText(section.name, NAME, pitch - 10, 2),
    lines: standing(section, lang),
    section,
  }))
  const height =
    ACROSS.name + LINE * Math.max(...columns.map(({ names, lines }) => names.length - 1 + lines.length)) + 14
  const at = (place: number) => {
    if (place < 0) return 0
    return place > flow.nodes.length - 1 ? width : ACROSS.lead + (place + 0.5) * pitch
  }
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${said}">
${flow.stretches.map((stretch) => html`<rect class="land ${stretch.side ?? 'shared'}" x="${at(stretch.from)}" y="0" width="${at(stretch.to) - at(stretch.from)}" height="${height}"/>`)}
${flow.stretches.map((stretch, index) => {
  const [x, anchor] = landLabel(at(stretch.from), at(stretch.to), index, flow.stretches.length)
  return landName(stretch, x, 19, anchor, lang)
})}
<path class="stream" d="M14 ${stream}H${end - 8}"/><path class="arrow" d="M${end - 12} ${stream - 10}l14 10l-14 10z"/>
${labels.into === null ? null : html`<text class="into" x="${end}" y="${stream - 17}" text-anchor="end">${labels.into}</text>`}
${flow.nodes.flatMap((node, index) => [
  node.before === null ? null : boundaryAcross(node.before, at(index - 0.5), lang),
  node.crossing === null ? null : boundaryAcross(node.crossing, at(index), lang),
])}
${columns.map(({ section, names, lines }, index) => {
  const x = at(index)
  const below = ACROSS.name + names.length * LINE
  return html`<g>${block(section, x, stream, lang)}${names.map((name, line) => html`<text class="name"${nameLang(lang)} x="${x}" y="${ACROSS.name + line * LINE}">${name}</text>`)}${lines.map(
    ({ kind, text }, line) => html`<text class="${kind}" x="${x}" y="${below + 2 + line * LINE}">${text}</text>`,
  )}</g>`
})}
</svg>`
}

/** Room from the last section on for the boundary's label above it and the province's name beside that. */
function landRoom({ nodes, stretches }: Flow, lang: Lang): number {
  const crossing = nodes.at(-1)?.crossing
  const side = stretches.at(-1)?.side
  if (!crossing || crossing === 'shared' || !side) return 0
  return textWidth(borderText(crossing)[lang], SMALL) / 2 + textWidth(PARTY[side][lang], SMALL) + 24
}

/** The distance between sections, and what is left after the last for the arrow, the province's name, and the river it joins, whose name may reach up to the last block. */
function pitchAndTail(flow: Flow, into: string | null, lang: Lang): { readonly pitch: number; readonly tail: number } {
  const { lead, narrowest, edge, widest } = ACROSS
  const width = into === null ? 0 : textWidth(into, SMALL) + edge + 8
  const room = ROOM[drawingSize(flow)] - lead
  const pitchFor = (tail: number) =>
    Math.min(widest, Math.max(narrowest, Math.floor((room - tail) / flow.nodes.length)))
  const land = landRoom(flow, lang)
  const beside = (pitch: number) => Math.ceil(Math.max(40, width - (pitch - BLOCK.width) / 2, land - pitch / 2))
  const tail = beside(pitchFor(beside(narrowest)))
  const pitch = pitchFor(tail)
  return { pitch, tail: Math.max(tail, room - pitch * flow.nodes.length) }
}

function down(flow: Flow, labels: DrawingLabels, said: string, lang: Lang): Html {
  const { width, top, pitch, stream, text } = DOWN
  const last = top + flow.nodes.length * pitch
  const height = last + DOWN.tail
  const at = (place: number) => {
    if (place < 0) return 0
    return place > flow.nodes.length - 1 ? height : top + (place + 0.5) * pitch
  }
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${said}">
${flow.stretches.map((stretch) => html`<rect class="land ${stretch.side ?? 'shared'}" x="0" y="${at(stretch.from)}" width="${width}" height="${at(stretch.to) - at(stretch.from)}"/>`)}
${flow.stretches.map((stretch, index) => landName(stretch, width - 12, index === 0 ? 22 : at(stretch.from) + 20, 'end', lang))}
<path class="stream" d="M${stream} 14V${height - 20}"/><path class="arrow" d="M${stream - 10} ${height - 24}l10 14l10 -14z"/>
${labels.into === null ? null : html`<text class="into" x="${text}" y="${height - 12}">${labels.into}</text>`}
${flow.nodes.flatMap((node, index) => [
  node.before === null ? null : boundaryDown(node.before, at(index - 0.5), lang),
  node.crossing === null ? null : boundaryDown(node.crossing, at(index), lang),
])}
${flow.nodes.map((node, index) => {
  const { section } = node
  const y = at(index)
  const [name = ''] = wrapText(section.name, NAME, width - text - roomAtBoundary(node), 1)
  return html`<g>${block(section, stream, y, lang)}<text class="name"${nameLang(lang)} x="${text}" y="${y - 7}">${name}</text><text x="${text}" y="${y + 17}">${standing(
    section,
    lang,
  ).map(
    ({ kind, text: words }, part) => html`<tspan class="${kind}"${part === 0 ? null : html` dx="8"`}>${words}</tspan>`,
  )}</text></g>`
})}
</svg>`
}

function roomAtBoundary({ crossing }: FlowNode): number {
  return crossing === null ? 12 : 116
}

function block(section: BulletinSection, x: number, y: number, lang: Lang): Html {
  const { width, height } = BLOCK
  const found = section.class
  const text = found === null ? '—' : classText(found, lang)
  const missed = section.attains === false
  return html`<rect class="block c${found ?? 0}" x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="8"/>${
    missed
      ? html`<rect class="ring" x="${x - width / 2 - 4}" y="${y - height / 2 - 4}" width="${width + 8}" height="${height + 8}" rx="11"/>`
      : null
  }<text class="glyph c${found ?? 0}" x="${x}" y="${y + 7}">${text}</text>`
}

/** Names of sections are Chinese, which goes without saying on a Chinese page. */
function nameLang(lang: Lang): Html | null {
  return lang === 'zh' ? null : html` lang="zh-CN"`
}

/** What stands beneath a section: its target and whether it is met, or why there is no result. */
function standing(section: BulletinSection, lang: Lang): readonly { kind: string; text: string }[] {
  const lines: { kind: string; text: string }[] = []
  if (section.target !== null) {
    lines.push({ kind: 'target', text: `${COMMON.target[lang]} ${classText(section.target, lang)}` })
  }
  if (section.class === null) {
    lines.push({ kind: 'why', text: section.gap === null ? COMMON.noResult[lang] : REASON[section.gap][lang] })
  } else if (section.attains !== null) {
    lines.push(
      section.attains
        ? { kind: 'met', text: `✓ ${COMMON.attains[lang]}` }
        : { kind: 'missed', text: `✗ ${COMMON.misses[lang]}` },
    )
  }
  return lines
}

function boundaryAcross(crossing: Crossing, x: number, lang: Lang): Html {
  const { stream } = ACROSS
  if (crossing === 'shared') {
    return html`<path class="boundary" d="M${x - 52} ${stream - 26}h104"/><text class="border" x="${x}" y="19">${BORDER.shared[lang]}</text>`
  }
  return html`<path class="boundary" d="M${x} 26V${stream + 26}"/><text class="border" x="${x}" y="19">${borderText(crossing)[lang]}</text>`
}

function boundaryDown(crossing: Crossing, y: number, lang: Lang): Html {
  const { width, stream } = DOWN
  if (crossing === 'shared') {
    return html`<path class="boundary" d="M${stream - 38} ${y - 36}v72"/><text class="border" x="${width - 12}" y="${y - 8}" text-anchor="end">${BORDER.shared[lang]}</text>`
  }
  return html`<path class="boundary" d="M0 ${y}H${width}"/><text class="border" x="${width - 12}" y="${y - 8}" text-anchor="end">${borderText(crossing)[lang]}</text>`
}

function landLabel(
  from: number,
  to: number,
  index: number,
  count: number,
): readonly [number, 'start' | 'middle' | 'end'] {
  if (index === 0) return [12, 'start']
  return index === count - 1 ? [to - 12, 'end'] : [(from + to) / 2, 'middle']
}

function landName({ side }: Stretch, x: number, y: number, anchor: string, lang: Lang): Html | null {
  if (side === null) return null
  return html`<text class="province" x="${x}" y="${y}" text-anchor="${anchor}">${PARTY[side][lang]}</text>`
}
