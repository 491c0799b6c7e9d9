/** Operations of consultation, duty, release, and the ledger that proves them. */
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { answers, bytes, listOf, members, needed, oneOf, parameter, ref, text, words } from '../shapes.ts'
import type { Body, OperationGroup, Parameter } from '../types.ts'

const CONSULTATION: Parameter = needed('会商标识', 'consultation id', text, 'weekly-water-2026-11-02')
const RELEASE: Parameter = needed(
  '联合发布标识，可带扩展名',
  'release id, also with an extension',
  text,
  'weekly-water-2026-11-02',
)
const JOSE = 'application/jose+json'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LAST_EVENT = parameter('上次收到的事件 id', 'the id of the last event received')
const IF_MATCH = parameter('读取时的 ETag；已有变动则不予受理', 'the ETag that was read; refused once it is another')
const whole = { type: 'integer', minimum: 0 }

const signed = (zh: string, en: string, typ: string): Body => ({
  description: words(`${zh}：General JWS，typ ${typ}`, `${en}: a General JWS, typ ${typ}`),
  media: { [JOSE]: ref('GeneralJws'), 'application/json': ref('GeneralJws') },
  required: true,
})
const STEP = signed('签名的会商步骤', 'a signed step', 'chuanyu-step+jws')
const STEPPING = ['body-invalid', 'four-eyes', 'off-duty', 'document-malformed', 'other-party'] as const

/** Consultations and duty. */
export const CONSULTATION_OPERATIONS: OperationGroup = {
  tag: 'consultations',
  title: words('会商', 'Consultations'),
  operations: [
    {
      method: 'GET',
      path: '/v1/consultations',
      id: 'listConsultations',
      summary: words('会商列表', 'the consultations one’s side may know of'),
      answers: {
        200: answers('会商', 'the consultations', members({ consultations: listOf(ref('ConsultationSummary')) })),
      },
    },
    {
      method: 'POST',
      path: '/v1/consultations',
      id: 'draftConsultation',
      summary: words('拟稿', 'put a draft before one’s own side'),
      body: STEP,
      answers: { 201: answers('会商', 'the consultation', ref('Consultation')) },
      problems: [...STEPPING],
    },
    {
      method: 'GET',
      path: '/v1/consultations/duties',
      id: 'listDuties',
      summary: words('待本方办理的事项', 'what waits for one’s side'),
      answers: { 200: answers('事项', 'the duties', ref('Duties')) },
    },
    {
      method: 'GET',
      path: '/v1/consultations/events',
      id: 'followConsultations',
      summary: words('实时事件', 'live events'),
      query: { after: parameter('自此账本序号之后', 'behind this ledger index', whole) },
      headers: { 'Last-Event-ID': LAST_EVENT },
      answers: { 200: answers('服务器发送事件', 'server-sent events', text, 'text/event-stream') },
      problems: ['streams-full'],
    },
    {
      method: 'GET',
      path: '/v1/consultations/{id}',
      id: 'readConsultation',
      summary: words('会商现状、表格与将签署的原文', 'where it stands, its table, and the bytes to be signed'),
      parameters: { id: CONSULTATION },
      answers: { 200: answers('会商', 'the consultation', ref('Consultation')) },
      problems: ['consultation-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/consultations/{id}/steps',
      id: 'listSteps',
      summary: words('签名步骤', 'its signed steps'),
      parameters: { id: CONSULTATION },
      answers: { 200: answers('步骤', 'the steps', ref('ConsultationSteps')) },
      problems: ['consultation-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/consultations/{id}/minutes',
      id: 'readMinutes',
      summary: words('会商纪要', 'its minutes'),
      parameters: { id: CONSULTATION },
      answers: { 200: answers('纪要', 'the minutes', ref('Minutes')) },
      problems: ['consultation-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/consultations/{id}/proof',
      id: 'readConsultationProof',
      summary: words('证明包，含仅供双方的发布', 'the proof bundle, also of what is for the two sides alone'),
      parameters: { id: CONSULTATION },
      answers: { 200: answers('证明包', 'the proof bundle', ref('ProofBundle')) },
      problems: ['consultation-unknown', 'release-unknown'],
    },
    {
      method: 'POST',
      path: '/v1/consultations/{id}/steps',
      id: 'takeStep',
      summary: words(
        '提交步骤：开会商、修改、评论、异议、同意等',
        'take a step: open, revise, comment, object, agree, …',
      ),
      parameters: { id: CONSULTATION },
      headers: { 'If-Match': IF_MATCH },
      body: STEP,
      answers: { 201: answers('会商', 'the consultation', ref('Consultation')) },
      problems: ['consultation-unknown', 'consultation-closed', 'consultation-full', 'etag-moved', ...STEPPING],
    },
    {
      method: 'POST',
      path: '/v1/consultations/{id}/signatures',
      id: 'signRelease',
      summary: words('签发', 'sign what both reviewers agreed to'),
      parameters: { id: CONSULTATION },
      headers: { 'If-Match': IF_MATCH },
      body: signed('联合发布原文', 'the release', 'chuanyu-release+jws'),
      answers: { 201: answers('会商', 'the consultation', ref('Consultation')) },
      problems: [
        'consultation-unknown',
        'etag-moved',
        'payload-mismatch',
        'signature-exists',
        'other-party',
        'four-eyes',
      ],
    },
    {
      method: 'GET',
      path: '/v1/duty',
      id: 'readDuty',
      summary: words('值班表', 'both sides’ duty rosters'),
      query: {
        party: parameter('哪一侧', 'whose', oneOf(...PARTIES)),
        from: parameter('起始日', 'first day', ref('Day')),
        to: parameter('截止日', 'last day', ref('Day')),
      },
      answers: { 200: answers('值班表', 'the rosters', ref('Rosters')) },
      problems: ['query-invalid'],
    },
    {
      method: 'POST',
      path: '/v1/duty',
      id: 'setDuty',
      summary: words('安排本方值班', 'set one’s own side’s roster'),
      body: signed('签名的值班步骤', 'a signed step of the roster', 'chuanyu-step+jws'),
      answers: { 201: answers('值班表', 'the rosters', ref('Rosters')) },
      problems: ['body-invalid', 'document-malformed', 'other-party'],
    },
  ],
}

/** Releases and their feed. */
export const RELEASE_OPERATIONS: OperationGroup = {
  tag: 'releases',
  title: words('联合发布', 'Releases'),
  operations: [
    {
      method: 'GET',
      path: '/v1/releases',
      id: 'listReleases',
      summary: words('已公开的联合发布，新的在前', 'the public releases, newest first'),
      answers: { 200: answers('联合发布', 'the releases', members({ releases: listOf(ref('ReleaseSummary')) })) },
    },
    {
      method: 'GET',
      path: '/v1/releases/{id}',
      id: 'readRelease',
      summary: words('一次联合发布', 'a release'),
      description: words(
        '扩展名 .json .jws .csv .xlsx .geojson .html 与 Accept 等效。',
        'The extensions .json .jws .csv .xlsx .geojson .html do what Accept does.',
      ),
      parameters: { id: RELEASE },
      answers: {
        200: {
          description: words('联合发布', 'the release'),
          media: {
            'application/json': ref('Release'),
            [JOSE]: ref('GeneralJws'),
            'text/csv': text,
            [XLSX]: bytes,
            'application/geo+json': ref('FeatureCollection'),
            'text/html': text,
          },
        },
      },
      problems: ['release-unknown', 'not-acceptable'],
    },
    {
      method: 'GET',
      path: '/v1/releases/{id}/proof',
      id: 'readProof',
      summary: words('证明包：离线核验所需的一切', 'the proof bundle: all one needs to verify it offline'),
      parameters: { id: RELEASE },
      answers: { 200: answers('证明包', 'the proof bundle', ref('ProofBundle')) },
      problems: ['release-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/feed',
      id: 'readFeed',
      summary: words('发布事件，旧的在前；也可实时', 'what became public, oldest first; also live'),
      query: { after: parameter('自此事件之后', 'behind this event', text, '0') },
      headers: { 'Last-Event-ID': LAST_EVENT },
      answers: {
        200: {
          description: words('事件', 'the events'),
          media: { 'application/json': ref('FeedPage'), 'text/event-stream': text },
        },
      },
      problems: ['query-invalid', 'streams-full'],
    },
    {
      method: 'GET',
      path: '/releases.atom',
      id: 'readAtom',
      summary: words('Atom 源', 'the Atom feed (RFC 4287)'),
      query: { product: parameter('只要一种产品', 'of one product', oneOf(...PRODUCT_IDS)) },
      answers: { 200: answers('Atom', 'Atom', text, 'application/atom+xml') },
      problems: ['query-invalid'],
    },
  ],
}

/** The ledger, for anybody who audits it (RFC 6962, C2SP tlog-tiles). */
export const LEDGER_OPERATIONS: OperationGroup = {
  tag: 'ledger',
  title: words('账本', 'Ledger'),
  operations: [
    {
      method: 'GET',
      path: '/v1/ledger/checkpoint',
      id: 'readCheckpoint',
      summary: words('最新检查点', 'the newest checkpoint, a signed note'),
      answers: { 200: answers('C2SP tlog-checkpoint', 'C2SP tlog-checkpoint', text, 'text/plain') },
      problems: ['ledger-range'],
    },
    {
      method: 'GET',
      path: '/v1/ledger/cosignatures',
      id: 'readCosignatures',
      summary: words('见证人联署的最新检查点', 'the newest checkpoint that witnesses have cosigned, a signed note'),
      query: { witnesses: parameter('至少几位见证人，默认 1', 'how many witnesses at least, 1 by default', whole) },
      answers: { 200: answers('C2SP tlog-cosignature', 'C2SP tlog-cosignature', text, 'text/plain') },
      problems: ['cosignature-none', 'query-invalid'],
    },
    {
      method: 'POST',
      path: '/v1/ledger/cosignatures',
      id: 'cosign',
      summary: words('交来见证人的联署', 'bring a witness’s cosignature'),
      description: words(
        '只收 gateway.json 所列见证人的；检查点须由本账本签名并属于其历史。',
        'Taken of the witnesses in gateway.json alone; the checkpoint must be signed by this log and of its history.',
      ),
      body: {
        description: words('检查点及其签名行', 'the checkpoint with its signature lines'),
        required: true,
        media: { 'text/plain': text },
      },
      answers: {
        200: answers('已有', 'it was here', ref('Cosigned')),
        201: answers('已保存', 'it is kept', ref('Cosigned')),
      },
      problems: [
        'cosignature-malformed',
        'cosignature-invalid',
        'cosignature-conflict',
        'witness-unknown',
        'store-unavailable',
      ],
    },
    {
      method: 'GET',
      path: '/v1/ledger/tile/*',
      id: 'readTile',
      summary: words('瓦片与条目包', 'a tile, or a bundle of entries'),
      parameters: { '*': needed('C2SP tlog-tiles 路径', 'a path of C2SP tlog-tiles', text, '0/000.p/1') },
      answers: { 200: answers('瓦片', 'the tile', bytes, 'application/octet-stream') },
      problems: ['tile-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/ledger/proof/inclusion',
      id: 'proveInclusion',
      summary: words('存在性证明', 'that a leaf is in the ledger (RFC 6962 §2.1.1)'),
      query: {
        index: needed('叶子序号', 'the leaf’s index', whole, 1),
        size: parameter('账本规模', 'ledger size', whole),
      },
      answers: { 200: answers('证明', 'the proof', ref('InclusionProof')) },
      problems: ['query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/ledger/proof/consistency',
      id: 'proveConsistency',
      summary: words('一致性证明', 'that a ledger only grew (RFC 6962 §2.1.2)'),
      query: {
        first: needed('较早规模', 'the earlier size', whole, 2),
        second: parameter('较晚规模', 'the later size', whole, 5),
      },
      answers: { 200: answers('证明', 'the proof', ref('ConsistencyProof')) },
      problems: ['query-invalid'],
    },
  ],
}
