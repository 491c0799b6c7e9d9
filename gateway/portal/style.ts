/** The one style sheet of the pages: light and dark, wide and narrow, and print. Served under a name that changes with its content. */
import { createHash } from 'node:crypto'
import { AIR_COLOURS, CLASS_COLOURS, type Palette, PLATE_COLOURS, SCHEMES } from './palette.ts'
import { AIR_STYLES } from './styles/air.ts'
import { BASE } from './styles/base.ts'
import { COMPARED_STYLES } from './styles/comparison.ts'
import { CONTRACT_STYLES } from './styles/contract.ts'
import { CREDIT_STYLES } from './styles/credit.ts'
import { DESK_STYLES } from './styles/desk.ts'
import { DESK_MATRIX_STYLES } from './styles/desk-matrix.ts'
import { DESK_PAGES_STYLES } from './styles/desk-pages.ts'
import { DESK_SCORES_STYLES } from './styles/desk-scores.ts'
import { DOCS_STYLES } from './styles/docs.ts'
import { FORM_STYLES } from './styles/forms.ts'
import { FRAME } from './styles/frame.ts'
import { PARTS } from './styles/parts.ts'
import { PRINT } from './styles/print.ts'
import { RIVER } from './styles/river.ts'
import { RIVER_HISTORY } from './styles/river-history.ts'
import { SANDBOX_STYLES } from './styles/sandbox.ts'
import { SIGN_IN_STYLES } from './styles/sign-in.ts'
import { TABLES } from './styles/tables.ts'
import { WATER_PARTS_STYLES } from './styles/water-parts.ts'

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
  CREDIT_STYLES,
  AIR_STYLES,
  ...AIR_COLOURS.map(airRules),
  RIVER_HISTORY,
  WATER_PARTS_STYLES,
  CONTRACT_STYLES,
  DOCS_STYLES,
  FORM_STYLES,
  SIGN_IN_STYLES,
  SANDBOX_STYLES,
  DESK_STYLES,
  DESK_MATRIX_STYLES,
  DESK_PAGES_STYLES,
  DESK_SCORES_STYLES,
  ...Object.entries(PLATE_COLOURS).map(
    ([name, { back, ink, edge }]) => `.plate.${name}{background:${back};color:${ink};border-color:${edge}}`,
  ),
  // Last: paper is white whatever the screen was.
  `@media print{:root{color-scheme:light;${tokens(SCHEMES.light)}}}`,
  PRINT,
]
  .map((part) => part.trim())
  .join('\n')

/** How much larger large type is. */
export const LARGER = 1.3

/** The same sheet for large type: all that depends on the window's width gives way as much earlier. */
export const LARGE_STYLE = `${STYLE.replace(/\((max|min)-width:([\d.]+)rem\)/g, (_, end, rem) => `(${end}-width:${(Number(rem) * LARGER).toFixed(2)}rem)`)}
@media screen{html{font-size:${(106.25 * LARGER).toFixed(2)}%}}
@media print{html{font-size:13pt}}`

/** Where it is served. */
export const STYLE_PATH = pathOf('style', STYLE)
/** Where the one for large type is. */
export const LARGE_STYLE_PATH = pathOf('large', LARGE_STYLE)

function pathOf(name: string, sheet: string): string {
  return `/assets/${name}-${createHash('sha256').update(sheet).digest('hex').slice(0, 12)}.css`
}

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

function airRules({ back, ink, edge }: (typeof AIR_COLOURS)[number], index: number): string {
  const name = `a${index + 1}`
  return `.chip.${name},.tile.${name}{background:${back};color:${ink};border-color:${edge}}
rect.${name}{fill:${back};stroke:${edge}}`
}
