/** A preparing thread: takes files one after another, and hands back their rows as bytes made ready for the store. */
import { parentPort } from 'node:worker_threads'
import { type Registry, readRowRegistry } from '../../contracts/registry/index.ts'
import { dryRunLines, prepareRows } from '../intake/prepare.ts'
import { packTexts } from '../store/sql/pack.ts'
import { type DoneMessage, failureOf, type JobMessage, type ProbeMessage } from './protocol.ts'
import { pooledRandom } from './random.ts'

if (!parentPort) throw new TypeError('expected to run as a thread')
const port = parentPort
const random = pooledRandom()
// What is written goes on to the main thread and from there to the writer's: memory of all of them is neither copied nor
// counted against each, which would have each look for garbage again and again.
const sharedBytes = (bytes: number): Buffer => Buffer.from(new SharedArrayBuffer(bytes))
const registries = new Map<string, Registry>()

function registryOf({ digest, payload }: JobMessage['registry']): Registry {
  const known = registries.get(digest)
  if (known) return known
  if (payload === null) throw new TypeError(`the register ${digest} was not told to this thread`)
  const made = readRowRegistry(JSON.parse(payload))
  registries.set(digest, made)
  return made
}

function work(message: JobMessage | ProbeMessage): { done: DoneMessage; handed: ArrayBuffer[] } {
  const { job } = message
  if (message.want === 'nothing') return { done: { job, works: true }, handed: [] }
  const { file, registry } = message
  try {
    if (message.want === 'lines') {
      const lines = new TextEncoder().encode(dryRunLines(file, registryOf(registry)))
      return { done: { job, lines }, handed: [lines.buffer] }
    }
    const { result, written } = prepareRows(file, registryOf(registry), random, { allocate: sharedBytes })
    const packed = packTexts(written.batch)
    const rows = { result, written: { ...written, batch: { ...written.batch, packed } } }
    return { done: { job, rows }, handed: [] }
  } catch (error) {
    return { done: { job, failure: failureOf(error) }, handed: [] }
  }
}

port.on('message', (message: JobMessage | ProbeMessage) => {
  const { done, handed } = work(message)
  port.postMessage(done, handed)
})
