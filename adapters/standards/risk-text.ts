/** The text form of a risk level, `重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]`, read and printed (HJ 941-2018, standards §5.1). */
import { HJ941_2018 } from '../../contracts/standards/index.ts'
import type { ProcessType, QuantityBand, RiskLevel, Sensitivity } from '../../contracts/standards/risk-types.ts'

/** One medium's part; M and E stand in the text from Q1 on and are null at Q0. */
export type RiskPart =
  | { readonly level: RiskLevel; readonly q: 0; readonly m: null; readonly e: null }
  | {
      readonly level: RiskLevel
      readonly q: Exclude<QuantityBand, 0>
      readonly m: ProcessType
      readonly e: Sensitivity
    }

/** A level with its parts; null where the text has none. With neither, it is a level in a word. */
export interface RiskText {
  readonly level: RiskLevel
  readonly air: RiskPart | null
  readonly water: RiskPart | null
}

const LEVELS: ReadonlyMap<string, RiskLevel> = new Map(HJ941_2018.levels.map(({ key, title }) => [title.zh, key]))
const WORDS: ReadonlyMap<RiskLevel, string> = new Map(HJ941_2018.levels.map(({ key, title }) => [key, title.zh]))

const LONGEST = 120
const LEVEL = `(${[...LEVELS.keys()].join('|')})`
const WORD = new RegExp(`^${LEVEL}(?:(?:环境)?风险)?(?:等级|级)?$`)
const WHOLE = new RegExp(`^${LEVEL}\\[([^\\[\\]]+)\\]$`)
const PART = new RegExp(`^${LEVEL}-(大?气|水)\\((?:Q(0)|Q([1-3])-M([1-4])-E([1-3]))\\)$`, 'i')

/** Reads a level as both sides write it, full-width or half-width, `-大气(` or `-气(`, or one word; undefined for anything else. */
export function parseRiskText(text: string): RiskText | undefined {
  if (text.length > LONGEST) return undefined
  const plain = plainRiskText(text)
  const word = LEVELS.get(WORD.exec(plain)?.[1] ?? '')
  if (word) return { level: word, air: null, water: null }
  const [, overall, inner] = WHOLE.exec(plain) ?? []
  const parts = (inner ?? plain).split('+').map(parsePart)
  const air = parts.filter((part) => part?.medium === 'air')
  const water = parts.filter((part) => part?.medium === 'water')
  if (air.length + water.length !== parts.length || air.length > 1 || water.length > 1) return undefined
  const level = overall === undefined ? alone(parts) : LEVELS.get(overall)
  return level && { level, air: air[0]?.part ?? null, water: water[0]?.part ?? null }
}

/** The text form; a level that is not its only part's own, as after a penalty, keeps its brackets. */
export function printRiskText({ level, air, water }: RiskText): string {
  const word = wordOf(level)
  const parts = [...(air ? [printPart('大气', air)] : []), ...(water ? [printPart('水', water)] : [])]
  const [first, ...others] = parts
  if (first === undefined) return word
  return others.length === 0 && (air ?? water)?.level === level ? first : `${word}[${parts.join('+')}]`
}

/** Width, blanks, brackets and dashes of every kind as the standard prints them. */
export function plainRiskText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']')
    .replace(/[‐-―−─]/g, '-')
}

interface Parsed {
  readonly medium: 'air' | 'water'
  readonly part: RiskPart
}

function parsePart(text: string): Parsed | undefined {
  const [, word = '', where, none, q, m, e] = PART.exec(text) ?? []
  const level = LEVELS.get(word)
  if (!level) return undefined
  const medium = where === '水' ? 'water' : 'air'
  if (none !== undefined) return { medium, part: { level, q: 0, m: null, e: null } }
  const [band, type, sensitivity] = [BANDS.get(q ?? ''), TYPES.get(m ?? ''), SENSITIVITIES.get(e ?? '')]
  if (!band || !type || !sensitivity) return undefined
  return { medium, part: { level, q: band, m: type, e: sensitivity } }
}

const BANDS: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
])
const SENSITIVITIES: ReadonlyMap<string, Sensitivity> = BANDS
const TYPES: ReadonlyMap<string, ProcessType> = new Map<string, ProcessType>([...BANDS, ['4', 4]])

function alone(parts: readonly (Parsed | undefined)[]): RiskLevel | undefined {
  return parts.length === 1 ? parts[0]?.part.level : undefined
}

function printPart(where: string, { level, q, m, e }: RiskPart): string {
  return `${wordOf(level)}-${where}(${q === 0 ? 'Q0' : `Q${q}-M${m}-E${e}`})`
}

function wordOf(level: RiskLevel): string {
  return WORDS.get(level) ?? level
}
