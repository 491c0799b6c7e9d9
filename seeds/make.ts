/** Writes the sandbox's sample files (示例) in each side's own way of writing, quirks included, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { CHONGQING, ITEMS, SICHUAN, shown } from './profiles.ts'
import { chongqingWater, figuresOf, glyph, local, SAMPLE_WEEK, sichuanWater, WATER_LABEL } from './water.ts'

/** Chongqing's own copies of two sections that Sichuan keeps, and that flow in (入境) to it. */
function chongqingBorder(): (string | number)[][] {
  const rows: (string | number)[][] = [
    [
      '断面名称',
      '所在河流',
      '断面级别',
      '断面类型',
      '监测时间',
      '水质目标',
      '水质类别',
      'pH(无量纲)',
      '溶解氧(mg/L)',
      '高锰酸盐指数(mg/L)',
      '氨氮(mg/L)',
      '总磷(mg/L)',
      '站点情况',
      '备注',
    ],
  ]
  for (const [name, target] of [
    ['金子', 'Ⅱ类'],
    ['幺滩', 'III类'],
  ] as const) {
    const at = SICHUAN.findIndex((section) => section.name === name)
    const section = SICHUAN[at]
    if (!section) throw new RangeError(name)
    for (const [slot, values] of figuresOf(SAMPLE_WEEK, 'sc', at).entries()) {
      const exact = Object.fromEntries(ITEMS.map((item) => [item, Number(values[item].toPrecision(6))]))
      const copy = { ...values, ...exact }
      // One reading that the two sides hold differently.
      if (name === '幺滩' && slot === 20) copy.tp = 0.198
      rows.push([
        name,
        section.river,
        '国控',
        '入境',
        local(SAMPLE_WEEK, slot).dated,
        target,
        glyph(copy, false),
        copy.pH,
        copy.do,
        copy.codMn,
        copy.nh3n,
        copy.tp,
        '正常',
        WATER_LABEL,
      ])
    }
  }
  return rows
}

/** Sichuan's copies of two sections that leave it (出境) for Chongqing, as the office exports them: a page of HTML that calls itself .xls. */
function sichuanBorder(): string {
  const heads = [
    '断面名称',
    '所属河流',
    '断面类型',
    '监测时间',
    '规定类别',
    '实测类别',
    'pH',
    '溶解氧(mg/L)',
    '高锰酸盐指数(mg/L)',
    '氨氮(mg/L)',
    '总磷(mg/L)',
    '备注',
  ]
  const body: string[] = []
  for (const name of ['朱沱', '码头']) {
    const at = CHONGQING.findIndex((section) => section.name === name)
    const section = CHONGQING[at]
    if (!section) throw new RangeError(name)
    for (const [slot, values] of figuresOf(SAMPLE_WEEK, 'cq', at).entries()) {
      const figures = shown(values)
      const cells = [
        name,
        section.river,
        '出境断面',
        local(SAMPLE_WEEK, slot).dated,
        name === '朱沱' ? 'II' : '/',
        glyph(values, false),
        figures.pH,
        figures.do,
        figures.codMn,
        figures.nh3n,
        figures.tp,
        WATER_LABEL,
      ]
      body.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    }
  }
  body.push(
    `<tr>${['朱陀', '长江', '出境断面', '2026-11-15 20:00', 'II', 'Ⅱ', '8.01', '9.05', '1.6', '0.05', '0.06', WATER_LABEL].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>\n${body.join('\n')}\n</table></body></html>\n`
}

/** The sample files that are text, by path below this folder. */
export function sampleTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/water-2026-w46.csv': iconv.encode(`${chongqingWater(SAMPLE_WEEK).join('\r\n')}\r\n`, 'gb18030'),
    'sichuan/water-2026-w46.json': Buffer.from(`${JSON.stringify(sichuanWater(SAMPLE_WEEK))}\n`),
    'sichuan/border-2026-w46.xls': Buffer.from(sichuanBorder()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(sampleTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(chongqingBorder(), { sheet: '入境断面（示例）' }).toBuffer()
  writeFileSync(join(here, 'chongqing', 'border-2026-w46.xlsx'), workbook)
}
