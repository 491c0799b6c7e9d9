/** Every way identity can refuse: one stable code each, which is a problem type (RFC 9457) of the gateway. */
import type { Bilingual } from '../../contracts/types.ts'

/** Code → HTTP status and title. The gateway's error table takes these rows as they are. */
export const IDENTITY_ERRORS = {
  'signature-missing': row(401, '缺少请求签名', 'Signature missing'),
  'signature-malformed': row(400, '签名格式不正确', 'Signature malformed'),
  'signature-component-missing': row(401, '签名未覆盖必需内容', 'Signature does not cover what it must'),
  'signature-invalid': row(401, '签名验证未通过', 'Signature does not verify'),
  'signature-expired': row(401, '签名已过期', 'Signature too old'),
  'signature-future': row(401, '签名时间超前', 'Signature from the future'),
  'signature-replayed': row(409, '签名重复使用', 'Signature already used'),
  'nonce-missing': row(401, '缺少一次性随机数', 'Nonce missing'),
  'digest-missing': row(400, '缺少内容摘要', 'Content digest missing'),
  'digest-mismatch': row(400, '内容摘要不符', 'Content digest does not match'),
  'key-malformed': row(400, '密钥格式不正确', 'Key malformed'),
  'key-unknown': row(401, '密钥未登记', 'Key unknown'),
  'key-not-active': row(401, '密钥尚未生效', 'Key not active yet'),
  'key-revoked': row(401, '密钥已吊销', 'Key revoked'),
  'algorithm-unsupported': row(401, '不支持的签名算法', 'Algorithm not supported'),
  'verification-limited': row(429, 'SM2 验签过于频繁', 'Too many SM2 signatures'),
  'algorithm-mismatch': row(401, '签名算法与密钥不符', "Algorithm is not the key's"),
  'target-mismatch': row(401, '签名目标不是本网关', 'Signed for another address'),
  'tag-mismatch': row(401, '签名用途不符', 'Signed for another purpose'),
  'not-permitted': row(403, '无权访问', 'Not permitted'),
  'session-missing': row(401, '尚未登录', 'Not signed in'),
  'session-invalid': row(401, '会话无效', 'Session not valid'),
  'session-expired': row(401, '会话已到期', 'Session expired'),
  'session-ended': row(401, '会话已退出', 'Session ended'),
  'session-cross-site': row(403, '请求来自其他网站', 'Request from another site'),
  'session-insecure-origin': row(403, '此地址不安全，不能登录', 'No sign-in over an insecure address'),
  'sign-in-malformed': row(400, '登录内容格式不正确', 'Sign-in malformed'),
  'sign-in-origin': row(401, '登录签名不是给本网关的', 'Signed in for another address'),
  'sign-in-role': row(403, '该密钥不能用于登录', 'This key may not sign in'),
  'challenge-invalid': row(401, '登录质询无效', 'Challenge not valid'),
  'challenge-expired': row(401, '登录质询已过期', 'Challenge expired'),
  'challenge-used': row(409, '登录质询已用过', 'Challenge already used'),
  'document-malformed': row(400, '文件格式不正确', 'Document malformed'),
  'document-not-canonical': row(400, '文件不是规范形式', 'Document not in canonical form'),
  'document-signature-invalid': row(422, '文件签名验证未通过', 'A signature on the document does not verify'),
  'document-signature-missing': row(422, '文件缺少一方签名', "A party's signature is missing"),
  'document-signature-doubled': row(422, '同一方重复签名', 'One party signed twice'),
  'document-signer-unknown': row(422, '文件签名人未登记', 'Signer of the document unknown'),
  'document-algorithm': row(422, '文件签名算法不被接受', 'Algorithm of a document signature not accepted'),
  'package-malformed': row(400, '报送包格式不正确', 'Package malformed'),
  'package-expired': row(401, '报送包已过期', 'Package too old'),
  'key-list-malformed': row(400, '密钥清单内容不正确', 'Key list malformed'),
  'key-list-order': row(409, '密钥清单版次不连续', 'Key list does not follow the last one'),
  'key-list-conflict': row(409, '密钥清单与既有登记冲突', 'Key list contradicts what is registered'),
  'key-list-roles': row(422, '三员角色须分设', 'Administrator roles must be kept apart'),
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Bilingual }>>

/** A stable code of identity; also the last part of its problem type. */
export type IdentityCode = keyof typeof IDENTITY_ERRORS

/** A refusal. `pointer` is a header name, parameter or JSON pointer; `value` what was there, shortened. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError'
  readonly code: IdentityCode
  readonly detail: Bilingual
  declare readonly pointer?: string
  declare readonly value?: string
  /** Seconds, for 429. */
  declare readonly retryAfter?: number

  constructor(
    code: IdentityCode,
    detail: Bilingual,
    where: { readonly pointer?: string; readonly value?: string; readonly retryAfter?: number } = {},
  ) {
    super(`${code}: ${detail.en}`)
    this.code = code
    this.detail = detail
    if (where.pointer !== undefined) this.pointer = where.pointer
    if (where.value !== undefined) this.value = shortened(where.value)
    if (where.retryAfter !== undefined) this.retryAfter = where.retryAfter
  }
}

/** An IdentityError in one line. */
export function refusal(code: IdentityCode, zh: string, en: string, pointer: string, value?: string): IdentityError {
  return new IdentityError(code, { zh, en }, value === undefined ? { pointer } : { pointer, value })
}

const VALUE_CHARACTERS = 200

function shortened(value: string): string {
  return value.length > VALUE_CHARACTERS ? `${value.slice(0, VALUE_CHARACTERS)}…` : value
}

function row(status: number, zh: string, en: string) {
  return { status, title: { zh, en } }
}
