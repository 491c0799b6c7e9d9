/** What people do in a consultation, over signed HTTP: who may, what moves, and what each is told when it cannot be. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { STEP_TYP } from '../../../gateway/documents/step.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { CONSULTATION_LIMITS } from '../../../gateway/release/consultation/limits.ts'
import { refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { on, playWeek } from '../week.ts'
import { csv, newKey, SMALL_REGISTRY, type WorldKey } from '../world.ts'
import { ID, type OpenDesk, openDesk, REQUEST } from './desk.ts'

type Member = Record<string, unknown>

let open: OpenDesk
beforeEach(async () => {
  // Beside the three people of a side one more, who has a key for every post.
  open = await openDesk({ roles: ['operator', 'reviewer', 'signatory'] })
  await playWeek(open.world)
})
afterEach(async () => {
  await open.world.close()
  expect(open.calls.failures).toEqual([])
})

const size = (): number => open.world.gateway.log.head().size
const steps = (party: PartyId, id = ID): Promise<Response> =>
  open.calls.read(open.world.sides[party].operator, `/v1/consultations/${id}/steps`)
const listed = async (party: PartyId): Promise<Member[]> =>
  (await jsonOf(await open.calls.read(open.world.sides[party].operator, '/v1/consultations'))).consultations

/** One person of a side who holds all three posts. */
function allRound(party: PartyId, role: 'operator' | 'reviewer' | 'signatory'): WorldKey {
  const key = open.world.sides[party].others.get(role)
  if (!key) throw new TypeError(`expected a key of ${party} for ${role}`)
  return key
}

async function proposed(): Promise<string> {
  return (await jsonOf(await open.desk.propose(REQUEST), 201)).id
}

const revision = (value: string, base = 0) => ({
  type: 'revise',
  edits: [{ base, cell: 'statement', reason: '会商意见', take: 'own', value }],
})

describe('a draft', () => {
  test('is there for its own side alone, until it is put on the table', async () => {
    const { calls, desk, world } = open
    const drafted = await desk.draft(REQUEST)
    expect(drafted.headers.get('location')).toBe(`/v1/consultations/${ID}`)
    expect(await jsonOf(drafted, 201)).toMatchObject({
      id: ID,
      status: 'draft',
      steps: 1,
      next: [{ party: 'sc', post: 'drafter', act: 'open' }],
    })
    const hidden = async (): Promise<void> => {
      expect(await listed('cq')).toEqual([])
      await refused(await steps('cq'), 404, 'consultation-unknown')
      await refused(await calls.read(world.sides.cq.signatory, `/v1/consultations/${ID}`), 404, 'consultation-unknown')
      await refused(
        await desk.step('cq', 'operator', ID, { type: 'comment', cell: null, revision: 0, text: '?' }),
        404,
        'consultation-unknown',
      )
      await refused(
        await calls.writeJson(world.sides.cq.signatory, `/v1/consultations/${ID}/signatures`, {}),
        404,
        'consultation-unknown',
      )
    }
    await hidden()
    expect(await listed('sc')).toMatchObject([{ id: ID, status: 'draft' }])
    expect((await jsonOf(await steps('sc'))).steps).toHaveLength(1)
    expect((await desk.step('sc', 'operator', ID, revision('尚未提交'))).status).toBe(201)
    await hidden()
    expect((await desk.step('sc', 'operator', ID, { type: 'open' })).status).toBe(201)
    expect(await listed('cq')).toMatchObject([{ id: ID, status: 'open' }])
    expect((await jsonOf(await steps('cq'))).steps).toHaveLength(3)
  })

  test('that is withdrawn before it was on the table stays hidden, and its name is not used again', async () => {
    const { desk } = open
    await desk.draft(REQUEST)
    const ended = await desk.step('sc', 'operator', ID, { type: 'withdraw', reason: '时段有误' })
    expect(await jsonOf(ended, 201)).toMatchObject({ status: 'withdrawn', withdrawn: '时段有误', next: [] })
    expect(await listed('cq')).toEqual([])
    await refused(await steps('cq'), 404, 'consultation-unknown')
    expect((await jsonOf(await desk.propose(REQUEST, 'cq'), 201)).id).toBe(`${ID}-2`)
  })

  test('is not made a second time by a step that names a consultation', async () => {
    const { desk } = open
    await desk.draft(REQUEST)
    const before = size()
    const act = { ...REQUEST, type: 'draft', basis: before, corrects: null, embargo: null, reason: null }
    await refused(await desk.step('sc', 'operator', ID, act), 409, 'already-done')
    expect(size()).toBe(before)
  })

  test('that gives a reason corrects something, as its bundle will be held to', async () => {
    const { pointer } = await refused(await open.desk.draft({ ...REQUEST, reason: '例行' }), 422, 'body-invalid')
    expect(pointer).toBe('/act/reason')
  })

  test('of a ledger that is not there yet, or that held no terms, contract or register, is refused', async () => {
    const { desk } = open
    const tried = await refused(await desk.draft({ ...REQUEST, basis: size() + 1 }), 422, 'body-invalid')
    expect(tried.pointer).toBe('/act/basis')
    await refused(await desk.draft({ ...REQUEST, basis: 0 }), 409, 'contract-not-in-force')
  })
})

describe('a comment', () => {
  test('is anchored to a cell and its revision, and never changes', async () => {
    const { desk } = open
    await proposed()
    await desk.step('sc', 'operator', ID, revision('水质总体良好。'))
    const comment = { type: 'comment', cell: 'statement', revision: 1, text: '“总体”可否改为“整体”？' }
    expect((await desk.step('cq', 'reviewer', ID, comment)).status).toBe(201)
    await desk.step('sc', 'operator', ID, revision('水质整体良好。', 1))
    const { remarks, table } = await desk.show(ID)
    expect(remarks).toMatchObject([
      {
        kind: 'comment',
        cell: 'statement',
        revision: 1,
        text: comment.text,
        by: { party: 'cq', operator: '审核人' },
        step: 4,
      },
    ])
    const cell = table.cells.find(({ id }: Member) => id === 'statement')
    expect(cell).toMatchObject({ revision: 2, joint: '水质整体良好。', reason: '会商意见', step: 5 })
  })

  test('on a cell there is none of, or a revision still to come, is refused', async () => {
    const { desk } = open
    await proposed()
    const say = (cell: string | null, at: number) =>
      desk.step('cq', 'operator', ID, { type: 'comment', cell, revision: at, text: '?' })
    expect((await refused(await say('sc-没有', 0), 422, 'cell-unknown')).pointer).toBe('/act/cell')
    expect((await refused(await say('statement', 1), 422, 'body-invalid')).pointer).toBe('/act/revision')
    expect((await refused(await say(null, 1), 422, 'body-invalid')).pointer).toBe('/act/revision')
    expect((await say('sc-金子', 0)).status).toBe(201)
  })
})

describe('an objection', () => {
  const objection = { type: 'object', cell: 'sc-金子', revision: 0, text: '缺 11-03 数据' }
  const resolve = (n: number) => ({ type: 'resolve', objection: n, text: '已核实' })

  test('blocks agreement until the side that raised it says that it is settled', async () => {
    const { desk } = open
    await proposed()
    const raised = await jsonOf(await desk.step('cq', 'reviewer', ID, objection), 201)
    expect(raised.next).toMatchObject([{ party: 'cq', post: 'reviewer', act: 'resolve-objection' }])
    expect((await refused(await desk.agree('sc', ID), 409, 'objection-standing')).value).toBe('3')
    await refused(await desk.step('sc', 'reviewer', ID, resolve(3)), 403, 'other-party')
    await refused(await desk.step('cq', 'reviewer', ID, resolve(2)), 404, 'remark-unknown')
    const settled = await jsonOf(await desk.step('cq', 'operator', ID, resolve(3)), 201)
    expect(settled.remarks).toMatchObject([{ kind: 'objection', step: 3, resolved: { n: 4, text: '已核实' } }])
    await refused(await desk.step('cq', 'operator', ID, resolve(3)), 404, 'remark-unknown')
    await desk.agreed(ID)
  })

  test('opens again what both had agreed, so that nothing of it can be signed', async () => {
    const { desk } = open
    await proposed()
    await desk.agreed(ID)
    expect((await desk.show(ID)).status).toBe('agreed')
    const agreedTo = canonical((await desk.show(ID)).payload)
    const opened = await jsonOf(await desk.step('sc', 'signatory', ID, objection), 201)
    expect(opened).toMatchObject({ status: 'open', agreements: { cq: null, sc: null } })
    for (const party of PARTIES) await refused(await desk.sign(party, ID, { payload: agreedTo }), 409, 'act-not-now')
    await jsonOf(await desk.step('sc', 'reviewer', ID, resolve(5)), 201)
    await desk.agreed(ID)
    const again = await desk.show(ID)
    expect(again.payload.id).toBe(`${ID}-r2`)
    await refused(await desk.sign('cq', ID, { payload: agreedTo }), 409, 'payload-mismatch')
  })

  test('is too late once one side has signed', async () => {
    const { desk } = open
    await proposed()
    await desk.agreed(ID)
    await desk.sign('cq', ID)
    const { value } = await refused(await desk.step('sc', 'reviewer', ID, objection), 409, 'act-not-now')
    expect(value).toBe('signed-by-one')
  })
})

describe('one person of a side is never in two posts', () => {
  const agreeing = async (party: PartyId, key: WorldKey): Promise<Response> => {
    const { digest, steps: seen } = await open.desk.show(ID, party)
    return open.desk.by(key, ID, { type: 'agree', digest }, { seen })
  }

  test('who drafted does not review, whichever of their keys they use', async () => {
    const { desk } = open
    await proposed()
    expect((await desk.by(allRound('cq', 'operator'), ID, revision('水质总体良好。'))).status).toBe(201)
    await refused(await agreeing('cq', allRound('cq', 'reviewer')), 403, 'four-eyes')
    expect((await desk.agree('cq', ID)).status).toBe(201)
  })

  test('who put it on the table does not review', async () => {
    const { desk } = open
    await desk.draft(REQUEST)
    expect((await desk.by(allRound('sc', 'operator'), ID, { type: 'open' })).status).toBe(201)
    await refused(await agreeing('sc', allRound('sc', 'reviewer')), 403, 'four-eyes')
  })

  test('who drafted does not sign', async () => {
    const { desk } = open
    await proposed()
    await desk.by(allRound('cq', 'operator'), ID, revision('水质总体良好。'))
    await desk.agreed(ID)
    await refused(await desk.sign('cq', ID, { key: allRound('cq', 'signatory') }), 403, 'four-eyes')
    expect((await desk.sign('cq', ID)).status).toBe(201)
  })

  test('who reviewed neither signs nor drafts, and not either after a signature was taken back', async () => {
    const { desk } = open
    await proposed()
    expect((await agreeing('cq', allRound('cq', 'reviewer'))).status).toBe(201)
    expect((await desk.agree('sc', ID)).status).toBe(201)
    await refused(await desk.sign('cq', ID, { key: allRound('cq', 'signatory') }), 403, 'four-eyes')
    expect((await desk.sign('cq', ID)).status).toBe(201)
    expect((await desk.step('cq', 'signatory', ID, { type: 'unsign', reason: '有误' })).status).toBe(201)
    await refused(await desk.by(allRound('cq', 'operator'), ID, revision('改')), 403, 'four-eyes')
    await desk.agreed(ID)
    await refused(await desk.sign('cq', ID, { key: allRound('cq', 'signatory') }), 403, 'four-eyes')
  })

  test('who signed reviews nothing afterwards', async () => {
    const { desk } = open
    await proposed()
    await desk.agreed(ID)
    expect((await desk.sign('cq', ID, { key: allRound('cq', 'signatory') })).status).toBe(201)
    expect((await desk.by(allRound('cq', 'signatory'), ID, { type: 'unsign', reason: '有误' })).status).toBe(201)
    await refused(await agreeing('cq', allRound('cq', 'reviewer')), 403, 'four-eyes')
  })

  test('people of the two sides who are called alike are two', async () => {
    const { desk } = open
    await proposed()
    expect((await desk.by(allRound('sc', 'operator'), ID, revision('水质总体良好。'))).status).toBe(201)
    expect((await agreeing('cq', allRound('cq', 'reviewer'))).status).toBe(201)
  })
})

describe('an edit', () => {
  test('of a cell that somebody else has revised meanwhile is refused with what is there now', async () => {
    const { desk } = open
    await proposed()
    expect((await desk.step('cq', 'operator', ID, revision('甲'))).status).toBe(201)
    const answer = await desk.step('sc', 'operator', ID, revision('乙'))
    const problem: Member = { ...(await refused(answer, 409, 'cell-moved')) }
    expect(problem.value).toBe('statement')
    expect(problem.cells).toEqual([
      { cell: 'statement', revision: 1, take: 'own', value: '甲', by: { party: 'cq', operator: '值班员', step: 3 } },
    ])
    expect((await desk.step('sc', 'operator', ID, revision('乙', 1))).status).toBe(201)
    expect((await desk.show(ID)).payload.statement).toBe('乙')
  })

  test('of what was measured, of no cell, or of no sound value is refused, and points at itself', async () => {
    const { desk } = open
    await proposed()
    const edit = (more: Member) => {
      const [sound] = revision('x').edits
      return desk.step('sc', 'operator', ID, { type: 'revise', edits: [{ ...sound, ...more }] })
    }
    expect((await refused(await edit({ cell: 'sc-金子' }), 422, 'cell-fixed')).pointer).toBe('/act/edits/0')
    expect((await refused(await edit({ cell: 'sc-没有' }), 422, 'cell-unknown')).pointer).toBe('/act/edits/0/cell')
    expect((await refused(await edit({ value: 7 }), 422, 'cell-value-invalid')).pointer).toBe('/act/edits/0')
    expect((await refused(await edit({ take: 'cq' }), 422, 'cell-value-invalid')).pointer).toBe('/act/edits/0')
  })

  test('voids the agreement there was', async () => {
    const { desk } = open
    await proposed()
    await desk.agree('cq', ID)
    const revised = await jsonOf(await desk.step('sc', 'operator', ID, revision('水质总体良好。')), 201)
    expect(revised).toMatchObject({ status: 'open', agreements: { cq: null, sc: null } })
    expect(revised.next.map(({ party }: Member) => party)).toEqual(['cq', 'sc'])
  })
})

describe('an agreement', () => {
  test('is to the bytes on the table and no others', async () => {
    const { desk } = open
    await proposed()
    const { digest } = await desk.show(ID)
    await desk.step('sc', 'operator', ID, revision('水质总体良好。'))
    await refused(await desk.step('cq', 'reviewer', ID, { type: 'agree', digest }), 409, 'digest-moved')
    expect((await desk.agree('cq', ID)).status).toBe(201)
    await refused(await desk.agree('cq', ID), 409, 'already-done')
  })

  test('to bytes that a new key list has moved no longer counts', async () => {
    const { desk, world } = open
    await proposed()
    await desk.agree('cq', ID)
    const before = await desk.show(ID)
    await world.listKeys('sc')
    const after = await desk.show(ID)
    expect(after.digest).not.toBe(before.digest)
    expect(after.agreements.cq.digest).toBe(before.digest)
    // The other side agrees to what is there now, and the first is told to look again.
    const agreed = await jsonOf(await desk.agree('sc', ID), 201)
    expect(agreed).toMatchObject({ status: 'open', agreements: { cq: null } })
    expect(agreed.next).toMatchObject([{ party: 'cq', post: 'reviewer', act: 'review-and-agree' }])
    expect((await jsonOf(await desk.agree('cq', ID), 201)).status).toBe('agreed')
  })

  test('of both is one leaf that brings the release, whose id and digest are what was agreed to', async () => {
    const { desk, world } = open
    await proposed()
    const { digest } = await desk.show(ID)
    await desk.agree('sc', ID)
    const before = size()
    await desk.agree('cq', ID)
    expect(size()).toBe(before + 1)
    const document = await world.gateway.store.document(`release/${ID}`)
    expect(document).toMatchObject({ digest, index: before, inForce: null, signatures: [] })
    expect(sha256Hex(document?.payload ?? '')).toBe(digest)
  })
})

describe('a step', () => {
  const talk = { type: 'comment', cell: null, revision: 0, text: '收到' }

  test('sent again is told as a replay, however it comes', async () => {
    const { calls, desk, world } = open
    await proposed()
    const key = world.sides.cq.operator
    const body = desk.body(ID, talk, key)
    const send = () => calls.write(key, `/v1/consultations/${ID}/steps`, body, { contentType: 'application/jose+json' })
    expect((await send()).status).toBe(201)
    await refused(await send(), 409, 'step-exists')
    expect((await desk.show(ID)).remarks).toHaveLength(1)
  })

  test('that was signed for another consultation, or for none, is refused', async () => {
    const { desk } = open
    await proposed()
    for (const named of [`${ID}-2`, null]) {
      const { pointer } = await refused(await desk.step('cq', 'operator', ID, talk, { named }), 422, 'body-invalid')
      expect(pointer).toBe('/consultation')
    }
  })

  test('signed by another key than the request is refused', async () => {
    const { desk, world } = open
    await proposed()
    const key = world.sides.cq.reviewer
    await refused(await desk.step('cq', 'operator', ID, talk, { key }), 403, 'other-signer')
  })

  test('signed by a key that nobody listed is refused', async () => {
    const { desk } = open
    await proposed()
    await refused(await desk.step('cq', 'operator', ID, talk, { key: newKey() }), 422, 'document-signer-unknown')
  })

  test('signed as another kind of document is refused', async () => {
    const { calls, world } = open
    await proposed()
    const key = world.sides.cq.operator
    const payload = canonical({
      act: talk,
      consultation: ID,
      nonce: 'n'.repeat(16),
      seen: 0,
      type: 'consultation-step',
      v: 1,
    })
    const path = `/v1/consultations/${ID}/steps`
    for (const typ of ['chuanyu-release+jws', 'chuanyu-sign-in+jws']) {
      const jws = assembleDocument(payload, [signDocument(payload, { ...key, typ })])
      await refused(await calls.writeJson(key, path, jws), 400, 'document-malformed')
    }
    const [one] = [signDocument(payload, { ...key, typ: STEP_TYP })]
    await refused(await calls.writeJson(key, path, assembleDocument(payload, [])), 400, 'document-malformed')
    await refused(
      await calls.writeJson(key, path, { ...assembleDocument(payload, [one]), extra: 1 }),
      400,
      'document-malformed',
    )
    await refused(await calls.write(key, path, '{'), 400, 'json-invalid')
  })

  test('with a member it should not have is refused, and the member is named', async () => {
    const { desk } = open
    await proposed()
    const answer = await desk.step('cq', 'operator', ID, { ...talk, urgent: true })
    expect((await refused(answer, 422, 'body-invalid')).pointer).toBe('/act/urgent')
  })

  test('over the limits is refused: of words, of edits, of bytes', async () => {
    const { desk } = open
    await proposed()
    const { text, edits, step } = CONSULTATION_LIMITS
    const before = size()
    const wordy = { ...talk, text: '字'.repeat(text + 1) }
    expect((await refused(await desk.step('cq', 'operator', ID, wordy), 422, 'body-invalid')).pointer).toBe('/act/text')
    const many = (count: number, value: string) => ({
      type: 'revise',
      edits: Array.from({ length: count }, (_, at) => ({
        base: 0,
        cell: `c${at}`,
        reason: '理由',
        take: 'own',
        value,
      })),
    })
    const crowded = await desk.step('cq', 'operator', ID, many(edits + 1, ''))
    expect((await refused(crowded, 422, 'body-invalid')).pointer).toBe('/act/edits')
    const heavy = await desk.step('cq', 'operator', ID, many(300, 'x'.repeat(Math.ceil(step / 300))))
    await refused(heavy, 413, 'body-too-large')
    expect(size()).toBe(before)
  })

  test('that claims to have seen more than there is is refused; one that has seen less is taken, and says so', async () => {
    const { desk } = open
    await proposed()
    const ahead = await refused(await desk.step('cq', 'operator', ID, talk, { seen: 3 }), 422, 'body-invalid')
    expect(ahead).toMatchObject({ pointer: '/seen', value: '3' })
    expect((await desk.step('cq', 'operator', ID, talk, { seen: 1 })).status).toBe(201)
    expect((await jsonOf(await steps('sc'))).steps.at(-1)).toMatchObject({ n: 3, seen: 1 })
  })

  test('by a post that may not is refused: by the access matrix, or by the act', async () => {
    const { desk, world } = open
    await proposed()
    await refused(await desk.by(world.sides.cq.agency, ID, talk), 403, 'not-permitted')
    await refused(await desk.by(world.sides.cq.reviewer, null, { type: 'open' }), 403, 'not-permitted')
    const { digest } = await desk.show(ID)
    const times = { agreeBy: '2026-11-12T17:00:00+08:00', signBy: '2026-11-13T12:00:00+08:00' }
    const tried = [
      ['operator', { type: 'agree', digest }],
      ['signatory', { type: 'agree', digest }],
      ['reviewer', revision('x')],
      ['reviewer', { type: 'rebase', basis: size() }],
      ['reviewer', { type: 'withdraw', reason: 'x' }],
      ['operator', { type: 'unsign', reason: 'x' }],
      ['reviewer', { type: 'extend', reason: 'x', ...times }],
    ] as const
    for (const [hand, act] of tried) await refused(await desk.step('sc', hand, ID, act), 403, 'post-required')
  })

  test('in a consultation there is none of, or of an odd name, is refused', async () => {
    for (const id of ['nothing', '__proto__', 'constructor'])
      await refused(await open.desk.step('cq', 'operator', id, talk), 404, 'consultation-unknown')
  })
})

describe('newer records', () => {
  test('come in by a rebase, never by themselves, and never backwards', async () => {
    const { desk, world } = open
    await proposed()
    const before = await desk.show(ID)
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    expect((await desk.show(ID)).digest).toBe(before.digest)
    await desk.agree('cq', ID)
    const basis = size()
    await refused(await desk.step('sc', 'operator', ID, { type: 'rebase', basis: basis + 1 }), 422, 'body-invalid')
    await refused(await desk.step('sc', 'operator', ID, { type: 'rebase', basis: before.basis }), 409, 'already-done')
    const after = await jsonOf(await desk.step('sc', 'operator', ID, { type: 'rebase', basis }), 201)
    expect(after).toMatchObject({ basis, agreements: { cq: null }, payload: { ledger: { size: basis } } })
    const classOf = ({ payload }: { payload: { sections: Member[] } }) =>
      payload.sections.find(({ id }) => id === 'cq-晒网坝')?.class
    // 高锰酸盐指数 7.9 is over the Ⅲ limit of 6 and within the Ⅳ limit of 10.
    expect([classOf(before), classOf(after)]).toEqual([2, 4])
  })

  test('and a register signed meanwhile count from the same rebase on', async () => {
    const { desk, world } = open
    await proposed()
    const before = await desk.show(ID)
    await world.signRegister({ ...SMALL_REGISTRY, edition: '2026-12' })
    const still = await desk.show(ID)
    expect([still.digest, still.payload.registry.edition]).toEqual([before.digest, '2026-11'])
    const basis = size()
    const { payload } = await jsonOf(await desk.step('sc', 'operator', ID, { type: 'rebase', basis }), 201)
    expect(payload.registry.edition).toBe('2026-12')
  })
})

describe('an attachment', () => {
  const file = { bytes: 20480, digest: sha256Hex('scan'), mediaType: 'application/pdf', name: '签发单（盖章）.pdf' }

  test('belongs to what is signed, by its digest', async () => {
    const { desk } = open
    await proposed()
    const before = await desk.show(ID)
    const attached = await jsonOf(await desk.step('cq', 'operator', ID, { type: 'attach', ...file }), 201)
    expect(attached.attachments).toEqual([{ ...file, party: 'cq' }])
    expect(attached.payload.attachments).toEqual([file])
    expect(attached.digest).not.toBe(before.digest)
    await refused(await desk.step('sc', 'operator', ID, { type: 'attach', ...file }), 409, 'already-done')
  })
})

describe('a word to the next on duty', () => {
  test('goes to whoever comes, or to a person of the same side', async () => {
    const { desk, world } = open
    await proposed()
    const hand = (to: string | null) =>
      desk.step('cq', 'operator', ID, { type: 'hand-over', text: '夜班请留意金子', to })
    expect((await hand(null)).status).toBe(201)
    expect((await hand(world.sides.cq.reviewer.kid)).status).toBe(201)
    for (const to of [world.sides.sc.reviewer.kid, world.sides.cq.agency.kid, 'nobody'])
      expect((await refused(await hand(to), 422, 'body-invalid')).pointer).toBe('/act/to')
    const { handOvers } = await desk.show(ID)
    expect(handOvers).toMatchObject([{ to: null }, { to: world.sides.cq.reviewer.kid, text: '夜班请留意金子' }])
  })
})
