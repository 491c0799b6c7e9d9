/** What a person checks before they agree or sign: the very bytes, all that they say, what they derive from, and who has had a hand in them. */
import type { ProductId } from '../../../../contracts/registry/types.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Gateway } from '../../../gateway.ts'
import { localInstant } from '../../../http/times.ts'
import type { Actor, Happened, Take } from '../../../release/consultation/acts.ts'
import type { Consultation } from '../../../release/consultation/consultations.ts'
import { creditStanding } from '../../../release/consultation/credit-standing.ts'
import type { Status } from '../../../release/consultation/next.ts'
import { releaseOf, statusOf } from '../../../release/consultation/outcome.ts'
import type { Prepared } from '../../../release/consultation/prepared.ts'
import { isAgreed, openObjections, type State } from '../../../release/consultation/state.ts'
import { inputOf } from '../../../release/consultation/table.ts'
import { dutyBook } from '../../../release/duty/on-duty.ts'
import { type ListedRow, listedRatings, ratingName } from '../../../release/products/credit/rows.ts'
import type { WithheldRating } from '../../../release/products/credit/withheld.ts'
import type { Bound, ProductInput, Table } from '../../../release/products/product.ts'
import type { Release } from '../../../release/release-types.ts'
import { isPublic, type ReleaseEntry } from '../../../release/releases.ts'
import { actionsOf } from '../matrix/actions.ts'
import { onTheTable } from '../matrix/read-view.ts'
import { forecastIn, valueText } from '../matrix/value.ts'
import type { Person } from '../person.ts'
import { type SignedTable, signedTables } from './cells.ts'

/** What this page is for: an agreement, a signature, an objection. `why` is null when it can be done now. */
export interface Offer {
  readonly act: 'agree' | 'sign' | 'object'
  readonly why: Bilingual | null
}

/** A cell that was given a value here: whose, why, by whom, and what the records had said. */
export interface EditLine {
  readonly title: Bilingual
  readonly before: Bilingual | null
  readonly after: Bilingual
  readonly take: Take
  readonly reason: string | null
  readonly by: Actor
}

/** Who of a side drafted, reviewed, signed. */
export type Hands = Readonly<Record<'drafted' | 'reviewed' | 'signed', readonly Actor[]>>

/** A submission whose records are derived from. `leaf` is its place in the ledger. */
export interface Source {
  readonly id: string
  readonly party: PartyId
  readonly leaf: number
  readonly records: number
}

/** What stands beside a list of ratings: the rows by their leaves, of it and of the one it corrects, and what is not on it. */
export interface CreditBeside {
  readonly byLeaf: ReadonlyMap<string, ListedRow>
  /** By leaf, why a row that left the list did, where it is known. */
  readonly left: ReadonlyMap<string, WithheldRating>
  readonly withheld: readonly WithheldRating[]
}

/** The very bytes and what they say. */
export interface Exact {
  readonly release: Release
  readonly payload: string
  readonly digest: string
  /** Whether both sides have agreed to them, so that they are in the ledger. */
  readonly frozen: boolean
  readonly tables: readonly SignedTable[]
  readonly edits: readonly EditLine[]
  readonly sources: readonly Source[]
  /** The ratings of an annual list; null for what is none. */
  readonly credit: CreditBeside | null
}

/** A release that is out; `page` says whether anybody may see it now. */
export interface Published {
  readonly id: string
  readonly open: boolean
}

/** The page. `exact` is null where there is no contract or register to read the records by. */
export interface CheckView {
  readonly sandbox: boolean
  readonly origin: string
  readonly person: Person
  readonly now: number
  readonly id: string
  readonly title: Bilingual
  readonly period: State['period']
  readonly status: Status | 'closed'
  readonly agreeBy: string
  readonly signBy: string
  readonly steps: number
  readonly objections: number
  readonly exact: Exact | null
  readonly offers: readonly Offer[]
  readonly hands: Readonly<Record<PartyId, Hands>>
  readonly agreed: readonly PartyId[]
  readonly signed: readonly PartyId[]
  /** The ledger's size now, to ask later what has happened since. */
  readonly size: number
  /** What has happened since a ledger size; null when nobody asks. */
  readonly since: readonly Happened[] | null
  /** What the reader has just done; null when they come to look. */
  readonly done: Offer['act'] | null
  readonly published: Published | null
}

/** What a reader asks: what is new since a ledger size, and what they come from doing. */
export interface CheckAsked {
  readonly since: number | null
  readonly done: Offer['act'] | null
}

/** Products whose cells hold forecasts. */
const KINDS: Readonly<Partial<Record<ProductId, 'forecast' | 'outlook'>>> = {
  'daily-air-forecast': 'forecast',
  'weekly-zone-outlook': 'outlook',
}

const OFFERED: readonly Offer['act'][] = ['agree', 'sign', 'object']

/** Gathers it. */
export async function checkView(
  gateway: Gateway,
  consultation: Consultation,
  { person, asked }: { readonly person: Person; readonly asked: CheckAsked },
): Promise<CheckView> {
  const { id, state, terms, happened, product } = consultation
  const [releases, book, now] = [await gateway.releases.all(), await dutyBook(gateway), gateway.now()]
  const made = await onTheTable(gateway, consultation)
  const status = statusOf(consultation, releases, now)
  const actor = { ...person }
  const { size } = gateway.log.head()
  const digest = made?.frozen.digest ?? null
  const actions = actionsOf({ actor, book, closed: status === 'closed', digest, now, product, size, state })
  const entry = releaseOf(consultation, releases)
  return {
    sandbox: gateway.config.sandbox,
    origin: gateway.config.origin,
    person,
    now,
    id,
    title: terms.title,
    period: state.period,
    status,
    agreeBy: localInstant(state.agreeBy),
    signBy: localInstant(state.signBy),
    steps: state.steps,
    objections: openObjections(state).length,
    exact: made && (await exactOf(gateway, consultation, { made, entry, reader: person.party })),
    offers: OFFERED.flatMap((act) => {
      const found = actions.find((one) => one.act === act)
      return found ? [{ act, why: found.why }] : []
    }),
    hands: handsOf(happened),
    agreed: PARTIES.filter((party) => state.agreements[party] !== null),
    signed: PARTIES.filter((party) => state.signatures[party] !== null),
    size,
    since: asked.since === null ? null : happened.filter(({ index }) => index >= (asked.since ?? 0)),
    done: asked.done,
    published: entry?.publishedAt == null ? null : { id: entry.release.id, open: isPublic(entry, now) },
  }
}

async function exactOf(
  gateway: Gateway,
  consultation: Consultation,
  {
    made,
    entry,
    reader,
  }: { readonly made: Prepared; readonly entry: ReleaseEntry | undefined; readonly reader: PartyId },
): Promise<Exact> {
  const { state, product } = consultation
  const agreed = isAgreed(state) ? entry : undefined
  const { payload, digest } = agreed?.document ?? made.frozen
  const release = agreed?.release ?? made.frozen.release
  const input = await inputOf(gateway, { state, product })
  const rows = product.id === 'annual-credit-list' ? listedRatings(input).map(({ row }) => row) : []
  return {
    release,
    payload,
    digest,
    frozen: agreed !== undefined,
    tables: signedTables(release, { edited: new Set(state.edits.keys()), rows }),
    edits: editLines(consultation, made.table),
    sources: await sourcesOf(gateway, input.records),
    credit: await creditBeside(gateway, consultation, { input, reader }),
  }
}

async function creditBeside(
  gateway: Gateway,
  consultation: Consultation,
  { input, reader }: { readonly input: ProductInput; readonly reader: PartyId },
): Promise<CreditBeside | null> {
  const standing = await creditStanding(gateway, consultation, reader)
  if (!standing) return null
  const { listed, withheld } = standing
  const before = input.corrected ? listedRatings(input.corrected) : []
  const byName = new Map(withheld.map((one) => [ratingName(one.held), one]))
  return {
    byLeaf: new Map([...before, ...listed].map(({ row }) => [row.leaf, row])),
    left: new Map(
      before.flatMap(({ row }) => {
        const why = byName.get(ratingName(row))
        return why ? [[row.leaf, why] as const] : []
      }),
    ),
    withheld,
  }
}

/** The submissions of records, in ledger order. */
async function sourcesOf({ store }: Gateway, records: readonly Bound[]): Promise<readonly Source[]> {
  const counts = new Map<string, Omit<Source, 'leaf'>>()
  for (const { stored } of records) {
    const { submission: id, party } = stored
    counts.set(id, { id, party, records: (counts.get(id)?.records ?? 0) + 1 })
  }
  const sources: Source[] = []
  for (const source of counts.values()) {
    const found = await store.submission(source.id)
    if (found) sources.push({ ...source, leaf: found.index })
  }
  return sources.sort((a, b) => a.leaf - b.leaf)
}

/** Every cell that was given a value here, in the order of the table. */
function editLines({ state, product }: Consultation, { rows, columns, cells }: Table): readonly EditLine[] {
  const kind = KINDS[product.id]
  const worded = (value: Table['cells'][number]['joint'], day: string): Bilingual | null => {
    if (typeof value === 'string') return { zh: value, en: value }
    const forecast = kind ? forecastIn(kind, value) : null
    if (!forecast) return null
    const edition = airIndexOn(day)
    return { zh: valueText(forecast, edition, 'zh'), en: valueText(forecast, edition, 'en') }
  }
  return cells.flatMap((cell): readonly EditLine[] => {
    const edit = state.edits.get(cell.id)
    if (!edit) return []
    const titles = [
      rows.find(({ id }) => id === cell.row)?.title,
      columns.find(({ id }) => id === cell.column)?.title,
    ].filter((one) => one !== undefined)
    const title = { zh: titles.map(({ zh }) => zh).join(' '), en: titles.map(({ en }) => en).join(' ') }
    const before = cell.owner === null ? null : worded(cell.sides[cell.owner], cell.column)
    const after = worded(cell.joint, cell.column) ?? { zh: '–', en: '–' }
    const { reason, actor: by } = edit
    return [{ title, before, after, take: cell.take ?? edit.take, reason, by }]
  })
}

/** Who has had which hand in it, by post; the last signature and agreement of a side only. */
function handsOf(happened: readonly Happened[]): CheckView['hands'] {
  const of = (party: PartyId): Hands => {
    const own = happened.filter(({ actor }) => actor.party === party)
    const drafts = own.filter(({ act }) => ['draft', 'open', 'revise', 'rebase', 'attach'].includes(act.type))
    const last = (type: 'agree' | 'sign') => own.findLast(({ act }) => act.type === type)
    const only = (one: Happened | undefined): readonly Actor[] => (one ? [one.actor] : [])
    return {
      drafted: [...new Map(drafts.map(({ actor }) => [actor.kid, actor])).values()],
      reviewed: only(last('agree')),
      signed: only(last('sign')),
    }
  }
  return { cq: of('cq'), sc: of('sc') }
}
