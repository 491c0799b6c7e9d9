/** Headings that stand over several others and say no more than that these are figures or facts: 监测项目, 企业信息. What a day or a period says stays. */

const WORDS =
  '(?:基本|基础|断面|点位|站点|企业|单位|位置|地理|评价|环境|风险|联系|排污|预报|预警|水质|空气|质量|自动|手工|常规|主要|各项|污染物|监测|检测|测定|实测|分析)*'
const KINDS = '(?:信息|情况|内容|项目|指标|因子|参数|结果|数据|监测值|实测值|浓度|质量浓度)'
const GROUP = new RegExp(`^${WORDS}${KINDS}$`)
const BRACKETED = /^([^()（）]+)[(（]([^()（）]*)[)）]$/

/** A heading over others, and what its brackets say of them; null for one that says something of its own. */
export function groupHeading(text: string): { readonly bracket: string | null } | null {
  const [, name = text, bracket = null] = BRACKETED.exec(text) ?? []
  return GROUP.test(name.replace(/\s+/g, '')) ? { bracket } : null
}

/** A heading under such a one, whose brackets may give its unit: `监测项目（mg/L） 溶解氧`; null for any other. */
export function underGroup(heading: string): { readonly name: string; readonly bracket: string } | null {
  const [, above = '', name = ''] = /^(.+?[)）])\s+(\S.*)$/.exec(heading) ?? []
  const group = groupHeading(above)
  return group === null || group.bracket === null || name === '' ? null : { name, bracket: group.bracket }
}
