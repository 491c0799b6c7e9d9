/** Words of what a person can do at the desk: the buttons, and why one of them is no use now. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { Act } from '../../release/consultation/acts.ts'
import type { ActRefusal } from '../../release/consultation/machine.ts'

/** Acts that have a button of their own on the page. */
export const BUTTONS = [
  'open',
  'agree',
  'sign',
  'object',
  'comment',
  'rebase',
  'attach',
  'extend',
  'unsign',
  'withdraw',
  'hand-over',
] as const satisfies readonly Act['type'][]
/** One of `BUTTONS`. */
export type ButtonAct = (typeof BUTTONS)[number]

/** What a button says. */
export const BUTTON: Readonly<Record<ButtonAct, Bilingual>> = {
  open: { zh: '提交会商', en: 'Put on the table' },
  agree: { zh: '核对后同意', en: 'Check and agree' },
  sign: { zh: '核对后签发', en: 'Check and sign' },
  object: { zh: '对整体提异议', en: 'Object to the whole' },
  comment: { zh: '对整体提意见', en: 'Remark on the whole' },
  rebase: { zh: '改用最新记录', en: 'Move to the newest records' },
  attach: { zh: '附上文件', en: 'Attach a document' },
  extend: { zh: '延期', en: 'More time' },
  unsign: { zh: '撤销本方签发', en: 'Take our signature back' },
  withdraw: { zh: '撤回会商', en: 'Withdraw' },
  'hand-over': { zh: '交班', en: 'Hand over' },
}

/** What it comes to, for who is about to press it. */
export const EFFECT: Readonly<Record<ButtonAct, Bilingual>> = {
  open: { zh: '对方从此可以看到并参与。', en: 'From now on the other side sees it and takes part.' },
  agree: {
    zh: '到核对页逐项核对后，以您的密钥签署同意。',
    en: 'On the check page you see exactly what is agreed to, and sign with your key.',
  },
  sign: {
    zh: '到核对页逐项核对后，以您的密钥签发。',
    en: 'On the check page you see exactly what is issued, and sign with your key.',
  },
  object: {
    zh: '异议解决前双方不能达成一致；双方已有的同意随之失效。',
    en: 'Until it is settled there can be no agreement, and agreements given so far are void.',
  },
  comment: {
    zh: '意见写入账本，双方可见，不能修改或删除。',
    en: 'A remark goes into the ledger for both sides to see; it can be neither changed nor removed.',
  },
  rebase: {
    zh: '按账本此刻的全部记录重算各格；已取某一方的格随其新值变动，已有的同意失效。',
    en: 'Every cell is worked out from the records as of now. What was taken from a side follows it, and agreements are void.',
  },
  attach: {
    zh: '把盖章文件的摘要写进联合发布：只签署文件名、大小和 SHA-256，文件不离开本机；已有的同意失效。',
    en: 'Puts a sealed document’s digest into the release: name, size and SHA-256 are signed, the file never leaves this machine; agreements are void.',
  },
  extend: {
    zh: '双方签发人签署同样的新期限后生效。',
    en: 'It counts once the signatories of both sides have signed the same new deadlines.',
  },
  unsign: { zh: '双方须重新同意、重新签发。', en: 'Both sides must agree and sign anew.' },
  withdraw: { zh: '会商结束，不再联合发布。', en: 'The consultation ends without a joint release.' },
  'hand-over': { zh: '给下一班留言，双方可见。', en: 'A word to the next on duty; both sides see it.' },
}

/** Why an act is no use now, where the stage is the reason. */
export const NOT_NOW: Readonly<Record<ButtonAct | 'revise', Bilingual>> = {
  open: { zh: '已提交会商', en: 'it is on the table already' },
  agree: { zh: '只在会商中可以同意', en: 'only while it is under consultation' },
  sign: { zh: '双方同意后才能签发', en: 'only once both sides have agreed' },
  object: { zh: '只在会商中和待签发时可以提异议', en: 'only under consultation and before it is signed' },
  comment: { zh: '现阶段不能', en: 'not at this stage' },
  rebase: { zh: '双方已同意，不能再改', en: 'both have agreed' },
  attach: { zh: '双方已同意，不能再改', en: 'both have agreed' },
  extend: { zh: '现阶段不能延期', en: 'not at this stage' },
  unsign: { zh: '没有可撤销的签发', en: 'there is no signature to take back' },
  withdraw: { zh: '已经结束', en: 'it has ended' },
  'hand-over': { zh: '现阶段不能', en: 'not at this stage' },
  revise: { zh: '双方已同意，不能再改；提出异议后可以再改', en: 'both have agreed; an objection opens it again' },
}

/** Why an act is no use now, otherwise. */
export const WHY: Readonly<
  Record<Exclude<ActRefusal['code'], 'act-not-now'> | 'closed' | 'off-duty' | 'not-tabled', Bilingual>
> = {
  'deadline-passed': {
    zh: '期限已过；可由双方签发人共同延期',
    en: 'the deadline has passed; both signatories can extend it',
  },
  'post-required': { zh: '由另一岗位办理', en: 'another post does this' },
  'four-eyes': { zh: '您在本次会商中已担任另一岗位', en: 'you have acted in another post here' },
  'cell-moved': { zh: '该格已被修改', en: 'the cell was revised' },
  'objection-standing': { zh: '还有未解决的异议', en: 'an objection stands' },
  'digest-moved': { zh: '内容已变动', en: 'the content has changed' },
  'other-party': { zh: '由另一方办理', en: 'the other side does this' },
  'remark-unknown': { zh: '没有这条异议', en: 'there is no such objection' },
  'already-done': { zh: '本方已办理', en: 'your side has done it' },
  'deadline-invalid': { zh: '期限不合规定', en: 'the deadline is not valid' },
  closed: { zh: '同一时段已另行发布', en: 'another release for this period is out' },
  'off-duty': { zh: '今日由他人值班：', en: 'others are on duty today: ' },
  'not-tabled': { zh: '内容尚不能列出', en: 'there is nothing on the table' },
}

/** Words around the buttons and in their forms. */
export const ACTING = {
  title: { zh: '您可以做什么', en: 'What you can do' },
  reader: { zh: '您的角色只阅读，不参与会商。', en: 'Your role reads and takes no part.' },
  ended: { zh: '会商已结束。', en: 'This consultation has ended.' },
  notNow: { zh: '暂不能：', en: 'Not now: ' },
  text: { zh: '内容', en: 'Text' },
  reason: { zh: '理由', en: 'Reason' },
  agreeBy: { zh: '新的同意期限（北京时间）', en: 'New deadline to agree (Beijing time)' },
  signBy: { zh: '新的签发期限（北京时间）', en: 'New deadline to sign (Beijing time)' },
  confirm: { zh: '签名并提交', en: 'Sign and send' },
  minutes: { zh: '会商纪要', en: 'Minutes' },
} as const satisfies Record<string, Bilingual>
