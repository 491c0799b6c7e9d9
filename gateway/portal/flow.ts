/** A river as it flows: its sections in order, and where the province boundary is crossed. Only what the register knows. */
import type { PartyId } from '../../contracts/types.ts'
import type { BulletinRiver, BulletinSection } from '../release/bulletin-types.ts'
import { isOn } from './order.ts'

/** A crossing of the boundary: which way the water goes, or `shared` where the river is the boundary. */
export type Crossing = 'sc-cq' | 'cq-sc' | 'shared'

/** One section on the line. `crossing`: it stands at the boundary; `before`: the boundary lies between it and the one above it. */
export interface FlowNode {
  readonly section: BulletinSection
  readonly crossing: Crossing | null
  readonly before: 'sc-cq' | 'cq-sc' | null
}

/** A stretch in one province, from one place to another; places count nodes, so 1.5 is halfway between the second and the third. */
export interface Stretch {
  readonly side: PartyId | null
  readonly from: number
  readonly to: number
}

/** What a river diagram draws. `apart` are its sections whose place along it is not registered. */
export interface Flow {
  readonly nodes: readonly FlowNode[]
  readonly stretches: readonly Stretch[]
  readonly apart: readonly BulletinSection[]
}

/**
 * The flow of a river. A section at the boundary carries the crossing itself; two neighbours kept by different parties, neither of them at the
 * boundary, have it drawn between them. A river's only section is on the line even without a registered place.
 */
export function flowOf(river: Pick<BulletinRiver, 'sections' | 'title'>, sections: readonly BulletinSection[]): Flow {
  const own = sections.filter((section) => isOn(river, section))
  const line = own.length === 1 ? own : own.filter(({ order }) => order !== null).sort(byOrder)
  const nodes: FlowNode[] = []
  let above: PartyId | null = null
  for (const section of line) {
    const [up, down] = sidesOf(section)
    const before = above !== null && up !== null && above !== up ? crossing(above) : null
    nodes.push({ section, crossing: crossingAt(section), before })
    above = down
  }
  return { nodes, stretches: stretchesOf(nodes), apart: own.filter((section) => !line.includes(section)) }
}

/** The boundary a section stands at, if any. */
export function crossingAt(section: BulletinSection): Crossing | null {
  return section.transboundary ? section.border : null
}

function stretchesOf(nodes: readonly FlowNode[]): Stretch[] {
  const first = nodes[0]
  if (!first) return []
  const stretches: Stretch[] = []
  let [side] = sidesOf(first.section)
  let from = -1
  const turn = (to: number, next: PartyId | null) => {
    if (next === side) return
    if (to > from) stretches.push({ side, from, to })
    side = next
    from = to
  }
  for (const [index, { section }] of nodes.entries()) {
    const [up, down] = sidesOf(section)
    turn(index - 0.5, up)
    turn(index, down)
  }
  stretches.push({ side, from, to: nodes.length })
  return stretches
}

/** The provinces above and below a section; null on both where the river itself is the boundary, or the direction is not registered. */
function sidesOf(section: BulletinSection): readonly [PartyId | null, PartyId | null] {
  if (!section.transboundary) return [section.party, section.party]
  if (section.border === 'sc-cq') return ['sc', 'cq']
  if (section.border === 'cq-sc') return ['cq', 'sc']
  return [null, null]
}

function crossing(above: PartyId): 'sc-cq' | 'cq-sc' {
  return above === 'sc' ? 'sc-cq' : 'cq-sc'
}

function byOrder(left: BulletinSection, right: BulletinSection): number {
  return (left.order ?? 0) - (right.order ?? 0)
}
