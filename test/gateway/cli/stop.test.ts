/** Stopping what npm started: npm ends its shell, which tells nobody, and the process would stay behind on its port. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const STOP = resolve(import.meta.dirname, '../../../gateway/cli/stop.ts')

/** A shell that waits for a process which says its id, then `stopped` when it was told to. */
async function started(parent: boolean) {
  const source = `
    const { stopSignal } = await import('${STOP}')
    const stays = setTimeout(() => process.exit(9), 20_000)
    console.log(process.pid)
    await stopSignal({ parent: ${parent} })
    console.log('stopped')
    clearTimeout(stays)`
  const line = `'${process.execPath}' --input-type=module -e "$SOURCE"; true`
  const shell = spawn('sh', ['-c', line], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SOURCE: source },
  })
  let said = ''
  shell.stdout.setEncoding('utf8').on('data', (part) => {
    said += part
  })
  await once(shell.stdout, 'data')
  return { shell, pid: Number(said.trim()), said: () => said }
}

test('a process that npm started ends when its shell is gone', async () => {
  const { shell, said } = await started(true)
  await new Promise((done) => setTimeout(done, 300))
  const closed = once(shell.stdout, 'close')
  shell.kill('SIGTERM')
  await closed
  expect(said()).toContain('stopped')
}, 30_000)

test('one that a person started stays, and ends at its own signal', async () => {
  const { shell, pid, said } = await started(false)
  shell.kill('SIGTERM')
  await once(shell, 'exit')
  await new Promise((done) => setTimeout(done, 1500))
  expect(said()).not.toContain('stopped')
  const closed = once(shell.stdout, 'close')
  process.kill(pid, 'SIGTERM')
  await closed
  expect(said()).toContain('stopped')
}, 30_000)
