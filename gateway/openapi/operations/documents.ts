/** Operations on what both sides sign: contracts and their lives, registers, key lists; and the standards they rest on. */
import { PARTIES } from '../../../contracts/types.ts'
import { answers, bytes, listOf, members, needed, oneOf, parameter, ref, text, words } from '../shapes.ts'
import type { AnswerShape, Body, Operation, OperationGroup, Parameter } from '../types.ts'

const CONTRACT: Parameter = needed('契约标识', 'contract id', text, 'water-section-quality')
const VERSION: Parameter = needed('契约版本', 'contract version', text, '1.0.0')
const REGISTRY: Parameter = needed('登记册标识', 'register id', text, 'sections')
const EDITION: Parameter = needed('登记册版次', 'register edition', text, '2026-11')
const JOSE = 'application/jose+json'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SIDE = needed('哪一侧填报', 'the side that fills it in', oneOf(...PARTIES), 'cq')

const signed = (zh: string, en: string, typ: string): Body => ({
  description: words(
    `${zh}：General JWS，恰有一个签名，typ ${typ}，载荷为 JCS`,
    `${en}: a General JWS with exactly one signature, typ ${typ}, its payload in JCS`,
  ),
  media: { [JOSE]: ref('GeneralJws'), 'application/json': ref('GeneralJws') },
  required: true,
})
const signing = (zh: string, en: string): AnswerShape => answers(zh, en, ref('Signed'))
const either = (zh: string, en: string, name: string): AnswerShape => ({
  description: words(zh, en),
  media: { 'application/json': ref(name), [JOSE]: ref('GeneralJws') },
})

const SIGNING_PROBLEMS = ['document-malformed', 'other-party', 'document-exists', 'signature-exists'] as const

function withdrawals(path: string, id: string, of: { zh: string; en: string }, where: Record<string, Parameter>) {
  return [
    {
      method: 'GET',
      path: `${path}/withdrawal`,
      id: `read${id}Withdrawal`,
      summary: words(`${of.zh}的撤回文件`, `the withdrawal of a ${of.en}`),
      parameters: where,
      answers: { 200: either('撤回文件', 'the withdrawal', 'WithdrawalAnswer') },
      problems: ['document-unknown'],
    },
    {
      method: 'POST',
      path: `${path}/withdrawal`,
      id: `withdraw${id}`,
      summary: words(`提出方撤回未签齐的${of.zh}`, `its proposer takes back a ${of.en} the other side has not signed`),
      parameters: where,
      body: signed('撤回文件', 'a withdrawal', 'chuanyu-withdrawal+jws'),
      answers: { 201: signing('已撤回', 'withdrawn') },
      problems: ['document-malformed', 'proposer-only', 'document-closed', 'payload-mismatch'],
    },
  ] satisfies readonly Operation[]
}

const ONE = { id: CONTRACT, version: VERSION }

/** Contracts, from proposal to retirement. */
export const CONTRACT_OPERATIONS: OperationGroup = {
  tag: 'contracts',
  title: words('契约', 'Contracts'),
  operations: [
    {
      method: 'GET',
      path: '/v1/contracts',
      id: 'listContracts',
      summary: words('全部契约各版本及其签署状态', 'every version of every contract, and where its signing stands'),
      answers: { 200: answers('契约列表', 'the contracts', members({ contracts: listOf(ref('ContractSummary')) })) },
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}',
      id: 'readContract',
      summary: words('现行版本的契约', 'a contract, in the version in force'),
      parameters: { id: CONTRACT },
      answers: { 200: either('契约', 'the contract', 'ContractAnswer') },
      problems: ['contract-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}/compare',
      id: 'compareContract',
      summary: words('比较契约的两个版本', 'two versions of a contract compared'),
      parameters: { id: CONTRACT },
      query: {
        from: needed('旧版本', 'the older version', text, '1.0.0'),
        to: needed('新版本', 'the newer version', text, '1.0.0'),
      },
      answers: { 200: answers('结论和每处变化', 'the verdict and each change', ref('Comparison')) },
      problems: ['contract-unknown', 'query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}/{version}',
      id: 'readContractVersion',
      summary: words('指定版本的契约', 'a contract in one version'),
      parameters: ONE,
      answers: { 200: either('契约', 'the contract', 'ContractAnswer') },
      problems: ['contract-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}/{version}/schema',
      id: 'readContractSchema',
      summary: words('记录的 JSON Schema', 'the JSON Schema of its records'),
      parameters: ONE,
      answers: {
        200: answers('JSON Schema 2020-12', 'JSON Schema 2020-12', { type: 'object' }, 'application/schema+json'),
      },
      problems: ['contract-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}/template',
      id: 'readTemplate',
      summary: words('现行版本的填报模板（XLSX）', 'a workbook to fill in, of the version in force'),
      parameters: { id: CONTRACT },
      query: { party: SIDE },
      answers: { 200: answers('工作簿', 'the workbook', bytes, XLSX) },
      problems: ['contract-unknown', 'contract-not-in-force', 'query-invalid'],
    },
    {
      method: 'GET',
      path: '/v1/contracts/{id}/{version}/template',
      id: 'readTemplateVersion',
      summary: words('指定版本的填报模板（XLSX）', 'a workbook to fill in, of one version'),
      parameters: ONE,
      query: { party: SIDE },
      answers: { 200: answers('工作簿', 'the workbook', bytes, XLSX) },
      problems: ['contract-unknown', 'contract-not-in-force', 'query-invalid'],
    },
    {
      method: 'POST',
      path: '/v1/contracts',
      id: 'proposeContract',
      summary: words('一方提出契约版本并签名', 'one side proposes a contract version, with its signature'),
      body: signed('契约原文', 'the contract', 'chuanyu-contract+jws'),
      answers: { 201: signing('已提出，待对方签署', 'proposed; the other side’s signature is missing') },
      problems: ['contract-unknown', 'version-step', ...SIGNING_PROBLEMS],
    },
    {
      method: 'POST',
      path: '/v1/contracts/{id}/{version}/signatures',
      id: 'signContract',
      summary: words('另一方签署同样的字节', 'the other side signs the same bytes'),
      parameters: ONE,
      body: signed('契约原文', 'the contract', 'chuanyu-contract+jws'),
      answers: { 201: signing('双方已签', 'signed by both') },
      problems: ['contract-unknown', 'payload-mismatch', 'document-closed', ...SIGNING_PROBLEMS],
    },
    ...withdrawals('/v1/contracts/{id}/{version}', 'Contract', words('契约版本', 'contract version'), ONE),
    {
      method: 'GET',
      path: '/v1/contracts/{id}/{version}/retirement',
      id: 'readRetirement',
      summary: words('契约版本的退役文件', 'the retirement of a contract version'),
      parameters: ONE,
      answers: { 200: either('退役文件', 'the retirement', 'RetirementAnswer') },
      problems: ['document-unknown'],
    },
    {
      method: 'POST',
      path: '/v1/contracts/{id}/{version}/retirement',
      id: 'proposeRetirement',
      summary: words('提出自某日起退役', 'one side proposes from which day a version no longer counts'),
      parameters: ONE,
      body: signed('退役文件', 'a retirement', 'chuanyu-retirement+jws'),
      answers: { 201: signing('已提出', 'proposed') },
      problems: ['contract-not-in-force', 'payload-mismatch', ...SIGNING_PROBLEMS],
    },
    {
      method: 'POST',
      path: '/v1/contracts/{id}/{version}/retirement/signatures',
      id: 'signRetirement',
      summary: words('另一方签署退役文件', 'the other side signs the retirement'),
      parameters: ONE,
      body: signed('退役文件', 'the retirement', 'chuanyu-retirement+jws'),
      answers: { 201: signing('双方已签', 'signed by both') },
      problems: ['document-unknown', 'payload-mismatch', 'document-closed', ...SIGNING_PROBLEMS],
    },
    ...withdrawals('/v1/contracts/{id}/{version}/retirement', 'Retirement', words('退役文件', 'retirement'), ONE),
  ],
}

/** Registers, key lists and standards. */
export const REFERENCE_OPERATIONS: OperationGroup = {
  tag: 'reference',
  title: words('登记册、密钥与标准', 'Registers, keys and standards'),
  operations: [
    {
      method: 'GET',
      path: '/v1/registry',
      id: 'listRegistries',
      summary: words('全部登记册', 'every register'),
      answers: { 200: answers('登记册', 'the registers', members({ registries: listOf(ref('RegistrySummary')) })) },
    },
    {
      method: 'GET',
      path: '/v1/registry/{id}',
      id: 'readRegistry',
      summary: words('现行登记册', 'a register, in the edition in force'),
      parameters: { id: REGISTRY },
      answers: { 200: either('登记册', 'the register', 'RegistryAnswer') },
      problems: ['document-unknown'],
    },
    {
      method: 'GET',
      path: '/v1/registry/{id}/{edition}',
      id: 'readRegistryEdition',
      summary: words('指定版次的登记册', 'a register in one edition'),
      parameters: { id: REGISTRY, edition: EDITION },
      answers: { 200: either('登记册', 'the register', 'RegistryAnswer') },
      problems: ['document-unknown'],
    },
    {
      method: 'POST',
      path: '/v1/registry',
      id: 'proposeRegistry',
      summary: words('一方提出登记册版次', 'one side proposes an edition'),
      body: signed('登记册', 'the register', 'chuanyu-registry+jws'),
      answers: { 201: signing('已提出', 'proposed') },
      problems: [...SIGNING_PROBLEMS],
    },
    {
      method: 'POST',
      path: '/v1/registry/{id}/{edition}/signatures',
      id: 'signRegistry',
      summary: words('另一方签署', 'the other side signs'),
      parameters: { id: REGISTRY, edition: EDITION },
      body: signed('登记册', 'the register', 'chuanyu-registry+jws'),
      answers: { 201: signing('双方已签', 'signed by both') },
      problems: ['document-unknown', 'payload-mismatch', 'document-closed', ...SIGNING_PROBLEMS],
    },
    ...withdrawals('/v1/registry/{id}/{edition}', 'Registry', words('登记册版次', 'register edition'), {
      id: REGISTRY,
      edition: EDITION,
    }),
    {
      method: 'GET',
      path: '/v1/keys/{party}',
      id: 'readKeys',
      summary: words('一方现行的密钥清单', 'a side’s key list, the last one'),
      parameters: { party: needed('哪一侧', 'whose', ref('Party'), 'cq') },
      answers: { 200: either('密钥清单', 'the key list', 'KeysAnswer') },
      problems: ['document-unknown'],
    },
    {
      method: 'POST',
      path: '/v1/keys',
      id: 'listKeys',
      summary: words('根密钥签署的密钥清单', 'a key list, signed by the party’s root'),
      description: words(
        '凭根密钥的签名认证，不需请求签名',
        'Authenticated by the root’s signature; the request needs none',
      ),
      body: signed('密钥清单', 'the key list', 'chuanyu-keys+jws'),
      answers: { 201: signing('清单已入账本', 'the list is in the ledger') },
      problems: ['document-malformed', 'key-list-malformed', 'key-list-conflict'],
    },
    {
      method: 'GET',
      path: '/v1/standards',
      id: 'listStandards',
      summary: words('采用的标准', 'the standards the gateway judges by'),
      answers: { 200: answers('标准', 'the standards', members({ standards: listOf(ref('StandardSummary')) })) },
    },
    {
      method: 'GET',
      path: '/v1/standards/comparison',
      id: 'compareStandards',
      summary: words('两侧标准比较', 'the two sides’ standards compared'),
      answers: { 200: answers('逐项比较', 'aspect by aspect', ref('StandardsComparison')) },
    },
    {
      method: 'GET',
      path: '/v1/standards/comparison/practice',
      id: 'compareStandardsInPractice',
      summary: words('差异在已有记录上的结果', 'what the differences come to on the records held'),
      query: { asOf: parameter('账本规模', 'ledger size', { type: 'integer', minimum: 0 }) },
      answers: { 200: answers('统计与定义', 'counts with their definitions', ref('Practice')) },
    },
    {
      method: 'GET',
      path: '/v1/standards/{id}',
      id: 'readStandard',
      summary: words('一项标准的限值', 'a standard’s limits as data'),
      parameters: { id: needed('标准的短名', 'the standard’s slug', text, 'gb3838-2002') },
      answers: { 200: answers('标准', 'the standard', ref('Standard')) },
    },
  ],
}
