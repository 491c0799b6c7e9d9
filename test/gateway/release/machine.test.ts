/** The consultation as a state machine: whatever is tried, by whomever and whenever, what it promises holds at every turn. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { ACT_POSTS, type Act, type Actor, type Happened } from '../../../gateway/release/consultation/acts.ts'
import { foldConsultation } from '../../../gateway/release/consultation/fold.ts'
import { type ActContext, type Advance, advance, judge } from '../../../gateway/release/consultation/machine.ts'
import { nextDuties, publicAt, remindersDue, statusAt } from '../../../gateway/release/consultation/next.ts'
import { openObjections, personOf, type State } from '../../../gateway/release/consultation/state.ts'
import { DEADLINES, DRAFT, histories, ID, keyOf, PEOPLE, type Played, play, STARTED, type Turn } from './history.ts'

const RUNS = 1200
const TALK: readonly Act['type'][] = ['comment', 'hand-over']

function must(next: Advance): State {
  if (!next.ok) throw new TypeError(next.refusal.code)
  return next.state
}

/** All of a state as text, so that two can be told apart whatever was done to their maps and sets. */
function textOf(state: State | null): string {
  return JSON.stringify(state, (_name, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  )
}

function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const member of Object.values(value)) freezeDeep(member)
  if (value instanceof Map || value instanceof Set) for (const member of value.values()) freezeDeep(member)
  return Object.freeze(value)
}

type Done = Turn & { readonly before: State; readonly after: State }

/** The turns that went one further from a state there was. */
function doneOf({ turns }: Played): readonly Done[] {
  return turns.flatMap((turn) => {
    const { before, advance: next } = turn
    return before && next.ok ? [{ ...turn, before, after: next.state }] : []
  })
}

/** Holds a promise over every turn that was made, of many histories. */
function always(promise: (turn: Done, all: readonly Done[], at: number) => void): void {
  fc.assert(
    fc.property(histories, (history) => {
      const done = doneOf(play(history))
      for (const [at, turn] of done.entries()) promise(turn, done, at)
    }),
    { numRuns: RUNS },
  )
}

const kindOf = ({ happened }: Turn): Act['type'] => happened.act.type
const isContent = (turn: Turn): boolean => ['revise', 'rebase', 'attach'].includes(kindOf(turn))

describe('whatever is tried', () => {
  test('the histories tried come to every end there is, by every act, and meet every refusal', () => {
    const [phases, acts, refusals] = [new Set<string>(), new Set<string>(), new Set<string>()]
    let [again, extended, older] = [0, 0, 0]
    for (const history of fc.sample(histories, { numRuns: 1500, seed: 20261109 })) {
      const played = play(history)
      for (const { advance: next } of played.turns) if (!next.ok) refusals.add(next.refusal.code)
      if (played.signatures.size > 1) older++
      for (const turn of doneOf(played)) {
        phases.add(turn.after.phase)
        acts.add(kindOf(turn))
        if (turn.after.phase === 'published' && turn.after.editions > 1) again++
        if (turn.after.agreeBy > turn.before.agreeBy) extended++
      }
    }
    expect([...phases].sort()).toEqual(['agreed', 'draft', 'open', 'published', 'signed-by-one', 'withdrawn'])
    expect([...acts].sort()).toEqual(
      Object.keys(ACT_POSTS)
        .filter((act) => act !== 'draft')
        .sort(),
    )
    expect([...refusals].sort()).toEqual([
      'act-not-now',
      'already-done',
      'cell-moved',
      'deadline-invalid',
      'deadline-passed',
      'digest-moved',
      'four-eyes',
      'objection-standing',
      'other-party',
      'post-required',
      'remark-unknown',
    ])
    expect(again).toBeGreaterThan(0)
    expect(extended).toBeGreaterThan(0)
    // Some have signatures on an older document, which the fold must pass over.
    expect(older).toBeGreaterThan(0)
  })

  test('it is published only with two agreements to one digest and two signatures behind them, by people of one post each', () => {
    always(({ before, after }, all, at) => {
      if (after.phase !== 'published' || before.phase === 'published') return
      const behind = all.slice(0, at + 1)
      const moved = behind.findLastIndex((turn) => isContent(turn) || ['object', 'unsign'].includes(kindOf(turn)))
      const since = behind.slice(moved + 1)
      const agreed = since.filter((turn) => kindOf(turn) === 'agree')
      const signed = since.filter((turn) => kindOf(turn) === 'sign')
      // The last agreement of each side; one that a key list has made void may lie before it.
      const last = PARTIES.map((party) => agreed.findLast((turn) => turn.happened.actor.party === party))
      const digests = last.map((turn) => (turn?.happened.act.type === 'agree' ? turn.happened.act.digest : null))
      expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
      expect(digests[1]).toBe(digests[0])
      expect(signed.map((turn) => turn.happened.actor.party).sort()).toEqual(['cq', 'sc'])
      const agreedAt = Math.max(...last.map((turn) => (turn ? behind.indexOf(turn) : Number.POSITIVE_INFINITY)))
      for (const turn of signed) expect(behind.indexOf(turn)).toBeGreaterThan(agreedAt)
      const drafted = ['draft', 'open', 'revise', 'rebase', 'attach']
      const people = (kinds: readonly string[]): Set<string> =>
        new Set(behind.filter((turn) => kinds.includes(kindOf(turn))).map((turn) => personOf(turn.happened.actor)))
      const [drafters, reviewers, signers] = [people(drafted), people(['agree']), people(['sign'])]
      drafters.add(personOf(before.openedBy))
      expect(drafters.intersection(reviewers).size).toBe(0)
      expect(drafters.intersection(signers).size).toBe(0)
      expect(reviewers.intersection(signers).size).toBe(0)
    })
  })

  test('a change of content, an objection or a signature taken back leaves no agreement and no signature', () => {
    always((turn) => {
      if (!isContent(turn) && !['object', 'unsign'].includes(kindOf(turn))) return
      expect(turn.after).toMatchObject({ agreements: { cq: null, sc: null }, signatures: { cq: null, sc: null } })
      if (turn.before.phase !== 'draft') expect(turn.after.phase).toBe('open')
    })
  })

  test('only a change of content moves what would be released', () => {
    always((turn) => {
      const { before, after, happened } = turn
      const content = (state: State): string =>
        textOf({ ...after, edits: state.edits, attachments: state.attachments, basis: state.basis })
      if (isContent(turn)) {
        expect([after.content, after.contentAt]).toEqual([happened.n, happened.time])
        expect(content(after)).not.toBe(content(before))
      } else {
        expect([after.content, after.contentAt]).toEqual([before.content, before.contentAt])
        expect(content(after)).toBe(content(before))
      }
    })
  })

  test('once it is published or withdrawn there is talk alone', () => {
    always((turn) => {
      if (turn.before.phase !== 'published' && turn.before.phase !== 'withdrawn') return
      expect(TALK).toContain(kindOf(turn))
      const { remarks, handOvers, steps, ...after } = turn.after
      const { remarks: _r, handOvers: _h, steps: _s, ...before } = turn.before
      expect(after).toEqual(before)
    })
  })

  test('past a deadline nothing is accepted but talk, a withdrawal, and more time that both sides name', () => {
    always((turn) => {
      const { before, happened } = turn
      const deadline = ['draft', 'open'].includes(before.phase)
        ? before.agreeBy
        : ['agreed', 'signed-by-one'].includes(before.phase)
          ? before.signBy
          : Number.POSITIVE_INFINITY
      if (happened.time <= deadline) return
      expect([...TALK, 'withdraw', 'extend']).toContain(kindOf(turn))
      expect(statusAt(before, happened.time)).toBe('no-agreement')
    })
  })

  test('revisions of a cell count up by one, and an edit on a stale base never lands, nor what came with it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { before, happened, advance: next } of play(history).turns) {
          const { act } = happened
          if (before === null || act.type !== 'revise') {
            if (before && next.ok) expect(next.state.edits).toEqual(before.edits)
            continue
          }
          const revision = (state: State, cell: string): number => state.edits.get(cell)?.revision ?? 0
          const stale = act.edits.filter(({ cell, base }) => base !== revision(before, cell))
          if (stale.length > 0) {
            expect(next.ok).toBe(false)
            if (!next.ok && next.refusal.code === 'cell-moved')
              expect(next.refusal.cells).toEqual(stale.map(({ cell }) => cell))
          } else if (next.ok) {
            for (const { cell, base, value, take, reason } of act.edits) {
              const landed = next.state.edits.get(cell)
              expect(landed).toEqual({ actor: happened.actor, n: happened.n, reason, revision: base + 1, take, value })
            }
            const others = [...before.edits].filter(([cell]) => act.edits.every((edit) => edit.cell !== cell))
            for (const [cell, edit] of others) expect(next.state.edits.get(cell)).toBe(edit)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('a signature that was taken back completes nothing: what is signed next is another document', () => {
    always((turn, all, at) => {
      if (kindOf(turn) !== 'unsign') return
      const later = all.slice(at + 1)
      const signed = later.filter((one) => kindOf(one) === 'sign')
      const published = later.find((one) => one.after.phase === 'published')
      if (signed.length > 0) expect(signed[0]?.before.editions).toBeGreaterThan(turn.before.editions)
      if (published) expect(signed.length).toBeGreaterThanOrEqual(2)
    })
  })

  test('remarks never change, but an objection by being resolved once, by its own side', () => {
    always(({ before, after, happened }) => {
      const changed = before.remarks.flatMap((remark, at) => {
        const now = after.remarks[at]
        return now === remark ? [] : [{ remark, now }]
      })
      if (happened.act.type === 'resolve') {
        expect(changed).toHaveLength(1)
        const [{ remark, now } = { remark: null, now: null }] = changed
        expect(remark).toMatchObject({ kind: 'objection', resolved: null, n: happened.act.objection })
        expect(remark?.actor.party).toBe(happened.actor.party)
        expect(now).toEqual({ ...remark, resolved: { n: happened.n, text: happened.act.text } })
        expect(after.remarks).toHaveLength(before.remarks.length)
      } else {
        expect(changed).toEqual([])
        const said = happened.act.type === 'comment' || happened.act.type === 'object'
        expect(after.remarks.length - before.remarks.length).toBe(said ? 1 : 0)
      }
    })
  })

  test('while an objection stands nothing is agreed, signed or published', () => {
    always(({ after }) => {
      if (openObjections(after).length === 0) return
      expect(['open', 'withdrawn']).toContain(after.phase)
    })
  })

  test('a deadline moves only when both sides have named the same later instants, one after the other', () => {
    always((turn, all, at) => {
      const { before, after, happened } = turn
      if (after.agreeBy === before.agreeBy && after.signBy === before.signBy) return
      const { act, actor } = happened
      if (act.type !== 'extend') throw new TypeError(`${act.type} moved a deadline`)
      expect([after.agreeBy, after.signBy]).toEqual([act.agreeBy, act.signBy].map((text) => Date.parse(text)))
      const asked = all.slice(0, at).findLast((one) => kindOf(one) === 'extend')
      expect(asked?.happened.actor.party).not.toBe(actor.party)
      expect(asked?.happened.act).toMatchObject({ agreeBy: act.agreeBy, signBy: act.signBy })
      expect(after.agreeBy).toBeGreaterThan(before.agreeBy)
      expect(after.agreeBy).toBeGreaterThan(happened.time)
      expect(after.signBy).toBeGreaterThanOrEqual(Math.max(before.signBy, after.agreeBy))
      expect(after.extension).toBeNull()
    })
  })

  test('until it is on the table the other side can do nothing in it', () => {
    always(({ before, happened }) => {
      if (!before.tabled) expect(happened.actor.party).toBe(before.openedBy.party)
    })
  })

  test('whoever is told to act next can, as long as there is somebody free of the other posts', () => {
    let fulfilled = 0
    fc.assert(
      fc.property(histories, (history) => {
        for (const { duty, advance: next, before, happened } of play(history).turns) {
          if (duty === null || before === null) continue
          if (next.ok) fulfilled++
          // The one other way out: all of a side who hold the post have drafted or reviewed already.
          else expect([next.refusal.code, before.phase]).toEqual(['four-eyes', expect.any(String)])
          // Done is done; of a side with two objections the other still stands.
          if (next.ok && (duty.act !== 'resolve-objection' || openObjections(next.state).length === 0))
            expect(nextDuties(next.state, happened.time)).not.toContainEqual(duty)
        }
      }),
      { numRuns: RUNS },
    )
    expect(fulfilled).toBeGreaterThan(RUNS)
  })

  test('no state is changed by what comes after it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const held: { readonly state: State; readonly text: string }[] = []
        play(history, ({ advance: next, happened, before }) => {
          freezeDeep(happened)
          if (before) freezeDeep(before)
          if (next.ok) held.push({ state: next.state, text: textOf(next.state) })
        })
        for (const { state, text } of held) expect(textOf(state)).toBe(text)
      }),
      { numRuns: RUNS },
    )
  })

  test('what is folded out of the ledger is what it came to, and every turn on the way', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const played = play(history)
        const signaturesOn = (release: string) => played.signatures.get(release) ?? []
        const folded = foldConsultation(ID, played.steps, signaturesOn, { keyOf, deadlinesOf: () => DEADLINES })
        expect(folded.state).toEqual(played.state)
        const done = played.turns.filter((turn) => turn.advance.ok).map(({ happened }) => happened)
        expect(folded.happened).toEqual(done)
        expect(folded.digests).toEqual(played.steps.map(({ digest }) => digest))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a ledger that holds what was never allowed', () => {
  const context = { keyOf, deadlinesOf: () => DEADLINES }
  const nothing = () => []
  const { steps } = play([
    { what: 'proceed', who: 0, a: 0, b: 0 },
    { what: 'comment', who: 0, a: 0, b: 0 },
  ])

  test('is not folded: a step by an unlisted key, one that was never possible, one that is no step', () => {
    const [draft, open] = steps
    if (!draft || !open) throw new TypeError('expected two steps')
    const fold = (list: typeof steps) => () => foldConsultation(ID, list, nothing, context)
    expect(fold(steps)).not.toThrow()
    expect(fold([draft, { ...open, kid: 'nobody' }])).toThrow(/unlisted key/)
    expect(fold([draft, open, open])).toThrow(/is not allowed: act-not-now/)
    expect(fold([open])).toThrow(TypeError)
    expect(fold([])).toThrow(/has no step/)
    expect(fold([draft, { ...open, payload: `${open.payload} ` }])).toThrow(/is not canonical/)
    expect(fold([draft, { ...open, payload: '{}' }])).toThrow(/body-invalid/)
  })

  test('is not folded: a step that was signed for another consultation', () => {
    const moved = (list: typeof steps) => () => foldConsultation('weekly-water-2026-11-09', list, nothing, context)
    expect(moved(steps.slice(0, 1))).not.toThrow()
    expect(moved(steps)).toThrow(/step 2 was signed for another/)
  })
})

describe('by the clock alone', () => {
  const by = (party: PartyId, operator: string): Actor => {
    const found = PEOPLE.find((one) => one.party === party && one.operator === operator)
    if (!found) throw new TypeError(`expected ${operator} of ${party}`)
    return found
  }
  const drafter = by('cq', '拟稿甲')
  const at = (act: Act, actor: Actor, n: number, time = STARTED): Happened => ({
    act,
    actor,
    index: n,
    n,
    seen: 0,
    time,
  })
  const context: ActContext = { id: ID, deadlines: DEADLINES, digest: 'd' }

  function reached(acts: readonly (readonly [Act, Actor])[], embargo: string | null = null): State {
    const begun = advance(null, at({ ...DRAFT, embargo }, drafter, 1), context)
    return acts.reduce(
      (state, [act, actor]) => must(advance(state, at(act, actor, state.steps + 1), context)),
      must(begun),
    )
  }
  const OPEN = [[{ type: 'open' }, drafter]] as const
  const AGREED = [
    ...OPEN,
    [{ type: 'agree', digest: 'd' }, by('cq', '审核甲')],
    [{ type: 'agree', digest: 'd' }, by('sc', '审核甲')],
  ] as const
  const SIGNED = [...AGREED, [{ type: 'sign' }, by('cq', '签发甲')], [{ type: 'sign' }, by('sc', '签发甲')]] as const

  test('a deadline counts to its very instant, and the next second is too late', () => {
    const state = reached(OPEN)
    const agree = (time: number) =>
      judge(state, at({ type: 'agree', digest: 'd' }, by('sc', '审核甲'), 3, time), context)
    expect(agree(DEADLINES.agreeBy).ok).toBe(true)
    expect(agree(DEADLINES.agreeBy + 1)).toEqual({
      ok: false,
      refusal: { code: 'deadline-passed', deadline: DEADLINES.agreeBy },
    })
    expect(statusAt(state, DEADLINES.agreeBy)).toBe('open')
    expect(statusAt(state, DEADLINES.agreeBy + 1)).toBe('no-agreement')
  })

  test('once agreed it is the deadline of signing that counts', () => {
    const state = reached(AGREED)
    expect(statusAt(state, DEADLINES.agreeBy + 1)).toBe('agreed')
    expect(statusAt(state, DEADLINES.signBy)).toBe('agreed')
    expect(statusAt(state, DEADLINES.signBy + 1)).toBe('no-agreement')
    expect(judge(state, at({ type: 'sign' }, by('cq', '签发甲'), 4, DEADLINES.signBy + 1), context)).toMatchObject({
      refusal: { code: 'deadline-passed', deadline: DEADLINES.signBy },
    })
  })

  test('past the deadline of signing a signature is neither given nor taken back', () => {
    const state = reached([...AGREED, [{ type: 'sign' }, by('cq', '签发甲')]])
    const tried = (act: Act, actor: Actor, time: number) => judge(state, at(act, actor, 5, time), context).ok
    for (const [act, actor] of [
      [{ type: 'sign' }, by('sc', '签发甲')],
      [{ type: 'unsign', reason: '有误' }, by('cq', '签发乙')],
    ] as const) {
      expect(tried(act, actor, DEADLINES.signBy)).toBe(true)
      expect(tried(act, actor, DEADLINES.signBy + 1)).toBe(false)
    }
  })

  test('past it both sides turn to whom the terms name; of a draft nobody else knows, its drafter withdraws it', () => {
    const late = DEADLINES.agreeBy + 1
    const escalation = { post: 'escalation', act: 'extend-or-stand-apart', by: null }
    expect(nextDuties(reached(OPEN), late)).toEqual(PARTIES.map((party) => ({ party, ...escalation })))
    expect(nextDuties(reached([]), late)).toEqual([
      { party: drafter.party, post: 'drafter', act: 'withdraw', by: null },
    ])
    expect(nextDuties(reached(SIGNED), late)).toEqual([])
  })

  test('a side that has asked for more time waits for the other, until that time is over too', () => {
    const times = { agreeBy: '2026-11-09T20:00:00+08:00', signBy: '2026-11-10T20:00:00+08:00' }
    const asked = reached([...OPEN, [{ type: 'extend', reason: '补报', ...times }, by('sc', '签发甲')]])
    const waiting = (now: number) => nextDuties(asked, now).map(({ party }) => party)
    expect(waiting(DEADLINES.agreeBy + 1)).toEqual(['cq'])
    expect(waiting(Date.parse(times.agreeBy))).toEqual(['cq', 'sc'])
  })

  test('a side whose agreement is to bytes no longer on the table is told to agree again', () => {
    const first = reached([...OPEN, [{ type: 'agree', digest: 'd' }, by('cq', '审核甲')]])
    expect(nextDuties(first, STARTED)).toEqual([
      { party: 'sc', post: 'reviewer', act: 'review-and-agree', by: DEADLINES.agreeBy },
    ])
    // A key list has moved what would be signed to other bytes, and the other side agrees to those.
    const step = at({ type: 'agree', digest: 'e' }, by('sc', '审核甲'), 4)
    const second = advance(first, step, { ...context, digest: 'e' })
    expect(must(second)).toMatchObject({ phase: 'open', agreements: { cq: null, sc: { digest: 'e' } } })
    expect(nextDuties(must(second), STARTED).map(({ party }) => party)).toEqual(['cq'])
  })

  test('what is under embargo is public from its instant on, and not by anybody’s act', () => {
    const until = DEADLINES.signBy + 3_600_000
    const state = reached(SIGNED, '2026-11-10T05:00:00Z')
    expect(Date.parse('2026-11-10T05:00:00Z')).toBe(until)
    expect(state.embargo).toBe('2026-11-10T13:00:00+08:00')
    expect(publicAt(state)).toBe(until)
    expect(statusAt(state, until - 1)).toBe('embargoed')
    expect(statusAt(state, until)).toBe('published')
    expect(publicAt(reached(AGREED))).toBe(Number.POSITIVE_INFINITY)
  })

  test('reminders come due so many minutes before agreement, and not once it is there or too late', () => {
    const minutes = (count: number): number => DEADLINES.agreeBy - count * 60_000
    const due = (acts: Parameters<typeof reached>[0], now: number) => remindersDue(reached(acts), [240, 60], now)
    expect(due(OPEN, minutes(240) - 1)).toEqual([])
    expect(due(OPEN, minutes(240))).toEqual([240])
    expect(due(OPEN, minutes(60))).toEqual([240, 60])
    expect(due(AGREED, minutes(60))).toEqual([])
    expect(due(OPEN, DEADLINES.agreeBy + 1)).toEqual([])
  })
})
