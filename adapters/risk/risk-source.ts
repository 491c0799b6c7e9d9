/** Tables of risk sources → records of `risk-source`; both sides' adapters are this one with their own words. HJ 941-2018. */
import { type Crosswalk, RISK_CROSSWALKS } from '../../contracts/risk-source/crosswalks.ts'
import type { RiskSourceRecord } from '../../contracts/risk-source/record.ts'
import { findRiskStandard } from '../../contracts/standards/index.ts'
import { reject } from '../tables/reject.ts'
import type { Adapter } from '../types.ts'
import { enterpriseAdapter, type RowOptions, type RowReader } from './adapter.ts'
import { rowCells } from './cells.ts'
import { riskSourceForm } from './form.ts'
import { RISK_HEADINGS } from './headings.ts'
import { readLevel } from './level.ts'
import type { RiskSide } from './side.ts'
import { siteReader } from './site.ts'
import { readSubstances } from './substances.ts'

/** An adapter for one side. `crosswalks`: what the contract's terms take of other schemes' grades. */
export function riskSourceAdapter(
  side: RiskSide,
  { crosswalks = RISK_CROSSWALKS }: { readonly crosswalks?: readonly Crosswalk[] } = {},
): Adapter<RiskSourceRecord> {
  return enterpriseAdapter<RiskSourceRecord>({
    side,
    contract: 'risk-source',
    headings: RISK_HEADINGS,
    form: riskSourceForm(side),
    numbered: true,
    rows: (options) => rowReader(options, crosswalks),
  })
}

function rowReader(options: RowOptions, crosswalks: readonly Crosswalk[]): RowReader<RiskSourceRecord> {
  const readSite = siteReader(options)
  const { columns } = options
  return (row, at) => {
    const cells = rowCells(columns, row)
    const site = readSite(cells, at)
    if ('type' in site) return site
    const { members, notes, end } = site
    const standard = findRiskStandard(end - 1)
    if (!standard) {
      return reject(at, 'standard-not-in-force', cells.heading('asOf'), members.asOf, {
        zh: `${members.asOf} 没有现行的环境风险分级标准，无法定级`,
        en: `No grading of environmental risk was in force on ${members.asOf}; the level cannot be judged`,
      })
    }
    const substances = readSubstances(cells, columns, at, notes)
    if ('type' in substances) return substances
    const distance = members.distanceToBoundary?.reported ?? null
    const riskLevel = readLevel({ cells, substances, standard, crosswalks, notes, distance, row: at })
    if ('type' in riskLevel) return riskLevel
    const { asOf, contact, distanceToBoundary, division, downstreamSections, enterprise, industry, location } = members
    const { originator, publication, receivingRiver, review, site: part } = members
    const record: RiskSourceRecord = {
      asOf,
      contact,
      distanceToBoundary,
      division,
      downstreamSections,
      enterprise,
      industry,
      location,
      notes,
      originator,
      publication,
      receivingRiver,
      review,
      riskLevel,
      site: part,
      substances,
    }
    return { key: `${enterprise.code}/${part ?? ''}`, subject: enterprise.code, end, record, notes }
  }
}
