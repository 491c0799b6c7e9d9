/** Words of the page that starts a consultation. */
import type { DeadlineRule } from '../../../contracts/registry/types.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { Fault } from '../desk/new/request.ts'

/** All of them. */
export const DESK_NEW = {
  title: { zh: '发起会商', en: 'Start a consultation' },
  which: { zh: '发起哪一种？', en: 'Of which product?' },
  noTerms: {
    zh: '双方还没有都签署会商规约，暂不能发起会商。',
    en: 'The two sides have not both signed terms of consultation yet, so none can be started.',
  },
  notDrafter: {
    zh: '发起会商是拟稿岗的事；您的密钥没有这一岗位，本页只读。',
    en: 'A drafting officer starts consultations; your key has no such post, so that you can only read here.',
  },
  about: { zh: '关于哪一时段？', en: 'About which period?' },
  fresh: { zh: '新的一期', en: 'A new release' },
  correction: { zh: '更正已发布的一期', en: 'A correction of one that was published' },
  other: { zh: '其他时段', en: 'Another period' },
  from: { zh: '第一天', en: 'First day' },
  to: { zh: '最后一天', en: 'Last day' },
  reason: { zh: '更正原因', en: 'Why it is corrected' },
  reasonHint: {
    zh: '仅更正时填写；写入发布，公众可见。',
    en: 'For a correction only. It becomes part of the release, for everybody to read.',
  },
  embargo: { zh: '暂缓公开至（北京时间，可不填）', en: 'Not public before (Beijing time; may be left empty)' },
  noEmbargo: {
    zh: '按规约，该产品签齐即公开，不能暂缓。',
    en: 'By the terms this product is public once both have signed; no embargo is allowed.',
  },
  onward: { zh: '下一步：核对', en: 'Next: check' },
  problem: { zh: '有需要更正的地方', en: 'There is a problem' },
  check: { zh: '送出前请核对', en: 'Check before sending' },
  change: { zh: '更改', en: 'Change' },
  product: { zh: '产品', en: 'Product' },
  period: { zh: '时段', en: 'Period' },
  corrects: { zh: '更正', en: 'Corrects' },
  notCorrection: { zh: '不是更正', en: 'no correction' },
  openly: { zh: '签齐即公开', en: 'at once when both have signed' },
  embargoed: { zh: '公开时间', en: 'Public' },
  audience: { zh: '公开范围', en: 'For' },
  agreeBy: { zh: '双方同意期限', en: 'Both agree by' },
  signBy: { zh: '双方签发期限', en: 'Both sign by' },
  anchor: { zh: '起算日（不计入）', en: 'Counted from (not counted itself)' },
  calendar: { zh: '其间的放假与调休', en: 'Holidays and days worked in exchange on the way' },
  noNotes: { zh: '没有', en: 'none' },
  notEstablished: {
    zh: '其间有一年的放假安排尚未公布：期限暂按周一至周五计算。',
    en: 'The holidays of a year on the way are not arranged yet; the deadline counts Monday to Friday for now.',
  },
  late: {
    zh: '按规约的期限已过，自今天起另算：',
    en: 'The deadline by the terms has passed, so that it is counted from today: ',
  },
  basis: { zh: '数据基准', en: 'Records' },
  noRecords: {
    zh: '该时段没有任何一方的记录，网关不会接受这份草稿。',
    en: 'Neither side has records of this period; the gateway will not take this draft.',
  },
  notInForce: {
    zh: '该产品的数据契约或登记册尚未由双方签署生效，暂不能发起。',
    en: 'The contract or register of this product is not in force, so that none can be started.',
  },
  rival: {
    zh: '同一时段已有一次会商尚未结束：',
    en: 'There is a consultation about the same period that has not ended: ',
  },
  posts: { zh: '岗位', en: 'Posts' },
  what: {
    zh: '签名后成为本方草稿，由拟稿岗提交后对方才看得到。',
    en: 'Once signed it is a draft of your own side; the other sees it when a drafting officer puts it on the table.',
  },
  send: { zh: '签名并建立草稿', en: 'Sign and make the draft' },
  exact: { zh: '签署的原文', en: 'The very bytes' },
  noScripts: {
    zh: '在网页上签名要用浏览器里的密钥，须允许本站运行脚本；不允许时，用下列命令或接口办理，效果相同。',
    en: 'Signing here uses the key in this browser and needs scripts. Without them, the command or API below does the same.',
  },
} as const satisfies Record<string, Bilingual>

/** What is wrong with a field. */
export const DESK_NEW_FAULT: Readonly<Record<Fault['code'], Bilingual>> = {
  'about-missing': { zh: '请选择时段', en: 'Choose a period' },
  'day-malformed': { zh: '请填写存在的日期，如 2026-11-09', en: 'Enter a day that exists, as 2026-11-09' },
  'period-invalid': {
    zh: '该产品此时不能就这一时段会商：天数不对、还未到时候，或已经过去',
    en: 'This product cannot be consulted on for that period now: wrong number of days, too early, or past',
  },
  released: { zh: '该时段已有发布，只能更正它', en: 'That period has a release, which can only be corrected' },
  'release-unknown': { zh: '没有这一期，或它已被更正', en: 'There is no such release, or it was corrected already' },
  'reason-missing': { zh: '请填写更正原因', en: 'Say why it is corrected' },
  'reason-unwanted': { zh: '不是更正的，不写更正原因', en: 'Leave the reason empty: this is no correction' },
  'text-too-long': { zh: '更正原因过长', en: 'The reason is too long' },
  'embargo-malformed': { zh: '请填写存在的日期和时刻', en: 'Enter a day and time that exist' },
  'embargo-past': { zh: '暂缓公开的时刻已过', en: 'That time is past already' },
  'embargo-late': { zh: '超过规约允许的最晚公开时刻', en: 'That is later than the terms allow' },
  'embargo-none': { zh: '按规约，该产品不能暂缓公开', en: 'By the terms this product has no embargo' },
}

/** A rule of the terms in words: `2 个工作日，17:00`. */
export function ruleText({ days, count, time }: DeadlineRule): Bilingual {
  if (days === 0) return { zh: `当日 ${time}`, en: `the same day, ${time}` }
  const [zh, en] = count === 'working' ? ['工作日', 'working day'] : ['天', 'day']
  return { zh: `${days} 个${zh} ${time}`.replace('个天', '天'), en: `${days} ${en}${days === 1 ? '' : 's'}, ${time}` }
}

/** How far an embargo may go. */
export function embargoText(hours: number): Bilingual {
  return {
    zh: `按规约最晚为签发期限后 ${hours} 小时。`,
    en: `By the terms at most ${hours} hours after the deadline to sign.`,
  }
}

/** How many records each side has, as of which ledger size. */
export function basisText(cq: number, sc: number, size: number): Bilingual {
  return {
    zh: `账本前 ${size} 条：重庆 ${cq} 条记录，四川 ${sc} 条记录`,
    en: `The first ${size} leaves of the ledger: ${cq} records of Chongqing, ${sc} of Sichuan`,
  }
}
