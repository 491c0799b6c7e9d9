/**
 * Positions in CGCS2000: what WGS 84, GCJ-02 and BD-09 give is brought to it (standards §7.4). CGCS2000 and WGS 84 agree within decimetres and
 * count as equal; GCJ-02 and BD-09 are offsets by their public formulas, taken back by iteration.
 */

/** Reference systems that are read. */
export const CRS_NAMES = ['CGCS2000', 'WGS84', 'GCJ-02', 'BD-09'] as const
/** One of `CRS_NAMES`. */
export type CrsName = (typeof CRS_NAMES)[number]

/** Degrees east and north. */
export interface Position {
  readonly longitude: number
  readonly latitude: number
}

/** The same as decimal texts. */
export interface PositionText {
  readonly longitude: string
  readonly latitude: string
}

/** A box that holds both provinces with room to spare, degrees; the contracts' schemas have the same bounds. */
export const TERRITORY_BOX = { west: 97, east: 111, south: 26, north: 35 } as const

const SPELLINGS: ReadonlyMap<string, CrsName> = new Map<string, CrsName>([
  ...spelt('CGCS2000', 'cgcs2000', '国家2000', '2000国家', '大地2000', '2000国家大地', '国家大地2000', 'epsg4490'),
  ...spelt('WGS84', 'wgs84', 'wgs1984', 'epsg4326'),
  ...spelt('GCJ-02', 'gcj02', '火星', '国测局', '高德', '腾讯'),
  ...spelt('BD-09', 'bd09', '百度'),
])

/** The system a cell or heading names; undefined for none of these (北京54 and 西安80 among them). */
export function parseCrs(text: string): CrsName | undefined {
  if (text.length > 40) return undefined
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:_-]/g, '')
  return SPELLINGS.get(plain.replace(/(?:大地)?(?:坐标系?|系)$/, '')) ?? SPELLINGS.get(plain)
}

/** Whether a position may lie in either province. */
export function insideTerritory({ longitude, latitude }: Position): boolean {
  const { west, east, south, north } = TERRITORY_BOX
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

/** A position in CGCS2000: digits as given where the system is equal to it, else to six places (a decimetre). */
export function toCgcs2000(given: PositionText, crs: CrsName): PositionText {
  if (crs === 'CGCS2000' || crs === 'WGS84') return given
  const position = { longitude: Number(given.longitude), latitude: Number(given.latitude) }
  const { longitude, latitude } = wgs84FromGcj02(crs === 'BD-09' ? gcj02FromBd09(position) : position)
  return { longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) }
}

/** The Krasovsky 1940 ellipsoid, which the offset is computed on: semi-major axis (m) and first eccentricity squared. */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
const RADIAN = Math.PI / 180

/** The GCJ-02 position of a WGS 84 one, inside China. */
export function gcj02FromWgs84({ longitude, latitude }: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35]
  const root = Math.sqrt(Math.abs(x))
  const short = waves([20, 6 * x], [20, 2 * x])
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    short +
    waves([20, y], [40, y / 3], [160, y / 12], [320, y / 30])
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    short +
    waves([20, x], [40, x / 3], [150, x / 12], [300, x / 30])
  const sine = Math.sin(latitude * RADIAN)
  const bulge = 1 - ECCENTRICITY * sine * sine
  const meridian = (AXIS * (1 - ECCENTRICITY)) / bulge ** 1.5
  const parallel = (AXIS / Math.sqrt(bulge)) * Math.cos(latitude * RADIAN)
  return { longitude: longitude + east / (parallel * RADIAN), latitude: latitude + north / (meridian * RADIAN) }
}

/** The WGS 84 position whose GCJ-02 position this is, by iteration. */
export function wgs84FromGcj02(given: Position): Position {
  return inverse(given, gcj02FromWgs84)
}

/** The BD-09 position of a GCJ-02 one. */
export function bd09FromGcj02({ longitude, latitude }: Position): Position {
  const turn = (3000 * Math.PI) / 180
  const radius = Math.hypot(longitude, latitude) + 0.000_02 * Math.sin(latitude * turn)
  const angle = Math.atan2(latitude, longitude) + 0.000_003 * Math.cos(longitude * turn)
  return { longitude: radius * Math.cos(angle) + 0.0065, latitude: radius * Math.sin(angle) + 0.006 }
}

/** The GCJ-02 position whose BD-09 position this is, by iteration. */
export function gcj02FromBd09(given: Position): Position {
  return inverse(given, bd09FromGcj02)
}

/** Two thirds of a sum of sines, each an amplitude and an angle in half-turns. */
function waves(...terms: readonly (readonly [number, number])[]): number {
  return (2 / 3) * terms.reduce((sum, [amplitude, halfTurns]) => sum + amplitude * Math.sin(halfTurns * Math.PI), 0)
}

/** Offsets change slowly, so that each step leaves a small fraction of the error; ten leave less than the digits of a double hold. */
const STEPS = 10

function inverse(given: Position, offset: (position: Position) => Position): Position {
  let guess = given
  for (let step = 0; step < STEPS; step++) {
    const found = offset(guess)
    guess = {
      longitude: guess.longitude + given.longitude - found.longitude,
      latitude: guess.latitude + given.latitude - found.latitude,
    }
  }
  return guess
}

function spelt(name: CrsName, ...spellings: string[]): [string, CrsName][] {
  return spellings.map((spelling) => [spelling, name])
}
