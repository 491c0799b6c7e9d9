/** One section's classes over time as a small line: weeks from left to right, Ⅰ at the top. The table says the same. Sizes in px. */
import { html } from 'hono/html'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import type { Html, Lang } from '../lang.ts'
import { classText } from '../words/common.ts'

const TOP = 10
const ROW = 13
const LEFT = 34
const WIDTH = 280
const HEIGHT = TOP * 2 + ROW * 5

/** What a line shows: classes from the oldest week to the newest, null for no result, and the target of the newest. */
export interface Spark {
  readonly classes: readonly (WaterClass | null)[]
  readonly target: WaterClass | null
}

const CLASSES: readonly WaterClass[] = [1, 2, 3, 4, 5, 6]
/** Those whose line is named: the best, the last that is good, and the worst. */
const NAMED: readonly WaterClass[] = [1, 3, 6]

function y(waterClass: WaterClass): number {
  return TOP + (waterClass - 1) * ROW
}

/** The drawing; it is hidden from those who hear the page, who have the table. */
export function spark({ classes, target }: Spark, lang: Lang): Html {
  const step = classes.length < 2 ? 0 : (WIDTH - LEFT - 16) / (classes.length - 1)
  const x = (at: number): number => Math.round((LEFT + 8 + at * step) * 10) / 10
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
<path class="rule" d="${CLASSES.map((one) => `M${LEFT} ${y(one)}H${WIDTH}`).join('')}"/>${NAMED.map((one) => html`<text x="${LEFT - 6}" y="${y(one) + 4}">${classText(one, lang)}</text>`)}
${target === null ? null : html`<path class="aim" d="M${LEFT} ${y(target)}H${WIDTH}"/>`}
${runs(classes).map((run) => html`<path class="line" d="${run.map(([at, one], first) => `${first === 0 ? 'M' : 'L'}${x(at)} ${y(one)}`).join('')}"/>`)}
${classes.map((one, at) => (one === null ? null : html`<rect class="c${one}" x="${x(at) - 4}" y="${y(one) - 4}" width="8" height="8" rx="2"/>`))}
</svg>`
}

/** Unbroken runs of weeks with a result, as place and class. */
export function runs(classes: Spark['classes']): readonly (readonly (readonly [number, WaterClass])[])[] {
  const found: [number, WaterClass][][] = []
  for (const [at, one] of classes.entries()) {
    if (one === null) continue
    const last = found.at(-1)
    if (last && classes[at - 1] !== null && at > 0) last.push([at, one])
    else found.push([[at, one]])
  }
  return found
}
