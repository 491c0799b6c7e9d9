/** What the ledger's own reads refuse (C2SP tlog-tiles). */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const LEDGER_ERRORS = {
  'ledger-range': {
    status: 400,
    title: { zh: '账本范围不正确', en: 'No such ledger range' },
    what: {
      zh: '所给的树大小或叶序号在账本中不存在，或前一大小大于后一大小。',
      en: 'The ledger has no such tree size or leaf, or the first size is larger than the second.',
    },
    fix: {
      zh: '先取 GET /v1/ledger/checkpoint，树大小不得超过其第二行所示；叶序号从 0 开始，须小于树大小。',
      en: 'Fetch GET /v1/ledger/checkpoint first: no size may exceed the one on its second line. Leaves count from 0 and stay below the size.',
    },
    example: 'index=12, size=10',
  },
  'tile-unknown': {
    status: 404,
    title: { zh: '账本分片不存在', en: 'No such tile' },
    what: {
      zh: '路径不是规范的分片路径，或账本还没有长到这一分片。',
      en: 'The path is not a tile path in its one form, or the ledger has not grown that far.',
    },
    fix: {
      zh: '按 C2SP tlog-tiles 由当前检查点的树大小推算路径：序号三位一段、前段加 x，不满的分片带 .p/宽度。',
      en: "Work paths out from the checkpoint's tree size by C2SP tlog-tiles: indices in groups of three digits, x before all but the last, .p/width on a partial tile.",
    },
    example: 'GET /v1/ledger/tile/0/1234067',
  },
  'ledger-held': {
    status: 503,
    title: { zh: '账本暂停写入', en: 'Ledger held' },
    what: {
      zh: '账本由备份恢复，或其数据库由备机接管，尚未与各方手中的检查点比对；此时续写可能使账本分叉，因此只可读取。',
      en: 'The ledger was restored from a backup, or a standby took its database over, and it is not yet compared with the checkpoints others hold; to append could fork it, so it is read-only.',
    },
    fix: {
      zh: '稍后以同样的字节重试；把手中最新的回执交给网关运行方，由其执行 chuanyu restore --resume。',
      en: 'Try the same bytes again later, and hand your newest receipt to the gateway’s operator, who lets it go on with chuanyu restore --resume.',
    },
    example: 'POST /v1/submissions?contract=water-section-quality',
  },
  'store-unavailable': {
    status: 503,
    title: { zh: '存储暂时不可用', en: 'Store unavailable' },
    what: {
      zh: '网关此刻用不了存储（磁盘满、只读、数据文件不在原处，或数据库连不上）；本次请求没有回执，请勿当作已入账。',
      en: 'The gateway cannot use its store now (disk full, read-only, its file is not where it was, or its database is not reached); without a receipt this request does not count as recorded.',
    },
    fix: {
      zh: '等 Retry-After 所示秒数后用新的 nonce 重新签名重试，同样的字节不会重复入账；运维方看 /readyz 与日志。',
      en: 'Wait the seconds in Retry-After, sign again with a new nonce and retry: the same bytes are never recorded twice. The operator looks at /readyz and the log.',
    },
    example: 'Retry-After: 30',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
