/** Rows and notices of heavy-pollution warnings that were read and then refused (standards §3, §12). */
import type { ErrorRow } from './types.ts'

/** The codes of warnings. */
export type WarningRowCode =
  | 'warning-statement-unreadable'
  | 'warning-action-unreadable'
  | 'warning-action-conflict'
  | 'warning-issuer-unfit'
  | 'warning-issued-missing'
  | 'warning-area-outside'
  | 'warning-scheme-unknown'
  | 'warning-scheme-of-other-side'
  | 'warning-scheme-mixed'
  | 'warning-level-missing'
  | 'warning-level-unknown'
  | 'warning-level-unchanged'
  | 'warning-time-unreadable'
  | 'warning-time-outside'
  | 'warning-until-before-start'
  | 'document-number-unreadable'
  | 'digest-unreadable'

/** One row a code. */
export const WARNING_ROW_ERRORS: Readonly<Record<WarningRowCode, ErrorRow>> = {
  'warning-statement-unreadable': {
    status: 422,
    title: { zh: '预警文件无法识别', en: 'Warning document unreadable' },
    what: {
      zh: '文件写了预警，但没有一句写明发布、调整或解除哪一级预警，或只有标题写明而正文的语句不是可识别的写法。',
      en: 'The document tells of a warning, but no sentence says which level is issued, adjusted or lifted; or its title does, and its text is not in a form that is read.',
    },
    fix: {
      zh: '用一句写明：自何时起，在何处，启动、调整或解除何级预警；延长、演练等不是预警动作。',
      en: 'Say in one sentence from when, where, and which level is issued, adjusted or lifted; an extension or an exercise is no act of warning.',
    },
    example: '关于延长重污染天气黄色预警的通知',
  },
  'warning-action-unreadable': {
    status: 422,
    title: { zh: '预警动作无法识别', en: 'Warning action unreadable' },
    what: {
      zh: '动作应为发布、调整、解除之一，所报不是，或同时写了几个。',
      en: 'The action is to issue, to adjust or to lift; what was sent is none of them, or several at once.',
    },
    fix: { zh: '写成 发布、调整 或 解除。', en: 'Write issue, adjust or lift, or the Chinese word for it.' },
    example: '动作 = 延长',
  },
  'warning-action-conflict': {
    status: 422,
    title: { zh: '预警动作前后不一', en: 'Warning action contradicted' },
    what: {
      zh: '标题、正文、标签或原级别、原文号对同一份预警说了不同的事，例如标题为发布而正文为解除，或动作为发布却写有原级别。',
      en: 'Title, text, labels, the level before or the document before say different things of one warning: the title issues and the text lifts, or an issue has a level before it.',
    },
    fix: {
      zh: '改正写错的一处；由一级改为另一级的，写“黄色预警调整为橙色预警”，动作为调整。',
      en: 'Correct the part that is wrong; a change from one level to another is an adjustment.',
    },
    example: '标题 = 关于发布……黄色预警的通知，正文 = 解除……黄色预警',
  },
  'warning-issuer-unfit': {
    status: 422,
    title: { zh: '发布机关不符', en: 'Authority may not issue warnings' },
    what: {
      zh: '没有写明发布机关，或所写不是人民政府或其指挥部、领导小组、委员会及办公室。预警由政府发布（大气污染防治法第九十五条），网关和监测机构的建议不是预警。',
      en: 'No authority is named, or the one named is no government nor its command, leading group, committee or their office. Governments issue warnings; what the gateway or a monitoring body suggests is none.',
    },
    fix: {
      zh: '写文件落款的机关全称；不是政府发布的，不要报送。',
      en: 'Give the full name of the authority that signed the document; what no government issued is not to be sent.',
    },
    example: '发布机关 = 某市生态环境监测中心',
  },
  'warning-issued-missing': {
    status: 422,
    title: { zh: '缺少预警发布时间', en: 'Warning’s time of issue missing' },
    what: {
      zh: '没有写明发布时间。预警记录的是发布机关的文件，不以报送时刻代替。',
      en: "The time of issue is not stated. The record is of the authority's own document, so that the time of submission does not stand for it.",
    },
    fix: {
      zh: '写文件落款的日期，最好连同时刻，例如 2026年11月14日18时。',
      en: 'Write the date under the signature, best with its hour, such as 2026-11-14 18:00.',
    },
    example: '发布时间 = —',
  },
  'warning-area-outside': {
    status: 422,
    title: { zh: '区域不在发布机关辖区', en: 'Area outside the authority’s own' },
    what: {
      zh: '预警区域不在发布机关的辖区之内，机关或区域必有一个写错。',
      en: 'The area does not lie within that of the issuing authority; one of the two is wrong.',
    },
    fix: {
      zh: '核对发布机关和区域；几个城市的区域预警由省（市）级机关发布。',
      en: 'Check the authority and the area; a warning for several cities is issued by the province.',
    },
    example: '发布机关 = 成都市……指挥部办公室，区域 = 德阳市',
  },
  'warning-scheme-unknown': {
    status: 422,
    title: { zh: '预警方案不能确定', en: 'Warning scheme not known' },
    what: {
      zh: '所写的方案或预案网关没有，或那时尚未施行；没有写明的，按所属方和发布日也不能确定。级别离开方案没有意义。',
      en: 'The scheme or plan named is not held or was not yet in force; or none is named, and side and day of issue do not tell one. A level means nothing without its scheme.',
    },
    fix: {
      zh: '写明方案，见 GET /v1/standards 中的重污染天气预警分级；所缺的方案先补入标准数据。',
      en: 'Name a scheme of those at GET /v1/standards; one that is missing has to be added to the standards first.',
    },
    example: '预警方案 = 川办发〔2022〕17号',
  },
  'warning-scheme-of-other-side': {
    status: 422,
    title: { zh: '方案属于对方', en: 'Scheme of the other side' },
    what: {
      zh: '所写的方案由对方使用，本方的预警不按它分级。',
      en: "The scheme named is used by the other side; this side's warnings are not graded by it.",
    },
    fix: {
      zh: '写本方的方案；对方的预警由对方报送。',
      en: "Name this side's scheme; the other side sends its own warnings.",
    },
    example: '四川的预警，预警方案 = 渝府办发〔2022〕115号',
  },
  'warning-scheme-mixed': {
    status: 422,
    title: { zh: '一份预警写了几个方案', en: 'Several schemes in one warning' },
    what: {
      zh: '同一份预警写了不同的方案。一份预警只按一个方案；不同方案的颜色不作比较，也不换算。',
      en: 'One warning names different schemes. It goes by one; colours of two schemes are neither compared nor converted.',
    },
    fix: { zh: '只写分级所按的方案。', en: 'Name only the scheme the level is of.' },
    example: '预警方案 = 环大气〔2024〕6号、渝府办发〔2022〕115号',
  },
  'warning-level-missing': {
    status: 422,
    title: { zh: '缺少预警级别', en: 'Warning level missing' },
    what: {
      zh: '发布或调整预警须写明级别；只有解除可以不写。',
      en: 'To issue or adjust a warning its level must be stated; only a lifting may leave it out.',
    },
    fix: { zh: '填写 黄色、橙色 或 红色。', en: 'Write yellow, orange or red, or the Chinese word for it.' },
    example: '动作 = 发布，预警级别 = —',
  },
  'warning-level-unknown': {
    status: 422,
    title: { zh: '方案没有该级别', en: 'Level not of the scheme' },
    what: {
      zh: '级别不是可识别的颜色，或所属方案没有这个颜色。蓝色2018年后不再使用，本契约不收。',
      en: 'The level is no colour that is read, or the scheme has no such colour. Blue has not been used since 2018, and the contract does not take it.',
    },
    fix: {
      zh: '核对级别与方案；按所属方案写 黄色、橙色 或 红色。',
      en: 'Check the level and the scheme; write yellow, orange or red as the scheme has them.',
    },
    example: '预警级别 = 蓝色',
  },
  'warning-level-unchanged': {
    status: 422,
    title: { zh: '调整前后级别相同', en: 'Level not changed' },
    what: {
      zh: '动作为调整，而调整前后的级别相同。',
      en: 'The action is to adjust, and the level is the same before and after.',
    },
    fix: { zh: '核对原级别和调整后的级别。', en: 'Check the level before and the level after.' },
    example: '原级别 = 黄色，预警级别 = 黄色',
  },
  'warning-time-unreadable': {
    status: 422,
    title: { zh: '预警起止时间无法识别', en: 'Warning times unreadable' },
    what: {
      zh: '生效时间或截止时间不是可识别的写法，或日历上没有这一天、这一时刻。',
      en: 'The time it takes effect, or ends, is not written in a form that is read, or there is no such day or hour.',
    },
    fix: {
      zh: '写成 2026年11月15日0时 或 2026-11-15 00:00；未定的写“另行通知”。',
      en: 'Write Beijing time as 2026-11-15 00:00; where the end is open leave it empty.',
    },
    example: '启动时间 = 11月31日0时',
  },
  'warning-time-outside': {
    status: 422,
    title: { zh: '生效时间离发布太远', en: 'Effect too far from issue' },
    what: {
      zh: '生效时间与发布时间相差超过15天，多半是年份或月份写错。',
      en: 'The warning takes effect more than 15 days from its issue; most likely a year or a month is wrong.',
    },
    fix: { zh: '核对两个时间的年月日。', en: 'Check the dates of both.' },
    example: '发布时间 = 2026-11-14，启动时间 = 2026-12-15 00:00',
  },
  'warning-until-before-start': {
    status: 422,
    title: { zh: '截止早于生效', en: 'Ends before it takes effect' },
    what: {
      zh: '截止时间不晚于生效时间。',
      en: 'The warning ends no later than it takes effect.',
    },
    fix: { zh: '核对起止时间；未定的写“另行通知”。', en: 'Check both times; where the end is open leave it empty.' },
    example: '启动时间 = 2026-11-15 00:00，截止时间 = 2026-11-14 24:00',
  },
  'document-number-unreadable': {
    status: 422,
    title: { zh: '文号无法识别', en: 'Document number unreadable' },
    what: {
      zh: '文号应有机关代字、年份和序号，所写不是。',
      en: 'A document number has its office, its year and a serial number; what was sent has not.',
    },
    fix: {
      zh: '照文件写，例如 川办发〔2024〕46号；没有文号的留空或写“无”，并说明原因。',
      en: 'Write it as printed, with the year in brackets; where there is none leave it empty and say why.',
    },
    example: '文号 = 46号',
  },
  'digest-unreadable': {
    status: 422,
    title: { zh: '文件摘要无法识别', en: 'Digest unreadable' },
    what: {
      zh: '盖章文件摘要应为64位十六进制的SHA-256。',
      en: 'The digest of the sealed document is a SHA-256 of 64 hexadecimal digits.',
    },
    fix: {
      zh: '对盖章文件计算SHA-256后原样填写；没有附件的留空。',
      en: 'Compute the SHA-256 of the sealed file and write it as it is; leave it empty where none is attached.',
    },
    example: '盖章文件摘要 = 3f9a…',
  },
}
