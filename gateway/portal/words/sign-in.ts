/** Words of the page for signing in. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them; the page's module only shows and hides. */
export const SIGN_IN = {
  title: { zh: '登录会商台', en: 'Sign in to the desk' },
  lead: {
    zh: '会商台由双方的会商、审核、签发与审计人员使用，以本人密钥登录。密钥在本浏览器中生成并保存，私钥不离开浏览器，也不能导出。',
    en: 'The desk is for the officers of both sides who consult, review, issue and audit. They sign in with a key of their own, made and kept in this browser; its private half never leaves it and cannot be exported.',
  },
  noScripts: {
    zh: '登录要在浏览器里用密钥签名，须允许本站运行脚本。公开页面不需要。',
    en: 'Signing in means signing with a key in the browser, so scripts of this site must be allowed. The public pages need none.',
  },
  elsewhere: {
    zh: '本页不是用网关公布的地址打开的，在此不能登录。请改用：',
    en: 'This page was not opened at the published address of the gateway, and there is no signing in here. Please use:',
  },
  failure: { zh: '没有成功', en: 'That did not work' },
  signedIn: { zh: '已登录', en: 'You are signed in' },
  onward: { zh: '进入会商台', en: 'Go to the desk' },
  leave: { zh: '退出登录', en: 'Sign out' },
  own: { zh: '本浏览器的密钥', en: 'The key in this browser' },
  none: {
    zh: '本浏览器里还没有密钥。创建后，把公钥交给本单位的密钥管理员登记。',
    en: 'There is no key in this browser yet. Create one, then have the key administrator of your agency enrol its public half.',
  },
  create: { zh: '创建密钥', en: 'Create a key' },
  enter: { zh: '登录', en: 'Sign in' },
  enterText: {
    zh: '密钥已由本方列入密钥清单的，可以登录。会话 8 小时后到期，密钥吊销时立即失效。',
    en: 'If your side has this key on its list, sign in with it. A session lasts 8 hours, and ends at once when the key is revoked.',
  },
  enrol: { zh: '登记密钥', en: 'Enrolling the key' },
  enrolText: {
    zh: '把密钥编号和公钥交给本单位的密钥管理员，由其列入下一版密钥清单。两者都可以公开。',
    en: 'Give the key id and the public key to the key administrator of your agency, who puts them on the next key list. Neither is a secret.',
  },
  kid: { zh: '密钥编号', en: 'Key id' },
  algorithm: { zh: '算法', en: 'Algorithm' },
  publicKey: { zh: '公钥', en: 'Public key' },
  copy: { zh: '复制编号与公钥', en: 'Copy id and public key' },
  copied: { zh: '已复制', en: 'Copied' },
  other: { zh: '换用别的密钥', en: 'Use another key' },
  otherText: {
    zh: '从本浏览器删除密钥后不能恢复，新密钥须重新登记。密钥可能泄露时，请先让本方密钥管理员吊销它。',
    en: "Taken out of this browser, a key is gone for good, and a new one must be enrolled. If this one may have been misused, have your side's key administrator revoke it first.",
  },
  forget: { zh: '从本浏览器删除密钥', en: 'Remove the key from this browser' },
  outside: { zh: '密钥在签名设备或别的机器里', en: 'My key is in a device, or on another machine' },
  outsideText: {
    zh: '取得一段内容，用该密钥签成 JWS，粘贴回来即登录；2 分钟内有效，只能用一次。会商台上的每一步也可以这样签署。',
    en: 'Get a text, have that key sign it as a JWS, and paste it here to sign in. It is good for 2 minutes, and once. Every step at the desk can be signed the same way.',
  },
  outsideAsk: { zh: '取得待签内容', en: 'Get the text to sign' },
  outsideHeader: { zh: 'JWS 受保护头', en: 'JWS protected header' },
  outsidePaste: { zh: '粘贴签名（JWS）', en: 'Paste the signature (JWS)' },
  outsideEnter: { zh: '用这份签名登录', en: 'Sign in with this signature' },
  others: { zh: '本浏览器里的其他密钥', en: 'Other keys in this browser' },
  othersText: {
    zh: '几人共用一台机器时，各人的密钥分开保存；选用自己的，再登录。',
    en: 'People who share a machine each have a key here. Choose your own, then sign in.',
  },
  use: { zh: '换用这把密钥', en: 'Use this key' },
  sandbox: { zh: '沙箱的示例密钥', en: 'Sample keys of the sandbox' },
  sandboxText: {
    zh: '沙箱为各岗位备有示例密钥，在数据目录的 sandbox 文件夹里，例如 cq-operator.jwk、sc-signatory.jwk。选择一个文件，以该岗位登录。',
    en: 'The sandbox has a sample key for each post, in the folder sandbox of its data: cq-operator.jwk, sc-signatory.jwk and others. Choose a file to act by that post.',
  },
  file: { zh: '密钥文件（.jwk）', en: 'Key file (.jwk)' },
} as const satisfies Record<string, Bilingual>
