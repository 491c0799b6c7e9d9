/** `chuanyu template`: a workbook to fill in, of one contract and side, offline; the very one that the gateway serves. */
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import { templateName, templateWorkbook } from '../../forms/template.ts'
import { sha256Hex } from '../../identity/digest.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { noFiles, readArgs, readParty, required, UsageError } from '../usage.ts'
import { writeNew } from '../workbooks.ts'

const help = `用法 usage: chuanyu template --contract ID --party cq|sc [-o FILE]

写出填报模板（XLSX）：列名即该方适配器所读，含下拉选项、示例行和填写说明。
Writes a template to fill in: the headings that side's adapter reads, drop-downs,
an example row and a sheet that explains. Offline; an existing file is kept.

  --contract ID[@VERSION]  契约 · contract; the newest version this program knows
  --party P                报送方 · the side that sends
  --registry ED            登记册版次；默认最新 · edition of the register; newest
  -o, --output FILE        默认 契约-版本-报送方.xlsx · by default ID-VERSION-PARTY.xlsx

例 examples:
  chuanyu template --contract water-section-quality --party cq
  chuanyu template --contract air-forecast@1.0.0 --party sc -o 预报模板.xlsx
`

/** `template`. */
export const templateCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      contract: { type: 'string' },
      party: { type: 'string' },
      registry: { type: 'string' },
      output: { type: 'string', short: 'o' },
    })
    noFiles(positionals)
    const named = required(values.contract, 'contract')
    const party = readParty(required(values.party, 'party'))
    const [id = '', version] = named.split('@', 2)
    const contract = CONTRACTS.findLast((one) => one.id === id && (version === undefined || one.version === version))
    const adapter = adapterFor(id, party)
    if (!contract || !adapter?.form) {
      const known = CONTRACTS.filter((one) => adapterFor(one.id, party)?.form).map((one) => `${one.id}@${one.version}`)
      throw new UsageError(
        `--contract 应为 ${known.join('、')} · expected --contract ${known.join(', ')}, got ${named}`,
      )
    }
    const editions = ROW_REGISTRIES.filter((one) => one.id === adapter.register)
    const registry = editions.findLast(({ edition }) => values.registry === undefined || edition === values.registry)
    if (!registry) {
      const known = editions.map(({ edition }) => edition).join('、')
      throw new UsageError(`--registry 应为 ${known} · expected --registry ${known}, got ${values.registry}`)
    }
    const file = values.output ?? templateName({ contract, adapter })
    const digest = sha256Hex(contract.source)
    const { form } = adapter
    await writeNew(
      file,
      await templateWorkbook({ contract, digest, adapter, form, registry, rows: FORMAT_LIMITS.rows }),
    )
    await io.out(`${file}\n`)
    return EXIT.ok
  },
}
