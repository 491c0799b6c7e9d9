/** Words of the documents and of the API reference. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { Role } from '../../identity/access.ts'

/** Headings and labels. */
export const DOCS = {
  title: { zh: '文档', en: 'Documents' },
  lead: {
    zh: '接入、报送、会商、核验与运行所需的一切；接口一览与网关实际应答由同一份数据生成。',
    en: 'All one needs to join, send, consult, verify and run; the API reference comes from the same data the gateway is tested by.',
  },
  reference: { zh: '接口一览', en: 'API reference' },
  referenceLead: {
    zh: '每个接口、谁可以调用、参数、应答与可能的拒绝。机器读 OpenAPI 3.1：',
    en: 'Every call: who may make it, its parameters, answers and refusals. For machines, OpenAPI 3.1:',
  },
  all: { zh: '全部文档', en: 'All documents' },
  allGroups: { zh: '全部接口', en: 'All calls' },
  calls: { zh: '接口', en: 'Calls' },
  who: { zh: '谁可调用', en: 'Who may call' },
  parameters: { zh: '参数', en: 'Parameters' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '位置', en: 'In' },
  meaning: { zh: '含义', en: 'Meaning' },
  example: { zh: '示例', en: 'Example' },
  body: { zh: '正文', en: 'Body' },
  answers: { zh: '应答', en: 'Answers' },
  refusals: { zh: '可能的拒绝', en: 'Refusals of its own' },
  shape: { zh: '结构', en: 'Shape' },
  required: { zh: '必填', en: 'required' },
  ownOnly: { zh: '（仅本方报送的）', en: ' (what their side sent)' },
  session: { zh: '签名或浏览器会话', en: 'by signature or browser session' },
  signature: { zh: '请求签名', en: 'by signature' },
} as const satisfies Record<string, Bilingual>

/** Where a parameter stands. */
export const PARAMETER_PLACE = {
  path: { zh: '路径', en: 'path' },
  query: { zh: '查询', en: 'query' },
  header: { zh: '头部', en: 'header' },
} as const satisfies Record<string, Bilingual>

/** Roles of the access matrix. */
export const ROLE_NAME: Readonly<Record<Role, Bilingual>> = {
  public: { zh: '任何人', en: 'anybody' },
  agency: { zh: '报送单位', en: 'agency' },
  operator: { zh: '拟稿岗', en: 'operator (drafts)' },
  reviewer: { zh: '审核岗', en: 'reviewer' },
  signatory: { zh: '签发岗', en: 'signatory' },
  system: { zh: '系统管理员', en: 'system administrator' },
  security: { zh: '安全管理员', en: 'security administrator' },
  audit: { zh: '审计管理员', en: 'audit administrator' },
}
