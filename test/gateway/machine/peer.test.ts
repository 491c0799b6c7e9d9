/** Where a request came from: nobody may say so of themselves but a proxy that is configured. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peerAddress, readNetwork } from '../../../gateway/machine/peer.ts'

const forwarded = (...said: string[]) => new Headers({ 'x-forwarded-for': said.join(', ') })

describe('without trusted proxies', () => {
  const address = peerAddress(null)
  test('the connection’s address counts, whatever headers say', () => {
    const said = new Headers({
      'x-forwarded-for': '198.51.100.7',
      'x-real-ip': '198.51.100.7',
      forwarded: 'for=1.2.3.4',
    })
    expect(address('203.0.113.9', said)).toBe('203.0.113.9')
    expect(address('::ffff:203.0.113.9', said)).toBe('203.0.113.9')
    expect(address(undefined, said)).toBe('unknown')
  })
})

describe('with trusted proxies', () => {
  const address = peerAddress({ addresses: ['127.0.0.1', '10.0.3.0/28', '2001:db8:f::/48'], header: 'x-forwarded-for' })

  test('a proxy’s word counts', () => {
    expect(address('10.0.3.4', forwarded('198.51.100.7'))).toBe('198.51.100.7')
    expect(address('::ffff:10.0.3.4', forwarded('198.51.100.7'))).toBe('198.51.100.7')
    expect(address('2001:db8:f::1', forwarded('2001:db8::9'))).toBe('2001:db8::9')
  })

  test('nobody else’s does', () => {
    expect(address('10.0.3.16', forwarded('198.51.100.7'))).toBe('10.0.3.16')
    expect(address('203.0.113.9', forwarded('198.51.100.7'))).toBe('203.0.113.9')
  })

  test('of a list the last that is no proxy counts: what stands left of it the caller made up', () => {
    expect(address('127.0.0.1', forwarded('1.1.1.1', '198.51.100.7', '10.0.3.5'))).toBe('198.51.100.7')
    expect(address('127.0.0.1', forwarded('127.0.0.1', '198.51.100.7'))).toBe('198.51.100.7')
  })

  test('what is no address ends the reading', () => {
    expect(address('127.0.0.1', forwarded('198.51.100.7', 'unknown'))).toBe('127.0.0.1')
    expect(address('127.0.0.1', forwarded(''))).toBe('127.0.0.1')
    expect(address('127.0.0.1', new Headers())).toBe('127.0.0.1')
    expect(address('127.0.0.1', forwarded('10.0.3.5'))).toBe('127.0.0.1')
  })

  test('another header than the one configured is not read', () => {
    expect(address('127.0.0.1', new Headers({ 'x-real-ip': '198.51.100.7' }))).toBe('127.0.0.1')
    const real = peerAddress({ addresses: ['127.0.0.1'], header: 'x-real-ip' })
    expect(real('127.0.0.1', new Headers({ 'x-real-ip': '198.51.100.7' }))).toBe('198.51.100.7')
    expect(real('127.0.0.1', forwarded('198.51.100.7'))).toBe('127.0.0.1')
  })

  test('anything a caller says gives an address of the connection or one that was said', () => {
    const text = fc.stringMatching(/^[\x21-\x7e ,]{0,80}$/)
    fc.assert(
      fc.property(text, (said) => {
        const found = address('127.0.0.1', forwarded(said))
        expect(found === '127.0.0.1' || said.includes(found)).toBe(true)
      }),
    )
  })
})

describe('a network', () => {
  test.each([
    ['10.0.0.1', { address: '10.0.0.1', prefix: 32 }],
    ['10.0.0.0/8', { address: '10.0.0.0', prefix: 8 }],
    ['::1', { address: '::1', prefix: 128 }],
    ['2001:db8::/32', { address: '2001:db8::', prefix: 32 }],
    ['10.0.0.0/33', null],
    ['10.0.0.0/', null],
    ['10.0.0.0/8/8', null],
    ['10.0.0', null],
    ['proxy.test', null],
    ['', null],
  ])('%j is %j', (text, network) => {
    expect(readNetwork(text)).toEqual(network)
  })
})
