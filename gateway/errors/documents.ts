/** What identity refuses in a signed document (RFC 7515, RFC 8785) or a key list. */
import { IDENTITY_ERRORS, type IdentityCode } from '../identity/error.ts'
import type { ErrorRow } from './types.ts'

/** The codes of signed documents and key lists. */
export type DocumentCode = Extract<IdentityCode, `document-${string}` | `key-list-${string}`>

/** One row a code of a signed document or key list. */
export const DOCUMENT_ERRORS: Readonly<Record<DocumentCode, ErrorRow>> = {
  'document-malformed': {
    ...IDENTITY_ERRORS['document-malformed'],
    what: {
      zh: '应为 General JWS：恰有 payload 与 signatures 两个成员，每个签名恰有 protected 与 signature；收到的文件不符。',
      en: 'A General JWS was expected: exactly payload and signatures, each signature exactly protected and signature. This document is otherwise.',
    },
    fix: {
      zh: '按 pointer 所指位置更正：不要使用 Flattened 或 Compact 形式，不要加 header 成员，受保护头只含 alg、kid、typ。',
      en: 'Correct the place that pointer names: no flattened or compact form, no member header, and a protected header of alg, kid and typ alone.',
    },
    example: '{"payload":"…","protected":"…","signature":"…"}',
  },
  'document-not-canonical': {
    ...IDENTITY_ERRORS['document-not-canonical'],
    what: {
      zh: '内容或受保护头不是其 RFC 8785 规范形式，或 base64url 重新编码后与原文不同。',
      en: 'The payload or a protected header is not its own canonical form (RFC 8785), or its base64url does not re-encode to itself.',
    },
    fix: {
      zh: '先用 JCS 库把 JSON 序列化，对得到的字节编码和签名；base64url 不带填充，也不换行。',
      en: 'Serialise the JSON with a JCS library first and encode and sign those bytes; base64url without padding or line breaks.',
    },
    example: '{"version": "1.0.0", "id": "water-section-quality"}',
  },
  'document-signature-invalid': {
    ...IDENTITY_ERRORS['document-signature-invalid'],
    what: {
      zh: '文件中有一个签名对其内容不成立；任何一个签名不成立，整个文件即不被接受。',
      en: 'One signature does not hold over the payload; a single one that fails refuses the whole document.',
    },
    fix: {
      zh: '从网关重新取得待签内容，对其原样字节重新签名；不要先解析再重新排版。',
      en: 'Fetch the payload again and sign its bytes as they are, without parsing and printing them anew.',
    },
  },
  'document-signature-missing': {
    ...IDENTITY_ERRORS['document-signature-missing'],
    what: {
      zh: '文件应由规定的各方签名，现缺至少一方的签名。',
      en: 'The document must be signed by every required party; at least one signature is missing.',
    },
    fix: {
      zh: '请 value 所列的一方补签；双方签名齐全之前，文件不生效。',
      en: 'Have the party named in value sign; the document has no effect until both sides have.',
    },
  },
  'document-signature-doubled': {
    ...IDENTITY_ERRORS['document-signature-doubled'],
    what: {
      zh: '同一方的签名在文件中出现了两次，每一方应恰有一个。',
      en: 'One party signed twice; each party must have exactly one signature.',
    },
    fix: {
      zh: '每一方只保留一个签名后重新提交；同一方的两个签名不能代替双方签名。',
      en: 'Keep one signature a party and submit again; two of one side never stand for both sides.',
    },
  },
  'document-signer-unknown': {
    ...IDENTITY_ERRORS['document-signer-unknown'],
    what: {
      zh: '签名的 kid 未登记，或在该文件的账本位置上无效（尚未生效或已吊销）。',
      en: "A signature's kid is not registered, or does not count at the document's place in the ledger: not active yet, or revoked.",
    },
    fix: {
      zh: '用现行有效且具备签署角色的密钥签名；离线核验时，请确认信任文件中的根密钥来自可靠渠道且对应同一网关。',
      en: 'Sign with an active key that holds the signatory role. When verifying offline, make sure the trust file has the root keys of this gateway, from a source you trust.',
    },
  },
  'document-algorithm': {
    ...IDENTITY_ERRORS['document-algorithm'],
    what: {
      zh: '受保护头的 alg 应为 Ed25519、ES256 或 SM2SM3，且与密钥登记的算法一致；收到的不是。',
      en: "The protected header's alg must be Ed25519, ES256 or SM2SM3 and that of the key; it is not.",
    },
    fix: {
      zh: 'Ed25519 密钥写 "alg":"Ed25519"（RFC 9864），不写已弃用的 EdDSA；P-256 密钥写 "alg":"ES256"；SM2 密钥写 "alg":"SM2SM3"。',
      en: 'Write "alg":"Ed25519" (RFC 9864) for an Ed25519 key, not the deprecated EdDSA, "alg":"ES256" for a P-256 key, and "alg":"SM2SM3" for one of SM2.',
    },
    example: '{"alg":"none","kid":"…","typ":"…"}',
  },
  'key-list-malformed': {
    ...IDENTITY_ERRORS['key-list-malformed'],
    what: {
      zh: '密钥清单的签名成立，但其内容不合规定：成员、取值或排列与要求不符。',
      en: "The key list's signature holds, but its content does not follow the rules: a member, a value or an order is not as required.",
    },
    fix: {
      zh: '按 pointer 所指成员更正后由根密钥重新签名：kid 为公钥指纹，roles 按字母排序且不重复，根密钥自身不列入清单。',
      en: 'Correct the member that pointer names and sign again with the root key: kid is the thumbprint, roles are sorted and listed once, and the root key itself is not on the list.',
    },
    example: '"roles":["operator","agency"]',
  },
  'key-list-order': {
    ...IDENTITY_ERRORS['key-list-order'],
    what: {
      zh: '密钥清单应紧接该方上一版：edition 加一，previous 为上一版内容的 SHA-256；收到的不衔接。',
      en: "A key list must follow the party's last one: edition one higher, previous the SHA-256 of the last payload. This one does not.",
    },
    fix: {
      zh: '取得本方最新一版清单，在其基础上修改，更新 edition 与 previous 后由根密钥重新签名。',
      en: "Fetch your side's latest list, edit that one, set edition and previous from it and sign again with the root key.",
    },
    example: '"edition":2 → "edition":4',
  },
  'key-list-conflict': {
    ...IDENTITY_ERRORS['key-list-conflict'],
    what: {
      zh: '清单与既有登记矛盾：漏列了已登记的密钥，改动了其单位、岗位或角色，恢复了已吊销的密钥，或列入了对方的密钥。',
      en: "The list contradicts what is registered: it leaves out a key, changes a key's agency, operator or roles, revives a revoked key, or names a key of the other side.",
    },
    fix: {
      zh: '保留全部已登记密钥，只允许把 status 由 active 改为 revoked；需要其他单位、岗位或角色时另列新密钥。',
      en: 'Keep every key listed before and change nothing but status, from active to revoked; for another agency, operator or role list a new key.',
    },
    example: '"status":"revoked" → "status":"active"',
  },
  'key-list-roles': {
    ...IDENTITY_ERRORS['key-list-roles'],
    what: {
      zh: '清单中有一把新密钥兼有系统、安全、审计管理员中的两种，或其中一种与单位、岗位、复核、签署角色；三员须分立。',
      en: 'A new key of the list has two of the roles system, security and audit, or one of them beside agency, operator, reviewer or signatory; these must be kept apart.',
    },
    fix: {
      zh: '为每种管理员角色各列一把密钥，由不同的人持有，再由根密钥签署清单后重新提交。',
      en: 'List a key of its own for each administrator role, held by different people, sign the list again with the root and send it.',
    },
    example: '"roles":["audit","security"]',
  },
}
