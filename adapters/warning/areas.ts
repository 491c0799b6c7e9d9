/** The areas a warning's words name: a list, a count behind it, or the issuing authority's own area. Standards §9 row 10. */

/** Words for the area of the authority itself. */
const OWN =
  /^(?:[我本全]?(?:市|区|县|州|省)|[市区县州省]域|全域|辖区|本行政区域|所辖区域|行政区域)(?:范围|全域|辖区|行政区域|区域|境)?内?$/
const AREA_LIKE = /^[^,\d]{2,24}[市州县区]$/
const COUNTED = /^(.*?)等?([\d一二两三四五六七八九十]{1,3})个?(?:市州|市|州|城市|区县|区|县|地)$/
const TAIL = /(?<!行政区域|范围|辖区|境|全域)(?:行政区域|范围|辖区|境|全域)*(?:以?内)?$/
const DIGITS = '零一二三四五六七八九十'

function partsOf(text: string, isArea: (name: string) => boolean): readonly string[] {
  if (isArea(text)) return [text]
  const parts = text.split(/[、/,]/).filter((name) => name !== '')
  return parts.flatMap((name) => (isArea(name) ? [name] : name.split(/[和及与]/).filter((part) => part !== '')))
}

function numberOf(text: string): number {
  if (text === '两') return 2
  const ten = text.indexOf('十')
  if (ten < 0) return /^\d+$/.test(text) ? Number(text) : DIGITS.indexOf(text)
  const [tens, units] = [text.slice(0, ten), text.slice(ten + 1)]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (units === '' ? 0 : DIGITS.indexOf(units))
}

/**
 * The names of areas in a text without blanks and in half-width, none of them where the authority's own is meant; null when the
 * words are no areas, `count` when a count behind the list is not that of the list. A list that is one only in part is one name,
 * to be refused by that name.
 */
export function parseAreas(text: string, isArea: (name: string) => boolean): readonly string[] | 'count' | null {
  if (text === '' || OWN.test(text)) return text === '' ? null : []
  const short = text.replace(TAIL, '')
  const [, list, count] = isArea(short) ? [] : (COUNTED.exec(short) ?? [])
  const names = partsOf(list ?? short, isArea)
  const isNamed = (name: string): boolean => isArea(name) || AREA_LIKE.test(name)
  if (!names.every((name) => isNamed(name) || OWN.test(name))) return names.some(isNamed) ? [text] : null
  if (count !== undefined && numberOf(count) !== names.length) return 'count'
  const others = names.filter((name) => !OWN.test(name))
  if (others.length > 0 && others.length < names.length) return [text]
  return [...new Set(others)]
}
