/** GeoJSON (RFC 7946) → the elements of an array of flat objects: a feature's properties, and where its point lies. */

/** Headings of a point's coordinates; WGS 84, as RFC 7946 §4 has it. A property cannot bear them by chance. */
export const POINT_HEADINGS = { longitude: 'geometry.longitude', latitude: 'geometry.latitude' } as const

/** The rows of a feature collection, or null for any other value. What is no feature stays null, to be a fault of its row. */
export function featureRows(value: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const { type, features } = value
  return type === 'FeatureCollection' && Array.isArray(features) ? features.map(rowOf) : null
}

function rowOf(feature: unknown): Readonly<Record<string, unknown>> | null {
  if (!isObject(feature) || feature.type !== 'Feature' || !isObject(feature.properties)) return null
  const [longitude, latitude] = pointOf(feature.geometry)
  return { ...feature.properties, [POINT_HEADINGS.longitude]: longitude, [POINT_HEADINGS.latitude]: latitude }
}

/** Lines and areas have no one place, and a feature may have none (§3.2). */
function pointOf(geometry: unknown): readonly [number | null, number | null] {
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return [null, null]
  const [longitude, latitude]: readonly unknown[] = geometry.coordinates
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : [null, null]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
