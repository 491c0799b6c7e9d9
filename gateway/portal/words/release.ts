/** Words of a release page. */
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { WaterBulletin } from '../../release/bulletin-types.ts'
import { integer, plural } from '../lang.ts'

/** Headings of a release page. */
export const RELEASE = {
  published: { zh: '发布于', en: 'Published' },
  onThisPage: { zh: '本页内容', en: 'On this page' },
  rivers: { zh: '河流图', en: 'Rivers' },
  sections: { zh: '断面', en: 'Sections' },
  coverage: { zh: '数据覆盖', en: 'Coverage' },
  downloads: { zh: '下载', en: 'Downloads' },
  provenance: { zh: '来源与核验', en: 'Provenance and verification' },
  details: { zh: '技术细节', en: 'Technical details' },
  statement: { zh: '综述', en: 'In the two sides’ words' },
} as const satisfies Record<string, Bilingual>

/** Words of the banners above a release. */
export const BANNER = {
  superseded: { zh: '本期已被更正', en: 'This release has been corrected' },
  supersededBy: { zh: '请以取代它的新一期为准：', en: 'Use the release that replaced it: ' },
  supersedes: { zh: '本期是更正', en: 'This release is a correction' },
  correction: { zh: '更正', en: 'Correction' },
  supersedesText: { zh: '取代：', en: 'It replaces: ' },
  reason: { zh: '原因：', en: 'Reason: ' },
  changes: { zh: '改动', en: 'What changed' },
  section: { zh: '断面', en: 'Section' },
  member: { zh: '内容', en: 'What' },
  from: { zh: '原为', en: 'Was' },
  to: { zh: '现为', en: 'Is now' },
  whole: { zh: '全期', en: 'Whole release' },
  noChanges: { zh: '未列出改动。', en: 'No change is listed.' },
} as const satisfies Record<string, Bilingual>

/** Words of the river diagram. */
export const RIVERS = {
  lead: {
    zh: '水沿箭头方向流。方块为本期类别，旁注目标；虚线为省界。仅画出登记过的上下游顺序，不按比例。',
    en: 'Water flows along the arrow. Blocks show the class of the period, with the target beside; dashed lines are the province boundary. Only registered order is drawn; not to scale.',
  },
  legend: { zh: '图例', en: 'Legend' },
  boundary: { zh: '省界', en: 'Province boundary' },
  mean: { zh: '按各断面均值评价', en: 'rated by the mean of its sections' },
  shares: { zh: '按断面类别比例评价', en: 'rated by the shares of its sections' },
  apart: { zh: '顺序未登记', en: 'Order not registered' },
  noRiver: { zh: '所在河流未登记', en: 'River not registered' },
  unratedRivers: { zh: '本期未评价的河流', en: 'Rivers not rated this period' },
  pollutants: { zh: '主要污染指标', en: 'main pollutants' },
  flows: { zh: '自上而下', en: 'downstream' },
} as const satisfies Record<string, Bilingual>

/** Where the river goes. */
export function joins(river: Bilingual): Bilingual {
  return { zh: `汇入${river.zh}`, en: `joins ${river.en}` }
}

/** Words of the section table. */
export const TABLE = {
  lead: {
    zh: '跨界断面在前，其余按河流与流向排列。加粗的均值决定类别。单位 mg/L，pH 无量纲。',
    en: 'Transboundary sections first, then by river and flow. Means in bold decide the class. Unit mg/L; pH has none.',
  },
  caption: { zh: '各断面结果', en: 'Results by section' },
  transboundary: { zh: '跨界断面', en: 'Transboundary sections' },
  others: { zh: '其他断面', en: 'Other sections' },
  section: { zh: '断面', en: 'Section' },
  river: { zh: '河流', en: 'River' },
  class: { zh: '类别', en: 'Class' },
  target: { zh: '目标', en: 'Target' },
  pollutants: { zh: '主要污染指标（超标倍数）', en: 'Main pollutants (times over)' },
  records: { zh: '记录', en: 'Records' },
  noneOver: { zh: '无', en: 'none' },
  unregistered: { zh: '未登记', en: 'not registered' },
  lake: { zh: '湖库', en: 'lake' },
} as const satisfies Record<string, Bilingual>

/** How many records a section has of those expected. */
export function recordsOf(held: number, expected: number): Bilingual {
  if (held === 0)
    return { zh: `无记录（应有 ${integer(expected)} 条）`, en: `no record (${integer(expected)} expected)` }
  return { zh: `${integer(held)} / ${integer(expected)}`, en: `${integer(held)} of ${integer(expected)}` }
}

/** How many copies of one measurement agree. */
export function corroborated(count: number): Bilingual {
  return { zh: `双方一致 ${integer(count)}`, en: `${integer(count)} agree` }
}

/** How many copies of one measurement differ. */
export function conflicting(count: number): Bilingual {
  return { zh: `双方不一致 ${integer(count)}`, en: `${integer(count)} differ` }
}

/** Words of the coverage section. */
export const COVERAGE = {
  lead: {
    zh: '缺测照实列出，不插补，不计作零。',
    en: 'What is missing is named with its reason, never filled in and never counted as zero.',
  },
  expected: { zh: '应有记录', en: 'Records expected' },
  held: { zh: '收到记录', en: 'Records held' },
  share: { zh: '覆盖率', en: 'Share' },
  nothing: { zh: '未收到', en: 'none received' },
  complete: { zh: '没有缺测断面。', en: 'No section is missing.' },
  gaps: { zh: '缺测断面与原因', en: 'Missing sections and why' },
} as const satisfies Record<string, Bilingual>

/** The number of sections that share a reason. */
export function sectionCount(count: number): Bilingual {
  return { zh: `${integer(count)} 个断面`, en: plural(count, 'section') }
}

/** Words beside the downloads. */
export const DOWNLOADS = {
  lead: {
    zh: '无需登录。每个文件都写明发布编号、摘要、契约版本与时间。',
    en: 'No login. Every file states the release id, digest, contract version and times.',
  },
  json: { zh: '完整内容', en: 'Full content' },
  jws: { zh: '带双方签名的原件', en: 'The original with both signatures' },
  csv: {
    zh: '断面表，UTF-8（含 BOM），可用 Excel 或 WPS 打开',
    en: 'Section table, UTF-8 with BOM, opens in a spreadsheet',
  },
  geojson: {
    zh: '断面要素；坐标未登记的为空',
    en: 'Sections as features; no geometry where coordinates are not registered',
  },
  xlsx: {
    zh: '断面表、河流表与说明页，Excel、WPS 直接打开',
    en: 'Sections, rivers and a sheet about the release, for any spreadsheet',
  },
  html: {
    zh: '可整段粘贴到门户或公众号，无脚本，自带来源与核验',
    en: 'To paste into a portal or an official account; no scripts, its source goes along',
  },
  proof: { zh: '证明包', en: 'Proof bundle' },
  proofText: { zh: '离线核验所需的一切', en: 'All that offline verification needs' },
  id: { zh: '发布编号', en: 'Release id' },
  digest: { zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' },
  fullDigest: { zh: '显示完整摘要', en: 'Show the full digest' },
  contract: { zh: '契约版本', en: 'Contract version' },
  local: { zh: '发布时间（北京时间）', en: 'Published, Beijing time (UTC+8)' },
  utc: { zh: '发布时间（UTC）', en: 'Published, UTC' },
} as const satisfies Record<string, Bilingual>

/** Words of the provenance card. */
export const PROVENANCE = {
  measured: { zh: '监测', en: 'Measured by' },
  sent: { zh: '报送', en: 'Sent by' },
  review: { zh: '审核', en: 'Review' },
  signed: { zh: '签署', en: 'Signed by' },
  notSigned: { zh: '未签署', en: 'not signed' },
  corrects: { zh: '更正', en: 'Corrects' },
  correctsNothing: { zh: '不是更正', en: 'Nothing; not a correction' },
  verified: { zh: '已核验', en: 'Verified' },
  verifiedText: {
    zh: '发布前，网关已核验四川、重庆双方签名。',
    en: 'The gateway verified the signatures of both Sichuan and Chongqing before publishing.',
  },
  unverified: { zh: '签名不全', en: 'Signatures incomplete' },
  unverifiedText: {
    zh: '本页没有双方的签名，请勿作为联合发布使用。',
    en: 'This page does not carry the signatures of both sides. Do not use it as a joint release.',
  },
  yourself: { zh: '不必相信本站，自己核验：', en: 'You need not trust this site. Check it yourself:' },
  stepBundle: { zh: '下载证明包', en: 'Download the proof bundle' },
  stepTrust: {
    zh: '从双方机关另行取得 trust.json（双方根公钥），不要从本站取。',
    en: 'Get trust.json (the root keys of both sides) from the authorities themselves, not from this site.',
  },
  stepTrustSandbox: {
    zh: '沙箱的 trust.json 由 npm start 写在数据文件夹中，仅信任本沙箱。',
    en: 'The sandbox’s trust.json is written to its data folder by npm start, and trusts this sandbox only.',
  },
  stepRun: {
    zh: '离线运行；逐项列出检查，全部通过才算核验：',
    en: 'Run this offline; each check is listed, and all must pass:',
  },
  inLedger: { zh: '账本位置', en: 'ledger index' },
  ledger: { zh: '账本', en: 'Ledger' },
  derived: { zh: '所依据的记录', en: 'Derived from' },
  registry: { zh: '断面登记册', en: 'Section register' },
  contract: { zh: '数据契约', en: 'Contract' },
  keys: { zh: '密钥清单', en: 'Key lists' },
  standards: { zh: '标准', en: 'Standards' },
  signingKey: { zh: '签名密钥', en: 'Signing keys' },
  attachments: { zh: '附件（随发布封存）', en: 'Documents sealed with it' },
  consultation: { zh: '会商', en: 'Consultation' },
  checkpoint: { zh: '账本检查点（签名）', en: 'Ledger checkpoint (signed note)' },
  merkle: {
    zh: '每次报送与签名都是只增不改的 Merkle 账本中的一片叶；证明包含有从叶到检查点的路径。',
    en: 'Every submission and signature is a leaf of an append-only Merkle ledger. The proof bundle holds the paths from leaf to checkpoint.',
  },
} as const satisfies Record<string, Bilingual>

/** Who measured. */
export const ORIGINATOR: Readonly<Record<WaterBulletin['originators'][number], Bilingual>> = {
  cnemc: {
    zh: '国家地表水自动监测站（中国环境监测总站）',
    en: 'National automatic stations (China National Environmental Monitoring Centre)',
  },
  sc: { zh: '四川省监测站点', en: 'Stations of Sichuan' },
  cq: { zh: '重庆市监测站点', en: 'Stations of Chongqing' },
}

/** How far the figures have been reviewed. */
export const REVIEW: Readonly<Record<WaterBulletin['review'], Bilingual>> = {
  raw: { zh: '未审核的自动监测数据', en: 'Automatic figures, not reviewed' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  final: { zh: '终审数据', en: 'Final figures' },
  mixed: { zh: '部分已审核', en: 'Reviewed in part' },
}

/** How many records a side sent. */
export function sentBy(side: Bilingual, count: number): Bilingual {
  if (count === 0) return { zh: `${side.zh}：未报送`, en: `${side.en}: nothing sent` }
  return { zh: `${side.zh}：${integer(count)} 条记录`, en: `${side.en}: ${plural(count, 'record')}` }
}

/** The size of a file. */
export function byteCount(bytes: number): Bilingual {
  return { zh: `${integer(bytes)} 字节`, en: plural(bytes, 'byte') }
}

/** That more documents are sealed with a release than are listed. */
export function moreAttachments(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 份，全部见 JSON 下载`,
    en: `${plural(count, 'more document')}; all of them are in the JSON`,
  }
}

/** Editions and places under "technical details". */
export const DETAIL = {
  steps: (count: number): Bilingual => ({
    zh: `${integer(count)} 步，均有签名`,
    en: `${plural(count, 'step')}, each signed`,
  }),
  ledger: (size: number): Bilingual => ({ zh: `大小 ${integer(size)}`, en: `size ${integer(size)}` }),
  derived: (count: number): Bilingual =>
    count === 0
      ? { zh: '没有记录', en: 'no record' }
      : { zh: `${integer(count)} 条记录修订`, en: plural(count, 'record revision') },
  keys: (party: PartyId, side: Bilingual, edition: number): Bilingual => ({
    zh: `${side.zh}（${party}）第 ${edition} 版`,
    en: `${side.en} (${party}), edition ${edition}`,
  }),
}

/** That a correction changes more than is listed. */
export function moreChanges(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 处更改，全部见 JSON 下载`,
    en: `${plural(count, 'more change')}; all of them are in the JSON`,
  }
}
