import type { DisclosureCategory } from '../../diagnostic/index.ts'
import type { ReportLocale } from '../wording.ts'
import type { CoverageStatus } from './covered-file.ts'

/** One mark a status; they differ in shape, so that they read without colour. */
export const marks: Readonly<Record<CoverageStatus, string>> = {
  present: '✔',
  'some-paths': '~',
  partial: '½',
  missing: '✖',
  'not due': '-'
}

interface Words {
  readonly title: string
  readonly script: string
  readonly none: string
  readonly line: (line: number) => string
  readonly statuses: Readonly<Record<CoverageStatus, string>>
  readonly disclosures: Readonly<Record<DisclosureCategory, string>>
}

/** What coverage reports say themselves. */
export const coverageWords: Readonly<Record<ReportLocale, Words>> = {
  en: {
    title: 'Disclosures by script',
    script: 'Script',
    none: 'No rule of this run is about a disclosure.',
    line: line => `line ${line}`,
    statuses: {
      present: 'said on every path',
      'some-paths': 'on some paths only',
      partial: 'some of it',
      missing: 'missing',
      'not due': 'not due'
    },
    disclosures: {
      'identify-caller': 'Who is calling',
      'verify-identity': 'Identity checked',
      'collector-notice': 'Notice of collection',
      'recording-notice': 'Notice of recording',
      'debt-details': 'Details of the debt',
      'dispute-right': 'Right to dispute',
      'complaint-channel': 'Where to complain',
      'official-payment-channel': 'Official way to pay',
      'stop-contact-right': 'Right to stop calls',
      'hardship-option': 'Help in hardship',
      'confirm-agreement': 'Agreement repeated',
      'ai-disclosure': 'A machine is speaking'
    }
  },
  'zh-Hans': {
    title: '各话术的告知情况',
    script: '话术',
    none: '本次运行没有涉及告知事项的规则。',
    line: line => `第 ${line} 行`,
    statuses: {
      present: '每条路径都有',
      'some-paths': '仅部分路径有',
      partial: '不完整',
      missing: '缺失',
      'not due': '无需告知'
    },
    disclosures: {
      'identify-caller': '报明来电人',
      'verify-identity': '核实身份',
      'collector-notice': '说明催收目的',
      'recording-notice': '告知录音',
      'debt-details': '债务明细',
      'dispute-right': '异议权利',
      'complaint-channel': '投诉渠道',
      'official-payment-channel': '官方还款渠道',
      'stop-contact-right': '要求停止来电的权利',
      'hardship-option': '困难协助',
      'confirm-agreement': '复述确认约定',
      'ai-disclosure': '说明为智能语音'
    }
  },
  'zh-Hant': {
    title: '各話術的告知情形',
    script: '話術',
    none: '本次執行沒有涉及告知事項的規則。',
    line: line => `第 ${line} 行`,
    statuses: {
      present: '每條路徑都有',
      'some-paths': '僅部分路徑有',
      partial: '不完整',
      missing: '缺漏',
      'not due': '毋須告知'
    },
    disclosures: {
      'identify-caller': '表明來電者',
      'verify-identity': '確認身分',
      'collector-notice': '說明催收目的',
      'recording-notice': '告知錄音',
      'debt-details': '帳務明細',
      'dispute-right': '異議權利',
      'complaint-channel': '申訴管道',
      'official-payment-channel': '正式繳款管道',
      'stop-contact-right': '要求停止來電的權利',
      'hardship-option': '困難協助',
      'confirm-agreement': '複述確認約定',
      'ai-disclosure': '說明為語音機器人'
    }
  }
}
