/** Words of the minutes, in both languages. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { Act } from './acts.ts'
import type { MinutesSection } from './minutes-types.ts'
import type { Status } from './next.ts'

/** What stands over each section. */
export const HEADINGS: Readonly<Record<MinutesSection, Bilingual>> = {
  period: { zh: '时段', en: 'Period' },
  outcome: { zh: '会商结果', en: 'Outcome' },
  participants: { zh: '参加岗位', en: 'Taking part, by post' },
  timeline: { zh: '会商经过', en: 'What happened' },
  comments: { zh: '会商意见', en: 'Comments' },
  objections: { zh: '异议及处理', en: 'Objections and how they were settled' },
  edits: { zh: '修改', en: 'Changes of joint values' },
  agreements: { zh: '审核同意', en: 'Agreements' },
  signatures: { zh: '签发', en: 'Signatures' },
  deputies: { zh: '代班', en: 'Acted as deputy' },
  handOvers: { zh: '交接班', en: 'Hand-overs' },
  attachments: { zh: '附件', en: 'Attachments' },
}

/** The whole, where no cell is named. */
export const WHOLE: Bilingual = { zh: '总体', en: 'The whole' }

/** What each outcome says; those with a time or a reason get it from the minutes. */
export const OUTCOMES: Readonly<Record<Status | 'closed', Bilingual>> = {
  draft: { zh: '拟稿中，尚未提交会商。', en: 'Being drafted; not yet put to the other side.' },
  open: { zh: '会商中，尚未形成一致。', en: 'Under consultation; not yet agreed.' },
  agreed: { zh: '双方审核同意，待签发。', en: 'Both sides have agreed; to be signed.' },
  'signed-by-one': { zh: '一方已签发，待另一方签发。', en: 'One side has signed; the other is to sign.' },
  embargoed: { zh: '双方均已签发，暂缓公开。', en: 'Signed by both sides; not to be seen before its embargo ends.' },
  published: { zh: '双方均已签发，联合发布。', en: 'Signed by both sides and jointly released.' },
  'no-agreement': {
    zh: '期限已过，未形成一致：不作联合发布，各方自己的结果照常有效。',
    en: 'The deadline passed without agreement: there is no joint release, and each side’s own results stand.',
  },
  withdrawn: {
    zh: '提出方已撤回，不作联合发布。',
    en: 'Withdrawn by the side that opened it; there is no joint release.',
  },
  closed: {
    zh: '同一时段已另行联合发布，本次会商不再进行。',
    en: 'Another release for the period has been published; this consultation is closed.',
  },
}

const time = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`

/** What an act was, as a line of the minutes says it. */
export function actText(act: Act): Bilingual {
  switch (act.type) {
    case 'draft':
      return act.corrects === null
        ? {
            zh: `拟稿，依据账本第 ${act.basis} 条以前的记录`,
            en: `drafted from the records of the first ${act.basis} leaves`,
          }
        : {
            zh: `拟稿，更正 ${act.corrects}：${act.reason ?? ''}`,
            en: `drafted a correction of ${act.corrects}: ${act.reason ?? ''}`,
          }
    case 'open':
      return { zh: '提交双方会商', en: 'put it to both sides' }
    case 'revise':
      return {
        zh: `修改 ${act.edits.length} 处`,
        en: `changed ${act.edits.length} cell${act.edits.length === 1 ? '' : 's'}`,
      }
    case 'rebase':
      return {
        zh: `改以账本第 ${act.basis} 条以前的记录为依据`,
        en: `brought it up to date with the records of the first ${act.basis} leaves`,
      }
    case 'comment':
      return { zh: `意见：${act.text}`, en: `commented: ${act.text}` }
    case 'object':
      return { zh: `异议：${act.text}`, en: `objected: ${act.text}` }
    case 'resolve':
      return {
        zh: `第 ${act.objection} 步的异议已解决：${act.text}`,
        en: `the objection of step ${act.objection} is settled: ${act.text}`,
      }
    case 'attach':
      return { zh: `附上《${act.name}》`, en: `attached ${act.name}` }
    case 'agree':
      return { zh: '审核同意', en: 'agreed' }
    case 'sign':
      return { zh: '签发', en: 'signed' }
    case 'unsign':
      return { zh: `撤回签发：${act.reason}`, en: `took the signature back: ${act.reason}` }
    case 'withdraw':
      return { zh: `撤回会商：${act.reason}`, en: `withdrew it: ${act.reason}` }
    case 'extend':
      return {
        zh: `延期至 ${time(act.agreeBy)} 同意、${time(act.signBy)} 签发：${act.reason}`,
        en: `put off to ${time(act.agreeBy)} for agreement and ${time(act.signBy)} for signing: ${act.reason}`,
      }
    case 'hand-over':
      return { zh: `交班：${act.text}`, en: `handed over: ${act.text}` }
  }
}
