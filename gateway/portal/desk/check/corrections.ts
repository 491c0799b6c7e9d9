/** What a correction changes, line by line in words: as its release's own page will say it. */
import type { Change } from '../../../release/bulletin-types.ts'
import type { Release } from '../../../release/release-types.ts'
import { airChanges } from '../../air/air-changes.ts'
import { changeLines } from '../../change-lines.ts'
import type { Lang } from '../../lang.ts'
import type { ChangeRow } from '../../release-body.ts'
import { waterBody } from '../../water-body.ts'
import { DESK_CHECK } from '../../words/desk-check.ts'
import { BANNER } from '../../words/release.ts'
import { suggestedText } from '../matrix/value.ts'

/** The lines of every change. */
export function correctionLines(release: Release, lang: Lang): readonly ChangeRow[] {
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
        changeLines(change, lang).map((line) => ({ where: change.section ?? BANNER.whole[lang], ...line })),
      )
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
