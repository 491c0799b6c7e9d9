/** Words of the frame around every page. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words of the head and foot of every page. */
export const LAYOUT = {
  product: { zh: '川渝生态环境数据共享网关', en: 'Sichuan–Chongqing environmental data gateway' },
  short: { zh: '川渝共享网关', en: 'Chuanyu gateway' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNav: { zh: '主导航', en: 'Main' },
  home: { zh: '首页', en: 'Home' },
  releases: { zh: '全部发布', en: 'Releases' },
  cities: { zh: '城市空气', en: 'Cities' },
  rivers: { zh: '河流水质', en: 'Rivers' },
  credit: { zh: '企业信用', en: 'Enterprise credit' },
  verify: { zh: '核验', en: 'Verify' },
  about: { zh: '关于数据', en: 'About the data' },
  largeType: { zh: '大字版', en: 'Large type' },
  normalType: { zh: '标准字号', en: 'Normal type' },
  atom: { zh: '联合发布订阅（Atom）', en: 'Joint releases (Atom)' },
  comparison: { zh: '标准差异', en: 'Standards compared' },
  contracts: { zh: '数据契约', en: 'Contracts' },
  register: { zh: '断面登记册', en: 'Section register' },
  feed: { zh: '订阅发布', en: 'Releases as a feed (Atom)' },
  checkpoint: { zh: '账本检查点', en: 'Ledger checkpoint' },
  docs: { zh: '文档与接口', en: 'Documents and API' },
  errors: { zh: '错误说明', en: 'Error reference' },
  sandbox: { zh: '沙箱', en: 'Sandbox' },
  sandboxText: {
    zh: '样例数据与样例签名，仅供演示；默认不受信任，不代表任何机关的结论。',
    en: 'Sample data and sample signatures, for demonstration only. Distrusted by default; no authority stands behind them.',
  },
  footer: {
    zh: '每一期由四川、重庆双方签署后才发布，任何人都可以离线核验。',
    en: 'Each release is published only when Sichuan and Chongqing have both signed it. Anyone can check it offline.',
  },
} as const satisfies Record<string, Bilingual>
