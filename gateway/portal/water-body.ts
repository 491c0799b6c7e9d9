/** A water bulletin on its page: the answer, rivers, sections, coverage, and who measured and sent what. */
import { html } from 'hono/html'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import type { BulletinSection, WaterBulletin } from '../release/bulletin-types.ts'
import { answer } from './answer.ts'
import { changeLines } from './change-lines.ts'
import { coverageSection } from './coverage.ts'
import { type Lang, properName } from './lang.ts'
import type { ChangeRow, ReleaseBody } from './release-body.ts'
import { riversSection } from './rivers.ts'
import { sectionTable } from './section-table.ts'
import { layoutOf } from './water-parts/layout-of.ts'
import { partsList, riverLines } from './water-parts/overview.ts'
import { LIST, PARTY } from './words/common.ts'
import { BANNER, DOWNLOADS, ORIGINATOR, PROVENANCE, RELEASE, REVIEW, sentBy } from './words/release.ts'
import { WATER_PARTS } from './words/water-parts.ts'

/** A bulletin of a week or a month. */
export function waterBody(bulletin: WaterBulletin, lang: Lang): ReleaseBody {
  const { originators, review, sections } = bulletin
  const layout = layoutOf(bulletin)
  return {
    answer: answer(bulletin, lang),
    changes: waterChanges(bulletin, lang),
    changed: BANNER.section,
    parts: [
      {
        id: 'rivers',
        title: layout === 'listed' ? WATER_PARTS.rivers : RELEASE.rivers,
        body: layout === 'listed' ? riverLines(bulletin, lang) : riversSection(bulletin, lang),
      },
      {
        id: 'sections',
        title: RELEASE.sections,
        body: layout === 'whole' ? sectionTable(bulletin, lang) : partsList(bulletin, lang),
      },
      { id: 'coverage', title: RELEASE.coverage, body: coverageSection(bulletin, lang) },
    ],
    origin: [
      {
        title: PROVENANCE.measured,
        text: originators.map((one) => ORIGINATOR[one][lang]).join(LIST[lang]),
      },
      {
        title: PROVENANCE.sent,
        text: html`${PARTIES.map((party) => html`<span class="line">${sentBy(PARTY[party], sent(sections, party))[lang]}</span>`)}`,
      },
      { title: PROVENANCE.review, text: REVIEW[review][lang] },
    ],
    files: { csv: DOWNLOADS.csv, geojson: DOWNLOADS.geojson, xlsx: DOWNLOADS.xlsx },
    register: PROVENANCE.registry,
  }
}

function waterChanges({ changes, sections }: WaterBulletin, lang: Lang): readonly ChangeRow[] {
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  return changes.flatMap((change) => {
    const { section } = change
    const where = section === null ? BANNER.whole[lang] : properName(names.get(section) ?? section, lang)
    return changeLines(change, lang).map((line) => ({ where, ...line }))
  })
}

function sent(sections: readonly BulletinSection[], party: PartyId): number {
  return sections.reduce((sum, { records }) => sum + records.bySide[party], 0)
}
