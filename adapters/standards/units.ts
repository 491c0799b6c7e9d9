/** Units of water and air results and exact conversion between those a power of ten apart. */
import { formatDecimal, parseDecimal, powerOfTen } from './decimal.ts'

/** A unit as printed, what it measures, and its power of ten within that. */
interface Unit {
  readonly unit: string
  readonly measures: string
  readonly power: number
}

/** Spellings are in compatibility form and lower case: `µ` of either code point is `μ`, `³` is `3`, `℃` is `°c`. */
const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...spelt('g/L', 'mass concentration', 3, 'g/l'),
  ...spelt('mg/L', 'mass concentration', 0, 'mg/l', 'mg·l-1', '毫克/升'),
  ...spelt('μg/L', 'mass concentration', -3, 'μg/l', 'ug/l', 'μg·l-1', '微克/升'),
  ...spelt('ng/L', 'mass concentration', -6, 'ng/l'),
  ...spelt('mg/m³', 'mass concentration', -3, 'mg/m3', '毫克/立方米'),
  ...spelt('μg/m³', 'mass concentration', -6, 'μg/m3', 'ug/m3', '微克/立方米'),
  ...spelt('μS/cm', 'conductivity', 0, 'μs/cm', 'us/cm'),
  ...spelt('mS/cm', 'conductivity', 3, 'ms/cm'),
  ...spelt('mS/m', 'conductivity', 1, 'ms/m'),
  ...spelt('cells/L', 'count', 0, 'cells/l', 'cell/l'),
  ...spelt('cells/mL', 'count', 3, 'cells/ml', 'cell/ml'),
  ...spelt('个/L', 'count', 0, '个/l', '个/升'),
  ...spelt('个/mL', 'count', 3, '个/ml'),
  ...spelt('万个/L', 'count', 4, '万个/l', '万cells/l'),
  ...spelt('m³/s', 'flow', 0, 'm3/s', '立方米/秒'),
  ...spelt('L/s', 'flow', -3, 'l/s'),
  ...spelt('m', 'length', 0, 'm', '米'),
  ...spelt('cm', 'length', -2, 'cm'),
  ...spelt('℃', 'temperature', 0, '°c', '摄氏度'),
  ...spelt('NTU', 'turbidity', 0, 'ntu'),
  ...spelt('无量纲', 'dimensionless', 0, '无量纲'),
])

/** The unit as the contract prints it (`mg/L`, `μS/cm` with U+03BC, `m³/s`); undefined when unknown. */
export function parseUnit(text: string): string | undefined {
  return find(text)?.unit
}

/** A decimal text in another unit, every digit kept: `12.0` μg/L is `0.0120` mg/L. Undefined when either unit is unknown, they measure different things, or the text is no decimal. */
export function convertUnit(value: string, from: string, to: string): string | undefined {
  const source = find(from)
  const target = find(to)
  if (!source || !target || source.measures !== target.measures) return undefined
  const decimal = parseDecimal(value)
  if (!decimal) return undefined
  if (source.power === target.power) return value
  const scale = decimal.scale - source.power + target.power
  return scale >= 0
    ? formatDecimal({ units: decimal.units, scale })
    : formatDecimal({ units: decimal.units * powerOfTen(-scale), scale: 0 })
}

function find(text: string): Unit | undefined {
  return text.length > 16
    ? undefined
    : UNITS.get(text.normalize('NFKC').replaceAll('−', '-').replace(/\s+/g, '').toLowerCase())
}

function spelt(unit: string, measures: string, power: number, ...spellings: string[]): [string, Unit][] {
  return spellings.map((spelling) => [spelling, { unit, measures, power }])
}
