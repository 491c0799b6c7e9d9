/** A consultation as one person sees it, gathered from the gateway: its table, what was said, who is next, what they may do. */
import { formatInstant } from '../../../../adapters/tables/time.ts'
import type { ProductId } from '../../../../contracts/registry/types.ts'
import { type AirIndexStandard, airIndexOn } from '../../../../contracts/standards/index.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { Problem } from '../../../errors/problem.ts'
import type { Gateway } from '../../../gateway.ts'
import type { BulletinSection } from '../../../release/bulletin-types.ts'
import type { Actor, Happened } from '../../../release/consultation/acts.ts'
import type { Consultation } from '../../../release/consultation/consultations.ts'
import { creditStanding } from '../../../release/consultation/credit-standing.ts'
import { nextDuties } from '../../../release/consultation/next.ts'
import { statusOf } from '../../../release/consultation/outcome.ts'
import { type Prepared, prepared } from '../../../release/consultation/prepared.ts'
import { openObjections, revisionOf } from '../../../release/consultation/state.ts'
import { onDutyFor } from '../../../release/consultation/view.ts'
import { dutyBook } from '../../../release/duty/on-duty.ts'
import type { TableCell } from '../../../release/products/product.ts'
import type { AttachedView } from '../attachments.ts'
import type { Person } from '../person.ts'
import { actionsOf, reviseOf } from './actions.ts'
import { type CreditView, creditView } from './credit-view.ts'
import { previousOf } from './previous.ts'
import { named } from './rows.ts'
import type { By, CellView, DeskView, DutyView, HappenedView, TableKind } from './view.ts'
import { forecastsOf } from './what-if.ts'

const KINDS: Readonly<Record<ProductId, TableKind>> = {
  'annual-credit-list': 'credit',
  'daily-air-forecast': 'forecast',
  'monthly-water-bulletin': 'water',
  'warning-suggestion': 'warning',
  'weekly-water-bulletin': 'water',
  'weekly-zone-outlook': 'outlook',
}

const byOf = ({ agency, operator, party }: Actor): By => ({ agency, operator, party })
const instant = (ms: number): string => formatInstant(ms)

/** What is on the table; null where this gateway has no contract or register to read its records by. */
export async function onTheTable(gateway: Gateway, consultation: Consultation): Promise<Prepared | null> {
  try {
    return await prepared(gateway, consultation)
  } catch (error) {
    if (error instanceof Problem && error.code === 'contract-not-in-force') return null
    throw error
  }
}

/** The person as the state machine knows who acts. */
function actorOf({ agency, kid, operator, party, posts }: Person): Actor {
  return { agency, kid, operator, party, posts }
}

/** Gathers it. */
export async function readDesk(gateway: Gateway, consultation: Consultation, person: Person): Promise<DeskView> {
  const { happened, id, product, state, terms } = consultation
  const [made, releases, book] = [
    await onTheTable(gateway, consultation),
    await gateway.releases.all(),
    await dutyBook(gateway),
  ]
  const now = gateway.now()
  const status = statusOf(consultation, releases, now)
  const { size } = gateway.log.head()
  const acting = {
    actor: actorOf(person),
    book,
    closed: status === 'closed',
    digest: made?.frozen.digest ?? null,
    now,
    product,
    size,
    state,
  }
  const kind = KINDS[product.id]
  const standing = await creditStanding(gateway, consultation, person.party)
  const credit = standing && creditView(standing)
  const columns = made?.table.columns ?? []
  return {
    id,
    kind,
    product: product.id,
    title: terms.title,
    period: state.period,
    status,
    agreeBy: instant(state.agreeBy),
    signBy: instant(state.signBy),
    embargo: state.embargo,
    corrects: state.corrects,
    reason: state.reason,
    withdrawn: state.withdrawn,
    extension: state.extension && {
      by: state.extension.by,
      reason: state.extension.reason,
      agreeBy: instant(state.extension.agreeBy),
      signBy: instant(state.extension.signBy),
    },
    steps: state.steps,
    size,
    duties: status === 'closed' ? [] : dutiesOf(consultation, book, person, now),
    agreements: bySide((party) => state.agreements[party]?.actor),
    signatures: bySide((party) => state.signatures[party]),
    handOvers: state.handOvers.map(({ actor, text, time }) => ({ by: byOf(actor), text, time: instant(time) })),
    posts: terms.posts,
    person,
    actions: actionsOf(acting),
    revise: reviseOf(acting),
    rows: made?.table.rows.map((row) => named(row, kind)) ?? null,
    columns,
    cells: new Map((made?.table.cells ?? []).map((cell) => [cell.id, cellOf(withBeside(cell, credit), consultation)])),
    remarks: state.remarks.map(({ actor, time, ...remark }) => ({
      ...remark,
      by: byOf(actor),
      now: remark.cell === null ? 0 : revisionOf(state, remark.cell),
      time: instant(time),
    })),
    attachments: happened.flatMap(attachedOf),
    happened: happened.slice(-20).map(happenedOf),
    editions: new Map(
      kind === 'forecast' || kind === 'outlook'
        ? columns.map((column): [string, AirIndexStandard] => [column.id, airIndexOn(column.id)])
        : [],
    ),
    sections: sectionsOf(made),
    forecasts: forecastsOf(made?.frozen.release ?? null),
    credit,
    previous: made && previousOf(consultation, made.table, releases),
    sandbox: gateway.config.sandbox,
    now,
  }
}

function bySide(of: (party: PartyId) => Actor | null | undefined): Readonly<Record<PartyId, By | null>> {
  const side = (party: PartyId): By | null => {
    const actor = of(party)
    return actor ? byOf(actor) : null
  }
  return { cq: side('cq'), sc: side('sc') }
}

function dutiesOf(
  consultation: Consultation,
  book: Awaited<ReturnType<typeof dutyBook>>,
  { kid, party, posts }: Person,
  now: number,
): readonly DutyView[] {
  return nextDuties(consultation.state, now).map((duty) => {
    const onDuty = onDutyFor(consultation, duty, book, now)
    const holds = duty.party === party && posts.some((post) => post === duty.post)
    return {
      ...duty,
      by: duty.by === null ? null : instant(duty.by),
      onDuty,
      yours: holds && (onDuty.length === 0 || onDuty.some((one) => one.kid === kid)),
    }
  })
}

/** With what the desk alone knows of an enterprise's ratings. */
function withBeside(cell: TableCell, credit: CreditView | null): TableCell {
  const beside = credit?.rows.get(cell.row)?.beside ?? []
  return beside.length === 0 ? cell : { ...cell, differences: [...cell.differences, ...beside] }
}

function cellOf(cell: TableCell, { happened, state }: Consultation): CellView {
  const edit = state.edits.get(cell.id)
  const time = edit && happened.find(({ act, n }) => act.type === 'revise' && n === edit.n)?.time
  return {
    ...cell,
    edit: edit
      ? {
          by: byOf(edit.actor),
          n: edit.n,
          reason: edit.reason,
          revision: edit.revision,
          take: edit.take,
          time: instant(time ?? 0),
        }
      : null,
    loud: cell.differences.filter(({ loud }) => loud).length,
    remarks: state.remarks.filter((one) => one.cell === cell.id).length,
    objections: openObjections(state).filter((one) => one.cell === cell.id).length,
  }
}

function happenedOf({ act, actor, index }: Happened): HappenedView {
  const cells = act.type === 'revise' ? act.edits.length : 0
  return { act: act.type, by: byOf(actor), cells, index, kid: actor.kid }
}

function attachedOf({ act, actor, time }: Happened): readonly AttachedView[] {
  if (act.type !== 'attach') return []
  const { type: _type, ...attached } = act
  return [{ ...attached, by: byOf(actor), time: instant(time) }]
}

/** The figures of a water bulletin, which has no values of its own in its cells. */
function sectionsOf(made: Prepared | null): ReadonlyMap<string, BulletinSection> {
  const release = made?.frozen.release
  if (release?.type !== 'weekly-water-bulletin' && release?.type !== 'monthly-water-bulletin') return new Map()
  return new Map(release.sections.map((section) => [section.id, section]))
}
