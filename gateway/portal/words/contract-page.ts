/** Words of the pages of contracts: states, fields, terms, changes. */
import type { Direction, Finding } from '../../../contracts/compare/index.ts'
import type { ContractState } from '../../../contracts/life.ts'
import type { Audience, Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Headings and labels. */
export const CONTRACT = {
  contracts: { zh: '数据契约', en: 'Contracts' },
  lead: {
    zh: '契约写明共享什么、以什么形式、谁可以报送和查看。双方都签署后才生效；契约之外不共享任何数据。',
    en: 'A contract says what is shared, in what form, and who may send and see it. It counts once both sides have signed; nothing is shared outside one.',
  },
  none: { zh: '账本中还没有契约。', en: 'There is no contract in the ledger yet.' },
  contract: { zh: '契约', en: 'Contract' },
  version: { zh: '版本', en: 'Version' },
  state: { zh: '状态', en: 'State' },
  effective: { zh: '生效', en: 'Effective' },
  onSigning: { zh: '双方签署之日', en: 'the day both have signed' },
  transition: { zh: '过渡期至', en: 'Transition until' },
  noTransition: { zh: '无过渡期', en: 'none' },
  retirement: { zh: '停用', en: 'Retirement' },
  noRetirement: { zh: '未提出停用', en: 'none proposed' },
  versions: { zh: '全部版本', en: 'All versions' },
  changes: { zh: '与上一版的差异', en: 'Changes from the version before' },
  fields: { zh: '字段', en: 'Fields' },
  terms: { zh: '条款', en: 'Terms' },
  signing: { zh: '签署', en: 'Signatures' },
  downloads: { zh: '下载', en: 'Downloads' },
  field: { zh: '字段', en: 'Field' },
  type: { zh: '类型与单位', en: 'Type and unit' },
  rule: { zh: '规则', en: 'Rules' },
  meaning: { zh: '含义', en: 'Meaning' },
  example: { zh: '示例', en: 'Example' },
  audience: { zh: '谁可看', en: 'Who may see it' },
  noValue: { zh: '空值', en: 'no value' },
  optional: { zh: '可缺省', en: 'may be left out' },
  source: { zh: '来源', en: 'From' },
  definitions: { zh: '共用的类型', en: 'Shared types' },
  conditions: { zh: '字段之间的规则', en: 'Rules between fields' },
  original: { zh: '报送原件', en: 'The original as sent' },
  key: { zh: '记录的主键', en: 'What makes a record one' },
  digest: { zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' },
  unsigned: { zh: '尚未签署', en: 'not signed yet' },
  ledger: { zh: '账本位置', en: 'ledger index' },
  json: { zh: '契约全文与签署状态', en: 'The contract and its signing' },
  schema: { zh: 'JSON Schema，供程序校验', en: 'JSON Schema, for programs' },
  template: { zh: '填报模板（XLSX），含下拉选项与填写说明', en: 'A workbook to fill in, with drop-downs and a guide' },
  jws: { zh: '带双方签名的原件：', en: 'The original with both signatures:' },
  meaningNote: {
    zh: '含义栏为契约原文（英文，夹中文术语），与双方签署的内容一字不差。示例记录均为虚构或公开样例。',
    en: 'Meanings are the contract’s own words, as signed. Examples are fictional or public samples.',
  },
  verdict: { zh: '结论', en: 'Verdict' },
  step: { zh: '版本号', en: 'Version number' },
  findings: { zh: '逐项差异', en: 'Findings' },
  noFindings: { zh: '没有差异。', en: 'No difference.' },
  noBefore: { zh: '没有更早的版本可比。', en: 'There is no earlier version to compare with.' },
  kind: { zh: '类别', en: 'Kind' },
  place: { zh: '位置', en: 'Where' },
  why: { zh: '差异', en: 'Difference' },
  breaks: { zh: '影响', en: 'Breaks' },
  nothing: { zh: '无', en: 'nothing' },
  undecided: { zh: '未能判定，按有影响处理', en: 'not decided, taken to break' },
  consent: { zh: '需双方重新同意', en: 'asks for new consent' },
  accepted: { zh: '只有其中一版接受的例子', en: 'A value only one of them takes' },
  toContract: { zh: '回到契约', en: 'To the contract' },
} as const satisfies Record<string, Bilingual>

/** That it counts since both had signed, and when that was. */
export function onSigning(at: string): Bilingual {
  return { zh: `双方签署之日（${at}）`, en: `the day both had signed (${at})` }
}

/** Where a version stands. */
export const STATE: Readonly<Record<ContractState, Bilingual>> = {
  proposed: { zh: '已提出，待另一方签署', en: 'proposed, the other side has not signed' },
  withdrawn: { zh: '签署前撤回', en: 'withdrawn before both had signed' },
  agreed: { zh: '双方已签署，尚未生效', en: 'signed by both, not yet effective' },
  'in-force': { zh: '有效', en: 'in force' },
  superseded: { zh: '已被新版取代', en: 'superseded' },
  retired: { zh: '已停用', en: 'retired' },
}

/** Who may see a member. */
export const AUDIENCE: Readonly<Record<Audience, Bilingual>> = {
  public: { zh: '公开', en: 'everybody' },
  joint: { zh: '双方', en: 'both sides' },
  own: { zh: '仅报送方', en: 'the sender alone' },
}

/** JSON types. */
export const TYPE: Readonly<Record<string, Bilingual>> = {
  array: { zh: '列表', en: 'list' },
  boolean: { zh: '是/否', en: 'yes or no' },
  enum: { zh: '取值', en: 'value' },
  integer: { zh: '整数', en: 'whole number' },
  null: { zh: '可为空', en: 'or null' },
  number: { zh: '数', en: 'number' },
  object: { zh: '组', en: 'group' },
  string: { zh: '文本', en: 'text' },
}

/** The terms, by their names in the contract. */
export const TERM: Readonly<Record<string, Bilingual>> = {
  allOrNothing: { zh: '整批接受', en: 'All or nothing' },
  cadence: { zh: '频次与时限', en: 'How often, by when' },
  crosswalk: { zh: '等级对照', en: 'Crosswalk' },
  crosswalks: { zh: '名称对照', en: 'Crosswalks' },
  display: { zh: '公示', en: 'Display' },
  effective: { zh: '生效', en: 'Effective' },
  grants: { zh: '权限', en: 'Grants' },
  mutualRecognition: { zh: '互认', en: 'Mutual recognition' },
  products: { zh: '联合发布', en: 'Joint releases' },
  quality: { zh: '质量规则', en: 'Rules of quality' },
  retention: { zh: '保存', en: 'Retention' },
  rounding: { zh: '修约', en: 'Rounding' },
  signatories: { zh: '签署方', en: 'Signatories' },
  standards: { zh: '标准', en: 'Standards' },
  territory: { zh: '地域', en: 'Territory' },
  transition: { zh: '过渡', en: 'Transition' },
}

/** Roles a grant names. */
export const ROLE: Readonly<Record<string, Bilingual>> = {
  agency: { zh: '报送单位', en: 'agencies' },
  audit: { zh: '审计', en: 'auditors' },
  operator: { zh: '拟稿岗', en: 'drafters' },
  reviewer: { zh: '审核岗', en: 'reviewers' },
  signatory: { zh: '签发岗', en: 'signatories' },
}

/** What a grant allows. */
export const MAY: Readonly<Record<string, Bilingual>> = {
  normalise: { zh: '试算', en: 'try out' },
  read: { zh: '读取', en: 'read' },
  submit: { zh: '报送', en: 'submit' },
}

/** Whose data a grant is of. */
export const DATA: Readonly<Record<string, Bilingual>> = {
  joint: { zh: '双方数据', en: 'the data of both sides' },
  own: { zh: '本方数据', en: 'its own side’s data' },
  public: { zh: '公开数据', en: 'public data' },
}

/** What a rule does to a row. */
export const ACTION: Readonly<Record<string, Bilingual>> = {
  count: { zh: '计数', en: 'counted' },
  note: { zh: '记入说明', en: 'noted' },
  reject: { zh: '拒绝', en: 'rejected' },
}

/** Kinds of difference between versions. */
export const KIND: Readonly<Record<Finding['kind'], Bilingual>> = {
  schema: { zh: '结构', en: 'schema' },
  meaning: { zh: '含义', en: 'meaning' },
  terms: { zh: '条款', en: 'terms' },
  words: { zh: '文字', en: 'words' },
}

/** What a difference breaks. */
export const BREAKS: Readonly<Record<Direction, Bilingual>> = {
  backward: { zh: '旧数据在新版下不再有效', en: 'old data no longer valid' },
  forward: { zh: '新数据在旧版下无效', en: 'new data not valid under the old' },
}

/** A title naming both versions. */
export function changesTitle(name: string, from: string, to: string): Bilingual {
  return { zh: `${name}：${from} → ${to}`, en: `${name}: ${from} → ${to}` }
}

/** How many differences are not listed. */
export function moreFindings(count: number): Bilingual {
  return { zh: `另有 ${integer(count)} 项，见接口。`, en: `${plural(count, 'more finding')} in the data.` }
}

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  D: ['天', 'day'],
  H: ['小时', 'hour'],
  M: ['个月', 'month'],
  W: ['周', 'week'],
  Y: ['年', 'year'],
}

/** An ISO 8601 duration of one unit in words, else as it is: `P7D` → 7 天. */
export function durationText(text: string): Bilingual {
  const [, count = '', unit = ''] = /^P(\d+)([DWMY])$/.exec(text) ?? /^PT(\d+)(H)$/.exec(text) ?? []
  const words = UNITS[unit]
  if (!words) return { zh: text, en: text }
  return { zh: `${count} ${words[0]}`, en: plural(Number(count), words[1]) }
}
