/** Chongqing's words in air files: one city, 全市 being all of it, whose districts stand under 城市 as well as under 区县. */
import type { AirSide } from '../air/side.ts'

/** What is Chongqing's own in both air datasets. */
export const CHONGQING_AIR: AirSide = {
  party: 'cq',
  own: ['重庆市', '重庆'],
  other: ['四川省', '四川'],
  areas: new Map([['全市', '重庆市']]),
  cities: [['city', 'province'], ['county', 'management'], ['zone']],
}
