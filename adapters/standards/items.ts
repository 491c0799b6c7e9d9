/** Water items by every name files give them: Chinese, symbols, codes of HJ 525, with the unit a header carries (GB 3838-2002 table 1). */
import { GB3838_2002 } from '../../contracts/standards/index.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { WATER_ITEMS, type WaterItem } from '../../contracts/water-section-quality/record.ts'
import { parseUnit } from './units.ts'

export { convertUnit, parseUnit } from './units.ts'

/** A column's item, and its unit: as the contract prints it, as sent when it is none we know, null when the header gives none. */
export interface ItemHeader {
  readonly item: WaterItem
  readonly unit: string | null
}

/** The unit the contract states each item in. */
export const CANONICAL_UNITS: Readonly<Record<WaterItem, string>> = {
  algae: 'cells/L',
  as: 'mg/L',
  bod5: 'mg/L',
  cd: 'mg/L',
  chla: 'mg/L',
  cn: 'mg/L',
  cod: 'mg/L',
  codMn: 'mg/L',
  conductivity: 'μS/cm',
  cr6: 'mg/L',
  cu: 'mg/L',
  do: 'mg/L',
  fc: '个/L',
  flow: 'm³/s',
  fluoride: 'mg/L',
  hg: 'mg/L',
  las: 'mg/L',
  level: 'm',
  nh3n: 'mg/L',
  oil: 'mg/L',
  pH: '无量纲',
  pb: 'mg/L',
  phenol: 'mg/L',
  se: 'mg/L',
  sulfide: 'mg/L',
  tn: 'mg/L',
  tp: 'mg/L',
  turbidity: 'NTU',
  waterTemp: '℃',
  zn: 'mg/L',
}

interface Known {
  readonly title: Bilingual
  readonly codes: readonly string[]
}

/** Items beyond the standard's table 1: those of automatic stations, flow and level. */
const OTHERS: Readonly<Partial<Record<WaterItem, Known>>> = {
  algae: { title: { zh: '藻密度', en: 'Algal density' }, codes: ['w01022'] },
  chla: { title: { zh: '叶绿素a', en: 'Chlorophyll a' }, codes: ['w01016'] },
  conductivity: { title: { zh: '电导率', en: 'Electrical conductivity' }, codes: ['w01014'] },
  flow: { title: { zh: '流量', en: 'Flow' }, codes: [] },
  level: { title: { zh: '水位', en: 'Water level' }, codes: [] },
  turbidity: { title: { zh: '浊度', en: 'Turbidity' }, codes: ['w01003'] },
}

/** Other names, in compatibility form and lower case. */
const ALIASES: Readonly<Partial<Record<WaterItem, readonly string[]>>> = {
  algae: ['藻类密度'],
  bod5: ['生化需氧量', 'bod'],
  chla: ['叶绿素α', '叶绿素', 'chl-a'],
  cn: ['总氰化物'],
  cod: ['codcr'],
  cr6: ['六价铬', 'cr6+', 'cr(vi)'],
  fc: ['粪大肠菌群数'],
  fluoride: ['f-'],
  nh3n: ['nh3-n'],
  pH: ['ph值'],
  phenol: ['挥发性酚', '挥发酚类'],
  turbidity: ['浑浊度'],
}

const KNOWN: ReadonlyMap<WaterItem, Known> = new Map(
  WATER_ITEMS.map((item): [WaterItem, Known] => {
    const known = GB3838_2002.items.find(({ key }) => key === item) ?? OTHERS[item]
    if (!known) throw new TypeError(`expected a title for ${item}`)
    return [item, known]
  }),
)
const BY_CODE = new Map<string, WaterItem>()
const BY_NAME = new Map<string, WaterItem>()
for (const [item, { title, codes }] of KNOWN) {
  for (const code of codes) BY_CODE.set(code, item)
  for (const name of [item, title.zh, title.en, ...(ALIASES[item] ?? [])]) BY_NAME.set(plain(name), item)
}

/** The item's name for reading. */
export function itemTitle(item: WaterItem): Bilingual {
  const known = KNOWN.get(item)
  if (!known) throw new TypeError(`expected a water item, got ${item}`)
  return known.title
}

/** The item of a code of HJ 525 (`w21011`), in either case; undefined when unknown. */
export function itemByCode(code: string): WaterItem | undefined {
  return BY_CODE.get(code.toLowerCase())
}

/** The item a name means, without a unit: `总磷(以P计)`, `CODcr`, `氨氮(NH3-N)`; undefined when unknown. */
export function itemByName(name: string): WaterItem | undefined {
  return name.length > LONGEST ? undefined : nameOf(plain(name))
}

/**
 * The item and unit of a column header: `溶解氧(mg/L)`, `电导率 μS/cm`, `w21011`, `总磷(以P计)（mg/L）`; null when it names no item.
 * A code decides over the label beside it, since labels are often wrong. Derived columns of a code (`w21011-Flag`, `-Max`) are no items.
 */
export function parseItemHeader(header: string): ItemHeader | null {
  if (header.length > LONGEST) return null
  let rest = plain(header)
  let unit: string | null = null
  for (const group of rest.matchAll(GROUP)) {
    const found = parseUnit(group[1] ?? '')
    if (found === undefined) continue
    unit = found
    rest = rest.replace(group[0], '').replace(/[/_:,]$/, '')
    break
  }
  if (unit === null) {
    const tail = /^(.+?)[\s_:,]+(\S+)$/.exec(rest)
    const found = parseUnit(tail?.[2] ?? '')
    if (tail?.[1] !== undefined && found !== undefined) {
      unit = found
      rest = tail[1]
    }
  }
  return itemAndUnit(rest.trim(), unit)
}

const LONGEST = 200
const GROUP = /\(([^()]*)\)/g
const CODE = /(?<![a-z0-9])w\d{5}(?![0-9])(?:-([a-z]+))?/

function itemAndUnit(rest: string, unit: string | null): ItemHeader | null {
  const code = CODE.exec(rest)
  if (code) {
    const derived = code[1]
    const item =
      derived === undefined || derived === 'avg' || derived === 'rtd' ? BY_CODE.get(code[0].slice(0, 6)) : undefined
    return item ? { item, unit: unit ?? strangeUnit(rest) } : null
  }
  const item = nameOf(rest)
  if (item) return { item, unit }
  const last = /^(.+)\(([^()]+)\)$/.exec(rest)
  const base = last?.[1] === undefined ? undefined : nameOf(last[1].replace(/[/_:,]$/, ''))
  const strange = last?.[2]
  return base && unit === null && strange !== undefined && !nameOf(strange) ? { item: base, unit: strange } : null
}

/** A bracket beside a code that is neither a name nor a code is a unit we do not know, and must not pass for the usual one. */
function strangeUnit(rest: string): string | null {
  for (const [, inner = ''] of rest.matchAll(GROUP)) {
    if (!CODE.test(inner) && !nameOf(inner) && !QUALIFIER.test(inner) && inner !== '六价') return inner
  }
  return null
}

const QUALIFIER = /^(以[pnf]-?计|湖、?库[,、]?(以[pn]计)?)$/

function nameOf(name: string): WaterItem | undefined {
  const direct = BY_NAME.get(name)
  if (direct) return direct
  const bracket = /^([^()]+)\(([^()]+)\)$/.exec(name)
  if (!bracket) return undefined
  const [, base = '', inner = ''] = bracket
  const item = BY_NAME.get(base)
  return item && (QUALIFIER.test(inner) || BY_NAME.get(inner) === item) ? item : undefined
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/\s+/g, ' ')
    .replace(/ ?([()]) ?/g, '$1')
    .trim()
    .toLowerCase()
}
