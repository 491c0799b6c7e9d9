/** Why the browser cannot do something with a key: a stable code, and words for the person. */

/**
 * A code of `KeyError`.
 * @typedef {keyof typeof WORDS} KeyErrorCode
 */

/** Code → words. */
export const WORDS = Object.freeze({
  'crypto-missing': {
    zh: '浏览器在此地址不提供密钥功能：请用 https 地址打开；仅在本机试用时，用 http://localhost 或 http://127.0.0.1。',
    en: 'The browser offers no keys at this address. Open it by its https address; on this machine alone, by http://localhost or http://127.0.0.1.',
  },
  'algorithm-missing': {
    zh: '浏览器既不支持 Ed25519，也不支持 P-256 签名：请更新浏览器。',
    en: 'The browser signs neither with Ed25519 nor with P-256. Please update it.',
  },
  'storage-missing': {
    zh: '浏览器不允许本站保存密钥：请关闭无痕窗口，或允许本站保存数据。',
    en: 'The browser lets this site keep nothing. Leave the private window, or allow this site to store data.',
  },
  'key-missing': {
    zh: '本浏览器里还没有密钥：请先创建密钥，并请本单位登记。',
    en: 'There is no key in this browser yet. Create one, and have your agency enrol it.',
  },
  'key-malformed': {
    zh: '这不是可用的私钥：应为 Ed25519 或 P-256 的 JWK，含成员 d。',
    en: 'This is no usable private key: a JWK of Ed25519 or P-256 with the member d was expected.',
  },
  'not-canonical': {
    zh: '待签内容不是规范形式（RFC 8785），未予签名。',
    en: 'What was to be signed is not in canonical form (RFC 8785); nothing was signed.',
  },
  'key-other': {
    zh: '本浏览器里现用的密钥不是本页登录人的，未予签名：请以本人密钥重新登录，再打开本页。',
    en: 'The key in use in this browser is not that of the person this page is for; nothing was signed. Sign in again with your own key and open this page once more.',
  },
  'person-other': {
    zh: '本浏览器已换人登录或已退出，未予签名：请重新打开本页。',
    en: 'Somebody else has signed in with this browser meanwhile, or signed out; nothing was signed. Please open this page again.',
  },
  'digest-other': {
    zh: '按本页所载内容算出的摘要与网关所列的不同，未予签名：请重新打开本页；仍不同的，请勿签署并告知网关运维。',
    en: 'The digest of what this page holds is not the one the gateway names; nothing was signed. Open this page again; if it still differs, do not sign, and tell the operator of the gateway.',
  },
  'jws-malformed': {
    zh: '粘贴的不是签名文件：应为 JWS，紧凑形式或含 payload 与 signatures 的 JSON。',
    en: 'What was pasted is no signature: a JWS was expected, compact or as JSON with payload and signatures.',
  },
  'payload-other': {
    zh: '粘贴的签名所签的不是本页的内容。',
    en: 'The signature that was pasted is over something other than what this page shows.',
  },
  'file-large': {
    zh: '文件太大，浏览器不便计算：请用 chuanyu consult attach 命令。',
    en: 'The file is too large to be hashed in a browser: use the command chuanyu consult attach.',
  },
  'file-name': {
    zh: '文件名太长，或含有不能签署的字符：请改名后再选。',
    en: 'The name of the file is too long, or has characters that cannot be signed. Rename it and choose it again.',
  },
  'file-unreadable': {
    zh: '读不出这个文件，或选定后已有改动：请重新选择。',
    en: 'The file cannot be read, or was changed after it was chosen. Choose it again.',
  },
  unreachable: {
    zh: '网关没有应答：请检查网络后重试。',
    en: 'The gateway did not answer. Check the network and try again.',
  },
  refused: {
    zh: '网关没有接受。',
    en: 'The gateway did not accept this.',
  },
  unforeseen: {
    zh: '发生了意外错误：请重新打开本页。',
    en: 'Something unforeseen went wrong. Please open this page again.',
  },
})

/** What went wrong. `words` are for people; `problem` is the gateway's own answer (RFC 9457), when it gave one. */
export class KeyError extends Error {
  /**
   * @param {KeyErrorCode} code
   * @param {{ cause?: unknown, problem?: Readonly<Record<string, unknown>> | null }} [more]
   */
  constructor(code, { cause, problem = null } = {}) {
    super(`${code}: ${WORDS[code].en}`, { cause })
    this.name = 'KeyError'
    /** @type {KeyErrorCode} */
    this.code = code
    this.problem = problem
    /** @type {{ readonly zh: string, readonly en: string }} */
    this.words = told(problem) ?? WORDS[code]
  }
}

/**
 * What a problem document says in both languages.
 * @param {Readonly<Record<string, unknown>> | null} problem
 * @returns {{ zh: string, en: string } | null}
 */
function told(problem) {
  const zh = detailOf(problem?.zh, '：')
  const en = detailOf(problem?.en, ': ')
  return zh !== null && en !== null ? { zh, en } : null
}

/**
 * @param {unknown} part
 * @param {string} between
 * @returns {string | null}
 */
function detailOf(part, between) {
  if (typeof part !== 'object' || part === null || !('title' in part) || !('detail' in part)) return null
  return `${part.title}${between}${part.detail}`
}
