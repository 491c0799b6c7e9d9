/** Both sides made known to a Worker, and what it goes by signed by both. */
import { CONTRACTS } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { keyList } from '../cli/running.ts'
import type { Cloud } from './cloud.ts'

/** Key lists, the water contract and the registers, all in force. */
export async function enrol(cloud: Cloud): Promise<void> {
  for (const party of PARTIES) {
    const client = cloud.client(cloud.sides[party].signatory)
    await client.putKeys(keyList(party, cloud.sides[party]).jws)
    for (const contract of CONTRACTS.filter(({ id }) => id === 'water-section-quality'))
      await client.signContract(contract)
    for (const register of [SECTIONS_2026_11, CONSULTATION_2026_11]) await client.signRegistry(register)
  }
}
