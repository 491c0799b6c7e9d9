/** A row's position in CGCS2000: its reference system must be stated, by column or heading. Standards §7.4. */
import type { Location } from '../../contracts/risk-source/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { type CrsName, insideTerritory, parseCrs, TERRITORY_BOX, toCgcs2000 } from '../standards/coordinates.ts'
import { parseDegrees } from '../standards/degrees.ts'
import { reject } from '../tables/reject.ts'
import type { RowCells } from './cells.ts'
import { figureOf } from './figure.ts'

const AXES = ['longitude', 'latitude'] as const

/** Reads a row's position, null when it has none; `headed` is the system its headings name. Adds to `notes`. */
export function readLocation(
  cells: RowCells,
  headed: CrsName | null,
  row: number,
  notes: Note[],
): Location | null | Rejection {
  if (AXES.every((axis) => cells.word(axis) === '')) return null
  const crsSent = cells.word('crs')
  const crs = crsSent === '' ? headed : parseCrs(crsSent)
  if (crs === null) {
    return reject(row, 'crs-missing', cells.heading('crs'), '', {
      zh: '有经纬度而未写明坐标系；请加「坐标系」一列，例：CGCS2000',
      en: 'There is a position without its reference system; add a column for it, for example CGCS2000',
    })
  }
  if (crs === undefined) {
    return reject(row, 'crs-unknown', cells.heading('crs'), crsSent, {
      zh: `坐标系「${crsSent}」不能换算；可用 CGCS2000、WGS84、GCJ-02、BD-09`,
      en: `The reference system ${crsSent} cannot be converted; use CGCS2000, WGS84, GCJ-02 or BD-09`,
    })
  }
  const sent = { longitude: '', latitude: '' }
  for (const axis of AXES) {
    const written = cells.word(axis)
    const read = parseDegrees(written, axis)
    if (!read) {
      return reject(row, 'coordinates-unreadable', cells.heading(axis), written, {
        zh: `「${written}」不是经纬度；例：105.848667 或 105°50′55.2″`,
        en: `${written} is no angle; for example 105.848667 or 105°50′55.2″`,
      })
    }
    if (read.form === 'dms') notes.push({ field: `/location/${axis}`, rule: 'degrees-converted', sent: written })
    sent[axis] = read.degrees
  }
  const { longitude, latitude } = toCgcs2000(sent, crs)
  if (!insideTerritory({ longitude: Number(longitude), latitude: Number(latitude) })) return outside(cells, row, sent)
  if (crs === 'WGS84') notes.push({ field: '/location/crs', rule: 'crs-taken-as-equal', sent: crsSent || crs })
  if (crs === 'GCJ-02' || crs === 'BD-09') {
    notes.push({ field: '/location', rule: 'crs-converted', sent: `${sent.longitude},${sent.latitude} ${crs}` })
  }
  return { crs: 'CGCS2000', latitude: figureOf(latitude, '°'), longitude: figureOf(longitude, '°') }
}

function outside(cells: RowCells, row: number, sent: { longitude: string; latitude: string }): Rejection {
  const { west, east, south, north } = TERRITORY_BOX
  const swapped = insideTerritory({ longitude: Number(sent.latitude), latitude: Number(sent.longitude) })
  return reject(row, 'coordinates-outside', cells.heading('longitude'), `${sent.longitude},${sent.latitude}`, {
    zh: `经度 ${sent.longitude}、纬度 ${sent.latitude} 不在 ${west}–${east}°E、${south}–${north}°N 之内${swapped ? '；经度与纬度似乎写反' : ''}`,
    en: `${sent.longitude}, ${sent.latitude} lies outside ${west}–${east}°E, ${south}–${north}°N${swapped ? '; longitude and latitude seem to be swapped' : ''}`,
  })
}
