/** Small bars beside figures (SVG, no inline style): they repeat what the figures say, and are read out by nobody. */
import { html } from 'hono/html'
import type { Html } from '../../lang.ts'

const WIDTH = 100

/** A rate in percent; null where there is none. */
export function rateBar(rate: string | null): Html | null {
  if (rate === null) return null
  return html`<svg class="rate" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="${WIDTH}" height="8"/><rect class="hit" width="${Number(rate)}" height="8"/></svg>`
}

/** Shares of a whole, side by side, each in its own class. */
export function sharesBar(shares: readonly { readonly name: string; readonly count: number }[]): Html | null {
  const all = shares.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const rects: Html[] = []
  let x = 0
  for (const { name, count } of shares) {
    const width = (WIDTH * count) / all
    if (count > 0) rects.push(html`<rect class="${name}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="8"/>`)
    x += width
  }
  return html`<svg class="rate" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg>`
}
