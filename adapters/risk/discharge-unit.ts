/** Tables of discharging units → records of `discharge-unit`, those outside its territory refused; both sides' adapters are this one with their own words. */
import type { DischargeUnitRecord, KeyPollutant, Outlet } from '../../contracts/discharge-unit/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { itemByCode, itemByName } from '../standards/items.ts'
import { reject } from '../tables/reject.ts'
import type { Adapter } from '../types.ts'
import { enterpriseAdapter, type RowOptions, type RowReader } from './adapter.ts'
import { listed, type RowCells, rowCells } from './cells.ts'
import { readFigure } from './figure.ts'
import { dischargeUnitForm } from './form.ts'
import { UNIT_HEADINGS } from './headings.ts'
import type { RiskSide } from './side.ts'
import { type Site, siteReader } from './site.ts'

/** An adapter for one side. */
export function dischargeUnitAdapter(side: RiskSide): Adapter<DischargeUnitRecord> {
  return enterpriseAdapter<DischargeUnitRecord>({
    side,
    contract: 'discharge-unit',
    headings: UNIT_HEADINGS,
    form: dischargeUnitForm(side),
    numbered: false,
    rows: rowReader,
  })
}

function rowReader(options: RowOptions): RowReader<DischargeUnitRecord> {
  const readSite = siteReader(options)
  return (row, at) => {
    const cells = rowCells(options.columns, row)
    const found = readSite(cells, at)
    if ('type' in found) return found
    const { members, notes, end } = found
    const outside = outsideTerritory(found, cells, at)
    if (outside) return outside
    const permit = readPermit(cells, members.enterprise.code, at, notes)
    if (permit && typeof permit === 'object') return permit
    const keyPollutants = readPollutants(cells, at, notes)
    if ('type' in keyPollutants) return keyPollutants
    const { asOf, contact, distanceToBoundary, division, downstreamSections, enterprise, industry, location } = members
    const { originator, publication, receivingRiver, review, site } = members
    const record: DischargeUnitRecord = {
      asOf,
      contact,
      dischargeTo: cells.word('dischargeTo') || null,
      distanceToBoundary,
      division,
      downstreamSections,
      enterprise,
      industry,
      keyPollutants,
      location,
      notes,
      originator,
      outlets: readOutlets(cells),
      permit,
      publication,
      receivingRiver,
      review,
      site,
    }
    return { key: `${enterprise.code}/${site ?? ''}/${permit ?? ''}`, subject: enterprise.code, end, record, notes }
  }
}

function outsideTerritory({ members, adjoins }: Site, cells: RowCells, row: number): Rejection | null {
  const { receivingRiver, division } = members
  if (adjoins || receivingRiver?.boundary) return null
  const river = receivingRiver?.name ?? ''
  const field = river === '' ? 'division' : 'river'
  return reject(row, 'territory-outside', cells.heading(field), river || division.name, {
    zh: `${division.name}未登记为毗邻省界的区县，${river === '' ? '也没有受纳水体' : `「${river}」也不在契约所列跨界河流之中`}`,
    en: `${division.name} is not registered as a county on the boundary, and ${river === '' ? 'there is no receiving river' : `${river} is none of the boundary rivers of the contract`}`,
  })
}

function readPermit(cells: RowCells, code: string, row: number, notes: Note[]): string | null | Rejection {
  const sent = cells.narrow('permit')
  if (sent === '') return null
  const permit = sent.replace(/\s+/g, '').toUpperCase()
  if (!/^[0-9A-Z]{8,32}$/.test(permit)) {
    return reject(row, 'permit-unreadable', cells.heading('permit'), sent, {
      zh: `排污许可证编号「${sent}」应为 8 至 32 位字母和数字`,
      en: `The permit number ${sent} should be 8 to 32 letters and digits`,
    })
  }
  if (permit !== cells.word('permit')) notes.push({ field: '/permit', rule: 'permit-normalised', sent })
  if (!permit.startsWith(code)) notes.push({ field: '/permit', rule: 'permit-code-differs' })
  return permit
}

/** `DW001:总排口;雨水排口`: a code, a name, or both. */
function readOutlets(cells: RowCells): Outlet[] {
  return listed(cells.narrow('outlets'), /[;\n|]/).map((text) => {
    const [, code = '', name = ''] = /^(?:([0-9A-Za-z]{2,32})(?:\s*[:\s]\s*|$))?(.*)$/s.exec(text) ?? []
    return { code: code.toUpperCase() || null, name: name.trim() || null }
  })
}

/** `化学需氧量:12.5;氨氮;总磷:0.3t/a`, by names or codes; items of the water contract are told as such. */
function readPollutants(cells: RowCells, row: number, notes: Note[]): readonly KeyPollutant[] | Rejection {
  const found: KeyPollutant[] = []
  const rules = new Set<string>()
  for (const text of listed(cells.narrow('pollutants'), /[;、\n|]|(?<!\d),|,(?!\d)/)) {
    const [, name = '', limit = ''] = /^([^:]*):?([^:]*)$/.exec(text) ?? []
    const read = limit.trim() === '' ? null : readFigure(limit.trim(), 't/a', null)
    if (name.trim() === '' || (read && 'fault' in read)) {
      return reject(row, 'value-not-a-number', cells.heading('pollutants'), text, {
        zh: `「${text}」应写成「污染物」或「污染物:许可年排放量(t/a)」，例：化学需氧量:12.5`,
        en: `${text} should be written name or name:limit in t/a, for example 化学需氧量:12.5`,
      })
    }
    for (const rule of read?.rules ?? []) rules.add(rule)
    const item = itemByCode(name.trim()) ?? itemByName(name) ?? null
    found.push({ annualLimit: read?.figure ?? null, item, name: name.trim() })
  }
  for (const rule of rules) notes.push({ field: '/keyPollutants', rule })
  return found
}
