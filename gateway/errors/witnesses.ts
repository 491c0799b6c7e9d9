/** What is refused of witnesses' cosignatures (C2SP tlog-cosignature). */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const WITNESS_ERRORS = {
  'cosignature-none': {
    status: 404,
    title: { zh: '尚无见证', en: 'Nothing cosigned yet' },
    what: {
      zh: '没有检查点带有所要求数目的见证签名；网关可能没有登记见证人。',
      en: 'No checkpoint has as many cosignatures as asked for; the gateway may have no witnesses listed.',
    },
    fix: {
      zh: '减小 witnesses，或改取 GET /v1/ledger/checkpoint；见证人由运维方在 gateway.json 登记。',
      en: 'Ask for fewer witnesses, or read GET /v1/ledger/checkpoint; witnesses are listed in gateway.json by the operator.',
    },
    example: 'GET /v1/ledger/cosignatures?witnesses=9',
  },
  'cosignature-malformed': {
    status: 400,
    title: { zh: '见证格式不正确', en: 'Cosignature not well formed' },
    what: {
      zh: '正文应为本账本检查点的签名笔记（C2SP signed-note）：账本自己的签名行，加见证人的签名行。',
      en: "The body must be a checkpoint of this ledger as a signed note (C2SP signed-note): the log's own line and the witness's.",
    },
    fix: {
      zh: '原样取 GET /v1/ledger/checkpoint，在末尾加上见证签名行，以 text/plain 提交；chuanyu witness --key 即如此。',
      en: 'Take GET /v1/ledger/checkpoint as it is, add the cosignature line at the end, and post it as text/plain, as chuanyu witness --key does.',
    },
  },
  'cosignature-invalid': {
    status: 422,
    title: { zh: '见证签名不成立', en: 'Cosignature does not hold' },
    what: {
      zh: '账本或见证人的签名验证不过，缺少账本自己的签名，或见证时间在将来。',
      en: "The log's or the witness's signature does not verify, the log's own is missing, or the cosignature's time lies ahead.",
    },
    fix: {
      zh: '按 C2SP tlog-cosignature 签：cosignature/v1、time 秒数、检查点全文，各占其行；校准时钟。',
      en: 'Sign by C2SP tlog-cosignature: the lines cosignature/v1 and time with the seconds, then the whole checkpoint text; set the clock right.',
    },
  },
  'cosignature-conflict': {
    status: 409,
    title: { zh: '见证与账本不符', en: 'Cosignature conflicts with the ledger' },
    what: {
      zh: '检查点比账本新、不属于账本的历史，或该见证人已有更新的见证。',
      en: "The checkpoint is ahead of the ledger, is not of its history, or the same witness's newer one is here.",
    },
    fix: {
      zh: '重新取检查点再见证；若检查点确由账本签名而网关说不属于其历史，请保留两份：这是分叉的证据。',
      en: 'Take the checkpoint anew and cosign that; if the log did sign one that the gateway says is not of its history, keep both: that proves a fork.',
    },
  },
  'witness-unknown': {
    status: 403,
    title: { zh: '见证人未登记', en: 'Witness not listed' },
    what: {
      zh: '签名人不在网关登记的见证人之列；未登记的一概不收。',
      en: 'None of the signers is a witness this gateway lists; nobody else is taken.',
    },
    fix: {
      zh: '把 chuanyu witness --key 打印的见证公钥交给运维方，写入 gateway.json 的 witnesses。',
      en: "Give the operator the witness's key that chuanyu witness --key prints, to be written into witnesses of gateway.json.",
    },
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
