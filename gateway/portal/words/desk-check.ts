/** Words of the page on which a person checks what they agree to or sign. */
import type { Bilingual } from '../../../contracts/types.ts'
import { plural } from '../lang.ts'

/** All of them. */
export const DESK_CHECK = {
  agreeTitle: { zh: '同意前请核对', en: 'Check before you agree' },
  signTitle: { zh: '签发前请核对', en: 'Check before you sign' },
  signedTitle: { zh: '已签署的内容', en: 'What was signed' },
  readTitle: { zh: '核对待签内容', en: 'What is to be signed' },
  agreeLead: {
    zh: '同意，是以您的密钥确认下列全部内容；双方都同意后内容即冻结，写入账本，等待签发。',
    en: 'To agree is to confirm all of this with your key. Once both sides have, it is frozen in the ledger for both to sign.',
  },
  signLead: {
    zh: '签发，是以您的密钥签署下列全部内容；双方都签发即发布。此后只能以更正替代，不能收回。',
    en: 'To sign is to issue all of this with your key. Once both sides have, it is out: it can then be corrected by another release, but never taken back.',
  },
  frozen: {
    zh: '双方已同意，内容已冻结在账本中。',
    en: 'Both sides have agreed to these bytes, and they are frozen in the ledger.',
  },
  notFrozen: { zh: '双方都同意前，内容还可能变动。', en: 'Until both sides have agreed, this may still change.' },
  notInForce: {
    zh: '这次会商的数据契约或登记册在本网关不可读，无从列出待签内容。',
    en: 'This gateway cannot read the contract or register of this consultation, so that there is nothing to show.',
  },
  what: { zh: '签署什么', en: 'What is signed' },
  title: { zh: '标题', en: 'Title' },
  id: { zh: '编号', en: 'Id' },
  label: { zh: '性质', en: 'Kind' },
  period: { zh: '时段', en: 'Period' },
  audience: { zh: '公开范围', en: 'For' },
  public: { zh: '公众', en: 'everybody' },
  joint: { zh: '仅限双方，不公开', en: 'the two sides alone' },
  embargo: { zh: '公开时间', en: 'Public' },
  atOnce: { zh: '双方签齐即公开', en: 'at once when both have signed' },
  statement: { zh: '综述', en: 'Statement' },
  noStatement: { zh: '没有综述', en: 'no statement' },
  corrects: { zh: '更正', en: 'Corrects' },
  notCorrection: { zh: '不是更正', en: 'no correction' },
  reason: { zh: '更正原因', en: 'Why' },
  attachments: { zh: '附件', en: 'Attachments' },
  noAttachments: { zh: '没有附件', en: 'none' },
  sandbox: { zh: '沙箱：样例数据，不代表任何机关', en: 'sandbox: sample data, no authority behind it' },
  changes: { zh: '本次更正改动了什么', en: 'What this correction changes' },
  where: { zh: '何处', en: 'Where' },
  item: { zh: '项目', en: 'What' },
  before: { zh: '原为', en: 'Before' },
  after: { zh: '现为', en: 'Now' },
  suggestion: { zh: '建议', en: 'suggestion' },
  edits: { zh: '会商中改动的格', en: 'Cells changed in this consultation' },
  noEdits: {
    zh: '会商中没有改动任何一格：全部为各归属方自己的数值。',
    en: 'No cell was changed here: every value is that of the side it belongs to.',
  },
  owners: { zh: '归属方原值', en: 'Its own side’s' },
  joint_value: { zh: '联合值', en: 'Joint value' },
  take: { zh: '取自', en: 'Taken from' },
  why: { zh: '理由', en: 'Reason' },
  by: { zh: '改动人（岗位）', en: 'Changed by (post)' },
  cells: { zh: '全部内容', en: 'Every cell' },
  changed: { zh: '有改动', en: 'changed' },
  changedFirst: { zh: '有改动的在前。', en: 'Those changed come first.' },
  withheld: { zh: '不在名单上的评价', en: 'Ratings that are not on the list' },
  withheldText: {
    zh: '本年度双方报送、但不列入名单的评价及原因。只告知双方；签署的内容不提及。',
    en: 'Ratings of the year that either side sent and that are not on the list, with why. Told to the two sides alone; what is signed says nothing of them.',
  },
  hands: { zh: '谁经手', en: 'Whose hands it has been through' },
  fourEyes: {
    zh: '同一方内，拟稿、审核、签发须为不同的人：网关在每一步核对，经手过的人不能换岗再签。',
    en: 'Within a side, drafting, review and issue are done by different people: the gateway checks this at each step, and nobody signs in a second post.',
  },
  drafted: { zh: '拟稿', en: 'Drafted' },
  reviewed: { zh: '审核同意', en: 'Reviewed and agreed' },
  signed: { zh: '签发', en: 'Signed' },
  notYet: { zh: '尚未', en: 'not yet' },
  none: { zh: '未参与', en: 'no part' },
  side: { zh: '方', en: 'Side' },
  derived: { zh: '依据哪些记录', en: 'What it derives from' },
  basis: { zh: '数据基准', en: 'Records as of' },
  count: { zh: '记录修订', en: 'Record revisions' },
  recordsDigest: { zh: '记录摘要', en: 'Digest of the records' },
  submissions: { zh: '报送', en: 'Submissions' },
  records: { zh: '记录数', en: 'Records' },
  leaf: { zh: '账本序号', en: 'Ledger index' },
  base: { zh: '所依据的预报', en: 'Out of the forecast' },
  under: { zh: '依据的契约、登记册与密钥', en: 'Under which contract, register and keys' },
  contract: { zh: '数据契约', en: 'Contract' },
  registry: { zh: '登记册', en: 'Register' },
  keys: { zh: '密钥清单', en: 'Key lists' },
  edition: { zh: '版次', en: 'edition' },
  standards: { zh: '标准', en: 'Standards' },
  ledger: { zh: '账本', en: 'Ledger' },
  steps: { zh: '会商步骤', en: 'Steps' },
  bytes: { zh: '签署的原文', en: 'The very bytes' },
  named: { zh: '网关所列 SHA-256', en: 'SHA-256 the gateway names' },
  computed: { zh: '本浏览器按下列原文算得', en: 'Computed in this browser from the text below' },
  same: { zh: '✓ 与网关所列相同', en: '✓ the same' },
  other: { zh: '✗ 与网关所列不同，不能签署', en: '✗ another one: it must not be signed' },
  notComputed: { zh: '须允许脚本，由浏览器重算', en: 'needs scripts, to be computed again' },
  show: { zh: '查看原文（规范 JSON）', en: 'Show the text (canonical JSON)' },
  act: { zh: '办理', en: 'Act' },
  agree: { zh: '同意以上内容', en: 'Agree to all of this' },
  sign: { zh: '签署并签发', en: 'Sign and issue' },
  object: { zh: '提出异议', en: 'Object' },
  objectText: {
    zh: '异议解决前双方不能达成一致，已有的同意随之失效。请写明理由，双方可见，写入纪要。',
    en: 'Until it is settled there is no agreement, and those given so far are void. Say why; both sides see it, and it goes into the minutes.',
  },
  objection: { zh: '异议理由', en: 'Why you object' },
  objectionEmpty: { zh: '请填写理由', en: 'Say why' },
  noPost: {
    zh: '同意由审核岗办理，签发由签发岗办理。您的岗位可以核对，不能在此办理。',
    en: 'Reviewing officers agree, issuing officers sign. By your post you can check this, and do neither.',
  },
  noScripts: {
    zh: '在网页上签名须允许本站运行脚本；不允许时，用下列命令或接口办理，效果相同。',
    en: 'Signing here needs scripts of this site. Without them, the command or API below does the same.',
  },
  reload: { zh: '打开本页之后会商另有进展：看看有哪些', en: 'Something has happened meanwhile: see what' },
  since: { zh: '您打开本页之后', en: 'Since you opened this page' },
  nothingSince: {
    zh: '没有新的步骤；待签内容也可能因密钥清单或契约更新而不同，请重新核对。',
    en: 'No step was taken; a key list or the contract may have changed what is signed. Please check it again.',
  },
  objections: { zh: '还有未解决的异议', en: 'Objections stand' },
  done: { zh: '已办理', en: 'Done' },
  doneAgree: { zh: '您的同意已写入账本。', en: 'Your agreement is in the ledger.' },
  doneSign: { zh: '您的签发已写入账本。', en: 'Your signature is in the ledger.' },
  doneObject: { zh: '您的异议已写入账本。', en: 'Your objection is in the ledger.' },
  published: { zh: '双方均已签发，联合发布。', en: 'Signed by both sides, and out.' },
  publishedLater: { zh: '双方均已签发，公开时间未到。', en: 'Signed by both sides; not public yet.' },
  publishedJoint: { zh: '双方均已签发，仅限双方。', en: 'Signed by both sides, for them alone.' },
  toRelease: { zh: '打开发布', en: 'Open the release' },
  bundle: { zh: '证明包', en: 'Proof bundle' },
  verify: { zh: '离线核验', en: 'Verify offline' },
  minutes: { zh: '会商纪要', en: 'Minutes' },
  back: { zh: '回到会商', en: 'Back to the consultation' },
} as const satisfies Record<string, Bilingual>

/** Why a button is not there now. */
export function notNowText(button: Bilingual, why: Bilingual | null): Bilingual {
  return { zh: `暂不能“${button.zh}”：${why?.zh ?? ''}。`, en: `Not now, “${button.en}”: ${why?.en ?? ''}.` }
}

/** What is derived from: so many record revisions. */
export function recordsText(count: number): Bilingual {
  return { zh: `${count} 条`, en: plural(count, 'revision') }
}

/** A ledger size. */
export function sizeText(size: number): Bilingual {
  return { zh: `账本前 ${size} 条`, en: `the first ${size} leaves of the ledger` }
}

/** How many submissions a side sent for it. */
export function sourcesText(count: number, records: number, name: Bilingual): Bilingual {
  return {
    zh: `${name.zh}：${count} 次报送，${records} 条记录`,
    en: `${name.en}: ${plural(count, 'submission')}, ${plural(records, 'record')}`,
  }
}
