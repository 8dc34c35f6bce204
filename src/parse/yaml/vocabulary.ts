/**
 * What the keys of YAML and JSON scripts mean, ours and those of other tools. Keys are compared
 * without case, spaces, `_` and `-`; `*` at the end stands for any ending, at the beginning for any
 * beginning. An exact word goes before both.
 */
const meanings = {
  /** What the agent says, in one go. */
  say: `agent say says agentsays response responses reply replies answer utterance utterances template templates greeting greetings
    opening openings openingtext openingline openingmessage opener firstmessage firstsentence voicemail voicemailmessage voicemailtext endcallmessage
    endmessage closing closingline closingtext closingmessage farewell botresponse botresponses botmessage botsays assistant bot sms smstext
    smsbody smsmessage fallback fallbackmessage holdmessage transfermessage announcement announcements tts ttstext speech spokentext welcomemessage
    initialgreeting starttext reprompt agentresponse agentresponses agentline agentlines agentmessage agentscript spoken verbatim idlemessages questions
    callscript rebuttal rebuttals utter* *message *messages *template *templates *response *responses *reply *replies *greeting *话术 *話術
    坐席 座席 客服 催收员 催收員 专员 專員 机器人 機器人 话术 話術 推荐话术 推薦話術 标准话术 標準話術 参考话术 參考話術 开场白 開場白 开场 開場 结束语 結束語 短信 短信内容 簡訊 簡訊內容
    回复 回覆 答复 應答 应答 回答 播报 播報 留言 说 說 台词 台詞 应对话术 應對話術 坐席说 坐席說 客服说 客服說`,
  /** What the agent says; longer texts may hold labels of both sides. */
  script: `*script *scripts script scripts dialogue dialog conversation transcript transcripts body 脚本 腳本 剧本 劇本 通话 通話`,
  /** Text whose side a neighbour (`speaker: …`) or the place decides. */
  text: `text message line sentence phrase 内容 內容 文本 文字 话 話`,
  content: `content contents prompttext`,
  /** What the customer, or another person on the line, says. */
  customer: `*objection *objections customer customers customersays debtor client borrower consumer user users userinput userinputs userquery userqueries userqueryexample
    userqueryexamples usermessage usersays userutterance userutterances useranswer customerresponse customerresponses debtorsays trigger triggers
    triggerphrases triggerphrase samplephrases sampleutterances exampleutterances trainingphrases inputtext inputsequence intent intents initialmessage objection objections
    thirdparty relative question 问 問 问题 問題
    客户 客戶 用户 用戶 债务人 債務人 借款人 欠款人 家属 家屬 第三人 第三方 对方 對方 客户说 客戶說 用户说 用戶說 触发 觸發 触发语 觸發語 异议 異議 意图 意圖`,
  /** For the agent's eyes. */
  instruct: `*prompt *prompts *instruction *instructions *guidelines *guardrails *rules *notes *提示词 *提示詞 *规则 *規則 *要求
    prompt prompts systemprompt systemprompts systemmessage instructions instruction note notes rules rule guardrails guardrail guideline guidelines
    description goal goals objective objectives directive directives taskmessages rolemessages task tasks policy policies hint hints tip tips guidance do
    dos contenttemplate system additionalprompt behavior behaviour globalprompt generalprompt stateprompt nodeprompt context todo procedure action actions requirement requirements
    strategy strategies tactic tactics tone approach mustdo personaprompt identity constraints
    备注 備註 说明 說明 提示 提示词 提示詞 指引 指令 要求 规则 規則 注意 注意事项 注意事項 动作 動作 操作 目标 目標 目的 策略 指导 指導 系统提示 系統提示 系统提示词 处理 處理 处理方式 處理方式 语气 語氣 原则 原則 任务 任務 做法 必须 必須`,
  /** What must not be said or done. */
  never: `never neversay neverdo forbidden forbiddenphrases forbiddenwords prohibited prohibitedphrases prohibitedactions banned bannedphrases bannedwords avoid
    avoidphrases dont donts donot donotsay dontsay blacklist blocklist redlines mustnot examplesbad badexamples badexample
    禁用语 禁用語 禁语 禁語 禁用词 禁用詞 禁止 禁止用语 禁止用語 禁忌 不得 不得说 不得說 不要说 不要說 严禁 嚴禁 红线 紅線 违规示例 違規示例 违规话术 違規話術`,
  /** Shown or tested, neither said nor ordered. */
  mention: `eval* rubric rubrics expect* passcriteria criteria successcriteria acceptance* assertions assertion asserts keywords keyword sensitivewords evaluation evaluations scoring judge judgeprompt judgesystem
    references reference law laws citation citations category categories 关键词 關鍵詞 关键字 關鍵字 敏感词 敏感詞 评分 評分 评估 評估 法律依据 法律依據 依据 依據 分类 分類 类别 類別`,
  speaker: `speaker role from who actor sender 角色 说话人 說話人 发言人 發言人 身份`,
  id: `id key stepid nodeid testid caseid slug intentname 编号 編號 序号 序號`,
  title: `title name story label heading summary displayname subject 标题 標題 名称 名稱 步骤名 步驟名 主题 主題`,
  steps: `steps step stages stage phases phase nodes node states state scenes scene flow sections subagents agents tests testcases cases scenarios stories dialogs flows tasklist pages blocks modules
    步骤 步驟 流程 环节 環節 阶段 階段 节点 節點 场景 場景 用例 案例`,
  lines: `lines turns messages exchanges chat history utterancelist 对话 對話 对白 對白 对话内容 對話內容 轮次 輪次`,
  branches: `branches branch transitions transition edges handoffs handoff on dm choices routes routing conditionals exits paths 分支 分支跳转 分支跳轉 走向`,
  next: `next nextnode nextstep nextstate nextnodeid nextaction goto jump jumpto to target targetnode targetstep targetstate transitionto destination destinationnodeid then proceedto redirect
    下一步 跳转 跳轉 跳转到 跳轉到 转到 轉到 去 转至 轉至 下一节点 下一節點 目标节点`,
  condition: `if when cond condition conditions case forwardcondition transitioncondition ifcustomer
    如果 若 当 當 条件 條件 情况 情況 当客户 當客戶`,
  otherwise: `else otherwise 否则 否則 其他 其他情况 其他情況`,
  /** Who is on the line in a step. */
  listener: `listener ontheline 接听人 接聽人 通话对象 通話對象`,
  facts: `facts metadata meta 元数据 元數據`,
  /** Settings: a value is none of the script's text, but texts may stand deeper down. */
  settings: `model llm voice parameters settings custom options overrides config configuration session bodyparameters`,
  /** Book-keeping; whatever stands below them is not read. */
  ignore: `version versions modelid modelname stt temperature maxtokens voiceid provider tags tag tools tool toolids functions functioncalls timestamp timestamps time
    date created createdat modified updated updatedat author authors owner url urls webhook webhookurl serverurl uuid type typeversion position credentials schema
    confidence classification classifications botclassifications statetransitions turn turnid index order priority weight enabled disabled status slots entities entity
    sessionconfig pipeline recipe forms conversationid sessionid callid agentid voicesettings transcriber analysisplan llmwebsockerurl apikey language languages locale
    timeout duration maxduration pin color colour icon image images buttons attachment properties required enum format expecttools expectedtools expectedtoolcalls expectedfinaldisposition
    activeversionid versionid staticdata pindata instanceid region currency timezone seed topp roles creditor company agency market brand campaign project organization organisation lender bank department team locale start
    startnode startnodeid startstep entrypoint 公司 机构 機構 项目 項目 渠道 债权人 債權人 部门 部門 backgroundsound endcallphrases
    版本 作者 日期 时间 時間 标签 標籤 类型 類型 状态 狀態 模型`
} as const

export type KeyMeaning = keyof typeof meanings

const exact = new Map<string, KeyMeaning>()
const beginnings: (readonly [string, KeyMeaning])[] = []
const endings: (readonly [string, KeyMeaning])[] = []
for (const [meaning, words] of Object.entries(meanings) as [KeyMeaning, string][]) {
  for (const word of words.split(/\s+/)) {
    if (word.endsWith('*')) beginnings.push([word.slice(0, -1), meaning])
    else if (word.startsWith('*')) endings.push([word.slice(1), meaning])
    else if (word !== '') exact.set(word, meaning)
  }
}

/** Texts for whoever scores a call afterwards. */
const forJudges = /judge|rubric|grader|auditor|scorer/

/** A key as it is compared. */
export function foldKey(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '')
}

/** What a key means; undefined where it is a name that the author chose. */
export function meaningOf(key: string): KeyMeaning | undefined {
  const folded = foldKey(key)
  const known = exact.get(folded)
  if (known) return known
  if (forJudges.test(folded)) return 'mention'
  const begun = beginnings.find(([beginning]) => folded.startsWith(beginning))
  return (begun ?? endings.find(([ending]) => folded.endsWith(ending)))?.[1]
}
