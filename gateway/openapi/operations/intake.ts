/** Operations that take data in and give it out: submissions, the dry run, records, credit, scores and suggestions. */
import { PARTIES } from '../../../contracts/types.ts'
import { answers, bytes, needed, oneOf, parameter, ref, text, words } from '../shapes.ts'
import type { Body, OperationGroup, Parameter } from '../types.ts'

const WHICH = needed('契约标识，可带版本 id@1.0.0', 'contract id, or id@version', text, 'water-section-quality')
const AT = parameter('不带年份的时间早于此刻', 'undated times lie before this instant', ref('Instant'))
const BACKFILL = parameter(
  '历史补录：只收早于报送期限的记录',
  'history: only records past the contract’s deadline',
  oneOf('true'),
)
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The media types a file may come with. */
const FILES = [
  'text/csv',
  'application/json',
  XLSX,
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'application/octet-stream',
]
const FILE: Body = {
  description: words('本侧文件原样', 'the side’s file as it is'),
  media: Object.fromEntries(FILES.map((type) => [type, bytes])),
  required: true,
}
const ID: Parameter = needed('报送标识', 'submission id', text, '8d5806afbc1f5b5704780b1c0bfa277a')
const whole = { type: 'integer', minimum: 0 }
const TAKEN = [
  'contract-unknown',
  'contract-not-in-force',
  'format-unknown',
  'xls-binary',
  'too-many-rows',
  'file-too-slow',
] as const

/** Submissions. */
export const INTAKE_OPERATIONS: OperationGroup = {
  tag: 'submissions',
  title: words('报送', 'Submissions'),
  operations: [
    {
      method: 'POST',
      path: '/v1/normalise',
      id: 'normalise',
      summary: words('试算：规范化而不保存', 'dry run: normalise, keep nothing'),
      query: { contract: WHICH, party: parameter('按哪一侧', 'whose adapter', oneOf(...PARTIES), 'cq'), at: AT },
      body: FILE,
      answers: {
        200: {
          description: words(
            '每行一个 JSON：record、rejection、duplicate，最后 summary；或可改的拒收行工作簿',
            'a JSON object a line: record, rejection, duplicate, and a summary last; or the refused rows as a workbook to mend',
          ),
          media: { 'application/x-ndjson': text, [XLSX]: bytes },
        },
      },
      problems: [...TAKEN],
    },
    {
      method: 'POST',
      path: '/v1/submissions',
      id: 'submit',
      summary: words('报送一个文件', 'send a file'),
      description: words(
        '可入库的行即使只有一部分也算数；同样的字节再报送得到同一回执。',
        'The good rows count even when others do not; the same bytes again bring the same receipt.',
      ),
      query: { contract: WHICH, at: AT, backfill: BACKFILL },
      headers: {
        'Idempotency-Key': parameter('同样的字节另行报送时用', 'makes the same bytes new work', {
          type: 'string',
          pattern: '^[\\x21-\\x7e]{1,128}$',
        }),
      },
      body: FILE,
      answers: {
        201: answers('回执', 'the receipt', ref('Receipt')),
        200: answers('此前已报送：同一回执', 'sent before: the same receipt', ref('Receipt')),
      },
      problems: [...TAKEN, 'no-acceptable-row', 'idempotency-key-invalid', 'signature-replayed'],
    },
    {
      method: 'POST',
      path: '/v1/packages',
      id: 'ingestPackage',
      summary: words('一个跨网闸的报送包', 'a package that crossed an air gap'),
      description: words(
        '凭包自身的签名认证，不需请求签名；逐个文件入账，同一包再送得到同样的回执。应答由网关签名，须原样带回。',
        'Authenticated by its own signature; the request needs none. Each file is taken in as if sent alone; the same package again brings the same receipts. The answer is signed, to be carried back as it is.',
      ),
      body: {
        description: words(
          '首行为 General JWS（typ chuanyu-package+jws），其后为各文件的字节',
          'one line, a General JWS of typ chuanyu-package+jws, then the bytes of the files',
        ),
        media: { 'application/octet-stream': bytes },
        required: true,
      },
      answers: {
        200: answers('每个文件的回执或拒收说明', 'a receipt or a problem for each file', ref('PackageAnswer')),
      },
      problems: [
        'package-malformed',
        'package-expired',
        'target-mismatch',
        'digest-mismatch',
        'signature-future',
        'key-unknown',
        'key-revoked',
        'document-signature-invalid',
        'body-too-large',
        'queue-full',
      ],
    },
    {
      method: 'GET',
      path: '/v1/submissions/{id}',
      id: 'readSubmission',
      summary: words('一次报送', 'a submission'),
      parameters: { id: ID },
      answers: { 200: answers('报送', 'the submission', ref('Submission')) },
      problems: ['submission-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/submissions/{id}/receipt',
      id: 'readReceipt',
      summary: words('回执', 'its receipt'),
      parameters: { id: ID },
      answers: { 200: answers('回执', 'the receipt', ref('Receipt')) },
      problems: ['submission-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/submissions/{id}/rejections',
      id: 'readRejections',
      summary: words('拒收的行及原因', 'the rows that did not pass, and why'),
      parameters: { id: ID },
      answers: {
        200: {
          description: words(
            '拒收；或本侧原表格式、可改后再报的工作簿',
            'the rejections; or a workbook of the sender’s own columns to mend and send',
          ),
          media: { 'application/json': ref('Rejections'), [XLSX]: bytes },
        },
      },
      problems: ['submission-unknown', 'other-party', 'evidence-removed'],
    },
    {
      method: 'GET',
      path: '/v1/submissions/{id}/evidence',
      id: 'readEvidence',
      summary: words('本侧报送的原始字节', 'the original bytes, for the side that sent them'),
      parameters: { id: ID },
      answers: { 200: answers('原始字节', 'the bytes', bytes, 'application/octet-stream') },
      problems: ['submission-unknown', 'other-party', 'evidence-removed'],
    },
  ],
}

const CONTRACT: Parameter = needed('契约标识', 'contract id', text, 'water-section-quality')
const AREA = needed('区域', 'an area of the register', text, '500000')

/** What partners, and of credit anybody, may read. */
export const READING_OPERATIONS: OperationGroup = {
  tag: 'records',
  title: words('查询', 'Reading'),
  operations: [
    {
      method: 'GET',
      path: '/v1/records/{contract}',
      id: 'readRecords',
      summary: words('双方记录', 'the records of both sides'),
      parameters: { contract: CONTRACT },
      query: {
        party: parameter('只要一侧', 'of one side', oneOf(...PARTIES), 'cq'),
        subject: parameter('断面、区域、企业等', 'a section, area, site or enterprise', text, 'cq-朱沱'),
        section: parameter('同 subject', 'the same as subject'),
        from: parameter('时段止晚于此刻', 'intervals that end after this instant', ref('Instant')),
        to: parameter('时段止不晚于此刻', 'intervals that end no later', ref('Instant')),
        asOf: parameter('当时的账本规模', 'as known at this ledger size', whole),
        revisions: parameter('含旧修订', 'with the revisions since replaced', oneOf('all')),
        version: parameter('按哪个契约版本读', 'through which contract version'),
        limit: parameter('每页条数', 'records a page', { type: 'integer', minimum: 1, maximum: 5000 }, 2),
        cursor: parameter('上一页的 next', 'the last page’s next'),
      },
      answers: {
        200: {
          description: words('一页记录', 'a page of records'),
          media: {
            'application/json': ref('RecordPage'),
            'application/x-ndjson': text,
            'text/csv': text,
            [XLSX]: bytes,
            'application/geo+json': ref('FeatureCollection'),
          },
        },
      },
      problems: ['contract-unknown', 'query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/credit',
      id: 'findRatings',
      summary: words('企业环境信用公开查询', 'enterprise credit, as far as it is public'),
      query: { q: needed('统一社会信用代码或名称', 'a unified social credit code, or part of a name', text, '示例') },
      answers: { 200: answers('双方评价', 'both sides’ ratings', ref('CreditAnswer')) },
      problems: ['query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/credit/{code}',
      id: 'readRatings',
      summary: words('一家企业的全部评价', 'every rating of an enterprise'),
      parameters: { code: needed('统一社会信用代码', 'unified social credit code', text, '91000000MA00000157') },
      answers: { 200: answers('双方评价', 'both sides’ ratings', ref('Ratings')) },
      problems: ['contract-not-in-force', 'query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/warnings/suggestions',
      id: 'readSuggestions',
      summary: words('按双方方案计算的预警建议', 'the warnings each scheme suggests for a forecast'),
      query: {
        area: AREA,
        issued: parameter('发布时刻', 'when the forecast was issued', ref('Instant')),
        issuer: parameter('发布方', 'who issued it', oneOf(...PARTIES)),
      },
      answers: { 200: answers('建议', 'the suggestions', ref('Suggestions')) },
      problems: ['forecast-unknown', 'query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/scores',
      id: 'readScores',
      summary: words('预报评分', 'how near forecasts came'),
      query: {
        from: parameter('起始日', 'first day', ref('Day')),
        to: parameter('截止日', 'last day', ref('Day')),
        area: parameter('区域', 'area'),
        horizon: parameter('预报时效', 'horizon'),
        party: parameter('哪一侧', 'whose'),
        group: parameter('分组', 'told apart by'),
        asOf: parameter('账本规模', 'ledger size', whole),
      },
      answers: {
        200: {
          description: words('评分', 'the scores'),
          media: { 'application/json': ref('Scores'), 'text/csv': text },
        },
      },
      problems: ['query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/scores/divergence',
      id: 'readDivergence',
      summary: words('双方分歧及其结果', 'where the sides differed, and what came of it'),
      query: {
        from: parameter('起始日', 'first day', ref('Day')),
        to: parameter('截止日', 'last day', ref('Day')),
        area: parameter('区域', 'area'),
        horizon: parameter('预报时效', 'horizon'),
        asOf: parameter('账本规模', 'ledger size', whole),
      },
      answers: {
        200: {
          description: words('分歧', 'the divergences'),
          media: { 'application/json': ref('Divergences'), 'text/csv': text },
        },
      },
      problems: ['query-invalid'],
    },
  ],
}
