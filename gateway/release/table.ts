/** A release as a table for spreadsheets (CSV with a byte order mark) and as GeoJSON (RFC 7946); each names its release and digest. */

import { itemTitle } from '../../adapters/standards/items.ts'
import { classGlyph, printPollutants } from '../../adapters/standards/water.ts'
import { formatInstant } from '../../adapters/tables/time.ts'
import type { WaterClass, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { csvLine } from '../http/csv.ts'
import type { BulletinSection } from './bulletin-types.ts'
import type { ReleaseEntry } from './releases.ts'

const ITEMS: readonly WaterItem[] = ['pH', 'do', 'codMn', 'nh3n', 'tp', 'tn']

function glyph(waterClass: WaterClass | null): string {
  return waterClass === null ? '' : classGlyph(waterClass)
}

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? '达标' : '未达标'
}

/** Where the table comes from: its first lines, `#` before each. */
function heading({ bulletin, document, publishedAt }: ReleaseEntry): string {
  const local = publishedAt === null ? '' : formatInstant(Date.parse(publishedAt))
  const lines = [
    `# ${bulletin.title.zh} ${bulletin.title.en}`,
    `# ${bulletin.label.zh} ${bulletin.label.en}${bulletin.sandbox ? ' 沙箱 SANDBOX' : ''}`,
    `# release ${bulletin.id} sha-256 ${document.digest}`,
    `# contract ${bulletin.contract.id} ${bulletin.contract.version}; register ${bulletin.registry.edition}`,
    `# published ${publishedAt ?? ''} UTC / ${local}`,
  ]
  return lines.map((line) => csvLine([line])).join('')
}

/** The sections as CSV. A missing figure is an empty cell. */
export function releaseCsv(entry: ReleaseEntry): string {
  const columns = [
    'section',
    '断面',
    '河流',
    '方',
    '跨界',
    '水质目标',
    '水质类别',
    '达标',
    '主要污染指标(超标倍数)',
    ...ITEMS.map((item) => itemTitle(item).zh),
    '记录数',
    '应有记录数',
    '缺失原因',
  ]
  const rows = entry.bulletin.sections.map((section) =>
    csvLine([
      section.id,
      section.name,
      section.river,
      section.party,
      section.border,
      glyph(section.target),
      glyph(section.class),
      yesNo(section.attains),
      printPollutants(section.pollutants),
      ...ITEMS.map((item) => section.means[item] ?? null),
      section.records.held,
      section.records.expected,
      section.gap,
    ]),
  )
  return `\ufeff${heading(entry)}${csvLine(columns)}${rows.join('')}`
}

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

/** The sections as a FeatureCollection; coordinates are CGCS2000 degrees, which agree with WGS 84 within decimetres. */
export function releaseGeoJson({ bulletin, document, publishedAt }: ReleaseEntry): string {
  const { id, title, label, sandbox, period, contract, registry } = bulletin
  return JSON.stringify({
    type: 'FeatureCollection',
    release: { id, digest: document.digest, title, label, sandbox, period, publishedAt, contract, registry },
    features: bulletin.sections.map(feature),
  })
}
