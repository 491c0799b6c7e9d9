/** What the gateway's own business refuses: contracts, submissions, documents, consultations and releases. */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const SERVICE_ERRORS = {
  'other-party': {
    status: 403,
    title: { zh: '对方的原始数据', en: "The other side's originals" },
    what: {
      zh: '原始报送文件、拒收明细和回执只供报送方查看，所请求的属于对方。',
      en: "Originals, rejections and receipts are for the side that sent them; those asked for are the other side's.",
    },
    fix: {
      zh: '共享的规范化记录请用 GET /v1/records/{contract} 读取；确需原始文件时，请与对方联系。',
      en: 'Read the shared, normalised records from GET /v1/records/{contract}; for an original, ask the other side.',
    },
    example: 'GET /v1/submissions/{id}/evidence',
  },
  'signatory-role': {
    status: 403,
    title: { zh: '不具备签署角色', en: 'Not a signatory' },
    what: {
      zh: '签署契约、登记册或联合发布须用具备 signatory 角色的密钥，且该方是签署方；所用密钥不符。',
      en: 'A contract, register or release is signed with a key of the role signatory, of a party to it; this key is not one.',
    },
    fix: {
      zh: '由本方签署人用其本人密钥签名；如尚未登记，请在下一版密钥清单中列入具备 signatory 角色的密钥。',
      en: "Have your side's signatory sign with their own key; if there is none, list a key with the role signatory in the next key list.",
    },
    example: '"roles":["operator"]',
  },
  'contract-unknown': {
    status: 404,
    title: { zh: '契约不存在', en: 'No such contract' },
    what: {
      zh: '没有这个标识的契约，或没有这一版本。',
      en: 'There is no contract of this id, or not in this version.',
    },
    fix: {
      zh: '用 GET /v1/contracts 查询现有契约的标识与版本，核对拼写。',
      en: 'List ids and versions with GET /v1/contracts and check the spelling.',
    },
    example: 'POST /v1/submissions?contract=water-quality',
  },
  'version-step': {
    status: 409,
    title: { zh: '版本号与改动不符', en: 'Version number does not fit the change' },
    what: {
      zh: '新版本与上一个双方签署的版本相比，改动比版本号所表示的更大，因此不得提出或签署。',
      en: 'Compared with the last version both sides signed, the changes are larger than the version number says, so it may be neither proposed nor signed.',
    },
    fix: {
      zh: '用 chuanyu contract diff 旧 新 或 GET /v1/contracts/{id}/compare 查看每处改动；按详情提升主、次或修订号后另行提出。',
      en: 'See each change with chuanyu contract diff OLD NEW or GET /v1/contracts/{id}/compare; raise the number the detail names and propose that version.',
    },
    example: '1.0.0 → 1.0.1，但删除了必填字段 · 1.0.0 → 1.0.1 although a required member is gone',
  },
  'contract-not-in-force': {
    status: 409,
    title: { zh: '契约尚未生效', en: 'Contract not in force' },
    what: {
      zh: '该契约由一方提出、双方未签齐，尚不接收任何数据。',
      en: 'The contract is proposed and not yet signed by both sides; until then it takes no data.',
    },
    fix: {
      zh: '在契约页面查看尚缺哪一方签署，签齐后再报送；在此之前可用 chuanyu normalise 在本机试算文件。',
      en: 'See on the contract page whose signature is missing and send once both have signed; until then try files offline with chuanyu normalise.',
    },
    example: 'POST /v1/submissions?contract=water-section-quality',
  },
  'no-acceptable-row': {
    status: 422,
    title: { zh: '没有一行可以接收', en: 'No acceptable row' },
    what: {
      zh: '文件已读取，但每一行都被拒收，因此没有生成报送；各行原因列于 rejections。',
      en: 'The file was read but every row was rejected, so no submission was made; rejections gives the reason for each.',
    },
    fix: {
      zh: '先看 rejections 中出现最多的 type，通常是同一个原因，例如省份筛选有误或某列的单位不对；更正后整份重报。',
      en: 'Begin with the type that occurs most in rejections: it is usually one cause, such as a wrong province filter or unit. Correct it and send the whole file.',
    },
  },
  'all-or-nothing-refused': {
    status: 422,
    title: { zh: '整批拒收', en: 'Whole batch refused' },
    what: {
      zh: '该契约约定一批数据须全部合格；本批有行被拒收，因此全部未接收。',
      en: 'By this contract a batch counts whole or not at all; some rows were rejected, so none was taken.',
    },
    fix: {
      zh: '按 rejections 更正所列各行后整份重报；可先用 POST /v1/normalise 试算，直到没有拒收行。',
      en: 'Correct the rows in rejections and send the whole file again; try it with POST /v1/normalise until none is rejected.',
    },
  },
  'submission-unknown': {
    status: 404,
    title: { zh: '报送不存在', en: 'No such submission' },
    what: {
      zh: '没有这个标识的报送。',
      en: 'There is no submission of this id.',
    },
    fix: {
      zh: '使用回执中的报送标识；若没有收到回执，请重报同一文件，已入账的会得到原回执。',
      en: 'Use the submission id from its receipt. If no receipt came, send the same file again: one already recorded gets its own receipt.',
    },
    example: 'GET /v1/submissions/week47',
  },
  'evidence-removed': {
    status: 410,
    title: { zh: '原始文件已依法移除', en: 'Original lawfully removed' },
    what: {
      zh: '该报送的原始文件因保存期满或依法更正已移除；其摘要与承诺值仍在账本中。',
      en: 'The original of this submission has been removed, its retention over or by law; its digest and commitment stay in the ledger.',
    },
    fix: {
      zh: '请改为引用规范化记录和证明包，两者仍可核验；若手中另有原件，可用其 SHA-256 与回执比对。',
      en: 'Rely on the normalised records and the proof bundle, which still verify; a copy of your own can be held against the SHA-256 in the receipt.',
    },
    example: 'GET /v1/submissions/{id}/evidence',
  },
  'document-unknown': {
    status: 404,
    title: { zh: '待签文件不存在', en: 'No such document' },
    what: {
      zh: '没有这个标识或版本的契约、登记册、密钥清单或发布文件。',
      en: 'There is no contract, register, key list or release document of this id or version.',
    },
    fix: {
      zh: '先由一方提交文件，再签署；核对路径中的标识与版本。',
      en: 'One side submits the document first, then it is signed; check id and version in the path.',
    },
    example: 'POST /v1/contracts/water-section-quality/9.9.9/signatures',
  },
  'document-exists': {
    status: 409,
    title: { zh: '文件已存在', en: 'Document exists' },
    what: {
      zh: '同一标识和版本的文件已经提交；提交后的内容不再改变。',
      en: 'A document of this id and version has been submitted already; what is submitted never changes.',
    },
    fix: {
      zh: '内容相同时直接签署现有文件；内容不同时，提高版本号后重新提交。',
      en: 'If yours is the same, sign the one that exists; if not, raise the version and submit again.',
    },
    example: 'POST /v1/contracts ← "id":"water-section-quality","version":"1.0.0"',
  },
  'signature-exists': {
    status: 409,
    title: { zh: '本方已签署', en: 'Already signed' },
    what: {
      zh: '本方已签署过这份文件，每一方只签一次。',
      en: 'Your side has signed this document before; each side signs once.',
    },
    fix: {
      zh: '无需再签；查看文件状态，若未生效，则在等对方签署。',
      en: 'Nothing is left to do for you; if the document is not in force, it waits for the other side.',
    },
  },
  'payload-mismatch': {
    status: 409,
    title: { zh: '签署的不是当前内容', en: 'Signature over another payload' },
    what: {
      zh: '签名所对的内容与当前待签内容的字节不同，因此未予记录。',
      en: 'The signature is over other bytes than the payload now on the table, so it was not recorded.',
    },
    fix: {
      zh: '重新取得当前待签内容，确认摘要和所引记录后对其原样字节签名；若所引记录有修订，内容会随之改变。',
      en: 'Fetch the payload again, check its digest and what it is made from, and sign its bytes as they are; it changes when a record it uses is revised.',
    },
  },
  'consultation-unknown': {
    status: 404,
    title: { zh: '会商不存在', en: 'No such consultation' },
    what: {
      zh: '没有这个标识的会商。',
      en: 'There is no consultation of this id.',
    },
    fix: {
      zh: '用 GET /v1/consultations 查询进行中和已结束的会商。',
      en: 'List the open and closed consultations with GET /v1/consultations.',
    },
    example: 'GET /v1/consultations/week47',
  },
  'keys-moved': {
    status: 409,
    title: { zh: '密钥清单已更新', en: 'Key list has moved on' },
    what: {
      zh: '表示同意的同时有一方登记了新的密钥清单，所同意的内容依据的清单已不是最新。',
      en: 'A party enrolled a new key list while the agreement was on its way; what was agreed to stands on an older one.',
    },
    fix: {
      zh: '重新读取会商，核对后以新的 digest 同意。',
      en: 'Read the consultation again, check it, and agree to its new digest.',
    },
  },
  'consultation-closed': {
    status: 409,
    title: { zh: '会商已结束', en: 'Consultation closed' },
    what: {
      zh: '同一时段的另一份联合发布已先公布，本会商只能再发言、交接或撤回。',
      en: 'Another release of the same period was published first; in this consultation nothing is left but talk and its withdrawal.',
    },
    fix: {
      zh: '撤回本会商；已发布的内容需要改动时，另提更正（corrects）。',
      en: 'Withdraw it; if what was published must change, draft a correction of that (corrects).',
    },
    example:
      '同一周的两份会商都已由一方签署，另一方先签了另一份 · the other draft of the same week got its second signature first',
  },
  'consultation-moved': {
    status: 409,
    title: { zh: '会商已有新进展', en: 'Consultation has moved on' },
    what: {
      zh: '在这一步（或签署）提交的同时，有人在该会商（或值班表）中先行操作，因此未予记录。',
      en: 'Somebody acted in this consultation or duty roster while this step or signature was on its way, so it was not recorded.',
    },
    fix: {
      zh: '重新读取，看过新增的各步后，再决定是否重新提交。',
      en: 'Read it again, look at what was added, and send it again if it still holds.',
    },
    example: '两个网关同时各收到一步 · two gateways that take a step each at the same time',
  },
  'step-exists': {
    status: 409,
    title: { zh: '这一步已记录', en: 'Step already recorded' },
    what: {
      zh: '内容相同的一步已在账本中，同一步不会记录两次。',
      en: 'A step of the same content is in the ledger; no step is recorded twice.',
    },
    fix: {
      zh: '无需重发；重新读取会商即可看到它。确要再次操作时，以新的随机数（nonce）另行签名。',
      en: 'There is nothing to send again: read the consultation and see it there. To act anew, sign another step with a nonce of its own.',
    },
  },
  'forecast-unknown': {
    status: 404,
    title: { zh: '没有该区域的预报', en: 'No forecast of this area' },
    what: {
      zh: '没有该区域的预报记录，或该区域没有在所给时刻发布的预报，因此没有可供计算预警建议的内容。',
      en: 'No forecast of this area is held, or none issued at the time given; there is nothing to suggest a warning for.',
    },
    fix: {
      zh: '区域用区划登记册中的编号（GET /v1/registry/divisions）；用 GET /v1/records/air-forecast 核对已有的区域和发布时间，发布时间写明时区。',
      en: 'Give the area by its id in the register (GET /v1/registry/divisions); see with GET /v1/records/air-forecast which areas and times of issue are held, and write the zone with the time.',
    },
    example: 'GET /v1/warnings/suggestions?area=000000',
  },
  'release-unknown': {
    status: 404,
    title: { zh: '发布不存在', en: 'No such release' },
    what: {
      zh: '没有这个标识的联合发布；双方未签齐的内容不公开。',
      en: 'There is no joint release of this id; what both sides have not signed is not public.',
    },
    fix: {
      zh: '用 GET /v1/releases 查询已发布的标识；未签齐的内容由双方在会商中查看。',
      en: 'List what is published with GET /v1/releases; what is still being signed is seen by both sides in its consultation.',
    },
    example: 'GET /v1/releases/week47',
  },
  'period-invalid': {
    status: 422,
    title: { zh: '时段不正确', en: 'Period not valid' },
    what: {
      zh: '时段应为契约产品规定的长度和起点，且已经结束；所给时段不符。',
      en: "The period must have the length and start of the contract's product and be over; this one is not so.",
    },
    fix: {
      zh: '周报取北京时间连续七天，止于次日零时，且已经结束；起止均写明时区。',
      en: 'For a weekly bulletin take seven whole days of Beijing time that have ended, and write the zone with both ends.',
    },
    example: '2026-11-16T00:00:00+08:00/2026-11-16T00:00:00+08:00',
  },
  'no-record-in-period': {
    status: 422,
    title: { zh: '时段内没有记录', en: 'No record in the period' },
    what: {
      zh: '该时段内双方都没有已入账的记录，没有可供会商的内容。',
      en: 'Neither side has a record in this period; there is nothing to deliberate on.',
    },
    fix: {
      zh: '用 GET /v1/records/{contract} 核对该时段是否已报送，注意年份；补报后再发起会商。',
      en: 'Check with GET /v1/records/{contract} what was sent for the period, the year above all; send what is missing, then open the consultation.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
