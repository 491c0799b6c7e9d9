/** Whose air a row tells of: a station by code or by name within its area, or the area itself. Standards §7.3, §7.4 and §9 row 16. */
import type { AirSite } from '../../contracts/air-observation/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { parseCrs, toCgcs2000 } from '../standards/coordinates.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { type AreaWords, areaReader, areaWords, type FoundArea } from './area.ts'
import type { FieldReader } from './cells.ts'
import type { ObservationField } from './observation-columns.ts'
import type { AirSide } from './side.ts'

/** A station of the national network, which the national centre runs: `1428A`. */
export const NATIONAL_CODE = /^\d{4}A$/

/** Reads the site of each row of a table on the day it was measured. Adds to `notes`; rows of one site share one frozen object. */
export function siteReader(
  side: AirSide,
  fields: FieldReader<ObservationField>,
  registry: DivisionRegistry,
): (cells: readonly Cell[], day: string, row: number, notes: Note[]) => AirSite | Rejection {
  const readArea = areaReader(side, registry)
  const sites = new Map<string, AirSite>()

  function areaOf(words: AreaWords, day: string, row: number, notes: Note[]): FoundArea | Rejection {
    const found = readArea(words, day)
    if ('fault' in found) return reject(row, found.fault, fields.heading(found.field), found.value, found.detail)
    const { area } = found
    const field = words.county !== '' ? 'county' : words.city !== '' ? 'city' : 'area'
    if (area.party !== side.party || side.other.includes(words.province)) {
      return reject(row, 'row-of-other-side', fields.heading(field), words[field] || area.name, {
        zh: `「${area.name}」属对方，不得由本方报送`,
        en: `${area.name} is the other side's; this side may not send it`,
      })
    }
    if (area.kind === 'zone') {
      return reject(row, 'division-unknown', fields.heading(field), words[field], {
        zh: `「${area.name}」是预报片区，监测数据应写市州或区县`,
        en: `${area.name} is a forecast zone; an observation names a city or county`,
      })
    }
    for (const note of found.notes) notes.push({ ...note, field: `/site/area${note.field ?? ''}` })
    return found
  }

  function coordinatesOf(cells: readonly Cell[], notes: Note[]): AirSite['coordinates'] {
    const [longitude, latitude] = [fields.text(cells, 'pointLongitude'), fields.text(cells, 'pointLatitude')]
    // A point of GeoJSON is in WGS 84 by RFC 7946 §4.
    if (longitude !== '' && latitude !== '') return position(longitude, latitude, 'WGS84', notes)
    const [east, north] = [fields.word(cells, 'longitude'), fields.word(cells, 'latitude')]
    if (east === '' || north === '') return null
    const sent = fields.word(cells, 'crs')
    const crs = parseCrs(sent)
    if (crs === undefined) {
      notes.push({ field: '/site/coordinates', rule: 'coordinates-without-crs', sent: shown(`${east},${north}`) })
      return null
    }
    if (crs === 'WGS84' || crs === 'CGCS2000') return position(east, north, crs, notes)
    if (!isDegrees(east, 180) || !isDegrees(north, 90)) return position(east, north, 'CGCS2000', notes)
    notes.push({ field: '/site/coordinates', rule: 'coordinates-converted', sent: shown(`${east},${north} ${crs}`) })
    const brought = toCgcs2000({ longitude: east, latitude: north }, crs)
    return position(brought.longitude, brought.latitude, 'CGCS2000', notes)
  }

  return (cells, day, row, notes) => {
    const words = areaWords(fields, cells)
    const [code, name] = [fields.word(cells, 'siteCode'), fields.word(cells, 'siteName')]
    const placed = words.city !== '' || words.county !== '' || words.area !== '' || words.areaCode !== ''
    let area: AirSite['area'] = null
    if (placed || code === '') {
      const found = areaOf(words, day, row, notes)
      if ('type' in found) return found
      area = found.area
    } else if (side.other.includes(words.province)) {
      return reject(row, 'row-of-other-side', fields.heading('province'), words.province, {
        zh: `站点 ${code} 属对方（${words.province}），不得由本方报送`,
        en: `Station ${code} is the other side's (${words.province}); this side may not send it`,
      })
    } else notes.push({ field: '/site/area', rule: 'area-not-stated' })
    const coordinates = coordinatesOf(cells, notes)
    const id = siteId(side, code, name, area)
    if (id === null) {
      return reject(row, 'site-unreadable', fields.heading(code === '' ? 'siteName' : 'siteCode'), code || name, {
        zh: '站点名称或编码过长，或含有空白',
        en: 'The name or code of the station is too long or holds blanks',
      })
    }
    const place = coordinates ? `${coordinates.crs} ${coordinates.longitude} ${coordinates.latitude}` : ''
    const seen = [id, code, name, area?.id ?? '', place].join('\u001f')
    const known = sites.get(seen)
    if (known) return known
    const station = code !== '' || name !== ''
    const site: AirSite = Object.freeze({
      area,
      code: code === '' ? null : code,
      coordinates: coordinates && Object.freeze(coordinates),
      id,
      kind: station ? 'station' : 'area',
      name: station ? (name === '' ? null : name) : (area?.name ?? null),
    })
    sites.set(seen, site)
    return site
  }
}

/** The id of a site; null when a part of it does not fit one. */
function siteId(side: AirSide, code: string, name: string, area: AirSite['area']): string | null {
  const made = NATIONAL_CODE.test(code)
    ? code
    : code !== ''
      ? `${side.party}-${code}`
      : name === ''
        ? (area?.id ?? '')
        : `${area?.id ?? side.party}-${name.replace(/\s+/g, '')}`
  return /^\S{4,96}$/.test(made) && code.length <= 32 && name.length <= 64 ? made : null
}

function isDegrees(text: string, most: number): boolean {
  const value = Number(text)
  return /^-?\d{1,3}(?:\.\d+)?$/.test(text) && Math.abs(value) <= most
}

function position(
  longitude: string,
  latitude: string,
  crs: 'CGCS2000' | 'WGS84',
  notes: Note[],
): AirSite['coordinates'] {
  if (isDegrees(longitude, 180) && isDegrees(latitude, 90))
    return { crs, latitude: Number(latitude), longitude: Number(longitude) }
  notes.push({
    field: '/site/coordinates',
    rule: 'coordinates-unreadable',
    sent: shown(`${longitude},${latitude}`),
  })
  return null
}
