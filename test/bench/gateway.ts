/** The gateway under load, in a process of its own: a real data folder, real key lists, contract and register signed by both sides. */
import { join } from 'node:path'
import { listen, openNodeGateway } from '../../gateway/node.ts'

const [folder = '', origin = ''] = process.argv.slice(2)
const gateway = await openNodeGateway(join(folder), { origin })
const running = await listen(gateway, { port: 0 })
process.stdout.write(`${running.port}\n`)
