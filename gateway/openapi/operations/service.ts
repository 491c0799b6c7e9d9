/** Operations of the service itself, and of people who sign in. */
import { answers, ref, text, words } from '../shapes.ts'
import type { OperationGroup } from '../types.ts'

/** Alive, ready, which version, which keys. */
export const SERVICE_OPERATIONS: OperationGroup = {
  tag: 'service',
  title: words('服务', 'Service'),
  operations: [
    {
      method: 'GET',
      path: '/healthz',
      id: 'health',
      summary: words('进程在应答', 'the process answers'),
      answers: { 200: answers('正常', 'well', ref('Health')) },
    },
    {
      method: 'GET',
      path: '/readyz',
      id: 'readiness',
      summary: words('逐项就绪检查', 'ready to serve, check by check'),
      answers: {
        200: answers('就绪', 'ready', ref('Readiness')),
        503: answers('未就绪', 'not ready', ref('Readiness')),
      },
    },
    {
      method: 'GET',
      path: '/version',
      id: 'version',
      summary: words('版本', 'the version'),
      answers: { 200: answers('版本', 'the version', ref('Version')) },
    },
    {
      method: 'GET',
      path: '/openapi.json',
      id: 'openapi',
      summary: words('本文件', 'this document'),
      answers: { 200: answers('OpenAPI 3.1', 'OpenAPI 3.1', { type: 'object' }) },
    },
    {
      method: 'GET',
      path: '/.well-known/jwks.json',
      id: 'gatewayKeys',
      summary: words('网关的公钥', 'the gateway’s public keys (RFC 7517)'),
      answers: { 200: answers('公钥', 'the keys', ref('Jwks')) },
    },
    {
      method: 'GET',
      path: '/.well-known/security.txt',
      id: 'securityContact',
      summary: words('安全联系方式', 'whom to tell of a hole (RFC 9116)'),
      answers: { 200: answers('联系方式', 'the contact', text, 'text/plain') },
    },
  ],
}

/** Signing in with a key that stays in the browser. */
export const SESSION_OPERATIONS: OperationGroup = {
  tag: 'sessions',
  title: words('登录', 'Sessions'),
  operations: [
    {
      method: 'POST',
      path: '/v1/session/challenge',
      id: 'challenge',
      summary: words('取得登录质询', 'a challenge to sign'),
      answers: { 200: answers('质询', 'the challenge', ref('Challenge')) },
      problems: ['session-cross-site'],
    },
    {
      method: 'POST',
      path: '/v1/session',
      id: 'signIn',
      summary: words('以签名的质询登录', 'sign in with the signed challenge'),
      body: {
        description: words('General JWS，typ chuanyu-sign-in+jws', 'a General JWS, typ chuanyu-sign-in+jws'),
        media: { 'application/jose+json': ref('GeneralJws'), 'application/json': ref('GeneralJws') },
        required: true,
      },
      answers: { 201: answers('会话；凭据在 Cookie 中', 'the session; its token is in the cookie', ref('SignedIn')) },
      problems: ['challenge-invalid', 'challenge-expired', 'challenge-used', 'session-insecure-origin'],
    },
    {
      method: 'GET',
      path: '/v1/session',
      id: 'whoAmI',
      summary: words('当前身份', 'who one is'),
      answers: { 200: answers('身份', 'the person', ref('SignedIn')) },
      problems: ['session-missing', 'session-expired'],
    },
    {
      method: 'POST',
      path: '/v1/session/end',
      id: 'signOut',
      summary: words('退出', 'end the session'),
      answers: { 200: answers('已退出', 'ended', ref('SessionEnded')) },
      problems: ['session-missing', 'session-cross-site'],
    },
  ],
}
