/** What a person can do in a consultation now, by asking the state machine itself: what it would refuse has its reason beside the button. */
import { formatInstant } from '../../../../adapters/tables/time.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import { Problem } from '../../../errors/problem.ts'
import type { Act, Actor } from '../../../release/consultation/acts.ts'
import { type ActRefusal, judge } from '../../../release/consultation/machine.ts'
import type { State } from '../../../release/consultation/state.ts'
import type { DutyBook } from '../../../release/duty/on-duty.ts'
import { mustBeOnDuty } from '../../../release/duty/on-duty.ts'
import type { Product } from '../../../release/products/product.ts'
import { BUTTONS, NOT_NOW, WHY } from '../../words/desk-acts.ts'
import type { ActionView } from './view.ts'

/** What it is worked out from. `digest` is of the bytes on the table; null where there are none. */
export interface ActionInput {
  readonly actor: Actor
  readonly book: DutyBook
  readonly closed: boolean
  readonly digest: string | null
  readonly now: number
  readonly product: Pick<Product, 'id'>
  readonly size: number
  readonly state: State
}

const HOUR = 3_600_000
/** Any 32 bytes: an agreement to what is not on the table is refused later than whatever else stands in its way. */
const NO_DIGEST = '0'.repeat(64)

type Asked = (typeof BUTTONS)[number] | 'revise'

/** An act of each kind that nothing but the stage, the post or the clock could speak against. */
function sample(act: Asked, { digest, now, size, state }: ActionInput): Act {
  const text = '?'
  const agreeBy = Math.max(state.agreeBy, now) + HOUR
  switch (act) {
    case 'attach':
      return { type: act, bytes: 0, digest: NO_DIGEST, mediaType: 'application/pdf', name: text }
    case 'agree':
      return { type: act, digest: digest ?? NO_DIGEST }
    case 'comment':
    case 'object':
      return { type: act, cell: null, revision: 0, text }
    case 'extend':
      return {
        type: act,
        agreeBy: formatInstant(agreeBy),
        reason: text,
        signBy: formatInstant(Math.max(state.signBy, agreeBy) + HOUR),
      }
    case 'hand-over':
      return { type: act, text, to: null }
    case 'rebase':
      return { type: act, basis: size }
    case 'revise':
      return { type: act, edits: [] }
    case 'unsign':
    case 'withdraw':
      return { type: act, reason: text }
    default:
      return { type: act }
  }
}

/** What talks of a consultation, or ends it, outlives one that was overtaken. */
const OUTLIVES: ReadonlySet<Asked> = new Set(['comment', 'hand-over', 'withdraw'])

/** What is of no interest but at its own stage. */
const ONCE: ReadonlySet<Asked> = new Set(['open', 'unsign'])

type Verdict = 'never' | { readonly why: Bilingual | null }

/** Whether an act can be done, cannot now, or never can by this person. */
function verdict(asked: Asked, input: ActionInput): Verdict {
  const { actor, book, closed, digest, now, product, size, state } = input
  const act = sample(asked, input)
  const happened = { act, actor, index: size, n: state.steps + 1, seen: state.steps, time: now }
  const judged = judge(state, happened, { id: state.id, deadlines: state, digest: digest ?? NO_DIGEST })
  if (!judged.ok) return refused(asked, judged.refusal)
  if (closed && !OUTLIVES.has(asked)) return { why: WHY.closed }
  if (asked === 'agree' && digest === null) return { why: WHY['not-tabled'] }
  return { why: offDuty(act, book, actor, product, now) }
}

function refused(asked: Asked, { code }: ActRefusal): Verdict {
  if (code === 'post-required' || code === 'other-party') return 'never'
  if (code === 'act-not-now' && ONCE.has(asked)) return 'never'
  return { why: code === 'act-not-now' ? NOT_NOW[asked] : WHY[code] }
}

function offDuty(act: Act, book: DutyBook, actor: Actor, { id }: Pick<Product, 'id'>, now: number): Bilingual | null {
  try {
    mustBeOnDuty(book, { act: act.type, actor, product: id, time: now })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { value = '' } = error.extra
    return { zh: WHY['off-duty'].zh + value, en: WHY['off-duty'].en + value }
  }
}

/** The buttons a person has. Of what has ended only those that can still be pressed. */
export function actionsOf(input: ActionInput): readonly ActionView[] {
  const ended = input.closed || input.state.phase === 'published' || input.state.phase === 'withdrawn'
  return BUTTONS.flatMap((act): ActionView[] => {
    const found = verdict(act, input)
    if (found === 'never' || (ended && found.why !== null)) return []
    return [{ act, why: found.why }]
  })
}

/** Whether a person may revise cells; null where their role never may. */
export function reviseOf(input: ActionInput): { readonly why: Bilingual | null } | null {
  const found = verdict('revise', input)
  return found === 'never' ? null : found
}
