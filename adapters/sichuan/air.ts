/** Sichuan's words in air files: 21 cities under 城市 or 市州, and zones of cities. */
import type { AirSide } from '../air/side.ts'

/** What is Sichuan's own in both air datasets. */
export const SICHUAN_AIR: AirSide = {
  party: 'sc',
  own: ['四川省', '四川'],
  other: ['重庆市', '重庆'],
  areas: new Map(),
  cities: [
    ['city', 'province'],
    ['county', 'management'],
  ],
}
