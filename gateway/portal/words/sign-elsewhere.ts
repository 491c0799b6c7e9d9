/** Words for signing with a key that is not in this browser. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const SIGN_ELSEWHERE = {
  summary: { zh: '用别处的签名设备或命令行签署', en: 'Sign with a device elsewhere, or by command' },
  lead: {
    zh: '密钥在签名设备（如 HSM、智能密码钥匙）或别的机器里时：用它对下列内容逐字节签名，得到 JWS，粘贴回来；或由它直接送交网关，本页会自动继续。',
    en: 'Where the key is in a device (an HSM, a token) or on another machine: have it sign the text below byte for byte as a JWS, and paste that here; or let it send the signature to the gateway itself, and this page goes on by itself.',
  },
  text: { zh: '待签内容（规范 JSON，UTF-8，RFC 8785）', en: 'The text to sign (canonical JSON in UTF-8, RFC 8785)' },
  above: { zh: '即本页“签署的原文”一栏的全文', en: 'the whole text under “The very bytes” on this page' },
  digest: { zh: '其 SHA-256', en: 'Its SHA-256' },
  header: { zh: 'JWS 受保护头', en: 'JWS protected header' },
  input: {
    zh: '签名输入：BASE64URL(受保护头) 加 “.” 加 BASE64URL(待签内容)（RFC 7515 §5.1）',
    en: 'Signing input: BASE64URL(protected header), a full stop, BASE64URL(the text) (RFC 7515 §5.1)',
  },
  command: { zh: '命令行', en: 'By command' },
  commandWhole: { zh: '由命令直接签署并送交', en: 'The command signs and sends it' },
  commandJws: { zh: '或只签名，把结果粘贴到下面', en: 'or only signs, for you to paste below' },
  api: { zh: '接口', en: 'API' },
  paste: { zh: '粘贴签名（JWS）', en: 'Paste the signature (JWS)' },
  send: { zh: '送交签名', en: 'Send the signature' },
  waiting: {
    zh: '展开期间，本页每 3 秒查看一次；签名到达后自动继续。',
    en: 'While this is open, the page looks every 3 seconds and goes on once the signature has arrived.',
  },
} as const satisfies Record<string, Bilingual>
