/** Whether a bulletin stands whole on its page: measured on what it would be, in the language that takes more room, so that both are laid out alike. */
import type { WaterBulletin } from '../../release/bulletin-types.ts'
import { answer } from '../answer.ts'
import { MOST_LINES } from '../banners.ts'
import { coverageSection } from '../coverage.ts'
import type { Html } from '../lang.ts'
import { MOST_ATTACHMENTS } from '../provenance.ts'
import { riversSection } from '../rivers.ts'
import { sectionTable } from '../section-table.ts'

/** `whole`: drawings and table on one page; `drawn`: drawings there, the table on parts; `listed`: both on parts, and every section in a list there. */
export type Layout = 'whole' | 'drawn' | 'listed'

/** Bytes: what a page may weigh, with a little to spare for links in large type, and what all but the bulletin's own parts come to at most. */
const LIMIT = { page: 94_000, frame: 13_000, change: 300, attachment: 250 } as const

/** The layout that fits. */
export function layoutOf(bulletin: WaterBulletin): Layout {
  const { changes, reason, statement } = bulletin
  const attachments = bulletin.attachments.slice(0, MOST_ATTACHMENTS)
  const written = [statement ?? '', reason ?? '', ...attachments.map(({ name }) => name)].join('')
  const told =
    LIMIT.change * Math.min(changes.length, MOST_LINES) +
    LIMIT.attachment * attachments.length +
    encoder.encode(written).length
  const rest = LIMIT.frame + told + weight(answer(bulletin, 'en')) + weight(coverageSection(bulletin, 'en'))
  const drawn = rest + weight(riversSection(bulletin, 'en'))
  if (drawn > LIMIT.page) return 'listed'
  return drawn + weight(sectionTable(bulletin, 'en')) > LIMIT.page ? 'drawn' : 'whole'
}

const encoder = new TextEncoder()

/** What cannot be measured at once has no room. */
function weight(part: Html): number {
  return part instanceof Promise ? Number.POSITIVE_INFINITY : encoder.encode(String(part)).length
}
