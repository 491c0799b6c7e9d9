/** Who plays in the sandbox: agencies and posts of both sides. Nobody's real keys; people are named by post. */

import type { PartyId } from '../contracts/types.ts'
import type { GrantedRole } from '../gateway/identity/access.ts'

/** One key holder of the sandbox. `name` names its key file; `operator` is a post, null for an agency's machine. */
export interface Holder {
  readonly name: string
  readonly party: PartyId
  readonly agency: string
  readonly operator: string | null
  readonly roles: readonly GrantedRole[]
}

const CQ = '重庆市生态环境监测中心（示例） · Chongqing monitoring centre (sample)'
const SC = '四川省生态环境监测总站（示例） · Sichuan monitoring centre (sample)'

/** Every key holder of the sandbox. */
export const HOLDERS: readonly Holder[] = [
  { name: 'cq-agency', party: 'cq', agency: CQ, operator: null, roles: ['agency'] },
  {
    name: 'cq-operator',
    party: 'cq',
    agency: CQ,
    operator: '水质会商员 · Water consultation officer',
    roles: ['operator'],
  },
  {
    name: 'cq-reviewer',
    party: 'cq',
    agency: CQ,
    operator: '审核人（水环境科长） · Reviewing officer (head of water)',
    roles: ['reviewer'],
  },
  {
    name: 'cq-signatory',
    party: 'cq',
    agency: CQ,
    operator: '签发人（分管主任） · Issuing officer (deputy director)',
    roles: ['signatory'],
  },
  { name: 'sc-agency', party: 'sc', agency: SC, operator: null, roles: ['agency'] },
  {
    name: 'sc-operator',
    party: 'sc',
    agency: SC,
    operator: '水质会商员 · Water consultation officer',
    roles: ['operator'],
  },
  {
    name: 'sc-reviewer',
    party: 'sc',
    agency: SC,
    operator: '审核人（水环境科长） · Reviewing officer (head of water)',
    roles: ['reviewer'],
  },
  {
    name: 'sc-signatory',
    party: 'sc',
    agency: SC,
    operator: '签发人（分管站长） · Issuing officer (deputy head)',
    roles: ['signatory'],
  },
]

/** One file as a side sends it. `at`: its undated times lie before this. */
export interface SeedFile {
  readonly party: PartyId
  readonly file: string
  readonly mediaType: string
}

/** The week the samples cover, and when it was over. */
export const WEEK = { start: '2026-11-09T00:00:00+08:00', end: '2026-11-16T00:00:00+08:00' } as const

/** The sample files, in the order they are sent. */
export const SEED_FILES: readonly SeedFile[] = [
  { party: 'cq', file: 'chongqing/water-2026-w46.csv', mediaType: 'text/csv; charset=gb18030' },
  {
    party: 'cq',
    file: 'chongqing/border-2026-w46.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { party: 'sc', file: 'sichuan/water-2026-w46.json', mediaType: 'application/json' },
  { party: 'sc', file: 'sichuan/border-2026-w46.xls', mediaType: 'application/vnd.ms-excel' },
]
