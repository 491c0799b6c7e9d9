/** The colours of the pages in both schemes, as data so that their contrast can be tested (WCAG 2.2 §1.4.3, §1.4.11). */

/** Six-digit hexadecimal colours by token. */
export type Palette = Readonly<Record<keyof typeof LIGHT, string>>

const LIGHT = {
  page: '#ffffff',
  surface: '#f4f7fa',
  ink: '#14212e',
  muted: '#4a5a69',
  line: '#d3dce5',
  edge: '#6b7c8d',
  accent: '#0b5394',
  onAccent: '#ffffff',
  river: '#a9cdec',
  sichuan: '#fbf6ee',
  chongqing: '#eef5f3',
  good: '#156138',
  bad: '#a61b1b',
  noticeBack: '#fff5dc',
  noticeInk: '#553a00',
  noticeEdge: '#a06b00',
  alertBack: '#fdeceb',
  alertInk: '#771313',
  alertEdge: '#b3261e',
} as const

const DARK: Palette = {
  page: '#0e161f',
  surface: '#17222d',
  ink: '#e6edf3',
  muted: '#a8b6c3',
  line: '#2b3a48',
  edge: '#8496a7',
  accent: '#82bdff',
  onAccent: '#0b1a2a',
  river: '#2f5f8a',
  sichuan: '#1f1d18',
  chongqing: '#14221f',
  good: '#7fd6a4',
  bad: '#ff9d94',
  noticeBack: '#2e250f',
  noticeInk: '#f7dfa5',
  noticeEdge: '#c9962e',
  alertBack: '#361715',
  alertInk: '#ffc9c3',
  alertEdge: '#e5736a',
}

/** The colours of both schemes. */
export const SCHEMES: Readonly<Record<'light' | 'dark', Palette>> = { light: LIGHT, dark: DARK }

/** Water classes 1 to 6, the same in both schemes: blue for Ⅰ and Ⅱ, green, yellow, orange, red; `edge` keeps pale ones visible on white. */
export const CLASS_COLOURS: readonly { readonly back: string; readonly ink: string; readonly edge: string }[] = [
  { back: '#8fcaf7', ink: '#0a2540', edge: '#2f7fc0' },
  { back: '#1668bd', ink: '#ffffff', edge: '#3f8fe0' },
  { back: '#1a7a43', ink: '#ffffff', edge: '#2f9a5d' },
  { back: '#f7d038', ink: '#2b2300', edge: '#8f7400' },
  { back: '#f28c28', ink: '#2b1600', edge: '#b35d07' },
  { back: '#c22525', ink: '#ffffff', edge: '#e05656' },
]

/** Plates of enterprise credit (环发〔2013〕150号: 绿、蓝、黄、红牌), the same in both schemes; each is written out as well. */
export const PLATE_COLOURS: Readonly<Record<'green' | 'blue' | 'yellow' | 'red', (typeof CLASS_COLOURS)[number]>> = {
  green: { back: '#1a7a43', ink: '#ffffff', edge: '#2f9a5d' },
  blue: { back: '#1668bd', ink: '#ffffff', edge: '#3f8fe0' },
  yellow: { back: '#f7d038', ink: '#2b2300', edge: '#8f7400' },
  red: { back: '#c22525', ink: '#ffffff', edge: '#e05656' },
}

/** Classes 1 to 6 of the air quality index, the colours of HJ 633, the same in both schemes; `edge` keeps pale ones visible on white and dark ones on black. */
export const AIR_COLOURS: readonly (typeof CLASS_COLOURS)[number][] = [
  { back: '#00e400', ink: '#052b05', edge: '#0a8a0a' },
  { back: '#ffff00', ink: '#2b2700', edge: '#857a00' },
  { back: '#ff7e00', ink: '#2b1500', edge: '#b35600' },
  { back: '#ff0000', ink: '#000000', edge: '#d40000' },
  { back: '#99004c', ink: '#ffffff', edge: '#d8508f' },
  { back: '#7e0023', ink: '#ffffff', edge: '#d4526f' },
]

/** Foreground over background: text pairs need 4.5, the marks of `MARK_PAIRS` need 3. */
export const TEXT_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(['page', 'surface', 'sichuan', 'chongqing'] as const).flatMap((back) =>
    (['ink', 'muted', 'accent', 'good', 'bad'] as const).map((ink) => [ink, back] as const),
  ),
  ['onAccent', 'accent'],
  ['noticeInk', 'noticeBack'],
  ['accent', 'noticeBack'],
  ['alertInk', 'alertBack'],
  ['accent', 'alertBack'],
]

/** Marks over their background, which need 3 (WCAG 2.2 §1.4.11). */
export const MARK_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['edge', 'page'],
  ['edge', 'surface'],
  ['edge', 'sichuan'],
  ['edge', 'chongqing'],
  ['accent', 'page'],
]
