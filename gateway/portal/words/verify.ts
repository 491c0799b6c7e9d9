/** Words of the page for verifying, and of the page about the data. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words of `/verify`. */
export const VERIFY = {
  title: { zh: '核验一期发布', en: 'Verify a release' },
  answer: {
    zh: '不必相信本站：一个文件、一份从双方机关取得的公钥、一行命令，离线就能核验。',
    en: 'You need not trust this site: one file, the public keys got from the authorities themselves, and one command verify it offline.',
  },
  find: { zh: '手里有一期发布？', en: 'Do you have a release at hand?' },
  findText: {
    zh: '粘贴发布编号，或表格、网页上印的摘要（SHA-256，至少前 12 位），看它是哪一期、是否仍是现行的。',
    en: 'Paste its id, or the digest printed on a table or page (SHA-256, at least the first 12 digits), to see which it is and whether it still stands.',
  },
  label: { zh: '发布编号或摘要', en: 'Release id or digest' },
  search: { zh: '查找', en: 'Find' },
  found: { zh: '找到', en: 'Found' },
  current: { zh: '现行', en: 'It stands' },
  superseded: { zh: '已被更正，请以新一期为准', en: 'It was corrected; use the newer one' },
  digest: { zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' },
  same: {
    zh: '摘要相同只说明是同一份内容；是否由双方签署，还要按下面的步骤核验。',
    en: 'The same digest says it is the same content; whether both sides signed it is for the steps below.',
  },
  none: { zh: '没有找到', en: 'Not found' },
  noneText: {
    zh: '公开的发布中没有这个编号或摘要。请核对是否抄全；若内容自称来自本网关而摘要不符，请不要采信，并告知我们。',
    en: 'No public release has this id or digest. Check that it is whole; if something claims to come from here and its digest does not, do not rely on it, and tell us.',
  },
  short: { zh: '摘要至少要 12 位', en: 'A digest needs at least 12 digits' },
  steps: { zh: '怎样核验', en: 'How to verify' },
  step1: { zh: '在发布页下载证明包', en: 'Download the proof bundle from the release’s page' },
  step1Text: {
    zh: '证明包含有发布原文、双方签名、所依据记录的承诺与证明；不含未公开的数据。',
    en: 'It holds the release, both signatures, and the commitments and proofs of the records behind it; nothing that is not public.',
  },
  step2: { zh: '从双方机关取得 trust.json', en: 'Get trust.json from the authorities of both sides' },
  step2Text: {
    zh: '里面是双方的根公钥和账本公钥。不要从本站取：从本站取得的钥匙证明不了本站。',
    en: 'It has the root keys of both sides and the ledger’s key. Not from this site: keys got from here prove nothing about here.',
  },
  step2Sandbox: {
    zh: '沙箱的 trust.json 由 npm start 写在数据文件夹中，只信任本沙箱。',
    en: 'The sandbox’s trust.json is written to its data folder by npm start, and trusts this sandbox only.',
  },
  step3: { zh: '离线运行一行命令', en: 'Run one command offline' },
  step3Text: {
    zh: '逐项列出检查；退出码 0 为已核验，4 为未通过。没有 trust.json 时只说“自洽，签署方未确认”。',
    en: 'It lists every check; exit code 0 is verified, 4 is not. Without trust.json it says only “consistent, signers unconfirmed”.',
  },
  browser: { zh: '为什么不在网页上直接核验？', en: 'Why not check it on this page?' },
  browserText: {
    zh: '由被核验者自己的网页来说“已核验”没有意义；核验程序也只在 Node 上运行，没有移植到浏览器。请用上面的命令。',
    en: 'A page of the one that is to be checked cannot vouch for itself; and the verifier runs on Node, not in a browser. Use the command above.',
  },
  means: { zh: '“已核验”是什么意思', en: 'What “verified” means' },
  means1: {
    zh: '内容一字未改，四川、重庆各有一份有效签名。',
    en: 'Not a character has changed, and Sichuan and Chongqing have each signed it.',
  },
  means2: {
    zh: '签名所用的钥匙当时有效，并由该方的根公钥列出。',
    en: 'The keys that signed counted at the time, and each side’s root key lists them.',
  },
  means3: {
    zh: '结果确由当时账本中的记录推得：重算一遍，逐项相同。',
    en: 'The results follow from the records in the ledger at the time: worked out again, every one is the same.',
  },
  inside: { zh: '技术细节', en: 'Technical details' },
  insideText: {
    zh: '账本是只增不改的 Merkle 树（RFC 6962），检查点为 C2SP 签名笔记；发布为 General JWS，双方各一签名；JSON 按 JCS（RFC 8785）取规范形。证明包里有从每片叶到检查点的包含证明。',
    en: 'The ledger is an append-only Merkle tree (RFC 6962) with checkpoints as C2SP signed notes; a release is a General JWS with a signature per side; JSON is taken in its canonical form (JCS, RFC 8785). The bundle holds an inclusion proof from every leaf to a checkpoint.',
  },
  checkpoint: { zh: '账本检查点', en: 'Ledger checkpoint' },
} as const satisfies Record<string, Bilingual>
