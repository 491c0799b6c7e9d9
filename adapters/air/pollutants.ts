/** The six pollutants by the names files give them, alone, in lists of primary pollutants and in headings with unit and averaging (GB 3095-2012 table 1). */
import type { Averaging, Pollutant } from '../../contracts/standards/air-types.ts'
import { underGroup } from '../formats/header-groups.ts'
import { parseUnit } from '../standards/units.ts'
import { isAbsent, tight } from './cells.ts'

/** Plain spellings, in lower case and without the marks that `plain` takes off. */
const NAMES: ReadonlyMap<string, Pollutant> = new Map<string, Pollutant>([
  ...spelt('co', 'co', '一氧化碳'),
  ...spelt('no2', 'no2', '二氧化氮'),
  ...spelt('o3', 'o3', '臭氧'),
  ...spelt('pm10', 'pm10', '可吸入颗粒物', '颗粒物pm10'),
  ...spelt('pm25', 'pm25', '细颗粒物', '颗粒物pm25'),
  ...spelt('so2', 'so2', '二氧化硫'),
])

function spelt(pollutant: Pollutant, ...names: string[]): [string, Pollutant][] {
  const [symbol = '', ...titles] = names
  // 细颗粒物(PM2.5), PM2.5细颗粒物
  const both = titles.flatMap((title) => [`${title}${symbol}`, `${symbol}${title}`])
  return [...names, ...both].map((name) => [name, pollutant])
}

/** `O₃` as `o3`, `PM2.5`, `PM2_5` and `PM 2.5` as `pm25`, brackets taken off. */
function plain(text: string): string {
  return tight(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[()（）[\]【】_.-]/g, '')
}

/** The pollutant a name means; undefined when it means none. */
export function parsePollutant(text: string): Pollutant | undefined {
  return text.length > 32 ? undefined : NAMES.get(plain(text))
}

const BETWEEN = /[、,，/／;；和或及与]|\s+/
/** An averaging said with the name of a primary pollutant adds nothing to which it is. */
const WITH_AVERAGING = /[_-]?(?:1小?时|8小?时|24小?时|[18]h|24h)(?:滑动)?(?:平均|均值)?$/i

/** The pollutants of a list (`PM2.5、O3`, `PM10或PM2.5`) in its order, each once; none for a mark of absence; undefined when a name is not known. */
export function parsePrimary(text: string): readonly Pollutant[] | undefined {
  const written = text.trim()
  if (isAbsent(written)) return []
  const alone = parsePollutant(written)
  if (alone) return [alone]
  const found = new Set<Pollutant>()
  for (const name of written.split(BETWEEN)) {
    if (name === '') continue
    const pollutant = parsePollutant(name) ?? parsePollutant(name.replace(WITH_AVERAGING, ''))
    if (pollutant === undefined) return undefined
    found.add(pollutant)
  }
  return found.size > 0 ? [...found] : undefined
}

/** A column of concentrations: whose, of which averaging where the heading says, and its unit: as the standard prints it, as sent when unknown, null when none. */
export interface PollutantHeading {
  readonly pollutant: Pollutant
  readonly averaging: Averaging | null
  /** The maximum of a day's means rather than one mean. */
  readonly maximum: boolean
  readonly unit: string | null
}

const UNIT = /[(（[]([^()（）[\]]*)[)）\]]\s*$/
const AVERAGED = /[_-]?(24|8|1)(?:h|hr|小?时)(?:[_-]?24h|滑动)?/i
const OF_DAY = /[_-]24h$|最大|max/i
const WORDS = /(?:质量)?浓度|日?最大|滑动|平均值?|均值|日均|小时|max|avg|mean/gi

/** Reads a heading as a pollutant's: `PM2.5(μg/m³)`, `O3_8h`, `臭氧8小时`, `CO浓度(mg/m3)`, `O3_8h_24h`; null when it is none. */
export function parsePollutantHeading(heading: string): PollutantHeading | null {
  if (heading.length > 64) return null
  let rest = heading.trim()
  let unit: string | null = null
  const bracket = UNIT.exec(rest)
  // 细颗粒物(PM2.5) has a name in its bracket.
  if (bracket?.[1] !== undefined && parsePollutant(bracket[1]) === undefined) {
    unit = parseUnit(bracket[1]) ?? bracket[1].trim()
    rest = rest.slice(0, bracket.index)
  } else {
    const tail = /^(.+?)\s+(\S+)$/.exec(rest)
    const known = parseUnit(tail?.[2] ?? '')
    if (known !== undefined) [rest, unit] = [tail?.[1] ?? '', known]
  }
  const averaged = AVERAGED.exec(rest)
  const averaging = averaged ? AVERAGINGS[averaged[1] ?? ''] : undefined
  const name = rest.replace(AVERAGED, '').replace(WORDS, '')
  const pollutant = parsePollutant(name)
  if (pollutant === undefined) return groupedHeading(heading)
  return {
    pollutant,
    averaging: averaging ?? (/日均/.test(rest) ? '24h' : null),
    maximum: averaging !== undefined && OF_DAY.test(rest) && !(averaging === '24h' && !/最大|max/i.test(rest)),
    unit: unit === '' ? null : unit,
  }
}

const AVERAGINGS: Readonly<Record<string, Averaging>> = { '1': '1h', '8': '8h', '24': '24h' }

/** A pollutant under a heading that gives the unit of all below it; what it says of CO apart holds for CO. */
function groupedHeading(heading: string): PollutantHeading | null {
  const under = underGroup(heading)
  const found = under && parsePollutantHeading(under.name)
  if (!found || found.unit !== null) return found
  const said = under.bracket.split(/[,，;；、]/)
  const ofCo = said.find((one) => /CO|一氧化碳/i.test(one))
  const text = found.pollutant === 'co' && ofCo !== undefined ? ofCo.replace(/^.*?(?=[mμu]g)/i, '') : (said[0] ?? '')
  return { ...found, unit: parseUnit(text.replace(/^单位[:：]/, '')) ?? null }
}
