/** Frames for tests: those of standards §6.1 as published, and a maker whose check is written from appendix A bit by bit. */

/** Appendix A of HJ 212-2017: shift the register right by 8, XOR the byte, then eight times shift and meet 0xA001 when a 1 falls out. */
export function appendixA(segment: string): string {
  let register = 0xffff
  for (const byte of Buffer.from(segment, 'utf8')) {
    register = (register >> 8) ^ byte
    for (let bit = 0; bit < 8; bit += 1) {
      const out = register & 1
      register >>= 1
      if (out === 1) register ^= 0xa001
    }
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}

/** CRC-16 of Modbus: the byte is met before the shift. */
export function modbus(segment: string): string {
  let register = 0xffff
  for (const byte of Buffer.from(segment, 'utf8')) {
    register ^= byte
    for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}

export interface FrameParts {
  readonly qn?: string
  readonly st?: string
  readonly cn?: string
  readonly pw?: string
  readonly mn?: string
  readonly flag?: number
  readonly packet?: readonly [count: number, no: number]
  readonly cp?: string
}

/** The data segment of a frame of 朱沱 at noon of 1 March 2026, with what differs. */
export function segment(parts: FrameParts = {}): string {
  const {
    qn = '20260301120000001',
    st = '21',
    cn = '2061',
    pw = '123456',
    mn = 'A500383_0001000000000000',
    packet,
    flag = packet ? 7 : 5,
    cp = 'DataTime=20260301120000;w01001-Avg=7.82,w01001-Flag=N',
  } = parts
  const numbers = packet ? `PNUM=${packet[0]};PNO=${packet[1]};` : ''
  return `QN=${qn};ST=${st};CN=${cn};PW=${pw};MN=${mn};Flag=${flag};${numbers}CP=&&${cp}&&`
}

/** A segment as a frame, without its line end. */
export function framed(text: string, crc = appendixA(text), length = text.length): string {
  return `##${String(length).padStart(4, '0')}${text}${crc}`
}

/** A whole frame. */
export function frame(parts: FrameParts = {}): string {
  return framed(segment(parts))
}

/** Frames one a line, as a file. */
export function lines(...frames: readonly string[]): string {
  return frames.map((one) => `${one}\r\n`).join('')
}

/** Frames of standards §6.1: six public ones and two made with its algorithm. */
export const PUBLISHED = {
  interval:
    '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80',
  hourlyAir:
    '##0285QN=20190925181031464;ST=22;CN=2061;PW=BF470F88957588DE902D1A52;MN=Z13401000010301;Flag=5;CP=&&DataTime=20190924220000;a34006-Avg=2.69700,a34006-Flag=N;a34007-Avg=7.96600,a34007-Flag=N;a34048-Avg=3.30600,a34048-Flag=N;a34047-Avg=7.35700,a34047-Flag=N;a34049-Avg=10.66300,a34049-Flag=N&&C181',
  realTimeAir:
    '##0453QN=20160801085000001;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=7;CP=&&DataTime=20160801084000;a21005-Rtd=1.1,a21005-Flag=N;a21004-Rtd=112,a21004-Flag=N;a21026-Rtd=58,a21026-Flag=N;LA-td=50.1,LA-Flag=N;a34004-Rtd=207,a34004-Flag=N;a34002-Rtd=295,a34002-Flag=N;a01001-Rtd=12.6,a01001-Flag=N;a01002-Rtd=32,a01002-Flag=N;a01006-Rtd=101.02,a01006-Flag=N;a01007-Rtd=2.1,a01007-Flag=N;a01008-Rtd=120,a01008-Flag=N;a34001-Rtd=217,a34001-Flag=N;&&c0c1',
  answer: '##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241',
  answer2005: '##0077QN=20120416225111069;ST=91;CN=9021;PW=122333;MN=88888880000006;Flag=1;CP=&&&&4100',
  realTimeWater:
    '##0435QN=20210301111100112;ST=21;CN=2011;PW=123456;MN=ZLDSZ20210127;Flag=8;CP=&&DataTime=20210301111100;w01001-Rtd=8.33,w01001-Flag=N;w01009-Rtd=10.15,w01009-Flag=N;w01010-Rtd=9.7,w01010-Flag=N;w01014-Rtd=1425,w01014-Flag=N;w01003-Rtd=13.10,w01003-Flag=N;w21011-Rtd=0,w21011-Flag=N;w21001-Rtd=3.563168,w21001-Flag=N;w21003-Rtd=0.09055002,w21003-Flag=N;w01019-Rtd=4.102818,w01019-Flag=N;w01008-Rtd=0,w01008-Flag=N;w23002-Rtd=0,w23002-Flag=N&&7d00',
  hourlyWater:
    '##0289QN=20260301120000001;ST=21;CN=2061;PW=123456;MN=A500383_0001000000000000;Flag=5;CP=&&DataTime=20260301120000;w01001-Avg=7.82,w01001-Flag=N;w01009-Avg=9.10,w01009-Flag=N;w01019-Avg=1.9,w01019-Flag=N;w21003-Avg=0.05,w21003-Flag=N;w21011-Avg=0.06,w21011-Flag=N;w21001-Avg=1.62,w21001-Flag=N&&0D80',
  hourlyAir2025:
    '##0278QN=20260301120000002;ST=22;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&DataTime=20260301120000;a34004-Avg=60,a34004-Flag=N;a34002-Avg=98,a34002-Flag=N;a21026-Avg=7,a21026-Flag=N;a21004-Avg=41,a21004-Flag=N;a21005-Avg=0.9,a21005-Flag=N;a05024-Avg=12,a05024-Flag=D&&C481',
} as const
