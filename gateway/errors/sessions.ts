/** What identity refuses when a person signs in with a key (a challenge, signed) or acts by a session. */
import { IDENTITY_ERRORS, type IdentityCode } from '../identity/error.ts'
import { SESSION_LIMITS } from '../identity/limits.ts'
import { SESSION_ROLES } from '../identity/session.ts'
import type { ErrorRow } from './types.ts'

const hours = SESSION_LIMITS.sessionWindow / 3600
const { challengeWindow } = SESSION_LIMITS

/** The codes of signing in and of sessions. */
export type SessionCode = Extract<IdentityCode, `session-${string}` | `sign-in-${string}` | `challenge-${string}`>

/** One row a code of signing in or of a session. */
export const SESSION_ERRORS: Readonly<Record<SessionCode, ErrorRow>> = {
  'session-missing': {
    ...IDENTITY_ERRORS['session-missing'],
    what: {
      zh: '该地址供登录的人员使用，请求既没有会话 Cookie，也没有请求签名。',
      en: 'This address is for people who are signed in; the request has neither a session cookie nor a signature.',
    },
    fix: {
      zh: '在 /desk/sign-in 用本人密钥登录后重试；程序调用请按 RFC 9421 对请求签名。若登录后仍如此，请允许浏览器保存本站 Cookie。',
      en: 'Sign in at /desk/sign-in with your key and try again; a program signs its requests by RFC 9421. If it persists after signing in, let the browser keep cookies of this site.',
    },
    example: 'GET /v1/session',
  },
  'session-invalid': {
    ...IDENTITY_ERRORS['session-invalid'],
    what: {
      zh: '会话 Cookie 不是本网关为此地址签发的原样凭据，或请求中有两个同名 Cookie。',
      en: 'The session cookie is not, to the letter, one this gateway made for this address, or the request carries two of its name.',
    },
    fix: {
      zh: '清除本站 Cookie 后重新登录。网关更换自己的密钥后，此前的会话一律失效，重新登录即可。',
      en: 'Delete the cookies of this site and sign in again. When a gateway changes its own key, all earlier sessions end; signing in again is enough.',
    },
    example: 'Cookie: __Host-chuanyu-session=eyJ…',
  },
  'session-expired': {
    ...IDENTITY_ERRORS['session-expired'],
    what: {
      zh: `会话自登录起满 ${hours} 小时即到期，不自动延长；该会话已到期。`,
      en: `A session ends ${hours} hours after signing in and is not prolonged; this one is over.`,
    },
    fix: {
      zh: '重新登录后重做刚才的操作；到期的请求没有留下任何内容。',
      en: 'Sign in again and repeat what you did; nothing of this request was kept.',
    },
  },
  'session-ended': {
    ...IDENTITY_ERRORS['session-ended'],
    what: {
      zh: '该会话已在某个窗口中退出，其凭据从那时起不再有效，即使另有副本。',
      en: 'This session was ended in some window; its token counts no more from then on, whoever holds a copy.',
    },
    fix: {
      zh: '重新登录。如果并非本人退出，请让本方密钥管理员吊销该密钥。',
      en: "Sign in again. If it was not you who ended it, have your side's key administrator revoke the key.",
    },
  },
  'session-cross-site': {
    ...IDENTITY_ERRORS['session-cross-site'],
    what: {
      zh: '以会话写入的请求须由本网关自己的页面发出：Origin 须是网关公布的地址，Sec-Fetch-Site 须为 same-origin；收到的请求不是。',
      en: "A write by session must come from the gateway's own pages: Origin its published address, Sec-Fetch-Site same-origin. This one does not.",
    },
    fix: {
      zh: '请用网关公布的地址打开页面，不要用其他主机名或 IP；反向代理须原样转发 Origin 头。其他网站或程序请改用签名请求。',
      en: 'Open the pages under the published address of the gateway, not another host name or IP; a reverse proxy must pass Origin on unchanged. Other sites and programs sign their requests.',
    },
    example: 'Origin: https://other.example',
  },
  'session-insecure-origin': {
    ...IDENTITY_ERRORS['session-insecure-origin'],
    what: {
      zh: '网关公布的地址是未加密的 HTTP，且不在本机：浏览器在这样的地址不提供密钥功能，会话 Cookie 也会被沿途读取，因此不能登录。',
      en: 'The published address of the gateway is plain HTTP and not on this machine: browsers offer no keys at such an address, and whoever carries the traffic could read the session, so there is no signing in.',
    },
    fix: {
      zh: '为网关配置 HTTPS，并把 origin 设为 https 地址；仅在本机试用时，用 http://localhost 或 http://127.0.0.1。签名请求不受影响。',
      en: 'Put the gateway behind HTTPS and set its origin to the https address; to try it on one machine use http://localhost or http://127.0.0.1. Signed requests are not affected.',
    },
    example: '"origin": "http://10.0.3.8:8787"',
  },
  'sign-in-malformed': {
    ...IDENTITY_ERRORS['sign-in-malformed'],
    what: {
      zh: '登录签名所对的内容应恰有 challenge、origin、type、v 四个成员，type 为 sign-in，v 为 1；收到的不是。',
      en: 'What a sign-in signs has exactly the members challenge, origin, type and v, with type sign-in and v 1; this has not.',
    },
    fix: {
      zh: '原样使用 POST /v1/session/challenge 给出的 challenge，按 RFC 8785 序列化后签名；或使用本网关页面的登录。',
      en: 'Take the challenge from POST /v1/session/challenge as it is, serialise by RFC 8785 and sign; or sign in on the page of this gateway.',
    },
    example: '{"challenge":"…","origin":"https://gateway.example","type":"login","v":1}',
  },
  'sign-in-origin': {
    ...IDENTITY_ERRORS['sign-in-origin'],
    what: {
      zh: '登录签名有效，但其中的 origin 不是本网关公布的地址：可能是用别的主机名打开了页面，也可能有别的网站在冒用登录。',
      en: 'The signature holds, but its origin is not the published address of this gateway: the page was opened under another name, or another site tries to sign in with what you signed for it.',
    },
    fix: {
      zh: '请用网关公布的地址打开登录页。若签名是在别的网站上做的，请把该网站告知网关运维方。',
      en: 'Open the sign-in page under the published address. If you signed on another site, tell the operator of the gateway which.',
    },
    example: '"origin":"https://gateway-login.example"',
  },
  'sign-in-role': {
    ...IDENTITY_ERRORS['sign-in-role'],
    what: {
      zh: `登录须用个人密钥：登记了岗位，且具备 ${SESSION_ROLES.join('、')} 之一的角色；该密钥不是。`,
      en: `Signing in takes a person's key: enrolled with a post and one of the roles ${SESSION_ROLES.join(', ')}. This key is none.`,
    },
    fix: {
      zh: '请用本人的密钥登录；单位机器的密钥只用于签名请求。没有个人密钥的，请本方密钥管理员登记一个。',
      en: "Sign in with your own key; a key of an agency's machine signs requests only. If you have none, have your side's key administrator list one.",
    },
    example: '"operator":null,"roles":["agency"]',
  },
  'challenge-invalid': {
    ...IDENTITY_ERRORS['challenge-invalid'],
    what: {
      zh: '登录所答的质询不是本网关为此地址签发的原样内容。',
      en: 'The challenge that was answered is not, to the letter, one this gateway made for this address.',
    },
    fix: {
      zh: '重新取 POST /v1/session/challenge，原样放入登录内容并签名；不要改写、截断或跨网关使用。',
      en: 'Fetch POST /v1/session/challenge again and sign its challenge unchanged, whole, at the gateway it came from.',
    },
  },
  'challenge-expired': {
    ...IDENTITY_ERRORS['challenge-expired'],
    what: {
      zh: `质询自签发起 ${challengeWindow} 秒内有效；收到时已过。`,
      en: `A challenge is to be answered within ${challengeWindow} s of its making; this answer came later.`,
    },
    fix: {
      zh: '重新取质询并立即签名、发送。',
      en: 'Fetch a new challenge, sign it and send it at once.',
    },
  },
  'challenge-used': {
    ...IDENTITY_ERRORS['challenge-used'],
    what: {
      zh: '该质询已用于一次登录，每个质询只能用一次；本次没有建立会话。',
      en: 'This challenge has signed somebody in before, and each does so once; no session was made this time.',
    },
    fix: {
      zh: '重新取质询后再登录。若上一次登录不是本人所为，请立即让本方密钥管理员吊销该密钥。',
      en: "Fetch a new challenge and sign in again. If the earlier sign-in was not yours, have your side's key administrator revoke the key at once.",
    },
  },
}
