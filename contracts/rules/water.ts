/** Rules of water-section records: the unrounded figure, and sections, rivers, levels and boundaries by the register of sections. */
import type { Rules } from './types.ts'

/** Rules by id. */
export const WATER_RULES: Rules = {
  'unrounded-value-taken': {
    zh: '单元格显示修约值，同时带有原始值；数值取原始值参加评价，显示的数字另存',
    en: 'The cell shows a rounded figure and carries the unrounded one; the value is the latter, the digits shown are kept beside it',
    basis: { clause: 'GB/T 8170-2008 全数值比较法', confidence: 'M-high' },
  },
  'target-differs': {
    zh: '所报水质目标与登记册不同；记录取所报目标',
    en: 'The target class sent is not the registered one; the record has the one sent',
  },
  'copy-of-other-side': {
    zh: '断面由对方登记，是跨界断面；这是本方的一份副本，与对方的记录并存',
    en: "The section is registered by the other side and is transboundary; this is a copy beside the other side's record",
  },
  'section-alias': {
    zh: '所报是断面的另一写法；记录取登记的名称',
    en: 'Another spelling of the section was sent; the record has the registered name',
  },
  'river-not-registered': {
    zh: '登记册没有该断面的河流；所报河流只记于此，记录中为空',
    en: 'The register has no river for the section; the one sent stands in this note only',
  },
  'river-differs': {
    zh: '所报河流与登记的不同，也不是其别名；记录取登记的',
    en: 'The river sent is neither the registered one nor another name of it; the record has the registered one',
  },
  'mn-not-registered': {
    zh: '登记册没有该断面的站点编码；所报编码只记于此，记录中为空',
    en: 'The register has no station number for the section; the one sent stands in this note only',
  },
  'mn-alias': {
    zh: '所报站点编码是登记编码末尾补零的写法；记录取登记的',
    en: 'The station number is the registered one filled up with zeros; the record has the registered one',
  },
  'mn-differs': {
    zh: '所报站点编码与登记的不同，断面按名称确定；记录取登记的编码',
    en: 'The station number is not the registered one, the section was told by its name; the record has the registered number',
  },
  'level-by-side': {
    zh: '断面级别按报送方的用词读取：「市控」在四川为市级，在重庆为省级',
    en: "The level was read by the sender's own word: 市控 is prefecture in Sichuan and provincial in Chongqing",
  },
  'level-differs': {
    zh: '按报送方用词读取的断面级别与登记册不同；记录取所报的',
    en: "The level, read by the sender's own word, is not the registered one; the record has the one sent",
  },
  'level-unreadable': {
    zh: '断面级别的写法无法识别；记录取登记的级别',
    en: 'The level is none of the known words; the record has the registered one',
  },
  'border-by-side': {
    zh: '「入境」「出境」在两方含义相反，按报送方读取为川→渝或渝→川',
    en: "入境 and 出境 mean opposite things on the two sides; the word was read by the sender's side",
  },
  'border-differs': {
    zh: '按报送方用词读取的跨界方向与登记的不同；记录取登记的方向',
    en: 'The direction across the boundary, read by side, is not the registered one; the record has the registered one',
  },
  'border-not-registered': {
    zh: '登记册未列该断面为川渝跨界断面（来水可能出自第三省）；跨界方向留空',
    en: 'The register does not list the section as on this boundary (the water may come from a third province); the direction is left empty',
  },
}
