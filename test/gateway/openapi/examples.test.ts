/** The document's examples, run against a real gateway: each answer has a status, a media type and a shape that the document tells. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { DIVISIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { sealFiles } from '../../../gateway/client/package.ts'
import { STEP_TYP } from '../../../gateway/documents/step.ts'
import { SIGN_IN_TYP } from '../../../gateway/identity/challenge.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { retirementOf, WATER, withdrawalOf } from '../documents/lives.ts'
import { ORIGIN } from '../http/calls.ts'
import { testWitness } from '../ledger/witnesses.ts'
import { type Hand, ID, type OpenDesk, openDesk, REQUEST } from '../release/desk.ts'
import { entry } from '../release/duty/steps.ts'
import { playWeek } from '../week.ts'
import type { WorldKey } from '../world.ts'
import { type Asking, asker, OPERATIONS } from './asked.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FORECAST = [
  '区域,预报日期,发布时间,AQI范围,首要污染物',
  '重庆市,2026-11-11,2026-11-10 07:30,61~91,PM2.5',
  '',
].join('\n')
const WATER_FILE = '断面名称,监测时间,pH\n朱沱,2026-11-02 16:00,7.8\n朱沱,2026-11-02 20:00,99\n'

const WITNESS = testWitness('witness.example/w1', 2)

let open: OpenDesk
let ask: ReturnType<typeof asker>['ask']
let seen: ReturnType<typeof asker>['seen']

beforeAll(async () => {
  open = await openDesk({
    roles: ['audit'],
    witnesses: [WITNESS.vkey],
    datasets: ['air-forecast', 'enterprise-credit'],
  })
  await playWeek(open.world)
  const document = JSON.parse(await (await open.calls.get('/openapi.json')).text())
  ;({ ask, seen } = asker(open.calls, document))
})
afterAll(() => open.world.close())

const key = (party: 'cq' | 'sc', hand: Hand | 'agency'): WorldKey => open.world.sides[party][hand]
const signed = (payload: string, by: WorldKey, typ: string): string =>
  JSON.stringify(assembleDocument(payload, [signDocument(payload, { ...by, typ })]))

/** Asks and expects success of it. */
async function done(id: string, asking: Asking = {}) {
  const answered = await ask(id, asking)
  expect({ id, ok: answered.status < 400, text: answered.status < 400 ? '' : answered.text }).toMatchObject({
    ok: true,
  })
  return answered
}
const json = async (id: string, asking: Asking = {}) => JSON.parse((await done(id, asking)).text)

test('the service, for anybody', async () => {
  for (const id of ['health', 'readiness', 'version', 'openapi', 'gatewayKeys', 'securityContact']) await done(id)
})

describe('what both sides sign', () => {
  const [, other] = CONTRACTS.filter(({ id }) => id !== 'air-forecast' && id !== 'enterprise-credit')
  if (!other) throw new TypeError('there is no other contract')
  const at = { id: other.id, version: other.version }
  const typ = 'chuanyu-contract+jws'

  test('a contract is read, compared, proposed, signed and withdrawn', async () => {
    for (const id of ['listContracts', 'readContract', 'readContractVersion', 'readContractSchema', 'compareContract'])
      await done(id)
    await done('readContract', { headers: { accept: 'application/jose+json' } })
    for (const id of ['readTemplate', 'readTemplateVersion']) await done(id)
    const body = signed(other.source, key('sc', 'signatory'), typ)
    await done('proposeContract', { key: key('sc', 'signatory'), body })
    const theirs = signed(other.source, key('cq', 'signatory'), typ)
    await done('signContract', { key: key('cq', 'signatory'), path: at, body: theirs })
    const third = CONTRACTS.find((one) => ![other.id, WATER.id, 'air-forecast', 'enterprise-credit'].includes(one.id))
    if (!third) throw new TypeError('there is no third contract')
    const path = { id: third.id, version: third.version }
    await done('proposeContract', {
      key: key('sc', 'signatory'),
      body: signed(third.source, key('sc', 'signatory'), typ),
    })
    const withdrawal = withdrawalOf(`contract/${third.id}/${third.version}`, third.source)
    const taken = signed(withdrawal, key('sc', 'signatory'), 'chuanyu-withdrawal+jws')
    await done('withdrawContract', { key: key('sc', 'signatory'), path, body: taken })
    await done('readContractWithdrawal', { path })
    await done('listContracts')
  })

  test('a retirement is proposed, withdrawn, proposed anew and signed', async () => {
    const retirement = (from: string) => retirementOf(other, { from })
    const by = (party: 'cq' | 'sc', text: string, kind = 'retirement') =>
      signed(text, key(party, 'signatory'), `chuanyu-${kind}+jws`)
    const wrong = retirement('2062-01-01')
    await done('proposeRetirement', { key: key('sc', 'signatory'), path: at, body: by('sc', wrong) })
    await done('readRetirement', { path: at })
    const taken = withdrawalOf(`retirement/${other.id}/${other.version}`, wrong)
    await done('withdrawRetirement', { key: key('sc', 'signatory'), path: at, body: by('sc', taken, 'withdrawal') })
    await done('readRetirementWithdrawal', { path: at })
    const right = retirement('2062-02-01')
    await done('proposeRetirement', { key: key('sc', 'signatory'), path: at, body: by('sc', right) })
    await done('signRetirement', { key: key('cq', 'signatory'), path: at, body: by('cq', right) })
  })

  test('a register likewise', async () => {
    for (const id of ['listRegistries', 'readRegistry', 'readRegistryEdition']) await done(id)
    const put = (edition: string) => canonical({ ...DIVISIONS_2026_11, edition })
    const by = (party: 'cq' | 'sc', text: string, kind = 'registry') =>
      signed(text, key(party, 'signatory'), `chuanyu-${kind}+jws`)
    const next = put('2062-01')
    const path = { id: DIVISIONS_2026_11.id, edition: '2062-01' }
    await done('proposeRegistry', { key: key('sc', 'signatory'), body: by('sc', next) })
    await done('signRegistry', { key: key('cq', 'signatory'), path, body: by('cq', next) })
    const after = put('2062-02')
    await done('proposeRegistry', { key: key('sc', 'signatory'), body: by('sc', after) })
    const where = { ...path, edition: '2062-02' }
    const taken = withdrawalOf(`registry/${where.id}/${where.edition}`, after)
    await done('withdrawRegistry', { key: key('sc', 'signatory'), path: where, body: by('sc', taken, 'withdrawal') })
    await done('readRegistryWithdrawal', { path: where })
  })

  test('a key list stands on its root alone', async () => {
    const { lists } = open.world.gateway.standing.keys()
    const last = lists.get('cq')
    if (!last) throw new TypeError('there is no list')
    const { keys } = JSON.parse(open.world.gateway.standing.document(`keys/cq/${last.edition}`)?.payload ?? '')
    const payload = canonical({
      edition: last.edition + 1,
      issued: '2026-11-10T08:00:00+08:00',
      keys,
      party: 'cq',
      previous: last.digest,
    })
    await done('readKeys')
    await done('listKeys', { body: signed(payload, open.world.sides.cq.root, KEY_LIST_TYP) })
  })

  test('standards, and what their differences come to', async () => {
    for (const id of ['listStandards', 'readStandard', 'compareStandards']) await done(id)
    await done('compareStandardsInPractice', { key: key('cq', 'operator') })
  })
})

describe('what is sent and read', () => {
  test('a file is tried, sent, sent again, and looked at', async () => {
    const file = { key: key('cq', 'agency'), body: WATER_FILE, contentType: 'text/csv' }
    await done('normalise', file)
    await done('normalise', { ...file, headers: { accept: XLSX } })
    const first = await done('submit', file)
    expect(first.status).toBe(201)
    const path = { id: first.location.split('/').at(-1) ?? '' }
    for (const id of ['readSubmission', 'readReceipt', 'readRejections', 'readEvidence'])
      await done(id, { key: key('cq', 'agency'), path })
    await done('readRejections', { key: key('cq', 'agency'), path, headers: { accept: XLSX } })
    const rows = `${WATER_FILE}朱沱,2026-11-02 12:00,7.7\n`
    const files = [
      { name: 'a.csv', bytes: Buffer.from(rows), mediaType: 'text/csv' },
      {
        name: 'b.csv',
        bytes: Buffer.from('断面名称,监测时间,pH\n查无此处,2026-11-02 16:00,7.8\n'),
        mediaType: 'text/csv',
      },
    ]
    const { now } = open.world.gateway
    const sealing = { origin: ORIGIN, contract: WATER.id, key: key('cq', 'agency'), random: randomBytes, files, now }
    await done('ingestPackage', { body: sealFiles(sealing), contentType: 'application/octet-stream' })
    const good = { ...file, body: '断面名称,监测时间,pH\n朱沱,2026-11-03 16:00,7.8\n' }
    await done('submit', good)
    expect((await done('submit', good)).status).toBe(200)
  })

  test('records come in every form', async () => {
    for (const accept of ['application/json', 'application/x-ndjson', 'text/csv', XLSX, 'application/geo+json'])
      await done('readRecords', { key: key('sc', 'agency'), headers: { accept } })
  })

  test('ratings, suggestions and scores', async () => {
    await done('findRatings')
    await done('readRatings', { key: key('sc', 'agency') })
    const file = { query: { contract: 'air-forecast' }, body: FORECAST, contentType: 'text/csv' }
    await done('submit', { key: key('cq', 'agency'), ...file })
    await done('readSuggestions', { key: key('sc', 'agency') })
    for (const id of ['readScores', 'readDivergence'])
      for (const accept of ['application/json', 'text/csv'])
        await done(id, { key: key('sc', 'agency'), headers: { accept } })
  })
})

describe('a consultation', () => {
  test('goes from draft to a release that anybody reads in every form', async () => {
    const basis = open.world.gateway.log.head().size
    const draft = { basis, corrects: null, embargo: null, reason: null, type: 'draft', ...REQUEST }
    const operator = key('sc', 'operator')
    await done('draftConsultation', { key: operator, body: open.desk.body(null, draft, operator) })
    const shown = await json('readConsultation', { key: operator })
    const opening = open.desk.body(ID, { type: 'open' }, operator, { seen: shown.steps })
    await done('takeStep', { key: operator, body: opening })
    await done('listDuties', { key: key('cq', 'reviewer') })
    await open.desk.agreed(ID)
    for (const party of ['sc', 'cq'] as const) {
      const { payload } = await json('readConsultation', { key: key(party, 'signatory') })
      const text = canonical(payload)
      const body = signed(text, key(party, 'signatory'), 'chuanyu-release+jws')
      await done('signRelease', { key: key(party, 'signatory'), body })
    }
    for (const id of ['listConsultations', 'listSteps', 'readMinutes', 'readConsultationProof', 'followConsultations'])
      await done(id, { key: key('cq', 'signatory') })
    for (const id of ['listReleases', 'readProof', 'readFeed', 'readAtom']) await done(id)
    await done('readFeed', { headers: { accept: 'text/event-stream' } })
    for (const accept of ['application/json', 'application/jose+json', 'text/csv', XLSX, 'application/geo+json'])
      await done('readRelease', { headers: { accept } })
    await done('readRelease', { path: { id: `${ID}.html` } })
  })

  test('has people on duty', async () => {
    await done('readDuty', { key: key('cq', 'operator') })
    const entries = [entry('2026-12-01', '2026-12-02', key('cq', 'reviewer').kid)]
    const nonce = randomBytes(16).toString('base64url')
    const payload = canonical({ entries, nonce, party: 'cq', product: null, type: 'duty-step', v: 1 })
    const signatory = key('cq', 'signatory')
    await done('setDuty', { key: signatory, body: signed(payload, signatory, STEP_TYP) })
  })
})

test('the ledger, for anybody', async () => {
  const { text } = await done('readCheckpoint')
  const body = WITNESS.cosigned(text, open.world.gateway.now())
  for (const status of [201, 200])
    expect((await done('cosign', { body, contentType: 'text/plain' })).status).toBe(status)
  for (const id of ['readCheckpoint', 'readCosignatures', 'readTile', 'proveInclusion', 'proveConsistency'])
    await done(id)
})

test('a person signs in, and out', async () => {
  const { challenge } = await json('challenge')
  const payload = canonical({ challenge, origin: ORIGIN, type: 'sign-in', v: 1 })
  await done('signIn', { body: signed(payload, key('cq', 'operator'), SIGN_IN_TYP) })
  await done('whoAmI', { key: key('cq', 'operator') })
  await done('signOut', { key: key('cq', 'operator') })
})

test('the auditor reads what the other administrators do', async () => {
  const auditor = open.world.sides.sc.others.get('audit')
  if (!auditor) throw new TypeError('nobody is auditor')
  for (const id of ['adminStatus', 'securityLog']) await done(id, { key: auditor })
})

test('refusals have the shape of a problem', async () => {
  expect((await ask('readContract', { path: { id: 'nothing' } })).status).toBe(404)
  expect((await ask('submit', { body: WATER_FILE })).status).toBe(401)
  const bad = { key: key('cq', 'agency'), contentType: 'text/csv', body: '断面名称,监测时间,pH\n朱沱,昨天,7.8\n' }
  expect((await ask('submit', bad)).status).toBe(422)
})

test('every operation was asked, and answered with every success and in every form it is documented with', () => {
  const documented = [...OPERATIONS.values()].flatMap(({ id, answers }) =>
    Object.entries(answers)
      .filter(([status]) => Number(status) < 400)
      .flatMap(([status, { media }]) => Object.keys(media).map((type) => `${id} ${status} ${type}`)),
  )
  const answered = [...seen].flatMap(([id, forms]) => [...forms].map((form) => `${id} ${form}`))
  // A contract's forms are those of every document that both sides sign.
  const missing = documented.filter((one) => !answered.includes(one) && !/ application\/jose\+json$/.test(one))
  expect(missing).toEqual([])
})
