/** What the desk's first page shows: what waits for its reader, every consultation of both sides, who is on duty today, and words handed over. */
import { civilDay } from '../../../../contracts/life.ts'
import { PRODUCT_IDS, type ProductId } from '../../../../contracts/registry/types.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Gateway } from '../../../gateway.ts'
import { localInstant } from '../../../http/times.ts'
import type { Period, Post } from '../../../release/consultation/acts.ts'
import type { Consultation } from '../../../release/consultation/consultations.ts'
import { duties, type WaitingDuty } from '../../../release/consultation/due.ts'
import { type Duty, nextDuties, type Status } from '../../../release/consultation/next.ts'
import { onDutyFor, releaseOf, seenBy, statusOf } from '../../../release/consultation/view.ts'
import { type DutyBook, dutyBook, type OnDuty, peopleOf } from '../../../release/duty/on-duty.ts'
import { linesOn } from '../../../release/duty/roster.ts'
import { PRODUCTS } from '../../../release/products/index.ts'
import type { ReleaseEntry } from '../../../release/releases.ts'
import type { Person } from '../person.ts'

/** Stages that people look for together. */
const STAGES = {
  'going-on': ['draft', 'open', 'agreed', 'signed-by-one', 'no-agreement'],
  published: ['published', 'embargoed'],
  ended: ['withdrawn', 'closed'],
} as const satisfies Record<string, readonly (Status | 'closed')[]>
/** One of `STAGES`. */
export type Stage = keyof typeof STAGES

/** Which consultations are listed; null for all. `page` from 1. */
export interface Filter {
  readonly product: ProductId | null
  readonly stage: Stage | null
  readonly page: number
}

/** Who must do what next, by when (an instant). */
export interface NextLine extends Omit<Duty, 'by'> {
  readonly by: string | null
  readonly onDuty: readonly OnDuty[]
}

/** One consultation of the list. `agreed` and `signed` are the sides that have. */
export interface Row {
  readonly id: string
  readonly product: ProductId
  readonly title: Bilingual
  readonly period: Period
  readonly status: Status | 'closed'
  readonly openedBy: PartyId
  readonly corrects: string | null
  readonly agreed: readonly PartyId[]
  readonly signed: readonly PartyId[]
  readonly next: readonly NextLine[]
  readonly release: string | null
}

/** A word handed over. `forAll` is for whoever comes; the rest is for the reader alone. */
export interface Note {
  readonly consultation: string
  readonly title: Bilingual
  readonly period: Period
  readonly from: string
  readonly text: string
  readonly time: string
  readonly forAll: boolean
}

/** Who is on duty today in a post of a side, and for which products; for all of them where none is named. */
export interface DutyLine {
  readonly party: PartyId
  readonly post: Post
  readonly products: readonly Bilingual[]
  readonly people: readonly OnDuty[]
  readonly note: string | null
}

/** The page. `counts` go by the filter's product, then by its stage, so that each link says what it leads to. */
export interface DeskListView {
  readonly sandbox: boolean
  readonly person: Person
  readonly now: number
  readonly waiting: readonly WaitingDuty[]
  readonly rows: readonly Row[]
  readonly found: number
  readonly filter: Filter
  readonly products: readonly { readonly id: ProductId; readonly title: Bilingual }[]
  readonly counts: Readonly<Record<Stage | 'all', number>>
  readonly notes: readonly Note[]
  readonly duty: readonly DutyLine[]
}

/** Consultations a page. */
export const ROWS = 30
/** Hand-overs shown. */
const NOTES = 10
const DAY = 86_400_000
/** Days for which a word to whoever comes is still news. */
const NEWS = 14

/** The filter that a query asks for; what it does not know it leaves out. */
export function readFilter(query: (name: string) => string | undefined): Filter {
  const [product, stage, page] = ['product', 'stage', 'page'].map(query)
  return {
    product: PRODUCT_IDS.find((id) => id === product) ?? null,
    stage: STAGE_NAMES.find((name) => name === stage) ?? null,
    page: /^[1-9]\d{0,4}$/.test(page ?? '') ? Number(page) : 1,
  }
}

const STAGE_NAMES: readonly Stage[] = ['going-on', 'published', 'ended']

/** The stage a status belongs to. */
export function stageOf(status: Status | 'closed'): Stage {
  return STAGE_NAMES.find((name) => STAGES[name].some((one) => one === status)) ?? 'ended'
}

/** Gathers the page for one reader. */
export async function deskListView(gateway: Gateway, person: Person, filter: Filter): Promise<DeskListView> {
  const now = gateway.now()
  const [all, releases, book] = [
    await gateway.consultations.all(),
    await gateway.releases.all(),
    await dutyBook(gateway),
  ]
  const roles = book.keyOf(person.kid)?.roles ?? []
  const seen = seenBy(all, person.party).toReversed()
  const statuses = new Map(seen.map((one) => [one.id, statusOf(one, releases, now)]))
  const stage = ({ id }: Consultation): Stage => stageOf(statuses.get(id) ?? 'closed')
  const ofProduct = seen.filter(({ product }) => filter.product === null || product.id === filter.product)
  const found = ofProduct.filter((one) => filter.stage === null || stage(one) === filter.stage)
  // What is going on comes first, whatever its age.
  const sorted = found.toSorted((a, b) => Number(stage(a) !== 'going-on') - Number(stage(b) !== 'going-on'))
  const count = (name: Stage): number => ofProduct.filter((one) => stage(one) === name).length
  return {
    sandbox: gateway.config.sandbox,
    person,
    now,
    waiting: duties({ ...person, roles }, { all, releases, book, now }).filter(({ yours }) => yours),
    rows: sorted
      .slice((filter.page - 1) * ROWS, filter.page * ROWS)
      .map((one) => rowOf(one, { status: statuses.get(one.id) ?? 'closed', releases, book, now })),
    found: found.length,
    filter,
    products: productsOf(gateway, seen),
    counts: {
      all: ofProduct.length,
      'going-on': count('going-on'),
      published: count('published'),
      ended: count('ended'),
    },
    notes: notesFor(person, seen, now),
    duty: onDutyToday(gateway, book, now),
  }
}

/** Products with terms, and those there are consultations of. */
function productsOf({ standing }: Gateway, seen: readonly Consultation[]): DeskListView['products'] {
  const terms = standing.registry('consultation')?.registry.products ?? []
  return PRODUCTS.flatMap(({ id }) => {
    const title =
      terms.find((one) => one.id === id)?.title ?? seen.find(({ product }) => product.id === id)?.terms.title
    return title ? [{ id, title }] : []
  })
}

interface RowInput {
  readonly status: Status | 'closed'
  readonly releases: readonly ReleaseEntry[]
  readonly book: DutyBook
  readonly now: number
}

function rowOf(consultation: Consultation, { status, releases, book, now }: RowInput): Row {
  const { id, product, state, terms } = consultation
  const published = releaseOf(consultation, releases)
  // Nothing is left to do in one that was overtaken.
  const next = status === 'closed' ? [] : nextDuties(state, now)
  return {
    id,
    product: product.id,
    title: terms.title,
    period: state.period,
    status,
    openedBy: state.openedBy.party,
    corrects: state.corrects,
    agreed: PARTIES.filter((party) => state.agreements[party] !== null),
    signed: PARTIES.filter((party) => state.signatures[party] !== null),
    next: next.map((duty) => ({
      ...duty,
      by: duty.by === null ? null : localInstant(duty.by),
      onDuty: onDutyFor(consultation, duty, book, now),
    })),
    release: published?.publishedAt == null ? null : published.release.id,
  }
}

/** Words to the reader's own key, and those to whoever comes after a colleague, newest first. */
function notesFor({ kid, party }: Person, seen: readonly Consultation[], now: number): readonly Note[] {
  return seen
    .flatMap(({ id, state, terms }) =>
      state.handOvers
        .filter(({ actor, to, time }) => {
          if (actor.party !== party || actor.kid === kid) return false
          return to === kid || (to === null && now - time < NEWS * DAY)
        })
        .map(({ actor, text, time, to }) => ({
          at: time,
          note: {
            consultation: id,
            title: terms.title,
            period: state.period,
            from: actor.operator,
            text,
            time: localInstant(time),
            forAll: to === null,
          },
        })),
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, NOTES)
    .map(({ note }) => note)
}

/** Products that the same people see to are told together. */
function onDutyToday({ standing }: Gateway, book: DutyBook, now: number): readonly DutyLine[] {
  const terms = standing.registry('consultation')?.registry.products ?? []
  const lines = new Map<string, DutyLine>()
  for (const party of PARTIES) {
    for (const line of linesOn(book.rosters[party], civilDay(now))) {
      const { post, product, note } = line
      const people = peopleOf(line, book)
      const key = JSON.stringify([party, post, people.map(({ kid }) => kid), note, product === null])
      const title = terms.find(({ id }) => id === product)?.title
      const products = [...(lines.get(key)?.products ?? []), ...(title ? [title] : [])]
      lines.set(key, { party, post, products, people, note })
    }
  }
  return [...lines.values()]
}
