/** The one style sheet of the pages: light and dark, wide and narrow, and print. Served under a name that changes with its content. */
import { createHash } from 'node:crypto'
import { CLASS_COLOURS, type Palette, SCHEMES } from './palette.ts'
import { BASE } from './styles/base.ts'
import { COMPARED_STYLES } from './styles/comparison.ts'
import { FRAME } from './styles/frame.ts'
import { PARTS } from './styles/parts.ts'
import { PRINT } from './styles/print.ts'
import { RIVER } from './styles/river.ts'
import { TABLES } from './styles/tables.ts'

/** The style sheet, CSS that browsers of 2019 read: no nesting, no container queries. */
export const STYLE = [
  `:root{color-scheme:light dark;${tokens(SCHEMES.light)}}`,
  `@media (prefers-color-scheme:dark){:root{${tokens(SCHEMES.dark)}}}`,
  BASE,
  FRAME,
  PARTS,
  ...CLASS_COLOURS.map(classRules),
  RIVER,
  TABLES,
  COMPARED_STYLES,
  // Last: paper is white whatever the screen was.
  `@media print{:root{color-scheme:light;${tokens(SCHEMES.light)}}}`,
  PRINT,
]
  .map((part) => part.trim())
  .join('\n')

/** Where it is served. */
export const STYLE_PATH = `/assets/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`

function tokens(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

function classRules({ back, ink, edge }: (typeof CLASS_COLOURS)[number], index: number): string {
  const name = `c${index + 1}`
  return `.chip.${name}{background:${back};color:${ink};border-color:${edge}}
rect.${name}{fill:${back};stroke:${edge}}
text.glyph.${name}{fill:${ink}}
.rating.r${index + 1}::before{background:${back};border-color:${edge}}`
}
