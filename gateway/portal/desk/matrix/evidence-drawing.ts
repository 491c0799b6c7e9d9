/** Three days of hourly AQI as a line over the bounds of the classes (SVG, no inline style). The table beside it says the same. */
import { html } from 'hono/html'
import type { Html } from '../../lang.ts'
import type { Evidence, Series } from './evidence-view.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [720, 160, 34, 22] as const
const HOUR = 3_600_000
/** Upper ends of the classes (HJ 633, table of classes). */
const BOUNDS = [50, 100, 150, 200, 300] as const

/** The line; a gap of more than an hour breaks it. `label` tells it to who does not see it. */
export function sparkline({ hours }: Series, { from, until }: Pick<Evidence, 'from' | 'until'>, label: string): Html {
  const [start, end] = [Date.parse(from), Date.parse(until)]
  const top = Math.max(100, ...hours.map(({ aqi }) => aqi)) * 1.1
  const x = (ms: number): number => LEFT + ((ms - start) / (end - start)) * (WIDTH - LEFT)
  const y = (aqi: number): number => (HEIGHT - BOTTOM) * (1 - aqi / top)
  const points = hours.map((hour) => ({ aqi: hour.aqi, at: Date.parse(hour.end) }))
  const path = points
    .map(({ aqi, at }, index) => {
      const before = points[index - 1]
      const joined = before !== undefined && at - before.at <= HOUR
      return `${joined ? 'L' : 'M'}${x(at).toFixed(1)} ${y(aqi).toFixed(1)}${joined ? '' : 'h.1'}`
    })
    .join('')
  const bounds = BOUNDS.filter((bound) => bound < top)
  const middays = Array.from(
    { length: 4 },
    (_, day) => Math.ceil((start + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR + day * 24 * HOUR,
  ).filter((at) => at > start && at < end)
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${bounds.map((bound) => html`<line class="bound" x1="${LEFT}" x2="${WIDTH}" y1="${y(bound).toFixed(1)}" y2="${y(bound).toFixed(1)}"/><text x="${LEFT - 5}" y="${(y(bound) + 4).toFixed(1)}" text-anchor="end">${bound}</text>`)}
${middays.map((at) => html`<line class="bound" x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="0" y2="${HEIGHT - BOTTOM}"/><text x="${(x(at) + 4).toFixed(1)}" y="${HEIGHT - 6}">${dayText(at)}</text>`)}
<path d="${path}"/></svg>`
}

function dayText(ms: number): string {
  const local = new Date(ms + 8 * HOUR)
  return `${local.getUTCMonth() + 1}-${local.getUTCDate()}`
}
