/** The words both sides write for a status, a veto, a repair and an appeal, as the contract has them. Standards §4.2 and §12. */
import type { AppealState, CreditStatus, RepairState } from '../../contracts/enterprise-credit/record.ts'

/** 未参评、停产、不予评级 are no levels. */
export const STATUSES: ReadonlyMap<string, CreditStatus> = new Map([
  ['参评', 'rated'],
  ['已参评', 'rated'],
  ['已评价', 'rated'],
  ['已评级', 'rated'],
  ['未参评', 'not-rated'],
  ['因故未参评', 'not-rated'],
  ['不予评级', 'not-rated'],
  ['不予评价', 'not-rated'],
  ['停产', 'suspended'],
  ['停产未参评', 'suspended'],
])

/** Whether a veto applies. */
export const VETOES: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['有', true],
  ['适用', true],
  ['√', true],
  ['否', false],
  ['无', false],
  ['不适用', false],
  ['×', false],
])

/** How far a repair has come. */
export const REPAIRS: ReadonlyMap<string, RepairState> = new Map([
  ['无', 'none'],
  ['否', 'none'],
  ['未修复', 'none'],
  ['未申请', 'none'],
  ['未申请修复', 'none'],
  ['修复中', 'applied'],
  ['申请中', 'applied'],
  ['已申请', 'applied'],
  ['已申请修复', 'applied'],
  ['是', 'granted'],
  ['已修复', 'granted'],
  ['修复完成', 'granted'],
  ['已完成修复', 'granted'],
  ['同意修复', 'granted'],
  ['准予修复', 'granted'],
  ['不予修复', 'refused'],
  ['不同意修复', 'refused'],
  ['驳回', 'refused'],
])

/** What became of an appeal or review. */
export const APPEALS: ReadonlyMap<string, AppealState> = new Map([
  ['无', 'none'],
  ['否', 'none'],
  ['未申诉', 'none'],
  ['未申请复核', 'none'],
  ['复核中', 'pending'],
  ['申诉中', 'pending'],
  ['已申请复核', 'pending'],
  ['已申诉', 'pending'],
  ['维持', 'upheld'],
  ['维持原等级', 'upheld'],
  ['维持原结果', 'upheld'],
  ['已调整', 'changed'],
  ['等级调整', 'changed'],
  ['变更', 'changed'],
  ['已撤回', 'withdrawn'],
])

/** The status a text names, also 因故未参评(停产), where the word in brackets is the more exact; undefined for any other text. */
export function statusOf(text: string): CreditStatus | undefined {
  const [, first = text, second] = /^(?=.*\)$)(.+)\((.+)\)$/.exec(text) ?? []
  const one = STATUSES.get(first)
  if (second === undefined || one === undefined || one === 'rated') return second === undefined ? one : undefined
  const other = STATUSES.get(second)
  return other === 'rated' ? undefined : (other ?? one)
}
