/** Words of sealed documents attached by their digest, and of checking a file against one. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const ATTACH = {
  title: { zh: '附件（按摘要）', en: 'Attachments, by digest' },
  lead: {
    zh: '只登记文件名、大小和 SHA-256 摘要；文件本身由各单位保存，不上传。',
    en: 'Only name, size and SHA-256 are recorded; the files stay with the offices that hold them and are never sent.',
  },
  none: { zh: '没有附件。', en: 'There are none.' },
  file: { zh: '选择文件', en: 'Choose a file' },
  fileText: {
    zh: '在本浏览器里计算摘要，文件不离开本机。',
    en: 'Its digest is computed in this browser; the file never leaves this machine.',
  },
  name: { zh: '文件名', en: 'Name' },
  size: { zh: '大小', en: 'Size' },
  type: { zh: '类型', en: 'Type' },
  digest: { zh: 'SHA-256', en: 'SHA-256' },
  working: { zh: '正在计算摘要…', en: 'Computing the digest…' },
  check: { zh: '核对手中的文件', en: 'Check a file you hold' },
  checkText: {
    zh: '选择一个文件，看它是不是上面登记的附件；文件不离开本机。没有脚本时用命令计算后比对：',
    en: 'Choose a file to see whether it is one of those above; it never leaves this machine. Without scripts, compare what this command prints:',
  },
  found: { zh: '✓ 是登记的附件，逐字节相同：', en: '✓ This is an attachment, byte for byte: ' },
  unknown: {
    zh: '✗ 不是登记的任何附件。改动一个字节，或另存为别的格式，摘要都会不同。',
    en: '✗ This is none of them. One byte changed, or the file saved anew, gives another digest.',
  },
} as const satisfies Record<string, Bilingual>

/** The command that prints a file's digest without a browser. */
export const HASH_COMMAND = 'sha256sum FILE        # Windows: certutil -hashfile FILE SHA256'
