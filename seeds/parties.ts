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

/** What is done at a side's desk, each with a drafter and a reviewer of its own. */
export const DESKS = ['water', 'air', 'credit'] as const
/** One of `DESKS`. */
export type DeskName = (typeof DESKS)[number]

/** The names of a side's people at a desk; who issues is the same at all of them. */
export function peopleOf(party: PartyId, desk: DeskName): Record<'operator' | 'reviewer' | 'signatory', string> {
  // The first desk there was has the plain names.
  const at = desk === 'water' ? party : `${party}-${desk}`
  return { operator: `${at}-operator`, reviewer: `${at}-reviewer`, signatory: `${party}-signatory` }
}

/** Who stands in for a side's issuing officer. */
export function deputyOf(party: PartyId): string {
  return `${party}-deputy`
}

const POSTS: Readonly<Record<DeskName, Readonly<Record<'operator' | 'reviewer', string>>>> = {
  water: {
    operator: '水质会商员 · Water consultation officer',
    reviewer: '审核人（水环境科长） · Reviewing officer (head of water)',
  },
  air: {
    operator: '空气预报会商员 · Air forecast consultation officer',
    reviewer: '审核人（预报科长） · Reviewing officer (head of forecasting)',
  },
  credit: {
    operator: '信用评价会商员 · Credit rating consultation officer',
    reviewer: '审核人（执法监督科长） · Reviewing officer (head of enforcement)',
  },
}

function holdersOf(party: PartyId, agency: string, issuing: string, deputy: string): readonly Holder[] {
  const own = { party, agency }
  return [
    { ...own, name: `${party}-agency`, operator: null, roles: ['agency'] },
    ...DESKS.flatMap((desk): Holder[] => [
      { ...own, name: peopleOf(party, desk).operator, operator: POSTS[desk].operator, roles: ['operator'] },
      { ...own, name: peopleOf(party, desk).reviewer, operator: POSTS[desk].reviewer, roles: ['reviewer'] },
    ]),
    { ...own, name: peopleOf(party, 'water').signatory, operator: issuing, roles: ['signatory'] },
    { ...own, name: deputyOf(party), operator: deputy, roles: ['signatory'] },
  ]
}

/** Every key holder of the sandbox. */
export const HOLDERS: readonly Holder[] = [
  ...holdersOf(
    'cq',
    CQ,
    '签发人（分管主任） · Issuing officer (deputy director)',
    '代签发人（总工程师） · Deputy issuing officer (chief engineer)',
  ),
  ...holdersOf(
    'sc',
    SC,
    '签发人（分管站长） · Issuing officer (deputy head)',
    '代签发人（总工程师） · Deputy issuing officer (chief engineer)',
  ),
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
