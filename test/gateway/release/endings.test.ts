/** How consultations end, over signed HTTP: taken back, put off, too late, overtaken, published at once or under embargo; and what outsiders see of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { MINOR, retirementOf, WATER } from '../documents/lives.ts'
import { refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { on, playWeek } from '../week.ts'
import { csv } from '../world.ts'
import { ID, type OpenDesk, openDesk, REQUEST } from './desk.ts'

type Member = Record<string, unknown>

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
  await playWeek(open.world)
})
afterEach(async () => {
  await open.world.close()
  expect(open.calls.failures).toEqual([])
})

async function proposed(request: Member = REQUEST): Promise<string> {
  return (await jsonOf(await open.desk.propose(request), 201)).id
}

async function agreed(request: Member = REQUEST): Promise<string> {
  const id = await proposed(request)
  await open.desk.agreed(id)
  return id
}

async function published(request: Member = REQUEST): Promise<string> {
  const id = await agreed(request)
  for (const party of PARTIES) expect((await open.desk.sign(party, id)).status).toBe(201)
  return id
}

const act = (party: PartyId, more: Member, id = ID) => open.desk.step(party, 'signatory', id, more)
const released = async (): Promise<string[]> =>
  (await jsonOf(await open.calls.get('/v1/releases'))).releases.map(({ id }: Member) => id)
const listed = async (): Promise<Member[]> =>
  (await jsonOf(await open.calls.read(open.world.sides.cq.operator, '/v1/consultations'))).consultations

/** Every public face of a release. */
async function faces(id: string): Promise<number[]> {
  const forms = ['', '.json', '.jws', '.csv', '.xlsx', '.geojson', '.html', '/proof']
  const paths = [...forms.map((form) => `/v1/releases/${id}${form}`), `/releases/${id}`]
  return (await Promise.all(paths.map((path) => open.calls.get(path)))).map(({ status }) => status)
}
const NOWHERE = Array(9).fill(404)
const EVERYWHERE = Array(9).fill(200)

describe('a signature taken back', () => {
  test('never counts again: what is agreed next is another document, and publishes and verifies as that', async () => {
    const { calls, desk, world } = open
    await agreed()
    const first = await jsonOf(await desk.sign('cq', ID), 201)
    expect(first.status).toBe('signed-by-one')
    const opened = await jsonOf(await act('cq', { type: 'unsign', reason: '落款有误' }), 201)
    expect(opened).toMatchObject({ status: 'open', agreements: { cq: null, sc: null } })
    // The other side holds what it was going to sign, and signs it all the same.
    const late = await desk.sign('sc', ID, { payload: canonical(first.payload) })
    await refused(late, 409, 'act-not-now')
    await desk.agreed(ID)
    await refused(await desk.sign('sc', ID, { payload: canonical(first.payload) }), 409, 'payload-mismatch')
    const half = await jsonOf(await desk.sign('sc', ID), 201)
    expect(half).toMatchObject({ status: 'signed-by-one', payload: { id: `${ID}-r2` } })
    expect(half.signatures).toMatchObject([{ party: 'sc' }])
    expect(await released()).toEqual([])
    expect((await jsonOf(await desk.sign('cq', ID), 201)).status).toBe('published')
    expect(await released()).toEqual([`${ID}-r2`])
    expect(await faces(`${ID}-r2`)).toEqual(EVERYWHERE)
    expect(await faces(ID)).toEqual(NOWHERE)
    const bundle = await (await calls.get(`/v1/releases/${ID}-r2/proof`)).text()
    expect(verifyBundle(bundle, world.trust)).toMatchObject({ ok: true })
    expect((await world.gateway.store.document(`release/${ID}`))?.inForce).toBeNull()
  })

  test('can be taken back by a signatory of that side alone, and only before it is published', async () => {
    const { desk } = open
    await agreed()
    const unsign = { type: 'unsign', reason: '落款有误' }
    await refused(await act('cq', unsign), 409, 'act-not-now')
    await desk.sign('cq', ID)
    await refused(await act('sc', unsign), 403, 'other-party')
    await desk.sign('sc', ID)
    await refused(await act('cq', unsign), 409, 'act-not-now')
    expect(await released()).toEqual([ID])
  })
})

describe('a withdrawal', () => {
  test('is for the side that opened it, at any time before publication, and ends it but for talk', async () => {
    const { desk } = open
    await agreed()
    await desk.sign('cq', ID)
    const withdraw = { type: 'withdraw', reason: '数据待复核' }
    await refused(await act('cq', withdraw), 403, 'other-party')
    const ended = await jsonOf(await act('sc', withdraw), 201)
    expect(ended).toMatchObject({ status: 'withdrawn', withdrawn: '数据待复核', next: [], reminders: [] })
    await refused(await desk.sign('sc', ID), 409, 'act-not-now')
    await refused(await act('sc', withdraw), 409, 'act-not-now')
    await refused(await act('cq', { type: 'unsign', reason: 'x' }), 409, 'act-not-now')
    expect((await act('cq', { type: 'comment', cell: null, revision: 0, text: '收到' })).status).toBe(201)
    expect(await released()).toEqual([])
    // What had been agreed is what it still shows, and another can be opened.
    expect((await desk.show(ID, 'cq')).payload.id).toBe(ID)
    expect(await proposed()).toBe(`${ID}-2`)
  })

  test('of one that was not agreed shows what was on the table', async () => {
    const { desk } = open
    await proposed()
    await desk.step('sc', 'operator', ID, {
      type: 'revise',
      edits: [{ base: 0, cell: 'statement', reason: '草拟', take: 'own', value: '水质总体良好。' }],
    })
    await act('sc', { type: 'withdraw', reason: '数据待复核' })
    const { payload, digest, table } = await desk.show(ID, 'cq')
    expect(payload).toMatchObject({ id: ID, statement: '水质总体良好。' })
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(table.cells[0]).toMatchObject({ id: 'statement', joint: '水质总体良好。' })
  })
})

// The week ends on Sunday 8 November: agreed by Tuesday 10, 17:00, signed by Wednesday 11, 12:00.
const [AGREE_BY, SIGN_BY] = ['2026-11-10T17:00:00+08:00', '2026-11-11T12:00:00+08:00']
const LATER = { agreeBy: '2026-11-12T17:00:00+08:00', signBy: '2026-11-13T12:00:00+08:00' }
const extend = (more: Member = {}) => ({ type: 'extend', reason: '金子补报', ...LATER, ...more })

describe('a deadline', () => {
  test('is that of the terms, and moves only when both sides name the same instants', async () => {
    const { at, desk } = open
    expect(await jsonOf(await desk.propose(REQUEST), 201)).toMatchObject({ agreeBy: AGREE_BY, signBy: SIGN_BY })
    const asked = await jsonOf(await act('cq', extend()), 201)
    expect(asked).toMatchObject({ agreeBy: AGREE_BY, extension: { by: 'cq', reason: '金子补报', ...LATER } })
    await refused(await act('cq', extend()), 409, 'already-done')
    // Another time is another request, of the side that asked last.
    const other = { agreeBy: '2026-11-13T17:00:00+08:00', signBy: '2026-11-16T12:00:00+08:00' }
    expect(await jsonOf(await act('sc', extend(other)), 201)).toMatchObject({ extension: { by: 'sc', ...other } })
    // Said in another zone it is the same instant.
    const same = { agreeBy: '2026-11-13T09:00:00Z', signBy: '2026-11-16T04:00:00Z' }
    expect(await jsonOf(await act('cq', extend(same)), 201)).toMatchObject({ ...other, extension: null })
    at('2026-11-12T09:00:00+08:00')
    await desk.agreed(ID)
    expect((await desk.show(ID)).status).toBe('agreed')
  })

  test('is put off to a later instant, still to come, and signing not before agreement', async () => {
    await proposed()
    for (const times of [
      { agreeBy: AGREE_BY },
      { agreeBy: '2026-11-10T16:00:00+08:00' },
      { signBy: '2026-11-12T16:59:59+08:00' },
      { signBy: SIGN_BY },
    ])
      await refused(await act('cq', extend(times)), 422, 'deadline-invalid')
    const { pointer } = await refused(
      await act('cq', extend({ agreeBy: '2026-02-30T17:00:00+08:00' })),
      422,
      'body-invalid',
    )
    expect(pointer).toBe('/act/agreeBy')
  })

  test('that passes unagreed leaves no agreement: both sides turn to whom the terms name, and nothing more can be agreed', async () => {
    const { at, desk } = open
    await proposed()
    await desk.agree('cq', ID)
    at(AGREE_BY)
    const lapsed = await desk.show(ID)
    expect(lapsed.status).toBe('no-agreement')
    expect(lapsed.next).toMatchObject(
      PARTIES.map((party) => ({ party, post: 'escalation', act: 'extend-or-stand-apart', by: null })),
    )
    expect((await listed())[0]).toMatchObject({ id: ID, status: 'no-agreement' })
    const { value } = await refused(await desk.agree('sc', ID), 409, 'deadline-passed')
    expect(value).toBe(AGREE_BY)
    const revise = { type: 'revise', edits: [{ base: 0, cell: 'statement', reason: 'x', take: 'own', value: 'x' }] }
    await refused(await desk.step('sc', 'operator', ID, revise), 409, 'deadline-passed')
    const objection = { type: 'object', cell: null, revision: 0, text: '?' }
    await refused(await act('cq', objection), 409, 'deadline-passed')
    expect((await act('cq', { type: 'comment', cell: null, revision: 0, text: '各自发布' })).status).toBe(201)
    expect(await released()).toEqual([])
    expect(await faces(ID)).toEqual(NOWHERE)
    for (const page of ['/', '/releases']) expect(await (await open.calls.get(page)).text()).not.toContain(ID)
    // More time that both name brings it back, and then it goes on as before.
    await act('sc', extend())
    expect((await desk.show(ID)).next).toMatchObject([{ party: 'cq', post: 'escalation' }])
    expect(await jsonOf(await act('cq', extend()), 201)).toMatchObject({ status: 'open', ...LATER })
    expect((await jsonOf(await desk.agree('sc', ID), 201)).status).toBe('agreed')
  })

  test('that passes unsigned leaves what was agreed unpublished, whoever signs then', async () => {
    const { at, desk } = open
    await agreed()
    await desk.sign('cq', ID)
    at(SIGN_BY)
    expect((await desk.show(ID)).status).toBe('no-agreement')
    const { value } = await refused(await desk.sign('sc', ID), 409, 'deadline-passed')
    expect(value).toBe(SIGN_BY)
    await refused(await act('cq', { type: 'unsign', reason: 'x' }), 409, 'deadline-passed')
    expect(await released()).toEqual([])
    expect(await faces(ID)).toEqual(NOWHERE)
  })

  test('is one of the ledger’s time, which never runs back: a clock that does makes it no earlier', async () => {
    const { at, desk, world } = open
    await proposed()
    at('2026-11-10T17:30:00+08:00')
    await world.submit('cq', csv([['晒网坝', on(3, 4), '1.8']]))
    at('2026-11-10T16:00:00+08:00')
    await refused(await desk.agree('cq', ID), 409, 'deadline-passed')
  })

  test('of a draft nobody has put on the table ends it for its own side; another has its own time', async () => {
    const { at, desk } = open
    await desk.draft(REQUEST)
    at(AGREE_BY)
    expect((await desk.show(ID)).next).toMatchObject([{ party: 'sc', post: 'drafter', act: 'withdraw' }])
    await refused(await desk.step('sc', 'operator', ID, { type: 'open' }), 409, 'deadline-passed')
    // From Tuesday the 10th: Wednesday 11 and Thursday 12 are the two working days, Friday 13 the third.
    expect(await jsonOf(await desk.propose(REQUEST), 201)).toMatchObject({ id: `${ID}-2`, ...LATER })
  })
})

test('the ledger tells an outsider of a consultation nothing but that somebody did something', async () => {
  const { at, calls, desk, world } = open
  const secrets = ['总磷同比上升', '请核对金子断面', '不同意该表述', '夜班请留意', '有误请改', '推迟一天', '签发单.pdf']
  const [value, comment, objection, word, reason, later, name] = secrets
  await proposed()
  const edit = { base: 0, cell: 'statement', reason: reason ?? '', take: 'own', value: value ?? '' }
  const file = { bytes: 7, digest: 'a'.repeat(64), mediaType: 'application/pdf', name }
  for (const [hand, said] of [
    ['operator', { type: 'revise', edits: [edit] }],
    ['operator', { type: 'comment', cell: 'statement', revision: 1, text: comment }],
    ['operator', { type: 'attach', ...file }],
    ['operator', { type: 'hand-over', text: word, to: null }],
    ['signatory', extend({ reason: later })],
    ['signatory', { type: 'object', cell: 'statement', revision: 1, text: objection }],
  ] as const)
    expect((await desk.step('sc', hand, ID, said)).status).toBe(201)
  at(AGREE_BY)
  const { size } = world.gateway.log.head()
  const bytes = Buffer.from(await (await calls.get(`/v1/ledger/tile/entries/000.p/${size}`)).arrayBuffer())
  // Each entry is a leaf of its length in two bytes, and says no more than the six members of any leaf.
  const leaves: Member[] = []
  for (let from = 0; from < bytes.length; ) {
    const length = bytes.readUInt16BE(from)
    leaves.push(JSON.parse(bytes.subarray(from + 2, from + 2 + length).toString('utf8')))
    from += 2 + length
  }
  expect(leaves).toHaveLength(size)
  for (const leaf of leaves) expect(Object.keys(leaf)).toEqual(['actor', 'commitment', 'party', 'time', 'type', 'v'])
  expect(leaves.slice(-8).map(({ type }) => type)).toEqual(Array(8).fill('consultation-step'))
  for (const told of [...secrets, ID, 'statement', 'a'.repeat(64)]) {
    expect(bytes.includes(told)).toBe(false)
    expect(bytes.includes(Buffer.from(told).toString('base64').replace(/=+$/, ''))).toBe(false)
    expect(bytes.includes(Buffer.from(told).toString('hex'))).toBe(false)
  }
  // Salted: two steps that say the same commit to different things.
  const talk = { type: 'comment', cell: null, revision: 0, text: comment }
  const twice = await Promise.all([desk.step('sc', 'operator', ID, talk), desk.step('sc', 'operator', ID, talk)])
  expect(twice.map(({ status }) => status)).toEqual([201, 201])
  const [one, other] = await world.gateway.store.leaves(size, size + 2)
  expect(JSON.parse(String(Buffer.from(one?.data ?? '')))).not.toMatchObject({
    commitment: JSON.parse(String(Buffer.from(other?.data ?? ''))).commitment,
  })
  // And there is no way to the openings or to the steps without being a partner.
  for (const path of [
    `/v1/consultations/${ID}`,
    `/v1/consultations/${ID}/steps`,
    `/v1/consultations/${ID}/minutes`,
    '/v1/consultations',
  ])
    expect((await calls.get(path)).status).toBe(401)
  for (const path of ['/v1/ledger/leaf/20', '/v1/ledger/opening/20', '/v1/ledger/tile/openings/000'])
    expect((await calls.get(path)).status).toBeGreaterThanOrEqual(400)
})

describe('an embargo', () => {
  const UNTIL = '2026-11-12T08:00:00+08:00'

  test('keeps what is published from the public on every face, until its instant and by the clock alone', async () => {
    const { at, calls, desk, world } = open
    await published({ ...REQUEST, embargo: UNTIL })
    const hidden = async (): Promise<void> => {
      expect((await desk.show(ID)).status).toBe('embargoed')
      expect(await faces(ID)).toEqual(NOWHERE)
      expect(await released()).toEqual([])
      for (const path of ['/', '/releases', '/releases.atom', '/v1/feed'])
        expect(await (await calls.get(path)).text(), path).not.toContain(ID)
    }
    await hidden()
    at('2026-11-12T07:58:00+08:00')
    await hidden()
    const { size } = world.gateway.log.head()
    at(UNTIL)
    expect((await desk.show(ID)).status).toBe('published')
    expect(await faces(ID)).toEqual(EVERYWHERE)
    expect(await released()).toEqual([ID])
    for (const path of ['/', '/releases', '/releases.atom']) expect(await (await calls.get(path)).text()).toContain(ID)
    expect(world.gateway.log.head().size).toBe(size)
    const bundle = await (await calls.get(`/v1/releases/${ID}/proof`)).text()
    expect(verifyBundle(bundle, world.trust)).toMatchObject({ ok: true })
  })

  test('said in another zone is the same instant, and its bundle verifies', async () => {
    const { at, calls, world } = open
    await published({ ...REQUEST, embargo: '2026-11-12T00:00:00Z' })
    at(UNTIL)
    const bundle = await (await calls.get(`/v1/releases/${ID}/proof`)).text()
    expect(verifyBundle(bundle, world.trust)).toMatchObject({ ok: true })
    expect((await jsonOf(await calls.get(`/v1/releases/${ID}`))).release.embargo).toBe(UNTIL)
  })

  test('longer than the terms allow is refused', async () => {
    const { desk } = open
    // 24 hours behind the deadline of signing, Wednesday 11 at 12:00.
    expect((await desk.draft({ ...REQUEST, embargo: '2026-11-12T12:00:00+08:00' })).status).toBe(201)
    const { pointer } = await refused(
      await desk.draft({ ...REQUEST, embargo: '2026-11-12T12:00:01+08:00' }),
      422,
      'embargo-invalid',
    )
    expect(pointer).toBe('/act/embargo')
    await refused(await desk.draft({ ...REQUEST, embargo: 'tomorrow' }), 422, 'body-invalid')
  })

  test('of a correction keeps from the public that the release is corrected at all', async () => {
    const { at, calls, world } = open
    await published()
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    const id = await published({ ...REQUEST, corrects: ID, reason: '晒网坝更正', embargo: UNTIL })
    const before = await jsonOf(await calls.get(`/v1/releases/${ID}`))
    expect(before.supersededBy).toBeNull()
    for (const path of [
      `/releases/${ID}`,
      `/releases/${ID}?lang=en`,
      '/',
      '/releases',
      '/releases.atom',
      `/v1/releases/${ID}.html`,
    ])
      expect(await (await calls.get(path)).text(), path).not.toContain(id)
    expect(await released()).toEqual([ID])
    expect(await faces(id)).toEqual(NOWHERE)
    at(UNTIL)
    expect((await jsonOf(await calls.get(`/v1/releases/${ID}`))).supersededBy).toBe(id)
    expect(await released()).toEqual([id, ID])
    expect(await (await calls.get(`/releases/${ID}`)).text()).toContain(id)
  })
})

describe('a correction', () => {
  test('needs what the release needed: two reviewers, two signatories, and nobody in two posts', async () => {
    const { desk, world } = open
    await published()
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    const id = await proposed({ ...REQUEST, corrects: ID, reason: '晒网坝更正' })
    await refused(await desk.sign('cq', id), 409, 'act-not-now')
    await desk.agree('cq', id)
    await refused(await desk.sign('cq', id), 409, 'act-not-now')
    await desk.agree('sc', id)
    await desk.sign('cq', id)
    expect(await released()).toEqual([ID])
    await desk.sign('sc', id)
    expect(await released()).toEqual([id, ID])
  })
})

describe('one that another overtook', () => {
  test('is closed: it asks nothing of anybody, takes no step but talk and its withdrawal, and changes nothing public', async () => {
    const { desk } = open
    const [first, second] = [await agreed(), await agreed()]
    for (const party of PARTIES) await desk.sign(party, second)
    const closed = (await listed()).find(({ id }) => id === first)
    expect(closed).toMatchObject({ status: 'closed', next: [], reminders: [] })
    await refused(await desk.sign('cq', first), 409, 'consultation-closed')
    const objection = { type: 'object', cell: null, revision: 0, text: '?' }
    await refused(await act('cq', objection, first), 409, 'consultation-closed')
    await refused(await act('cq', extend(), first), 409, 'consultation-closed')
    expect((await act('cq', { type: 'comment', cell: null, revision: 0, text: '已另发' }, first)).status).toBe(201)
    expect((await act('sc', { type: 'withdraw', reason: '已另发' }, first)).status).toBe(201)
    expect(await released()).toEqual([second])
  })
})

describe('when the contract it was begun under is retired, and the next only proposed', () => {
  test('it can still be read, talked about and ended', async () => {
    await open.world.close()
    open = await openDesk({ contracts: [...CONTRACTS, MINOR] })
    await playWeek(open.world)
    const { at, calls, desk, world } = open
    await proposed()
    await desk.draft(REQUEST)
    const shown = await desk.show(ID)
    const send = (party: PartyId, path: string, payload: string, typ: string) => {
      const key = world.sides[party].signatory
      return calls.writeJson(key, path, assembleDocument(payload, [signDocument(payload, { ...key, typ })]))
    }
    const retirement = retirementOf(WATER, { from: '2026-11-11' })
    const path = `/v1/contracts/${WATER.id}/${WATER.version}/retirement`
    for (const [party, where] of [
      ['cq', path],
      ['sc', `${path}/signatures`],
    ] as const)
      expect((await send(party, where, retirement, 'chuanyu-retirement+jws')).status).toBe(201)
    expect((await send('cq', '/v1/contracts', MINOR.source, 'chuanyu-contract+jws')).status).toBe(201)
    at('2026-11-11T08:00:00+08:00')
    const { contracts } = await jsonOf(await calls.get('/v1/contracts'))
    expect(contracts.map(({ version, state }: Member) => [version, state]).sort()).toEqual([
      ['1.0.0', 'retired'],
      ['1.1.0', 'proposed'],
    ])
    const { digest, table, payload } = await desk.show(ID)
    expect({ digest, table, payload }).toEqual({ digest: shown.digest, table: shown.table, payload: shown.payload })
    const comment = { type: 'comment', cell: 'sc-金子', revision: 0, text: '契约已退役' }
    expect((await act('cq', comment)).status).toBe(201)
    for (const id of [ID, `${ID}-2`]) {
      expect((await act('sc', { type: 'withdraw', reason: '契约已退役' }, id)).status).toBe(201)
      expect(await desk.show(id)).toMatchObject({
        status: 'withdrawn',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    }
  })
})
