/** What a consultation refuses: acts out of order, too late, by the wrong post, or on what moved meanwhile. */
import type { ErrorRow } from './types.ts'

/** Code → row. */
export const CONSULTATION_ERRORS = {
  'act-not-now': {
    status: 409,
    title: { zh: '此时不能这样做', en: 'Not at this stage' },
    what: {
      zh: '会商所处的阶段不允许这一步；value 为当前阶段。',
      en: 'The consultation is at a stage where this step is not possible; value names the stage.',
    },
    fix: {
      zh: '重新读取会商，看 status 与 next 所列的下一步。',
      en: 'Read the consultation again and take the step that status and next call for.',
    },
    example: '已经双方同意的内容不能再修改 · revising what both sides have agreed to',
  },
  'deadline-passed': {
    status: 409,
    title: { zh: '已过期限', en: 'Deadline has passed' },
    what: {
      zh: '规约规定的期限已过，未能形成一致，不再联合发布；各方自己的预报照常有效。value 为该期限。',
      en: 'The deadline of the terms has passed without agreement: there is no joint release, and each side’s own stands. value is the deadline.',
    },
    fix: {
      zh: '由双方签发人共同延期（extend），或各自发布。',
      en: 'Let the signatories of both sides extend it together (extend), or stand apart.',
    },
    example: '15:30 之后才同意 · agreeing after 15:30',
  },
  'post-required': {
    status: 403,
    title: { zh: '岗位不符', en: 'Another post must do this' },
    what: {
      zh: '这一步须由另一岗位的人员完成：拟稿、审核、签发各司其职。',
      en: 'This step belongs to another post: drafting, review and issue are done by different people.',
    },
    fix: {
      zh: '请相应岗位的人员以其本人密钥操作。',
      en: 'Have the person of that post act, with their own key.',
    },
    example: '拟稿人签发 · a drafter issuing',
  },
  'four-eyes': {
    status: 403,
    title: { zh: '同一人不能兼任', en: 'One person in two posts' },
    what: {
      zh: '同一方内拟稿、审核、签发须为不同的人；此人在本次会商中已担任另一岗位。',
      en: 'Within a side drafting, review and issue are done by different people; this person has already acted in another post here.',
    },
    fix: {
      zh: '请同一方的另一位人员操作。',
      en: 'Have another person of the same side act.',
    },
    example: '修改过草稿的人又来审核 · reviewing a draft one has revised',
  },
  'cell-moved': {
    status: 409,
    title: { zh: '该格已被他人修改', en: 'Cell was revised meanwhile' },
    what: {
      zh: '所依据的修订号已不是该格的最新修订；cells 列出现在的值、修订号与修改人。',
      en: 'The revision this edit is based on is not the cell’s latest; cells lists the value now there, its revision and who made it.',
    },
    fix: {
      zh: '对照 cells 中的现值决定取舍，以其修订号为 base 重新提交。',
      en: 'Compare with the value in cells, decide, and send the edit again with that revision as its base.',
    },
    example: '两位预报员同时改同一城市 · two forecasters on one city',
  },
  'etag-moved': {
    status: 412,
    title: { zh: '读取之后会商已有变动', en: 'Changed since it was read' },
    what: {
      zh: '请求头 If-Match 所列的 ETag 不是会商现在的：读取之后已有新的步骤、签名，或待签内容已变。本次请求未作处理；value 为现有步数。',
      en: 'The ETag in If-Match is not that of the consultation now: since it was read there was another step or signature, or what would be signed has changed. Nothing was done; value is how many steps there are.',
    },
    fix: {
      zh: '重新读取会商，核对变动后，以新的 ETag 重新签名提交。应答丢失后重发的，先看 /steps：该步骤可能已经入账。',
      en: 'Read the consultation again, look at what has changed, sign anew and send with the new ETag. After a lost answer look at /steps first: the step may be there.',
    },
    example: 'If-Match: "mZk3q0bT1yXw4c8a.9fUe1dPq7RsLk2Vn"',
  },
  'objection-standing': {
    status: 409,
    title: { zh: '尚有异议', en: 'An objection stands' },
    what: {
      zh: '有异议未解决，不能同意或签署；value 为异议所在步骤的序号。',
      en: 'An objection has not been resolved, so there is no agreeing or signing; value lists the steps that raised them.',
    },
    fix: {
      zh: '先处理异议，由提出异议的一方标记已解决（resolve）。',
      en: 'Settle it first; the side that objected marks it resolved (resolve).',
    },
    example: '{"type":"agree"} 而第 7 步的异议未解决 · while the objection of step 7 stands',
  },
  'digest-moved': {
    status: 409,
    title: { zh: '同意的不是当前内容', en: 'Agreement to other bytes' },
    what: {
      zh: '所同意的摘要与当前待发布内容的摘要不同；内容、密钥清单或契约可能已有变动。',
      en: 'The digest agreed to is not that of what would be released now; its content, a key list or the contract may have changed.',
    },
    fix: {
      zh: '重新读取会商，核对内容后以其 digest 同意。',
      en: 'Read the consultation again, check it, and agree to its digest.',
    },
    example: '对修改前的草稿表示同意 · agreeing to the draft before a revision',
  },
  'remark-unknown': {
    status: 404,
    title: { zh: '没有这条异议', en: 'No such objection' },
    what: {
      zh: '该序号的步骤不是未解决的异议。',
      en: 'The step of this number is no objection that stands.',
    },
    fix: {
      zh: '在会商的 remarks 中查看未解决的异议。',
      en: 'See the objections that stand among the remarks of the consultation.',
    },
    example: '{"type":"resolve","objection":3}',
  },
  'already-done': {
    status: 409,
    title: { zh: '已经做过', en: 'Already done' },
    what: {
      zh: '这一步已经生效，再做一次不会改变什么。',
      en: 'This step has taken effect already; doing it again changes nothing.',
    },
    fix: {
      zh: '无需重复；重新读取会商即可看到结果。',
      en: 'Nothing need be repeated: read the consultation and see it there.',
    },
    example: '同一方第二次签署 · signing a second time for one side',
  },
  'deadline-invalid': {
    status: 422,
    title: { zh: '延期时刻不合规定', en: 'Extension out of order' },
    what: {
      zh: '延期后的期限须晚于现在和原期限，且签署期限不早于同意期限。',
      en: 'An extended deadline must lie after now and after the one it replaces, and signing may not be due before agreement.',
    },
    fix: {
      zh: '改正 agreeBy 与 signBy 后重新提交；双方所写须相同。',
      en: 'Correct agreeBy and signBy and send again; both sides must name the same.',
    },
    example: '"agreeBy":"2026-11-15T15:00:00+08:00"，原期限为 15:30 · where 15:30 was the deadline',
  },
  'other-signer': {
    status: 403,
    title: { zh: '签署人不是请求人', en: 'Signed by somebody else' },
    what: {
      zh: '步骤的签名密钥与请求（或会话）的密钥不同。',
      en: 'The step is signed by another key than the request or session it came by.',
    },
    fix: {
      zh: '用同一密钥签署步骤和请求。',
      en: 'Sign the step and the request with the same key.',
    },
    example: '以值班员的会话提交签发人签署的步骤 · a signatory’s step sent in an operator’s session',
  },
  'consultation-full': {
    status: 409,
    title: { zh: '会商步骤过多', en: 'Too many steps' },
    what: {
      zh: '该会商的步骤数已达上限。',
      en: 'The consultation has as many steps as one may have.',
    },
    fix: {
      zh: '撤回后重新发起会商。',
      en: 'Withdraw it and open another.',
    },
    example: '第 5001 步 · step 5001',
  },
  'cell-unknown': {
    status: 422,
    title: { zh: '没有这一格', en: 'No such cell' },
    what: {
      zh: '该会商的表中没有这一格。',
      en: 'The table of this consultation has no cell of this name.',
    },
    fix: {
      zh: '在会商的 table.cells 中查看各格的 id。',
      en: 'See the ids among table.cells of the consultation.',
    },
    example: '"cell":"成都/2026-13-01"',
  },
  'cell-fixed': {
    status: 422,
    title: { zh: '该格不能修改', en: 'Cell is not for editing' },
    what: {
      zh: '这一格是监测结果，只能评论或提出异议，不能修改。',
      en: 'This cell holds what was measured: it can be commented on or objected to, not edited.',
    },
    fix: {
      zh: '数据有误时由报送方更正记录，再以 rebase 更新草稿。',
      en: 'If the figure is wrong, have its sender correct the record, then bring the draft up to date with rebase.',
    },
    example: '修改断面的水质类别 · editing the class of a section',
  },
  'cell-value-invalid': {
    status: 422,
    title: { zh: '该格的值不合规定', en: 'Value does not fit the cell' },
    what: {
      zh: '所填的值不是这一格可以有的值，或与所选的来源（take）不符。',
      en: 'The value is none that this cell can have, or is not what the chosen source (take) says.',
    },
    fix: {
      zh: '按该产品的说明填写；取一方之值时须与该方原值相同。',
      en: 'Write it as the product asks; when taking one side’s value it must be exactly that value.',
    },
    example: '{"aqi":{"min":90,"max":60}}',
  },
  'terms-not-in-force': {
    status: 409,
    title: { zh: '会商规约未生效', en: 'Terms of consultation not in force' },
    what: {
      zh: '双方尚未签署会商规约，或规约中没有这一产品。',
      en: 'Both sides have not signed the terms of consultation, or the terms have no such product.',
    },
    fix: {
      zh: '先由双方签署会商规约（GET /v1/registry/consultation）。',
      en: 'Have both sides sign the terms of consultation first (GET /v1/registry/consultation).',
    },
    example: '在规约签署前发起会商 · opening a consultation before the terms are signed',
  },
  'embargo-invalid': {
    status: 422,
    title: { zh: '暂缓公开的时刻不合规定', en: 'Embargo out of bounds' },
    what: {
      zh: '暂缓公开的时刻超过规约允许的时长，或该产品不允许暂缓。',
      en: 'The embargo lasts longer than the terms allow, or the product allows none.',
    },
    fix: {
      zh: '改早该时刻，或置为 null。',
      en: 'Choose an earlier instant, or null.',
    },
    example: '"embargo":"2027-01-01T00:00:00+08:00"',
  },
  'off-duty': {
    status: 403,
    title: { zh: '当日不当班', en: 'Not on duty that day' },
    what: {
      zh: '本方值班表已指定当日该岗位的值班人，打开、同意、签署须由值班人或其代班人办理；onDuty 按岗位列出当班人员。',
      en: 'The duty roster of your side names who holds this post today; opening, agreeing and signing are for them or a deputy. onDuty lists who is on duty, by post.',
    },
    fix: {
      zh: '请当班人员或其代班人办理；确需换班的，由本方签发人更新值班表（POST /v1/duty）。',
      en: 'Have somebody on duty act, or let a signatory of your side change the roster (POST /v1/duty).',
    },
    example: '国庆假期当日由未排班的审核员同意 · a reviewer who is not on the roster agreeing on a holiday',
  },
  'duty-key': {
    status: 422,
    title: { zh: '值班人不是该岗位的人员', en: 'Not a person of this post' },
    what: {
      zh: '值班人与代班人须为本方有效的个人密钥，并具备所排岗位的角色；pointer 所指的密钥不是。',
      en: 'Holders and deputies are keys of people of your side, in force, with the role of the post they are put in; the one pointer names is not.',
    },
    fix: {
      zh: '拟稿须有 operator 角色，审核须有 reviewer，签发须有 signatory；改正后重新签名提交。',
      en: 'Drafting takes the role operator, review reviewer, issue signatory; correct it, sign again and send.',
    },
    example: '把单位机器的密钥排为审核 · an agency’s machine as reviewer',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>
