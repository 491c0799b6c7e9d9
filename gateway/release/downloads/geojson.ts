/** A water bulletin's sections, or a forecast's areas, as GeoJSON (RFC 7946); it names its release and digest. */
import { printPollutants } from '../../../adapters/standards/water.ts'
import { localInstant } from '../../http/times.ts'
import type { BulletinSection } from '../bulletin-types.ts'
import type { ForecastCell, Release } from '../release-types.ts'
import type { Download } from './download.ts'

function feature(section: BulletinSection): Record<string, unknown> {
  const { id, name, river, party, border, target, class: waterClass, attains, means, gap, records } = section
  return {
    type: 'Feature',
    id,
    // What is not known stays unknown: no coordinates, no geometry.
    geometry: section.coordinates === null ? null : { type: 'Point', coordinates: section.coordinates },
    properties: {
      name,
      river,
      party,
      border,
      target,
      class: waterClass,
      attains,
      pollutants: printPollutants(section.pollutants),
      means,
      gap,
      records,
    },
  }
}

function forecastFeature(cell: ForecastCell): Record<string, unknown> {
  const { area, ...value } = cell
  // The register has no outlines of areas, so that a forecast is joined to a map by its area's id.
  return { type: 'Feature', id: `${area.id}/${cell.from}`, geometry: null, properties: { area, ...value } }
}

function featuresOf(release: Release): readonly Record<string, unknown>[] | null {
  if ('sections' in release) return release.sections.map(feature)
  return release.type === 'daily-air-forecast' || release.type === 'weekly-zone-outlook'
    ? release.cells.map(forecastFeature)
    : null
}

/**
 * The sections as a FeatureCollection, or the cells of a forecast, which have no geometry; coordinates are CGCS2000 degrees, which agree with
 * WGS 84 within decimetres. Null for a release of another kind, which has no places.
 */
export function releaseGeoJson({ release, digest, publishedAt, supersededBy }: Download): string | null {
  const features = featuresOf(release)
  if (features === null) return null
  const { id, title, label, sandbox, period, contract, registry } = release
  const publishedAtLocal = localInstant(Date.parse(publishedAt))
  const times = { publishedAt, publishedAtLocal, supersededBy }
  return JSON.stringify({
    type: 'FeatureCollection',
    release: { id, digest, title, label, sandbox, period, ...times, contract, registry },
    features,
  })
}
