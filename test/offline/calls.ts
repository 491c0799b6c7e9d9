/** Holds the system calls of a trace against a unit's filter: `calls.ts UNIT TRACE`. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [unit = '', trace = ''] = process.argv.slice(2)

/** The sets that systemd knows, by name; members may be sets. */
function knownSets(): ReadonlyMap<string, readonly string[]> {
  const { status, stdout } = spawnSync('systemd-analyze', ['syscall-filter'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`systemd-analyze ended with ${status}`)
  const sets = new Map<string, string[]>()
  let current: string[] = []
  for (const line of stdout.split('\n')) {
    if (line.startsWith('@')) {
      current = []
      sets.set(line.trim(), current)
    } else if (/^ +[@\w]/.test(line)) current.push(line.trim())
  }
  return sets
}

const sets = knownSets()

function expanded(name: string): readonly string[] {
  if (!name.startsWith('@')) return [name]
  const members = sets.get(name)
  if (!members) throw new Error(`systemd knows no ${name}`)
  return members.flatMap(expanded)
}

// Lines apply one after another: the first one allows, `~` takes away (systemd.exec(5)).
const allowed = new Set<string>()
for (const [, lists = ''] of readFileSync(unit, 'utf8').matchAll(/^SystemCallFilter=(.*)$/gm)) {
  const takesAway = lists.startsWith('~')
  for (const call of lists.replace('~', '').split(' ').flatMap(expanded)) {
    if (takesAway) allowed.delete(call)
    else allowed.add(call)
  }
}
// What is before the command is of the one who starts it.
const traced = readFileSync(trace, 'utf8')
const own = traced.slice(traced.search(/^\d+ +execve\("[^"]*\/bin\/chuanyu"/m))
const used = new Set([...own.matchAll(/^\d+ +(?:<\.\.\. )?([a-z_]\w*)(?:\(| resumed)/gm)].map(([, call = '']) => call))
used.delete('execve')
const refused = [...used].filter((call) => !allowed.has(call)).sort()
process.stdout.write(`  ${used.size} system calls, all but ${refused.length} allowed of ${allowed.size}\n`)
if (used.size < 20 || refused.length > 0) {
  process.stdout.write(`FAILED: ${refused.join(' ')}\n`)
  process.exitCode = 1
}
