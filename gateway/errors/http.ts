/** What any endpoint may answer, by the meaning of its status (RFC 9110 §15, RFC 6585 §4). */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const HTTP_ERRORS = {
  'query-invalid': {
    status: 400,
    title: { zh: '查询参数不正确', en: 'Query not valid' },
    what: {
      zh: '某个查询参数不认识、重复、缺少，或取值不在允许范围内。',
      en: 'A query parameter is unknown, doubled, missing, or has a value that is not allowed.',
    },
    fix: {
      zh: '按 pointer 所指参数对照 /docs 更正；取值须做百分号编码，时刻写成 2026-03-01T12:00:00+08:00，其中加号写作 %2B。',
      en: 'Correct the parameter that pointer names by /docs; percent-encode values, and write instants as 2026-03-01T12:00:00+08:00 with the plus sign as %2B.',
    },
    example: 'GET /v1/records/water-section-quality?limit=0',
  },
  'cursor-invalid': {
    status: 400,
    title: { zh: '游标无效', en: 'Cursor not valid' },
    what: {
      zh: '游标应为上一页应答给出的原样文本，且与同一组查询条件一起使用；收到的不是。',
      en: 'A cursor must be the text the last page gave, unchanged, and go with the same filters; this one does not.',
    },
    fix: {
      zh: '原样使用上一页的 next 链接；改变筛选条件时，去掉游标从第一页开始。',
      en: 'Follow the next link of the last page as it is; when the filters change, drop the cursor and begin at the first page.',
    },
    example: 'GET /v1/records/water-section-quality?cursor=2',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: { zh: '幂等键不正确', en: 'Idempotency-Key not valid' },
    what: {
      zh: 'Idempotency-Key 头只应出现一次，为长度有限的可见 ASCII 字符；收到的不符。',
      en: 'The header Idempotency-Key must occur once and be a short text of visible ASCII characters; it is not.',
    },
    fix: {
      zh: '每批报送生成一个 UUID 并在重试时沿用；不需要时可以不带，网关按内容摘要识别重复报送。',
      en: 'Make one UUID a submission and keep it on retries; or leave the header out, since the gateway knows the same bytes by their digest.',
    },
    example: 'Idempotency-Key: 第47周',
  },
  'request-malformed': {
    status: 400,
    title: { zh: '不是 HTTP 请求', en: 'Not an HTTP request' },
    what: {
      zh: '收到的字节不能按 HTTP/1.1 读成一个请求，或读法不止一种（如同时带 Content-Length 与 Transfer-Encoding）；连接已关闭。',
      en: 'What came cannot be read as one HTTP/1.1 request, or can be read in two ways, as with both Content-Length and Transfer-Encoding; the connection was closed.',
    },
    fix: {
      zh: '用成熟的 HTTP 库发送；请求行与头部只用 ASCII，路径做百分号编码；检查中间的代理。',
      en: 'Send with a well-kept HTTP library: ASCII in request line and headers, paths percent-encoded; look at the proxies in between.',
    },
    example: 'GET /v1/contracts/水 HTTP/1.1',
  },
  'request-timeout': {
    status: 408,
    title: { zh: '请求来得太慢', en: 'Request too slow' },
    what: {
      zh: '请求头或整个请求没有在时限内到齐；连接已关闭，没有留下任何内容。',
      en: 'The headers, or the whole request, did not come in time; the connection was closed, and nothing of it was kept.',
    },
    fix: {
      zh: '换更快的线路，或把文件分成几份报送；时限见 /docs/limits。',
      en: 'Use a faster line, or send the file in parts; the limits are at /docs/limits.',
    },
  },
  'head-too-large': {
    status: 431,
    title: { zh: '请求行与头部过大', en: 'Request line and headers too large' },
    what: {
      zh: '请求行（含地址）与全部头部合计超过上限；连接已关闭。',
      en: 'Request line, with its address, and all headers together pass the limit; the connection was closed.',
    },
    fix: {
      zh: '缩短查询串，去掉用不到的头和 Cookie；上限见 /docs/limits。',
      en: 'Shorten the query, and leave out headers and cookies that are not needed; the limit is at /docs/limits.',
    },
  },
  'not-found': {
    status: 404,
    title: { zh: '地址不存在', en: 'Not found' },
    what: {
      zh: '网关没有这个地址。',
      en: 'The gateway has nothing at this address.',
    },
    fix: {
      zh: '对照 /openapi.json 核对路径、大小写和版本前缀 /v1，路径末尾不要多加斜杠。',
      en: 'Check path, letter case and the prefix /v1 against /openapi.json, and leave out a slash at the end.',
    },
    example: 'GET /v1/record/water-section-quality',
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '方法不允许', en: 'Method not allowed' },
    what: {
      zh: '地址存在，但不接受这个方法；允许的方法见 Allow 头。',
      en: 'The address exists but does not take this method; the header Allow names those it takes.',
    },
    fix: {
      zh: '改用 Allow 头所列的方法。已入账的内容不能修改或删除，更正请重新报送。',
      en: 'Use a method that Allow names. What is recorded is never changed or deleted; send a correction instead.',
    },
    example: 'DELETE /v1/submissions/{id}',
  },
  'not-acceptable': {
    status: 406,
    title: { zh: '没有可接受的表示', en: 'No acceptable representation' },
    what: {
      zh: 'Accept 头所列的格式，此地址都不提供。',
      en: 'This address offers none of the formats that the header Accept names.',
    },
    fix: {
      zh: '改用 /docs 所列的格式，例如 application/json，或在 Accept 末尾加上 */*。',
      en: 'Ask for a format that /docs names, such as application/json, or add */* at the end of Accept.',
    },
    example: 'Accept: application/xml',
  },
  'media-type-unsupported': {
    status: 415,
    title: { zh: '不支持的媒体类型', en: 'Media type not supported' },
    what: {
      zh: '此地址不接受 Content-Type 所声明的类型，或内容带有 Content-Encoding。',
      en: 'This address does not take the declared Content-Type, or the content has a Content-Encoding.',
    },
    fix: {
      zh: '签署等接口发送 application/json，报送接口发送原文件的媒体类型；不要压缩内容。',
      en: "Send application/json to endpoints that take a document, and the file's own media type with a submission; do not compress the content.",
    },
    example: 'Content-Type: multipart/form-data',
  },
  'body-invalid': {
    status: 422,
    title: { zh: '请求内容不符合要求', en: 'Request body not as required' },
    what: {
      zh: 'JSON 可以读取，但缺少成员、多出成员，或成员的类型、取值不符。',
      en: 'The JSON can be read, but a member is missing, surplus, or of the wrong type or value.',
    },
    fix: {
      zh: '按 pointer 所指成员对照 /openapi.json 中该接口的结构更正。',
      en: "Correct the member that pointer names by the endpoint's schema in /openapi.json.",
    },
    example: '{"protected":"…"}',
  },
  'rate-limited': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    what: {
      zh: '该密钥或来源在单位时间内的请求超过限额，本次请求未作处理。',
      en: 'This key or address has sent more requests than allowed for now; nothing was done for this one.',
    },
    fix: {
      zh: '等 Retry-After 所示秒数后重新签名重试；把逐条请求合并为成批报送，读取时使用分页和 ETag。',
      en: 'Wait the seconds in Retry-After, sign again and retry; send batches rather than single records, and read with pages and ETag.',
    },
    example: 'Retry-After: 10',
  },
  internal: {
    status: 500,
    title: { zh: '网关内部错误', en: 'Internal error' },
    what: {
      zh: '网关处理请求时出现意外错误，原因不在请求本身；没有收到回执的报送不算入账。',
      en: 'The gateway failed in a way it did not foresee, not through your request; a submission without a receipt does not count as recorded.',
    },
    fix: {
      zh: '稍后用新的 nonce 重新签名重试，同一文件不会重复入账；若仍出现，请把时间和请求路径告知网关运维方。',
      en: 'Sign again with a new nonce and retry later; the same file is never recorded twice. If it persists, tell the operator of the gateway the time and the path.',
    },
  },
  'queue-full': {
    status: 503,
    title: { zh: '入账队列已满', en: 'Queue full' },
    what: {
      zh: '等待入账的请求已达上限，本次请求没有排入队列，也没有留下任何内容。',
      en: 'As many requests wait to be recorded as the gateway lets wait; this one was not queued, and nothing of it was kept.',
    },
    fix: {
      zh: '等 Retry-After 所示秒数后用新的 nonce 重新签名重试，逐次加长间隔；把单条报送合并成批。',
      en: 'Wait the seconds in Retry-After, sign again with a new nonce and retry, longer each time; send batches rather than single records.',
    },
    example: 'Retry-After: 5',
  },
  'streams-full': {
    status: 503,
    title: { zh: '事件流已满', en: 'No room for another stream' },
    what: {
      zh: '同时打开的事件流（或同一密钥的事件流）已达上限，或网关正在停止。',
      en: 'As many event streams are open as the gateway keeps open, in all or for one key; or the gateway is stopping.',
    },
    fix: {
      zh: '等 Retry-After 所示秒数后重试，关闭不用的页面或连接；也可以定时读取 JSON（GET /v1/feed、GET /v1/consultations）。',
      en: 'Try again after the seconds in Retry-After and close pages or connections you do not use; or read the JSON now and then (GET /v1/feed, GET /v1/consultations).',
    },
    example: 'GET /v1/consultations/events',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
