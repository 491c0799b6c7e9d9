/** An audit as a person reads it: a line a check, and under it the first of what is wrong. */
import type { AuditReport } from './report.ts'

const FAULTS_SHOWN = 10

/** The list. */
export function tickList({ ok, size, checks }: AuditReport): string {
  const lines = checks.map(({ title, count, found, faults, unchecked, reason, ...check }) => {
    const skipped = unchecked > 0 && reason ? `；${unchecked} 项未查 not checked：${reason.zh} · ${reason.en}` : ''
    const shown = faults.slice(0, FAULTS_SHOWN).map(({ where, zh, en }) => `    ${where}：${zh} · ${en}\n`)
    const more = found > shown.length ? `    另有 ${found - shown.length} 处 · ${found - shown.length} more\n` : ''
    const mark = !check.ok ? '✗' : count === 0 ? '–' : '✓'
    return `${mark} ${title.zh} · ${title.en} (${count})${skipped}\n${shown.join('')}${more}`
  })
  const end = ok ? `无误 · clean (${size} 条 leaves)\n` : '发现损坏 · damage found\n'
  return lines.join('') + end
}
