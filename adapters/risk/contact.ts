/** Who to call in an emergency, by post: what reads as a person's name is dropped and its text kept nowhere (design, "Who may see what"). */
import type { SiteRecord } from '../../contracts/risk-source/record.ts'
import type { Note } from '../../contracts/types.ts'
import { halfWidth } from '../tables/marks.ts'
import type { RowCells } from './cells.ts'

const LONGEST_POST = 40
/** A post names a unit, a duty or an office. */
const OFFICE =
  /安全|安环|环保|环境|应急|生产|设备|值班|调度|车间|技术|办公|综合|消防|监测|仓储|运行|运维|工艺|厂|公司|[部科室处股站组队岗班办]|中心|EHS|HSE/
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯陶黎贺顾毛郝龚邵钱严覃武戴莫孔向汤'
const TITLE = '(?:经理|主任|科长|部长|处长|厂长|站长|队长|班长|总监|工程师|先生|女士|同志|师傅|总|工|某)'
/** A surname at the start or after an office, then a title, or one or two characters and nothing more. */
const PERSON = new RegExp(
  `(?:^|[部科室处股站组队岗班办厂心司员长(:、,\\s-])[${SURNAMES}](?:\\p{Script=Han}{0,2}${TITLE}|\\p{Script=Han}{1,2}(?=$|[()、,\\s\\d]))|某`,
  'u',
)
const PHONE = /\+?\d[\d-]{4,22}(?:转\d{1,6})?/g

/** Reads a row's contact, null when it has none; adds to `notes`, never with a text that may name a person. */
export function readContact(cells: RowCells, notes: Note[]): SiteRecord['contact'] {
  const sentPost = cells.word('post')
  const sentPhone = cells.narrow('phone')
  const post = isPost(sentPost) ? sentPost : null
  if (sentPost !== '' && post === null) notes.push({ field: '/contact/post', rule: 'contact-post-dropped' })
  const plainPhone = sentPhone.replace(/[—–()]/g, '-').replace(/(?<=[\d-])\s+(?=[\d-])/g, '-')
  const [phone = null, ...others] = plainPhone.match(PHONE) ?? []
  if (others.length > 0) notes.push({ field: '/contact/phone', rule: 'contact-phone-first' })
  if (sentPhone !== '' && phone === null) notes.push({ field: '/contact/phone', rule: 'contact-phone-unreadable' })
  else if (/\p{Script=Han}/u.test(sentPhone.replace(/转\d/g, '')))
    notes.push({ field: '/contact/phone', rule: 'contact-phone-text-dropped' })
  return post === null && phone === null ? null : { phone, post }
}

/** Whether a text is a post and names no one. */
export function isPost(sent: string): boolean {
  const text = halfWidth(sent)
  return text.length <= LONGEST_POST && OFFICE.test(text) && !PERSON.test(text) && !/\d{7}/.test(text)
}
