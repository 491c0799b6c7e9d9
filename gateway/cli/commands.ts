/** The command table. */
import type { CommandRow } from './command.ts'

/** Every command, in the order help lists them. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'normalise',
    summary: { zh: '离线把文件规范化为 NDJSON', en: 'normalise files to NDJSON, offline' },
    load: async () => (await import('./commands/normalise.ts')).normaliseCommand,
  },
  {
    name: 'template',
    summary: { zh: '离线写出填报模板（XLSX）', en: 'write a workbook to fill in, offline' },
    load: async () => (await import('./commands/template.ts')).templateCommand,
  },
  {
    name: 'submit',
    summary: { zh: '向网关报送文件并取得回执', en: 'send files to a gateway and get receipts' },
    load: async () => (await import('./commands/submit.ts')).submitCommand,
  },
  {
    name: 'watch',
    summary: { zh: '守候文件夹，出现即报送', en: 'send what appears in a folder, each file once' },
    load: async () => (await import('./commands/watch.ts')).watchCommand,
  },
  {
    name: 'ingest',
    summary: { zh: '把跨网闸的报送包交给网关', en: 'give the gateway a package from over an air gap' },
    load: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  {
    name: 'receipts take',
    summary: { zh: '离线核验带回的回执', en: 'verify receipts that came back, offline' },
    load: async () => (await import('./commands/receipts-take.ts')).receiptsTakeCommand,
  },
  {
    name: 'consult',
    summary: { zh: '会商：查看、同意、签发', en: 'read consultations, agree and sign' },
    load: async () => (await import('./commands/consult.ts')).consultCommand,
  },
  {
    name: 'duty',
    summary: { zh: '值班表、待办与交班', en: 'duty rosters, what waits, hand-overs' },
    load: async () => (await import('./commands/duty.ts')).dutyCommand,
  },
  {
    name: 'verify',
    summary: { zh: '离线核验证明包', en: 'verify a proof bundle, offline' },
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'keygen',
    summary: { zh: '生成签名密钥', en: 'make a signing key' },
    load: async () => (await import('./commands/keygen.ts')).keygenCommand,
  },
  {
    name: 'keys',
    summary: { zh: '密钥清单：登记与吊销', en: "read and change a party's key list" },
    load: async () => (await import('./commands/keys.ts')).keysCommand,
  },
  {
    name: 'sign',
    summary: { zh: '提出或签署契约与登记册', en: 'propose or sign contracts and registers' },
    load: async () => (await import('./commands/sign.ts')).signCommand,
  },
  {
    name: 'init',
    summary: { zh: '新建网关目录', en: "make a new gateway's folder" },
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'doctor',
    summary: { zh: '诊断环境、密钥、文件与签名', en: 'find what is wrong, and how to mend it' },
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'serve',
    summary: { zh: '运行网关', en: 'run a gateway' },
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  {
    name: 'sandbox',
    summary: { zh: '沙箱：本机扮演双方直至发布', en: 'play both sides to a release, then serve' },
    load: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  },
  {
    name: 'backup',
    summary: { zh: '在线备份与核对', en: 'back a data folder up while it runs' },
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: { zh: '放回备份而不分叉', en: 'put a backup back without a fork' },
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  {
    name: 'move',
    summary: { zh: '把账本移入 PostgreSQL', en: 'move a ledger into PostgreSQL' },
    load: async () => (await import('./commands/move.ts')).moveCommand,
  },
  {
    name: 'witness',
    summary: { zh: '见证账本只增不改', en: 'watch that a ledger only grows' },
    load: async () => (await import('./commands/witness.ts')).witnessCommand,
  },
  {
    name: 'ledger audit',
    summary: { zh: '全面检查网关自身的存储', en: "check a gateway's own store from end to end" },
    load: async () => (await import('./commands/ledger-audit.ts')).ledgerAuditCommand,
  },
  {
    name: 'ledger replay',
    summary: { zh: '由原始文件重算并列出差异', en: 'run adapters again on originals, list differences' },
    load: async () => (await import('./commands/ledger-replay.ts')).ledgerReplayCommand,
  },
  {
    name: 'security-log verify',
    summary: { zh: '核验安全日志的摘要链', en: 'check the chain of the security log' },
    load: async () => (await import('./commands/security-log-verify.ts')).securityLogVerifyCommand,
  },
  {
    name: 'contract diff',
    summary: { zh: '比较契约的两个版本', en: 'compare two versions of a contract' },
    load: async () => (await import('./commands/contract-diff.ts')).contractDiffCommand,
  },
]

/** The command that the arguments begin with, and what is left of them. */
export function findCommand(
  args: readonly string[],
): { readonly row: CommandRow; readonly rest: readonly string[] } | undefined {
  for (const row of COMMANDS) {
    const words = row.name.split(' ')
    if (words.every((word, at) => args[at] === word)) return { row, rest: args.slice(words.length) }
  }
  return undefined
}
