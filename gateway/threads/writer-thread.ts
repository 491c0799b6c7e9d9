/** The writer's own thread: the statements of a commit follow one another here, whatever the main thread is busy with. */
import { parentPort, workerData } from 'node:worker_threads'
import { StoreFailed } from '../ports.ts'
import { openWriter } from '../store/sqlite/writer.ts'
import type { WriterAnswer, WriterData, WriterQuestion } from './writer.ts'

if (!parentPort) throw new TypeError('expected to run as a thread')
const port = parentPort
const { file, now, driver }: WriterData = workerData

const say = (answer: WriterAnswer): void => port.postMessage(answer)
const fault = (error: unknown): WriterAnswer => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
  outOfService: error instanceof StoreFailed,
})

try {
  const writer = await openWriter(file, now, { driver })
  port.on('message', async (asked: WriterQuestion) => {
    try {
      if (asked === 'close') {
        await writer.close()
        say({ kind: 'closed' })
        port.close()
      } else if ('cosign' in asked) {
        await writer.cosign(asked.cosign)
        say({ kind: 'cosigned' })
      } else if ('claim' in asked) say({ kind: 'claimed', claimed: await writer.claim(asked.claim) })
      else say({ kind: 'committed', committed: await writer.commit(asked) })
    } catch (error) {
      say(fault(error))
    }
  })
  say({ kind: 'opened' })
} catch (error) {
  say(fault(error))
}
