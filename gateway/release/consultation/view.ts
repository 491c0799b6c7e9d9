/** A consultation as partners see it: where it stands, who must act next, what was said, and the bytes that would be signed. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import { civilDay } from '../../../contracts/life.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { type DutyBook, dutyBook, type OnDuty, onDuty, stoodInFor } from '../duty/on-duty.ts'
import type { ReleaseEntry } from '../releases.ts'
import type { Actor } from './acts.ts'
import type { Consultation } from './consultations.ts'
import { type Duty, nextDuties, remindersDue } from './next.ts'
import { releaseOf, statusOf } from './outcome.ts'
import { type Prepared, prepared } from './prepared.ts'
import { isAgreed, isSeenBy } from './state.ts'

export { isOvertaken, releaseOf, statusOf } from './outcome.ts'

type Json = Record<string, unknown>

const person = ({ party, agency, operator, kid }: Actor): Json => ({ party, agency, operator, kid })
const instant = (ms: number | null): string | null => (ms === null ? null : formatInstant(ms))

/** Who is on duty today for what is to be done; empty where the roster names nobody, so that whoever holds the post may act. */
export function onDutyFor(
  { product }: Consultation,
  { party, post }: Duty,
  book: DutyBook,
  now: number,
): readonly OnDuty[] {
  return post === 'escalation' ? [] : onDuty(book, { day: civilDay(now), party, post, product: product.id })
}

/** A line of the list. */
export function summaryOf(
  consultation: Consultation,
  releases: readonly ReleaseEntry[],
  now: number,
  book: DutyBook,
): Json {
  const { id, state, terms, product } = consultation
  const release = releaseOf(consultation, releases)
  const stoodIn = stoodInFor(book.rosters, product.id, consultation.happened)
  const status = statusOf(consultation, releases, now)
  // Nothing is left to do in one that was overtaken.
  const duties = status === 'closed' ? [] : nextDuties(state, now)
  return {
    id,
    product: product.id,
    title: terms.title,
    status,
    period: state.period,
    openedBy: person(state.openedBy),
    agreeBy: instant(state.agreeBy),
    signBy: instant(state.signBy),
    embargo: state.embargo,
    corrects: state.corrects,
    reason: state.reason,
    basis: state.basis,
    steps: state.steps,
    publishedAt: release?.publishedAt ?? null,
    release: release?.publishedAt == null ? null : release.release.id,
    supersedes: state.corrects,
    supersededBy: release?.supersededBy ?? null,
    next: duties.map((duty) => ({
      ...duty,
      by: instant(duty.by),
      onDuty: onDutyFor(consultation, duty, book, now),
    })),
    reminders: status === 'closed' ? [] : remindersDue(state, terms.reminders, now),
    signatures: (release?.document.signatures ?? []).map(({ party, kid, index }) => ({
      party,
      kid,
      ledgerIndex: index,
      asDeputy: stoodIn.has(index),
    })),
  }
}

function stated({ state, product, happened }: Consultation, { rosters }: DutyBook): Json {
  const stoodIn = stoodInFor(rosters, product.id, happened)
  const agreement = (one: Consultation['state']['agreements'][PartyId]): Json | null => {
    if (!one) return null
    const at = happened.find(({ act, n }) => act.type === 'agree' && n === one.n)
    return {
      by: person(one.actor),
      digest: one.digest,
      step: one.n,
      asDeputy: at !== undefined && stoodIn.has(at.index),
    }
  }
  return {
    agreements: { cq: agreement(state.agreements.cq), sc: agreement(state.agreements.sc) },
    attachments: state.attachments,
    extension: state.extension && {
      by: state.extension.by,
      reason: state.extension.reason,
      agreeBy: instant(state.extension.agreeBy),
      signBy: instant(state.extension.signBy),
    },
    handOvers: state.handOvers.map(({ actor, n, text, time, to }) => ({
      by: person(actor),
      step: n,
      text,
      time: instant(time),
      to,
    })),
    remarks: state.remarks.map(({ actor, time, n, ...remark }) => ({
      ...remark,
      by: person(actor),
      step: n,
      time: instant(time),
    })),
    withdrawn: state.withdrawn,
  }
}

/** Which consultations a side may know of. */
export function seenBy(all: readonly Consultation[], party: PartyId): readonly Consultation[] {
  return all.filter(({ state }) => isSeenBy(state, party))
}

/** What is on the table; null where this program has no contract to read its records by. */
async function onTheTable(gateway: Gateway, consultation: Consultation): Promise<Prepared | null> {
  try {
    return await prepared(gateway, consultation)
  } catch (error) {
    if (error instanceof Problem && error.code === 'contract-not-in-force') return null
    throw error
  }
}

/** All of one, as JSON text that ends in the payload: the bytes on the table, or those agreed. */
export async function consultationText(gateway: Gateway, consultation: Consultation): Promise<string> {
  const releases = await gateway.releases.all()
  const { state } = consultation
  const made = await onTheTable(gateway, consultation)
  const book = await dutyBook(gateway)
  const agreed = isAgreed(state) ? releaseOf(consultation, releases)?.document : undefined
  const bytes = agreed ?? made?.frozen ?? null
  const cells = made?.table.cells.map((cell) => {
    const edit = state.edits.get(cell.id)
    return {
      ...cell,
      revision: edit?.revision ?? 0,
      reason: edit?.reason ?? null,
      by: edit ? person(edit.actor) : null,
      step: edit?.n ?? null,
    }
  })
  const body = {
    ...summaryOf(consultation, releases, gateway.now(), book),
    ...stated(consultation, book),
    digest: bytes?.digest ?? null,
    table: made && { rows: made.table.rows, columns: made.table.columns, cells },
  }
  return `${JSON.stringify(body).slice(0, -1)},"payload":${bytes?.payload ?? 'null'}}`
}
