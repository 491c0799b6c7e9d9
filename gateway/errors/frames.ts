/** HJ 212 frames that did not pass while the rest of their file did. */
import type { RowFaultCode } from '../../adapters/types.ts'
import type { ErrorRow } from './types.ts'

/** The codes of frames: those a reader finds, and messages that are of another contract. */
export type FrameCode = Extract<RowFaultCode, `hj212-${string}`> | 'frame-outside' | 'frame-unit-doubtful'

/** One row a code. */
export const FRAME_ERRORS: Readonly<Record<FrameCode, ErrorRow>> = {
  'hj212-frame': {
    status: 422,
    title: { zh: '不是完整的报文', en: 'Not one whole frame' },
    what: {
      zh: '该行应为一个 HJ 212 报文：##、四位长度、数据段（CP=&&…&&）、四位十六进制校验码；收到的不是，或前后有别的内容。',
      en: 'The line should be one HJ 212 frame: ##, four digits of length, the data segment (CP=&&…&&), four hexadecimal digits of check. It is not, or has other text around it.',
    },
    fix: {
      zh: '一行一个报文，原样保存收到的字节；去掉日志前缀、时间戳和空格。',
      en: 'Keep one frame a line with the bytes as received; take off prefixes of the log, time stamps and blanks.',
    },
    example: '2026-03-01 12:00:01 recv ##0289QN=…',
  },
  'hj212-length': {
    status: 422,
    title: { zh: '报文长度不符', en: 'Frame of another length' },
    what: {
      zh: '## 后的四位长度与数据段不符；2005、2017 版按字符计，2025 版按 UTF-8 字节计。',
      en: 'The four digits after ## are not the length of the data segment: characters in the editions of 2005 and 2017, UTF-8 bytes in 2025.',
    },
    fix: {
      zh: '核对采集软件是否改动、截断或转码了报文；长度不含 ##、长度本身、校验码和换行。',
      en: 'Check whether the collecting software changed, cut or converted the frame; the length leaves out ##, itself, the check and the line break.',
    },
    example: '##0289… ← 288',
  },
  'hj212-crc': {
    status: 422,
    title: { zh: '报文校验码不符', en: 'Frame check differs' },
    what: {
      zh: '校验码与按 HJ 212 附录 A 计算的不同，报文在途中受损，或用了 CRC-16/MODBUS 的算法（先异或后移位）。',
      en: 'The check is not the one of HJ 212 appendix A: the frame was damaged, or the CRC-16 of Modbus was used (XOR first, then shift).',
    },
    fix: {
      zh: '从数采仪重新取该条报文；若每条都不符，请让厂家改用附录 A：寄存器先右移 8 位再与字节异或。大小写均可。',
      en: 'Fetch the frame from the data logger again. If every frame fails, have the maker use appendix A: shift the register right by 8 first, then XOR the byte. Either case is read.',
    },
    example: '…&&0759 ← 1C80',
  },
  'hj212-version': {
    status: 422,
    title: { zh: '报文版本不认识', en: 'Frame of an unknown edition' },
    what: {
      zh: 'Flag 的版本位应为 0（HJ/T 212-2005）、1（HJ 212-2017）或 2（HJ 212-2025）。',
      en: 'The version bits of Flag should be 0 (HJ/T 212-2005), 1 (HJ 212-2017) or 2 (HJ 212-2025).',
    },
    fix: {
      zh: '按所用版本填写：2017 版为 4 至 7，2025 版为 8 至 11。',
      en: 'Write it by the edition in use: 4 to 7 for 2017, 8 to 11 for 2025.',
    },
    example: 'Flag=12',
  },
  'hj212-field': {
    status: 422,
    title: { zh: '报文字段有误', en: 'Frame field missing or unreadable' },
    what: {
      zh: 'ST、CN、MN、DataTime 或 CP 中的某项缺失、重复或写法不符，pointer 指明是哪一项。',
      en: 'ST, CN, MN, DataTime or an item of CP is missing, repeated or of another form; pointer names it.',
    },
    fix: {
      zh: 'CP 内写成 编码-字段=值，同一污染物以逗号、不同污染物以分号分隔，并带 DataTime。',
      en: 'Write code-Field=value in CP, commas within a pollutant and semicolons between them, with a DataTime.',
    },
    example: 'CP=&&w01001-Avg&&',
  },
  'hj212-packet': {
    status: 422,
    title: { zh: '分包报文不完整', en: 'Split message not whole' },
    what: {
      zh: '按 PNUM、PNO 分包的报文缺包、编号有误，或同一包收到两份不同的内容；缺一包则整条不用。',
      en: 'A message split by PNUM and PNO lacks a packet, is misnumbered, or has one packet twice with different content; none of it is used.',
    },
    fix: {
      zh: '把同一 QN 的全部分包放在同一文件内重新报送。',
      en: 'Send all packets of one QN again in one file.',
    },
    example: 'PNUM=3;PNO=1, PNUM=3;PNO=3',
  },
  'hj212-encrypted': {
    status: 422,
    title: { zh: '报文已加密', en: 'Frame enciphered' },
    what: {
      zh: 'HJ 212-2025 的 CP 区为 SM4 密文；密钥在现场机与平台之间，网关不持有。',
      en: 'The CP area of HJ 212-2025 is SM4 cipher text; its key is between device and platform, and the gateway has none.',
    },
    fix: {
      zh: '由接收平台解密后，以明文报文、CSV 或 JSON 报送；请求本身已有签名与传输加密。',
      en: 'Have the receiving platform decipher it and send plain frames, CSV or JSON; the request itself is signed and its transport encrypted.',
    },
    example: 'CP=&&9F3A…&&',
  },
  'hj212-command': {
    status: 422,
    title: { zh: '报文不是监测数据', en: 'Frame without monitoring data' },
    what: {
      zh: '应答、心跳、参数设置、运行状态、标样核查等报文不含可入账的监测数据，只计数。',
      en: 'Answers, heartbeats, settings, device states and checks with standard samples carry no data to record; they are counted and no more.',
    },
    fix: {
      zh: '不必处理；报送前可只保留 CN=2011、2031、2051、2061 的报文。',
      en: 'Nothing need be done; to avoid it keep only frames of CN 2011, 2031, 2051 and 2061.',
    },
    example: 'CN=9014',
  },
  'frame-outside': {
    status: 422,
    title: { zh: '报文不属本契约', en: 'Message outside the contract' },
    what: {
      zh: '报文的系统（ST）、数据类型（CN）或全部监测项目不是契约约定的：水质断面契约取地表水（ST=21）的小时数据（CN=2061），空气监测契约取空气质量（ST=22）的小时（CN=2061）和日数据（CN=2031）。',
      en: 'The system (ST), the command (CN) or every item of the message is not what the contract takes: water sections take hourly data (CN=2061) of surface water (ST=21), air observations hourly (CN=2061) and daily data (CN=2031) of air (ST=22).',
    },
    fix: {
      zh: '按系统分文件报送到各自的契约；实时、分钟数据不必报送。',
      en: 'Send each system to its own contract; real-time and minute data need not be sent.',
    },
    example: 'CN=2011',
  },
  'frame-unit-doubtful': {
    status: 422,
    title: { zh: '报文单位存疑', en: 'Frame in a doubtful unit' },
    what: {
      zh: '报文不带单位；环境空气（ST=22）按 μg/m³、CO 按 mg/m³ 读取。所报各项都小于 1，或 CO 大得不可能是 mg/m³，多半用了另一单位。',
      en: 'Messages carry no unit; ambient air (ST=22) is read in μg/m³, CO in mg/m³. Every figure here is below 1, or CO is larger than mg/m³ allow: most likely another unit was used.',
    },
    fix: {
      zh: '让现场机按 μg/m³（CO 按 mg/m³）上报；或改报 CSV，在列名中注明单位，由网关换算。',
      en: 'Have the device report μg/m³ (mg/m³ for CO), or send CSV with the unit in the headings, which the gateway converts.',
    },
    example: 'a34004-Avg=0.060;a34002-Avg=0.098;a21026-Avg=0.007',
  },
}
