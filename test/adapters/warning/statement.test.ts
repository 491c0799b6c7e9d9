/** The sentences authorities write: what they do to a warning, from when, where, and what is passed over. */
import { describe, expect, test } from 'vitest'
import { parseAddition, parseStatement } from '../../../adapters/warning/statement.ts'
import { isArea } from './helpers.ts'

const read = (sentence: string) => parseStatement(sentence, isArea.sc)
const act = (sentence: string) => {
  const found = read(sentence)
  return found === null || 'fault' in found ? found : [found.action, found.level, found.previous]
}

describe('what is done', () => {
  test.each([
    ['自2026年11月15日0时起启动黄色预警（Ⅲ级应急响应）', ['issue', '黄色', '']],
    ['发布重污染天气红色预警', ['issue', '红色', '']],
    ['启动重污染天气Ⅲ级（黄色）预警', ['issue', '黄色', '']],
    ['启动重污染天气橙色（Ⅱ级）预警', ['issue', '橙色', '']],
    ['发布空气重污染黄色预警', ['issue', '黄色', '']],
    ['黄色预警于11月15日0时启动', ['issue', '黄色', '']],
    ['受降水影响启动黄色预警', ['issue', '黄色', '']],
    ['黄色预警调整为橙色预警', ['adjust', '橙色', '黄色']],
    ['将重污染天气预警级别由黄色（Ⅲ级）升级为橙色（Ⅱ级）', ['adjust', '橙色', '黄色']],
    ['将黄色预警（Ⅲ级应急响应）升级为橙色预警（Ⅱ级应急响应）', ['adjust', '橙色', '黄色']],
    ['由红色预警降为橙色预警', ['adjust', '橙色', '红色']],
    ['升级重污染天气橙色预警', ['adjust', '橙色', '']],
    ['将预警级别提升至红色', ['adjust', '红色', '']],
    ['解除重污染天气黄色预警', ['lift', '', '黄色']],
    ['重污染天气黄色预警自11月18日8时起解除', ['lift', '', '黄色']],
    ['终止重污染天气橙色预警及Ⅱ级应急响应', ['lift', '', '橙色']],
    ['解除重污染天气预警', ['lift', '', '']],
    ['决定解除11月12日0时启动的重污染天气黄色预警', ['lift', '', '黄色']],
    ['自11月13日0时起将11月12日0时启动的重污染天气黄色预警调整为橙色预警', ['adjust', '橙色', '黄色']],
  ])('%s', (sentence, expected) => {
    expect(act(sentence)).toEqual(expected)
  })

  test('two acts at once are told as such, and not one of them taken', () => {
    expect(act('解除橙色预警，启动黄色预警')).toEqual({ fault: 'warning-action-conflict' })
  })
})

describe('what does nothing to a warning', () => {
  test.each([
    '预警解除时间另行通知',
    '请各区县按照预案启动黄色预警响应措施',
    '达到黄色预警启动条件',
    '我市已于11月12日0时启动重污染天气黄色预警',
    '如达到红色预警条件，立即升级为红色预警',
    '若扩散条件进一步转差，我市将启动橙色预警',
    '关于延长重污染天气黄色预警的通知',
    '黄色预警期间，加强巡查',
    '预警解除后，各单位恢复生产',
    '黄色预警持续至11月18日24时解除',
    '今日空气质量为良',
    '红色文化景区照常开放',
  ])('%s', (sentence) => {
    expect(read(sentence)).toBeNull()
  })
})

describe('from when and until when', () => {
  test.each([
    ['自2026年11月15日0时起启动黄色预警，解除时间另行通知', '2026年11月15日0时', '另行通知'],
    ['于11月15日零时启动黄色预警', '11月15日零时', ''],
    ['自即日起启动黄色预警', '即日', ''],
    ['自本通知发布之时起启动黄色预警', '本通知发布之时', ''],
    ['明日0时起启动黄色预警', '明日0时', ''],
    ['发布黄色预警，自2026年11月15日0时起实施Ⅲ级应急响应', '2026年11月15日0时', ''],
    ['自11月15日0时起至11月17日24时启动黄色预警', '11月15日0时', '11月17日24时'],
    ['自11月15日0时起启动黄色预警，预警持续至11月17日24时', '11月15日0时', '11月17日24时'],
    [
      '11月15日起，我市扩散条件转差，决定自11月16日0时起，在全市范围内，发布黄色预警，启动Ⅲ级应急响应',
      '11月16日0时',
      '',
    ],
    ['经市政府同意，自11月12日0时起至11月15日20时，在全市范围内启动黄色预警', '11月12日0时', '11月15日20时'],
    ['自11月12日0时起，根据会商结论，启动黄色预警', '11月12日0时', ''],
    ['解除11月12日0时启动的黄色预警', '', ''],
    ['自11月13日0时起将11月12日0时启动的黄色预警调整为橙色预警', '11月13日0时', ''],
    ['启动黄色预警', '', ''],
    ['启动黄色预警，具体措施另行通知', '', ''],
  ])('%s', (sentence, effective, until) => {
    expect(read(sentence)).toMatchObject({ effective, until })
  })

  test('what a sentence of its own adds is found, and what others are to do is not', () => {
    expect(parseAddition('预警解除时间另行通知')).toEqual({ effective: '', until: '另行通知', response: '' })
    expect(parseAddition('预警时间：自11月15日0时起至11月17日24时')).toEqual({
      effective: '11月15日0时',
      until: '11月17日24时',
      response: '',
    })
    expect(parseAddition('同时启动Ⅲ级应急响应').response).toBe('Ⅲ级应急响应')
    expect(parseAddition('自11月15日0时起实施机动车限行').effective).toBe('')
    expect(parseAddition('请严格落实并执行Ⅲ级应急响应')).toEqual({ effective: '', until: '', response: '' })
  })
})

describe('the response', () => {
  test.each([
    ['启动黄色预警（Ⅲ级应急响应）', 'Ⅲ级应急响应'],
    ['启动黄色预警，实施III级响应', 'III级响应'],
    ['将黄色预警（Ⅲ级应急响应）升级为橙色预警（Ⅱ级应急响应）', 'Ⅱ级应急响应'],
    ['解除橙色预警，终止Ⅱ级应急响应', ''],
    ['启动黄色预警', ''],
  ])('%s', (sentence, response) => {
    expect(read(sentence)).toMatchObject({ response })
  })
})

describe('where', () => {
  test.each([
    ['启动黄色预警', null],
    ['在全市范围内启动黄色预警', []],
    ['在我市行政区域内发布黄色预警', []],
    ['在成都市启动黄色预警', ['成都市']],
    ['启动成都平原地区重污染天气黄色预警', ['成都平原地区']],
    ['川南地区启动黄色预警', ['川南地区']],
    ['对郫都区发布黄色预警', ['郫都区']],
    ['解除德阳市重污染天气黄色预警', ['德阳市']],
    ['将成都市重污染天气黄色预警升级为橙色预警', ['成都市']],
    ['在成都、德阳、绵阳、眉山、资阳5市启动区域重污染天气黄色预警', ['成都', '德阳', '绵阳', '眉山', '资阳']],
    ['在德阳和绵阳两地启动黄色预警', ['德阳', '绵阳']],
    ['在德阳和绵阳一带启动黄色预警', ['德阳和绵阳一带']],
    ['在成都、德阳等二市启动黄色预警', ['成都', '德阳']],
    ['在我市和德阳市启动黄色预警', ['我市和德阳市']],
    ['在示例新城区启动黄色预警', ['示例新城区']],
    ['在做好防护的前提下启动黄色预警', null],
  ])('%s', (sentence, areas) => {
    expect(read(sentence)).toMatchObject({ areas })
  })

  test('a count that is not that of the list is a fault', () => {
    expect(read('在德阳、绵阳3市启动黄色预警')).toEqual({ fault: 'division-unknown' })
  })
})

test('what stands before the act is kept as it was sent', () => {
  const sentence = '根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意，决定自11月15日0时起启动黄色预警'
  expect(read(sentence)).toMatchObject({ before: '根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意' })
  expect(read('根据预案规定决定启动黄色预警')).toMatchObject({ before: '根据预案规定' })
  expect(read('启动黄色预警')).toMatchObject({ before: '' })
})
