/** Reads a step of unknown origin: exactly the members its act has, texts that people can have written, within the limits. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import { type Guard, list, matching, nullable, number, oneOf, shape } from '../../../contracts/read.ts'
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { Problem } from '../../errors/problem.ts'
import { type Edit, type Period, type StepAct, TAKES } from './acts.ts'
import { CONSULTATION_LIMITS } from './limits.ts'

/** A step as signed. `consultation` is null for a draft, which gets its name from the gateway; `nonce` makes two like acts two. */
export interface SignedStep {
  readonly act: StepAct
  readonly consultation: string | null
  readonly nonce: string
  readonly seen: number
  readonly type: 'consultation-step'
  readonly v: 1
}

type ActType = StepAct['type']
type ActOf<T extends ActType> = Extract<StepAct, { readonly type: T }>

const prose: Guard<string> = (value, at, faults): value is string => {
  // Both sides keep what was said, and half a surrogate pair cannot be signed.
  const sound =
    typeof value === 'string' && value.trim() !== '' && value.length <= CONSULTATION_LIMITS.text && value.isWellFormed()
  if (!sound) faults.push(`${at} expected 1 to ${CONSULTATION_LIMITS.text} characters`)
  return sound
}

const whole: Guard<number> = (value, at, faults): value is number => {
  const sound = number(value, at, faults) && Number.isSafeInteger(value) && value >= 0
  if (!sound) faults.push(`${at} expected a whole number of 0 or more`)
  return sound
}

const json: Guard<JsonValue> = (value, at, faults): value is JsonValue => {
  // What was parsed from canonical JSON is JSON; only its absence is a fault.
  if (value === undefined) faults.push(`${at} expected a value`)
  return value !== undefined
}

const INSTANT = /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.000)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

const instant: Guard<string> = (value, at, faults): value is string => {
  const [text = '', civil = ''] = (typeof value === 'string' && INSTANT.exec(value)) || []
  const [ms, day] = [Date.parse(text), Date.parse(`${civil}Z`)]
  // A 30th of February would roll over into March; and it must be sayable in four digits of a year here, too.
  const exists = Number.isFinite(ms) && new Date(day).toISOString().startsWith(civil)
  const sound = exists && /^\d{4}-/.test(formatInstant(ms))
  if (!sound) faults.push(`${at} expected an instant to the second with its offset`)
  return sound
}
// No control characters, and no half of a surrogate pair, which cannot be signed.
const name: Guard<string> = (value, at, faults): value is string => {
  const { name: most } = CONSULTATION_LIMITS
  const sound =
    typeof value === 'string' && value.length <= most && /^(?!\s)[^\p{Cc}\p{Cs}\u2028\u2029]+(?<!\s)$/u.test(value)
  if (!sound) faults.push(`${at} expected 1 to ${most} characters on one line`)
  return sound
}
const type = <const T extends string>(value: T): Guard<T> => oneOf(value)

const GUARDS: { readonly [T in ActType]: Guard<ActOf<T>> } = {
  draft: shape<ActOf<'draft'>>({
    type: type('draft'),
    basis: whole,
    corrects: nullable(name),
    embargo: nullable(instant),
    period: shape<Period>({ start: instant, end: instant }),
    product: oneOf(...PRODUCT_IDS),
    reason: nullable(prose),
  }),
  open: shape<ActOf<'open'>>({ type: type('open') }),
  revise: shape<ActOf<'revise'>>({
    type: type('revise'),
    edits: list(shape<Edit>({ base: whole, cell: name, reason: nullable(prose), take: oneOf(...TAKES), value: json })),
  }),
  rebase: shape<ActOf<'rebase'>>({ type: type('rebase'), basis: whole }),
  comment: shape<ActOf<'comment'>>({ type: type('comment'), cell: nullable(name), revision: whole, text: prose }),
  object: shape<ActOf<'object'>>({ type: type('object'), cell: nullable(name), revision: whole, text: prose }),
  resolve: shape<ActOf<'resolve'>>({ type: type('resolve'), objection: whole, text: prose }),
  attach: shape<ActOf<'attach'>>({
    type: type('attach'),
    bytes: whole,
    digest: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
    mediaType: matching(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/, 'a media type'),
    name,
  }),
  agree: shape<ActOf<'agree'>>({ type: type('agree'), digest: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal') }),
  unsign: shape<ActOf<'unsign'>>({ type: type('unsign'), reason: prose }),
  withdraw: shape<ActOf<'withdraw'>>({ type: type('withdraw'), reason: prose }),
  extend: shape<ActOf<'extend'>>({ type: type('extend'), agreeBy: instant, reason: prose, signBy: instant }),
  'hand-over': shape<ActOf<'hand-over'>>({ type: type('hand-over'), text: prose, to: nullable(name) }),
}

const anyAct: Guard<StepAct> = (value, at, faults): value is StepAct => {
  if (typeof value !== 'object' || value === null) {
    faults.push(`${at} expected an object`)
    return false
  }
  const named = 'type' in value ? value.type : undefined
  const guard = Object.entries<Guard<StepAct>>(GUARDS).find(([known]) => known === named)?.[1]
  if (!guard) faults.push(`${at}/type expected one of ${Object.keys(GUARDS).join(', ')}`)
  return guard?.(value, at, faults) ?? false
}

const signedStep = shape<SignedStep>({
  act: anyAct,
  consultation: nullable(name),
  nonce: matching(/^[A-Za-z0-9_-]{16,64}$/, '16 to 64 base64url characters'),
  seen: whole,
  type: type('consultation-step'),
  v: (value, at, faults): value is 1 => oneOf(1)(value, at, faults),
})

/** The step that a signed payload says. Throws Problem `body-invalid`, naming the members at fault. */
export function readStep(value: JsonValue): SignedStep {
  const faults: string[] = []
  if (signedStep(value, '', faults)) {
    if (value.act.type === 'revise') mustBeSoundEdits(value.act.edits)
    return value
  }
  throw new Problem('body-invalid', {
    pointer: pointerOf(faults[0] ?? ''),
    detail: { zh: `步骤不合规定：${faults.slice(0, 3).join('；')}`, en: faults.slice(0, 3).join('; ') },
  })
}

/** Where a fault is: what stands before its words. A member's name may have any words in it, the fault's own come last. */
function pointerOf(fault: string): string {
  const [, pointer = ''] = /^(.*) (?:expected .*|not a known member)$/s.exec(fault) ?? []
  return pointer === '/' ? '' : pointer
}

function mustBeSoundEdits(edits: readonly Edit[]): void {
  const { edits: most } = CONSULTATION_LIMITS
  if (edits.length === 0 || edits.length > most) {
    throw new Problem('body-invalid', {
      pointer: '/act/edits',
      detail: { zh: `应为 1–${most} 处修改`, en: `expected 1 to ${most} edits` },
    })
  }
  const cells = new Set(edits.map(({ cell }) => cell))
  if (cells.size < edits.length) {
    throw new Problem('body-invalid', {
      pointer: '/act/edits',
      detail: { zh: '同一格只能修改一次', en: 'expected each cell once' },
    })
  }
  for (const [at, { take, reason }] of edits.entries()) {
    if (take === 'own' && reason === null) {
      throw new Problem('body-invalid', {
        pointer: `/act/edits/${at}/reason`,
        detail: { zh: '自定值须说明理由', en: 'expected a reason with a value of one’s own' },
      })
    }
  }
}
