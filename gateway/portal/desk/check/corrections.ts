/** What a correction changes, line by line in words: as its release's own page will say it. */
import { html } from 'hono/html'
import { ratingTitle } from '../../../../contracts/enterprise-credit/titles.ts'
import type { Change } from '../../../release/bulletin-types.ts'
import { withheldText } from '../../../release/products/credit/beside.ts'
import { ROW_CHANGE } from '../../../release/products/credit/changes.ts'
import type { Release } from '../../../release/release-types.ts'
import { airChanges } from '../../air/air-changes.ts'
import { changeLines } from '../../change-lines.ts'
import { type Lang, properName } from '../../lang.ts'
import type { ChangeRow } from '../../release-body.ts'
import { waterBody } from '../../water-body.ts'
import { PARTY } from '../../words/common.ts'
import { CREDIT_LIST } from '../../words/credit-list.ts'
import { DESK_CHECK } from '../../words/desk-check.ts'
import { BANNER } from '../../words/release.ts'
import { suggestedText } from '../matrix/value.ts'
import type { CreditBeside } from './view.ts'

/** The lines of every change; `credit` names the rows of a list of ratings, which the release itself names by leaf alone. */
export function correctionLines(release: Release, credit: CreditBeside | null, lang: Lang): readonly ChangeRow[] {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return waterBody(release, lang).changes
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return airChanges(release, lang)
    case 'warning-suggestion':
      return release.changes.flatMap((change) =>
        change.member === 'suggestion' ? [suggested(change, lang)] : airChanges({ changes: [change] }, lang),
      )
    case 'annual-credit-list':
      return release.changes.flatMap((change) =>
        change.member === ROW_CHANGE && credit
          ? [rating(change, credit, lang)]
          : changeLines(change, lang).map((line) => ({ where: change.section ?? BANNER.whole[lang], ...line })),
      )
  }
}

/** A rating that came, went or says something else: whose and of which enterprise, its level before and now, and why it went. */
function rating({ from, section, to }: Change, { byLeaf, left }: CreditBeside, lang: Lang): ChangeRow {
  const [was, is] = [from, to].map((text) => byLeaf.get(String(JSON.parse(text))))
  const why = is ? undefined : left.get(section ?? '')
  const row = is ?? was
  const gone = CREDIT_LIST.unlisted[lang]
  return {
    where: row
      ? html`${properName(row.record.enterprise.name, lang)}<span class="sub"><code>${row.record.enterprise.code}</code> ${PARTY[row.party][lang]}</span>`
      : (section ?? ''),
    what: CREDIT_LIST.rating[lang],
    from: was ? ratingTitle(was.record)[lang] : gone,
    to: is
      ? ratingTitle(is.record)[lang]
      : [gone, ...(why ? [withheldText(why)[lang]] : [])].join(lang === 'zh' ? '：' : ': '),
  }
}

/** What a scheme suggested for an area, and what it suggests now. */
function suggested({ section, from, to }: Change, lang: Lang): ChangeRow {
  const text = (json: string): string => suggestedText(JSON.parse(json), lang) ?? '–'
  const [before, after]: readonly unknown[] = [JSON.parse(from), JSON.parse(to)]
  return {
    where: areaOf(after) ?? areaOf(before) ?? section ?? '',
    what: DESK_CHECK.suggestion[lang],
    from: text(from),
    to: text(to),
  }
}

function areaOf(suggestion: unknown): string | null {
  if (typeof suggestion !== 'object' || suggestion === null || !('area' in suggestion)) return null
  const { area } = suggestion
  return typeof area === 'object' && area !== null && 'name' in area ? String(area.name) : null
}
