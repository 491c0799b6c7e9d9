/** Words of the sandbox's page, on which one chooses whom to act as. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const SANDBOX_PAGE = {
  title: { zh: '沙箱：选择岗位', en: 'The sandbox: choose a post' },
  lead: {
    zh: '在本机扮演双方的各个岗位：点一下即以该岗位的示例密钥登录会商台。这些密钥不属于任何人，沙箱的发布默认不受信任。',
    en: 'Play any post of either side on this machine: one click signs you in to the desk with its sample key. The keys are nobody’s, and what a sandbox releases is distrusted by default.',
  },
  act: { zh: '以此岗位登录', en: 'Act as this post' },
  roles: { zh: '岗位', en: 'Posts' },
  keys: {
    zh: '示例密钥装入浏览器后不能导出；换岗位再点一次即可。同一浏览器同一时刻只以一人登录：已打开的页面会察觉换人并拒绝签名。要同时扮演几人，请用不同的浏览器或无痕窗口。',
    en: 'Once in the browser a sample key cannot be taken out again; click another post to change. One browser is signed in as one person at a time: pages already open notice the change and refuse to sign. To play several at once, use several browsers or private windows.',
  },
  waiting: { zh: '桌面上的会商', en: 'On the table' },
  waitingText: {
    zh: '从这里到发布最快：先以下面写明的一方和岗位登录，打开会商，照“下一步”办理，再换到下一个岗位。两分钟之内可以发布。',
    en: 'The shortest way to a release: act as the side and post named here, open the consultation, do what its “next” asks, and change to the post after it. It takes less than two minutes.',
  },
  steps: { zh: '怎样走完一次会商', en: 'How to walk through a consultation' },
  step1: {
    zh: '以拟稿岗发起，在会商页修改、提交。',
    en: 'As a drafting officer, start one, revise it and put it on the table.',
  },
  step2: { zh: '以双方审核岗各自核对、同意。', en: 'As the reviewing officer of each side, check and agree.' },
  step3: {
    zh: '以双方签发岗各自核对、签发；第二方签发即发布。',
    en: 'As the issuing officer of each side, check and sign; with the second signature it is out.',
  },
  noScripts: {
    zh: '登录要在浏览器里用密钥签名，须允许本站运行脚本。',
    en: 'Signing in means signing with a key in the browser, so scripts of this site must be allowed.',
  },
  elsewhere: {
    zh: '不用浏览器时，用命令行。密钥在数据文件夹的 sandbox 里；用 CHUANYU_DATA 另设了数据文件夹的，把 data 换成它：',
    en: 'Without a browser, by command. The keys are in “sandbox” of the data folder; where CHUANYU_DATA names another folder, put it in place of “data”:',
  },
  door: { zh: '扮演双方岗位', en: 'Play both sides' },
  doorText: { zh: '以示例密钥登录会商台，从拟稿走到发布', en: 'sign in with sample keys, from a draft to a release' },
  office: { zh: '管理与审计', en: 'administration and audit' },
} as const satisfies Record<string, Bilingual>
