/**
 * The words by which call scripts mark who speaks and what a passage is for. English is matched in
 * lower case; Chinese is listed in both scripts. Data only: how it is used stands in the readers.
 */

export const agentLabels: ReadonlySet<string> = new Set(
  `agent|the agent|agent name|ai agent|human agent|live agent|collection agent|collections agent|caller|collector|debt collector|
   rep|representative|bot|voice bot|voicebot|chatbot|ai|ai bot|ai response|bot response|assistant|virtual assistant|you|operator|
   advisor|adviser|associate|officer|collection officer|collections officer|recovery officer|recovery agent|recovery executive|executive|
   telecaller|tele-caller|tele caller|tc|csr|csa|cso|ccr|crm|specialist|collection specialist|collections specialist|recovery specialist|
   account manager|relationship manager|case manager|team leader|supervisor|manager|
   坐席|座席|座席员|坐席员|客服|客服人员|客服人員|客服专员|客服專員|客服代表|催收员|催收員|催收人员|催收人員|催收专员|催收專員|专员|專員|
   同仁|机器人|機器人|语音机器人|語音機器人|外呼机器人|业务员|業務員|业务专员|话务员|話務員|經辦|经办|经办人|電訪員|电访员|电访|電訪|
   外访员|外訪員|法务|法務|调解员|調解員|员工|員工|工作人员|我方|我|咱|代理|代理人|智能客服|小助手|助理|主管|答|
   同事|職員|职员|收數員|收数员|管家|物业|物業|物业管家|催缴员|催繳員|行員|理專`
    .split('|')
    .map(word => word.trim())
)

export const customerLabels: ReadonlySet<string> = new Set(
  `customer|client|borrower|debtor|consumer|tester|user|person|account holder|accountholder|cardholder|card holder|member|patient|tenant|
   third party|3rd party|spouse|wife|husband|mother|father|brother|sister|son|daughter|relative|family member|receptionist|reception|
   colleague|coworker|co-worker|employer|neighbour|neighbor|respondent|callee|prospect|guarantor|co-signer|roommate|flatmate|friend|
   person who answers|called party|recipient|cust|subscriber|policyholder|homeowner|resident|taxpayer|
   客户|客戶|债务人|債務人|欠款人|借款人|用户|用戶|顾客|顧客|对方|對方|机主|機主|业主|業主|住户|住戶|家属|家屬|亲属|親屬|第三人|第三方|持卡人|
   联系人|聯絡人|紧急联系人|緊急聯絡人|家人|老婆|丈夫|妻子|父亲|父親|母亲|母親|儿子|兒子|女儿|女兒|哥哥|弟弟|姐姐|妹妹|朋友|邻居|鄰居|
   会员|會員|债户|債戶|欠債人|贷款人|借款方|接听人|接聽人|接电话的人|问|問|保证人|保證人|担保人|擔保人|當事人|当事人|接線人|總機`
    .split('|')
    .map(word => word.trim())
)

/** A recording or a menu that speaks for the caller's side. */
export const systemLabels: ReadonlySet<string> = new Set(
  'ivr|recording|recorded message|automated message|automated voice|prerecorded message|pre-recorded message|语音播报|語音播報|录音播报|錄音播報|系统播报|系統播報|自动语音|自動語音'.split(
    '|'
  )
)

/** Labels whose side depends on the script: who calls there, and who is addressed. */
export const ambiguousLabels: ReadonlySet<string> = new Set(['caller', 'you', 'c'])

/** Labels that look like a speaker's and are a property of the passage. */
export const propertyLabels =
  /^(?:re|ps|cc|subject|from|to|attn|ref|trigger|tone|goal|objective|outcome.*|log.*|purpose|note|notes|nb|n\.b|tip|tips|why|warning|caution|important|remember|example|examples|status|version|date|last updated|scope|owner|author|project|project id|step|stage|phase|scenario|language|legend|review note|usage|use|context|condition|action|actions|next action.*|result|results|reason|rule|rules|policy|time|times|when|where|who|what|how|channel|voice|phone|email|url|strategy|priority|requirements?|critical|implementation|definition|key|source|reference|related|penalty|risk|severity|process|procedure|steps|option \d+|question|questions|answer|intent|disposition|code|bucket|company|client name|brand|market|hours|todo|fixme|pause|or|and|else|otherwise|then|if .*|when .*|once .*|after .*|before .*|purpose statement|identity disclosure|recording notice|注意|注|备注|備註|说明|說明|提示|要点|要點|目的|目标|目標|场景|場景|适用|適用|对象|對象|版本|修订|修訂|日期|时间|時間|语气|語氣|触发|觸發|结果|結果|规则|規則|原则|原則|步骤|步驟|流程|动作|動作|处理|處理|操作|禁止|必须|必須|严禁|嚴禁|标签|標籤|类型|類型|任务.*|任務.*|渠道|策略|机构|機構|受託機構|委托方|委託方|使用對象|使用对象|电话|電話|地址|来源|來源|参考|參考|依据|依據|风险|風險|备用|備用)$/iu

/** What opens a passage that must not be said. */
export const neverSay =
  /^(?:.{0,40}\b)?(?:never|do not|don['’]?t|must not|mustn['’]?t|cannot|can['’]?t|may not|should not|shouldn['’]?t|not to|not)\b(?: \w+)?[ ,]*(?:say|tell|use|mention|utter|write|reply|promise|state|respond)\b|^(?:phrases?|words?|language|wording|terms|lines|things|expressions?)\b.{0,30}\b(?:to avoid|never|not to|forbidden|prohibited|banned)|^(?:banned|forbidden|prohibited|avoid(?:ing)?|blacklisted|blocked|unacceptable|off-limits)\b.{0,20}\b(?:phrases?|words?|language|wording|terms|lines|expressions?|statements?|vocabulary)|^avoid(?: (?:saying|using))?(?: (?:phrases|words|language|anything|things|lines).*)?$|^(?:bad|wrong|poor|non-compliant|incorrect|unacceptable|prohibited|illegal) (?:ways?|examples?|phras\w+|wording|scripts?|responses?|version|language|lines?)\b|^(?:bad|wrong|incorrect|instead of|not|old wording|don['’]?t say)$|(?:never|not) (?:do|say) this|禁用(?:语|語|词|詞|话术|話術|表述|用语|用語)|(?:禁止|不得|严禁|嚴禁|不能|不可|不要|切勿|请勿|請勿|勿|别|別)(?:对.{0,8}|對.{0,8})?(?:说|說|讲|講|用|使用|提及|出现|出現|表述|话术|話術|用语|用語)|违规(?:话术|示例|用语|表述|例)|違規(?:話術|示例|用語|表述|例)|敏感(?:词|詞|语|語)|(?:错误|錯誤|反面|不当|不當|负面|負面|不良)(?:示例|示範|示范|话术|話術|例子|案例|说法|說法|用语|用語|表述|教材)|红线(?:词|话术|用语)|紅線(?:詞|話術|用語)|黑名单(?:词|话术)/iu

/** What opens a passage that must not be done. */
export const neverDo =
  /^(?:.{0,40}\b)?(?:never|do not|don['’]?ts?|must not|mustn['’]?t|may not|should not|shouldn['’]?t|shall not|cannot|is not allowed|are not allowed|not permitted|not allowed|prohibited|forbidden|disallowed|banned|unacceptable|off-limits|avoid)\b|^(?:red lines?|zero[- ]tolerance|violations?|prohibitions?|things to avoid|bad practices?|mistakes to avoid|no-gos?)\b|^[\s\p{So}]*(?:don['’]?ts?|nevers?)$|^(?:一、|二、|[\d.、\s]*)?.{0,16}(?:禁止|严禁|嚴禁|不得|切勿|请勿|請勿|禁忌|红线|紅線|不可以|不能做|不要做|不允许|不允許|违规行为|違規行為|禁令)/iu

/** A word of allowing that turns a prohibition word of the same lead-in around. */
export const notForbidding =
  /\b(?:unless|why|what (?:is|counts as)|how to avoid|to avoid|penalt|handling|right to|consequences? of|reporting|if (?:you|they|the|a|an|customer|client|debtor|borrower|consumer)|when)\b|^(?:if|when|once|else)\b|如何|怎么|怎麼|处罚|處罰|后果|後果|^(?:如果|若|如|当|當|客户|客戶|用户|用戶)/iu

/** What opens a list of things to do, after which prohibitions no longer hold. */
export const doThis =
  /^[\s\p{So}\p{Sm}✓✔]*(?:the \d+ )?(?:do['’]?s?|do this|do say|always|must|required|allowed|permitted|good practices?|best practices?|必须|必須|应当|應當|可以|允许|允許|宜|要做)(?: this| say| the following)?[\s:：!]*$/iu

/** What opens the agent's words. `strong` ones hold for text without quotation marks, too. */
export const agentLeadIn = {
  strong:
    /(?:^|\b)(?:say|script|scripts|template|templates|sms|text message|text|voicemail(?: message| script)?|verbatim|read (?:this|out|aloud)|opening(?: line| statement| script| lines)?|greeting|closing(?: line| statement| script)?|word[- ]for[- ]word|wording|agent says|agent should say|you say|say something like|suggested (?:script|line|wording|phrase|response)|recommended (?:script|line|wording|phrase)|approved (?:script|line|wording|phrase)|sample (?:script|line|wording|dialogue)|leave (?:the following|this) message|following message|first message|call opening|message)\s*(?:\d+|[a-z])?(?: \([^)]*\)| \[[^\]]*\])?$|(?:话术|話術|开场白|開場白|结束语|結束語|短信(?:模板|内容|範本)?|簡訊(?:範本|內容|模板)?|模板|範本|脚本|腳本|台词|台詞|说|說|口播|读|讀|播报|播報|留言(?:内容|內容|模板)?|标准用语|標準用語|规范用语|規範用語)(?:示例|範例|如下|参考|參考|模板|范例|示範|示范)?\s*(?:[一二三四五六七八九\d]+|[A-Za-z])?$/iu,
  weak: /\b(?:ask|state|response|responses|respond|reply|replies|answer|answers|recommended|recommended response|better|better alternatives?|alternatives?|correct(?: approach)?|good(?: ways?| examples?| response)?|right|example|examples|approach|suggested approach|phrases?|empathy (?:statements?|phrases?)|questions?|confirm|explain|acknowledge|rebuttals?|objection handling|agent|tell them|offer|introduce\w*|dialogue|conversation|transcript|instead|try|use instead|say instead|do say|introduction|reason for call|discovery questions?)\b[^.:]{0,30}$|(?:推荐|推薦|建议|建議|正确|正確|示例|範例|范例|例如|例|应答|應答|回应|回應|回复|回覆|回答|询问|詢問|解释|解釋|安抚|安撫|参考|參考|替代|改为|改為|可说|可說)(?:话术|話術|说法|說法|表述|用语|用語|示例|做法)?$/iu
}

/** What opens the customer's words. */
export const customerLeadIn =
  /\b(?:trigger phrases?|triggers?|they say|(?:customer|client|debtor|borrower|consumer|caller|user|person|third party)(?:['’]s)? (?:says?|said|asks?|response|responds?|replies|reply|objection|statement|words|shows|signals)|objections?|user[ _]input|user queries|intent examples?|common (?:objections?|excuses?|replies)|excuses?|what (?:customers?|they|debtors?|borrowers?) (?:may |might |will )?say|if they say|(?:debtor|customer|borrower) response)\b|(?:客户|客戶|用户|用戶|对方|對方|债务人|債務人|借款人|欠款人|业主|業主|持卡人)(?:常见|常見|可能)?(?:会|會)?(?:说|說|表示|问|問|称|稱|回复|回覆|回答|反应|反應|异议|異議|话术|話術|原话|原話|意图|意圖|提出|要求|询问|詢問|质疑|質疑|抱怨|借口|藉口)|^(?:常见|常見)?(?:异议|異議|借口|藉口|触发语|觸發語|触发词|觸發詞)$/iu

/** What opens commentary: shown, judged or explained, not used. */
export const quotedLeadIn =
  /^(?:why\b.*|rationale|explanation|commentary|feedback|coach(?:ing)? notes?|qa notes?|auditor.*|penalty.*|turn \d+.*|agent actually said|actually said|what went wrong|violations? found|rubric|expected(?: behaviou?r| result| outcome)?|pass criteria|evaluation.*|scoring.*|score.*|keywords?|keyword list|references?|legal (?:basis|reference|text)|statute.*|case (?:law|study).*|glossary|definitions?|related documents|changelog|revision history|document information|table of contents|评语|評語|点评|點評|原因|违规原因|違規原因|问题分析|問題分析|分析|法律依据|法律依據|法条|法條|参考资料|參考資料|关键词|關鍵詞|关键字|關鍵字|评分.*|評分.*|评估.*|術語|术语)$/iu

/** Opens a condition. */
export const conditionOpener =
  /^(?:(?:else[- ]?if|elseif|else|if|when(?:ever)?|once|in case|where|unless|should)\b[\s:,]*|(?:如果|如|若是|若|假如|假设|倘若|当|當|一旦|遇到|遇)(?![何今此同]))/iu

/** Words after which the agent moves to another step. */
export const jumpVerb =
  /(?:^|[\s#*(:：,，;；–—-])(?:(?:then )?(?:to )?(?:proceed|go|move|skip|jump|continue|return|go back|advance|transfer|route|turn|goto)(?: (?:on|back|straight|directly))?(?: (?:to|with|at))?|see|use)\s+|(?:跳转至|跳转到|跳轉至|跳轉到|转到|轉到|转至|轉至|转入|轉入|进入|進入|回到|返回|前往|跳到|跳至|接续|接續)\s*/iu

export const endWords: ReadonlySet<string> = new Set(
  `end|end call|end the call|end of call|call end|call ended|hang up|hangup|close|close call|close the call|closing the call|goodbye|
   terminate|terminate call|terminate the call|disconnect|finish|exit|end conversation|end the conversation|end script|
   挂断|掛斷|挂机|掛機|结束|結束|结束通话|結束通話|结束对话|結束對話|结束来电|挂断电话|掛斷電話|通话结束|通話結束|收线|收線|礼貌结束|禮貌結束|礼貌挂断|禮貌掛斷`
    .split('|')
    .map(word => word.trim())
)

/** Words of saying: what follows in quotation marks is said by the agent. */
export const sayingVerb =
  /\b(?:say|says|saying|tell|tells|telling|ask|asks|asking|state|states|stating|reply|replies|respond|responds|responding|answer|answers|answering|explain|explains|mention|announce|announces|open with|opens with|close with|closes with|start with|starts with|begin with|end with|greet|introduces?|introducing|read|reads|reading|repeat|offer|offers|confirm|confirms|acknowledge|remind|warn|inform|advise|use|line|phrase|script|response|message|add|adds|insert|drop|try|wording|sentence|something like|lines? to use|recite|promise|insist|whisper|shout|write|text|send|leave)\b|[说說讲講问問答称稱告知回复覆应應告诉訴强強调調提加补補接读讀念喊嗆呛句]|话术|話術|话語|用语|用語|开场|開場|开头|開頭|結尾|结尾|台词|台詞|例如|比如|示例|範例|范例|模板|範本|短信|簡訊|表述|改为|改為|改成|推荐|推薦|套用|使用|留言|口径|口徑/iu

/** Words that make the quoted words after them the customer's. */
export const customerSaying =
  /(?:(?<!\b(?:to|to the|to a|tell|tell the|telling|with|with the|for the|ask the|asking the) )\b(?:customers?|clients?|debtors?|borrowers?|consumers?|callers?|users?|they|he|she|someone|somebody|anyone|person|people|third part(?:y|ies)|spouse|relative|assistant|receptionist|cardholder|account holder|tenant)\b[^.!?;:,"“”]{0,40}\b(?:say|says|said|saying|ask|asks|asked|asking|tell|tells|replies|reply|responds?|answers?|claims?|states?|mentions?|shouts?|insists?|objects?|complains?|writes?|threatens?|requests?)\b(?: (?:you|us|the agent|that|things like|something like|e\.g\.?|for example|words like|the words|the magic words))*[\s:,(]*$)|(?:\b(?:if|when|once) asked(?: \w+)?[\s:,]*$)|(?:\b(?:rebuttal|objection|response)s?(?: \d+)?(?: (?:to|for|on))?[\s:,]*$)|(?:(?<![对對向跟和与與给給同让讓诉訴请請知])(?:客户|客戶|对方|對方|用户|用戶|借款人|债务人|債務人|欠款人|业主|業主|持卡人|家属|家屬|亲属|親屬|第三人|第三方|机主|機主)[^。！？；，,“”「」时時后後]{0,16}(?:说|說|问|問|称|稱|表示|回答|回复|回覆|提出|质疑|質疑|抱怨|要求|喊|骂|罵|答|声称|聲稱|威胁|威脅|反问|反問)[：:，,\s]*$)|(?:(?:被问|被問|问到|問到|问及|問及)[：:，,\s]*$)/iu

/** Words before a quotation that forbid saying it. */
export const forbiddenSaying =
  /(?:\b(?:never|not|don['’]?t|doesn['’]?t|do not|must not|mustn['’]?t|cannot|can['’]?t|avoid|avoids?|instead of|rather than|stop|forbidden|prohibited|banned|remove|delete|removed|deleted|wrong|bad|incorrect|old wording|refrain from)\b[^.!?;"“”]{0,60}$)|(?:(?:不得|不要|不能|不可|不准|不許|不许|不问|不問|不说|不說|不提|不讲|不講|绝不|絕不|绝对不|絕對不|从不|從不|严禁|嚴禁|禁止|切勿|请勿|請勿|勿|(?<![分特个個级級性])[别別]|避免|杜绝|杜絕|不应|不應|不再|删除|刪除|删掉|刪掉|错误|錯誤|违规|違規|代替|而不是)[^。！？；“”「」]{0,30}$)/iu

/** Words after a quotation that show it was only an example of what not to say. */
export const forbiddenAfter =
  /^[\s,，;；—–-]*(?:(?:→|->|=>)\s*(?:delete|remove|删除|刪除|never)|(?:is|are|was|were|and similar|or similar)\b[^.!?]{0,40}\b(?:not allowed|forbidden|prohibited|banned|unlawful|illegal|violation|violations|not acceptable|unacceptable|a threat|harassment|may not be said|must not|must never|never (?:be|to)|out of bounds|off limits|not permitted|blocked)|(?:is|are) (?:an? )?(?:examples? of what (?:may|must|should) not)|等(?:语|語|词|詞|话|話|字眼|说法|說法|表述|言语|言語|语句|語句|内容|內容|用语|用語|话术|話術)?[^。]{0,10}(?:一律|均|都|属于?|屬於?|视为|視為|是)?(?:禁止|不得|严禁|嚴禁|违规|違規|禁用|禁语|禁語|红线|紅線|不能|不可)|(?:这种|這種|这类|這類|此类|此類|这样的?|這樣的?|类似的?|類似的?|这些|這些|这|這)(?:话|話|说法|說法|表述|言论|言論|语句|語句|字眼)[^。]{0,8}(?:不能|不得|不可|不许|不許|不准|禁止|严禁|嚴禁|别|別|不要|说不得|說不得)|(?:属于?|屬於?|视为|視為|是|为|為)[^。]{0,8}(?:违规|違規|禁用|禁语|禁語|红线|紅線|威胁|威脅|骚扰|騷擾|敏感))/iu

/** Words that begin a stage direction. */
export const stageVerb =
  /^(?:(?:if|when|once|after|before|unless|pause|pauses|wait|listen|collect|confirm|note|notes|record|log|verify|check|press|click|transfer|hold|silence|read|say|repeat|insert|continue|continues|proceed|go to|end|hang up|smile|calm|calmly|softly|firm|firmly|warm|warmly|laugh|sigh|slow|speak|use|do not|don['’]?t|never|client|customer|debtor|borrower|consumer|agent|caller|see|refer|same as|depending|optional|as above|update|send|set|ask|offer|explain|provide|reference|if applicable|only if|crying|angry|silent|interrupts|interrupting|cutting in|to self|aside)(?:e?s)?\b|停顿|停頓|等待|等|如|若|当|當|客户|客戶|对方|對方|记录|記錄|登记|登記|核对|核對|确认|確認|系统|系統|转|轉|挂|掛|语气|語氣|根据|根據|视|視|注意|勿|不要|不得|切勿|请|請|已|此处|此處|沉默|微笑|暂停|暫停|接通|重复|重複|备注|備註)/iu

/** How spoken text begins, or what only spoken text holds. */
export const spokenMark =
  /^(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|dear|thank you|thanks|sorry|i['’]m|i am|my name|this is|we['’]|we are|may i|can i|could i|could you|can you|would you|are you|is this|am i speaking|please|i understand|i see|i hear|of course|great|okay|ok|sir|madam|ma['’]am|no problem|yes|no,|you(?:['’]| are| can| have| owe| will| may| still| must| need| should)|your |before we|for security|for your|to verify|let['’]s|let me|unless you|if you|how would|when (?:can|will|would) you|what['’]s|why )|\b(?:my name is|calling from|calling about|on behalf of|i['’]m|i['’]ll|we['’]ll|we['’]re|you['’]ll|you['’]re|you owe|your (?:account|balance|debt|loan|payment|card))\b|您|你好|妳|^(?:你|我|喂|请问|請問|这里是|這裡是|我是|谢谢|謝謝|抱歉|不好意思|好的|再见|再見|祝)|【[^】]{1,12}】.*[您你]/iu

/** How an order to the agent begins. */
export const imperativeStart =
  /^(?:(?:always|never|do not|don['’]?t|ask|say|tell|give|confirm|verify|explain|state|read|use|log|record|note|document|escalate|transfer|offer|listen|speak|stay|keep|be|avoid|ensure|make sure|remember|check|wait|pause|send|call|leave|mention|introduce|greet|thank(?! you\b)|acknowledge|express|provide|proceed|collect|obtain|set|schedule|review|update|follow|apologi[sz]e|show|let them|let the|move|go|stop|end|hang|flag|code|mark|identify|deliver|respond|redirect|repeat|remind|inform|advise|encourage|capture|negotiate|probe|load|try|take|put|place|must|should|only)\b|告知|询问|詢問|确认|確認|核对|核對|核实|核實|说明|說明|解释|解釋|记录|記錄|登记|登記|提醒|引导|引導|不得|不要|禁止|严禁|嚴禁|必须|必須|应|應|切勿|请勿|請勿|先|若|如|当|當|要求|表示|感谢|感謝|致歉|强调|強調|使用|避免|保持|注意|转|轉|发送|發送|安抚|安撫|挂断|掛斷|结束|結束|建议|建議|客户|客戶)/iu
