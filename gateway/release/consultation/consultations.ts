/** The consultations of one gateway: read from the store as steps come, folded, and kept in memory between. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { ConsultationProduct, ProductId } from '../../../contracts/registry/types.ts'
import type { HolidayCalendar } from '../../../contracts/standards/holiday-types.ts'
import { holidayCalendar } from '../../../contracts/standards/holidays.ts'
import type { Standing } from '../../documents/standing.ts'
import { turns } from '../../ledger/turns.ts'
import type { Store, StoredStep } from '../../ports.ts'
import { productOf } from '../products/index.ts'
import type { Product } from '../products/product.ts'
import type { ReleaseEntry, Releases } from '../releases.ts'
import type { Happened } from './acts.ts'
import { deadlinesOf } from './deadlines.ts'
import { type FoldContext, type Folded, foldConsultation, releaseId, STREAM_PREFIX } from './fold.ts'

/** The terms of a product, with the calendar that its working days go by. */
export interface Terms extends ConsultationProduct {
  readonly calendar: HolidayCalendar
}

/** One consultation with its product and the terms it began under. */
export interface Consultation extends Folded {
  readonly id: string
  readonly product: Product
  readonly terms: Terms
}

/** The consultations of one gateway. */
export interface Consultations {
  /** Oldest first. */
  all(): Promise<readonly Consultation[]>
  find(id: string): Promise<Consultation | undefined>
  /** Runs one piece of work after another, so that each sees what the one before did. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** To be told when a step, a release or a signature on one was committed. */
  changed(): void
}

/** What they are read from. */
export interface ConsultationsOptions {
  readonly store: Pick<Store, 'steps'>
  readonly standing: Pick<Standing, 'keys' | 'registry'>
  readonly releases: Pick<Releases, 'all'>
}

const PAGE = 1000

/** The terms of a product: now, or for what stands at a ledger index; undefined when both sides have signed none. */
export function termsOf(standing: Pick<Standing, 'registry'>, product: ProductId, index?: number): Terms | undefined {
  const register = standing.registry('consultation', index)?.registry
  const terms = register?.products.find(({ id }) => id === product)
  const calendar = register && holidayCalendar(register.calendar)
  return terms && calendar && { ...terms, calendar }
}

/** Product and terms of a draft as they were in force at its place. Throws TypeError when there were none. */
function termsAt(
  { standing }: Pick<ConsultationsOptions, 'standing'>,
  { act, index }: Happened,
): { readonly product: Product; readonly terms: Terms } {
  if (act.type !== 'draft') throw new TypeError('expected a draft')
  const product = productOf(act.product)
  const terms = termsOf(standing, act.product, index)
  if (!product || !terms) throw new TypeError(`there are no terms for ${act.product} at leaf ${index}`)
  return { product, terms }
}

type SignaturesOn = Parameters<typeof foldConsultation>[2]

/** What a fold was made of: nothing in the ledger changes, so that as many are the same ones. */
interface Kept {
  readonly consultation: Consultation
  readonly steps: number
  readonly signatures: number
}

/** Opens the consultations over a store. */
export function openConsultations(options: ConsultationsOptions): Consultations {
  const { store, standing, releases } = options
  const streams = new Map<string, StoredStep[]>()
  const folds = new Map<string, Kept>()
  let last = -1
  let known: Promise<readonly Consultation[]> | null = null

  async function catchUp(): Promise<void> {
    for (;;) {
      const page = await store.steps(last, PAGE)
      for (const step of page) {
        last = step.index
        if (!step.stream.startsWith(STREAM_PREFIX)) continue
        const id = step.stream.slice(STREAM_PREFIX.length)
        streams.set(id, [...(streams.get(id) ?? []), step])
      }
      if (page.length < PAGE) return
    }
  }

  const context: FoldContext = {
    keyOf: (kid) => standing.keys().keys.get(kid),
    deadlinesOf(draft) {
      const { product, terms } = termsAt(options, draft)
      if (draft.act.type !== 'draft') throw new TypeError('expected a draft')
      const anchor = product.anchorOf(draft.act.period, formatInstant(draft.time).slice(0, 10))
      return deadlinesOf(terms, anchor, draft.time, terms.calendar)
    },
  }

  function signaturesOn(entries: readonly ReleaseEntry[]) {
    const byId = new Map(entries.map((entry) => [entry.document.id, entry]))
    return (release: string) => {
      const entry = byId.get(`release/${release}`)
      return (entry?.document.signatures ?? []).map(({ kid, index }, at) => ({
        kid,
        index,
        time: Date.parse(entry?.signedAt[at] ?? ''),
      }))
    }
  }

  const reading = turns()

  function fold(id: string, steps: readonly StoredStep[], signatures: SignaturesOn): Consultation {
    const folded = foldConsultation(id, steps, signatures, context)
    const [draft] = folded.happened
    if (!draft) throw new TypeError(`${id} has no step`)
    return { id, ...termsAt(options, draft), ...folded }
  }

  /** How many signatures there are on what was agreed last; on what was agreed before none counts any more. */
  function signedOf({ id, state }: Consultation, signatures: SignaturesOn): number {
    return state.editions === 0 ? 0 : signatures(releaseId(id, state.editions)).length
  }

  async function load(): Promise<readonly Consultation[]> {
    // Steps first: a signature without the step that takes it back is a state there was, the other way round is none.
    const known = await reading(async () => {
      await catchUp()
      return [...streams]
    })
    const signatures = signaturesOn(await releases.all())
    return known.map(([id, steps]) => {
      const before = folds.get(id)
      if (before?.steps === steps.length && before.signatures === signedOf(before.consultation, signatures))
        return before.consultation
      const consultation = fold(id, steps, signatures)
      folds.set(id, { consultation, steps: steps.length, signatures: signedOf(consultation, signatures) })
      return consultation
    })
  }

  const all = (): Promise<readonly Consultation[]> => {
    const found = known ?? load()
    known = found
    // A failed read is not kept; the next caller tries again.
    found.catch(() => {
      if (known === found) known = null
    })
    return found
  }

  return {
    all,
    find: async (id) => (await all()).find((one) => one.id === id),
    inTurn: turns(),
    changed() {
      known = null
    },
  }
}
