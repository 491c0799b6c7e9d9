/** What both sides sign before anything is shared: key lists under their roots, contracts, registers. A step already taken is left alone. */
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { REGISTRIES } from '../../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { assembleDocument, signDocument } from '../../identity/document.ts'
import { KEY_LIST_TYP } from '../../identity/keys.ts'
import { NAMES, type Stage } from './stage.ts'

async function enrol({ gateway, keys, tell, client }: Stage, party: PartyId): Promise<void> {
  const { lists, keys: known } = gateway.standing.keys()
  const own = keys.holders.filter((holder) => holder.party === party)
  if (own.every(({ key }) => known.has(key.kid))) return
  const last = lists.get(party)
  const listed = own.map(({ agency, operator, roles, key: { alg, jwk, kid } }) => ({
    agency,
    alg,
    jwk,
    kid,
    operator,
    roles,
    status: 'active',
  }))
  const issued = `${new Date(gateway.now()).toISOString().slice(0, 19)}Z`
  const edition = (last?.edition ?? 0) + 1
  const list = canonical({ edition, issued, keys: listed, party, previous: last?.digest ?? null })
  const signed = assembleDocument(list, [signDocument(list, { ...keys.roots[party], typ: KEY_LIST_TYP })])
  await client(`${party}-agency`).putKeys(signed)
  tell(
    `${NAMES[party].zh}以根密钥登记了 ${listed.length} 个密钥`,
    `${NAMES[party].en} enrolled ${listed.length} keys under its root`,
  )
}

async function signContracts({ gateway, tell, client }: Stage): Promise<void> {
  const { standing } = gateway
  for (const contract of CONTRACTS) {
    for (const party of PARTIES) {
      const { document } = standing.contracts().find((one) => one.contract === contract) ?? {}
      if (document?.signatures.some((signature) => signature.party === party)) continue
      const { status } = await client(`${party}-signatory`).signContract(contract)
      tell(
        `${NAMES[party].zh}签署契约 ${contract.id} ${contract.version}${status === 'in-force' ? '，契约生效' : ''}`,
        `${NAMES[party].en} signed the contract ${contract.id} ${contract.version}${status === 'in-force' ? '; it is in force' : ''}`,
      )
    }
  }
}

async function signRegisters({ gateway, tell, client }: Stage): Promise<void> {
  for (const register of REGISTRIES) {
    for (const party of PARTIES) {
      const document = gateway.standing.document(`registry/${register.id}/${register.edition}`)
      if (document?.signatures.some((signature) => signature.party === party)) continue
      await client(`${party}-signatory`).signRegistry(register)
      tell(
        `${NAMES[party].zh}签署${register.title.zh} ${register.edition}`,
        `${NAMES[party].en} signed the register “${register.title.en}” ${register.edition}`,
      )
    }
  }
}

/** Signs all of them that are not signed yet. */
export async function signDocuments(stage: Stage): Promise<void> {
  for (const party of PARTIES) await enrol(stage, party)
  await signContracts(stage)
  await signRegisters(stage)
}
