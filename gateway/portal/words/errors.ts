/** Words of the error pages. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words around an error’s own text. */
export const ERROR_PAGE = {
  heading: { zh: '错误说明', en: 'Error reference' },
  lead: {
    zh: '网关的每个错误都有固定的代码、原因和处理办法。出错的回复中 type 就是这里的地址。',
    en: 'Every error of the gateway has a fixed code, a cause and a remedy. The type of an error answer is an address on this site.',
  },
  code: { zh: '代码', en: 'Code' },
  status: { zh: '状态码', en: 'Status' },
  meaning: { zh: '含义', en: 'Meaning' },
  what: { zh: '发生了什么', en: 'What happened' },
  fix: { zh: '如何处理', en: 'How to fix it' },
  trigger: { zh: '什么会引起它', en: 'What brings it about' },
  example: { zh: '回复示例', en: 'Example answer' },
  all: { zh: '全部错误说明', en: 'All errors' },
  missing: { zh: '没有这一页', en: 'This page does not exist' },
  missingText: {
    zh: '地址可能写错了，或内容尚未发布。已发布的内容不会移走：更正会另发一期，原来的地址一直有效。',
    en: 'The address may be mistyped, or nothing has been released there yet. What was released never moves: a correction is a new release, and the old address stays.',
  },
  asked: { zh: '您访问的是', en: 'You asked for' },
  toHome: { zh: '回到首页', en: 'Go to the home page' },
  toReleases: { zh: '查看全部发布', en: 'See all releases' },
} as const satisfies Record<string, Bilingual>
