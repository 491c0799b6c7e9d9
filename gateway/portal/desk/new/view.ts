/** What `/desk/new` shows: the products, then the choices of one, then the draft that would be signed with all that follows from it. */
import { deadlineAt, workingDay } from '../../../../adapters/standards/working-day.ts'
import { canonical } from '../../../../contracts/jcs.ts'
import { civilDay } from '../../../../contracts/life.ts'
import type { ProductId } from '../../../../contracts/registry/types.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Gateway } from '../../../gateway.ts'
import type { DraftAct } from '../../../release/consultation/acts.ts'
import { type Terms, termsOf } from '../../../release/consultation/consultations.ts'
import type { Status } from '../../../release/consultation/next.ts'
import type { Deadlines } from '../../../release/consultation/state.ts'
import { seenBy, statusOf } from '../../../release/consultation/view.ts'
import { PRODUCTS } from '../../../release/products/index.ts'
import { addDays } from '../../../release/products/period.ts'
import type { Product } from '../../../release/products/product.ts'
import type { ReleaseEntry } from '../../../release/releases.ts'
import type { Person } from '../person.ts'
import { type Offer, offeredPeriods } from './periods.ts'
import { type Asked, type Fault, printPeriod, readRequest } from './request.ts'

/** A published release that can be corrected. */
export interface Correctable {
  readonly id: string
  readonly title: Bilingual
  readonly period: DraftAct['period']
}

/** Days that the calendar says something of, together as long as it says the same. */
export interface CalendarNote {
  readonly from: string
  readonly to: string
  readonly text: Bilingual
}

/** Another consultation about the same period that has not ended. */
export interface Rival {
  readonly id: string
  readonly status: Status | 'closed'
}

/** The draft that would be signed. `payload` is the step's canonical text; `records` how many each side has for it. */
export interface Draft {
  readonly act: DraftAct
  readonly payload: string
  readonly deadlines: Deadlines
  readonly anchor: string
  /** Whether the deadlines by the anchor are over, so that they count from today. */
  readonly late: boolean
  readonly established: boolean
  readonly notes: readonly CalendarNote[]
  readonly records: Readonly<Record<PartyId, number>>
  readonly rivals: readonly Rival[]
}

/** The choices of one product. */
export interface Choices {
  readonly id: ProductId
  readonly terms: Terms
  readonly offers: readonly Offer[]
  readonly correctable: readonly Correctable[]
  readonly asked: Asked
  readonly faults: readonly Fault[]
}

/** The page. `draft` is null until everything asked for will do; `inForce` says whether the records have a contract and register to be read by. */
export interface NewView {
  readonly sandbox: boolean
  readonly origin: string
  readonly person: Person
  readonly now: number
  readonly products: readonly { readonly id: ProductId; readonly title: Bilingual }[]
  readonly choices: Choices | null
  readonly draft: Draft | null
  readonly inForce: boolean
}

/** Corrections offered, newest first. */
const CORRECTABLE = 12
const NONCE_BYTES = 16

/** What was sent. `product` is empty before one is chosen; `asked` null while the form was not sent, or is to be changed. */
export interface Sent {
  readonly product: string
  readonly asked: Asked
  readonly sent: boolean
}

/** Gathers the page. */
export async function newView(
  gateway: Gateway,
  person: Person,
  { product: named, asked, sent }: Sent,
): Promise<NewView> {
  const now = gateway.now()
  const { standing, config } = gateway
  const products = PRODUCTS.flatMap(({ id }) => {
    const terms = termsOf(standing, id)
    return terms ? [{ id, title: terms.title }] : []
  })
  const view = { sandbox: config.sandbox, origin: config.origin, person, now, products, draft: null, inForce: true }
  const product = PRODUCTS.find(({ id }) => id === named)
  const terms = product && termsOf(standing, product.id)
  if (!product || !terms) return { ...view, choices: null }
  const released = standingReleases(await gateway.releases.all(), product)
  const read = sent ? readRequest(asked, { product, terms, standing: released, now }) : null
  const choices: Choices = {
    id: product.id,
    terms,
    offers: offeredPeriods(product, now).filter(
      ({ period }) => !released.some(({ release }) => Date.parse(release.period.start) === Date.parse(period.start)),
    ),
    correctable: released
      .filter(({ release }) => product.isPeriod(release.period, now))
      .slice(0, CORRECTABLE)
      .map(({ release: { id, title, period } }) => ({ id, title, period })),
    asked,
    faults: read?.ok === false ? read.faults : [],
  }
  if (!read?.ok) return { ...view, choices }
  const basis = gateway.log.head().size
  const records = await recordsHeld(gateway, product, read.act, basis)
  if (records === null) return { ...view, choices, inForce: false }
  const act: DraftAct = { ...read.act, basis }
  return {
    ...view,
    choices,
    draft: await draftOf(gateway, person, { act, deadlines: read.deadlines, product, terms, records }),
  }
}

/** Published releases of a product that nothing has replaced, newest period first. */
function standingReleases(releases: readonly ReleaseEntry[], { id }: Product): readonly ReleaseEntry[] {
  return releases
    .filter(
      ({ release, publishedAt, supersededBy }) => release.type === id && publishedAt !== null && supersededBy === null,
    )
    .toSorted((a, b) => Date.parse(b.release.period.start) - Date.parse(a.release.period.start))
}

/** How many records each side has for a period; null where no register of theirs is in force. */
async function recordsHeld(
  { standing, store }: Gateway,
  product: Product,
  { period }: Pick<DraftAct, 'period'>,
  basis: number,
): Promise<Draft['records'] | null> {
  const registry = standing.registry(product.registry, basis)?.registry
  if (!registry || standing.contract(product.contract)?.state !== 'in-force') return null
  const found = await product.select(store, period, basis, registry)
  const [cq = 0, sc = 0] = PARTIES.map((party) => found.filter((one) => one.party === party).length)
  return { cq, sc }
}

interface Given {
  readonly act: DraftAct
  readonly deadlines: Deadlines
  readonly product: Product
  readonly terms: Terms
  readonly records: Draft['records']
}

async function draftOf(
  gateway: Gateway,
  { party }: Person,
  { act, deadlines, product, terms, records }: Given,
): Promise<Draft> {
  const now = gateway.now()
  const nonce = Buffer.from(gateway.random(NONCE_BYTES)).toString('base64url')
  const step = {
    act: { ...act, period: { ...act.period } },
    consultation: null,
    nonce,
    seen: 0,
    type: 'consultation-step',
    v: 1,
  }
  const anchor = product.anchorOf(act.period, civilDay(now))
  const releases = await gateway.releases.all()
  const rivals = seenBy(await gateway.consultations.all(), party)
    .filter(
      (one) =>
        one.product.id === act.product &&
        Date.parse(one.state.period.start) === Date.parse(act.period.start) &&
        !['published', 'withdrawn'].includes(one.state.phase),
    )
    .map((one) => ({ id: one.id, status: statusOf(one, releases, now) }))
  const late = Date.parse(deadlineAt(anchor, terms.agreeBy, terms.calendar).at) <= now
  const { notes, established } = calendarNotes(late ? civilDay(now) : anchor, civilDay(deadlines.signBy), terms)
  return { act, payload: canonical(step), deadlines, anchor, late, established, notes, records, rivals }
}

/** What the calendar says of the days between the one counted from and the last deadline, where any of them is counted in working days. */
export function calendarNotes(
  anchor: string,
  last: string,
  { agreeBy, signBy, calendar }: Pick<Terms, 'agreeBy' | 'signBy' | 'calendar'>,
): { readonly notes: readonly CalendarNote[]; readonly established: boolean } {
  const notes: CalendarNote[] = []
  let established = true
  if (agreeBy.count === 'calendar' && signBy.count === 'calendar') return { notes, established }
  for (let day = addDays(anchor, 1); day <= last; day = addDays(day, 1)) {
    const told = workingDay(day, calendar)
    established &&= told.established
    if (told.why === null) continue
    const before = notes.at(-1)
    if (before?.text.zh === told.why.zh) notes[notes.length - 1] = { ...before, to: day }
    else notes.push({ from: day, to: day, text: told.why })
  }
  return { notes, established }
}

/** What the form would have to say for a draft: to go back and change it. */
export function askedBy({ act }: Pick<Draft, 'act'>): string {
  return act.corrects === null ? printPeriod(act.period) : `release:${act.corrects}`
}
