export type ReportLocale = 'en' | 'zh-Hans' | 'zh-Hant'

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly excused: number
}

interface Wording {
  /** The closing line, without its mark. */
  readonly summary: (counts: Counts) => string
  readonly because: string
  readonly stance: string
}

/** A count with its English word. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function total({ errors, warnings, infos }: Counts): number {
  return errors + warnings + infos
}

/** What reports say themselves. The English is ESLint's, so that whoever reads that can read this. */
export const wording: { readonly [locale in ReportLocale]: Wording } = {
  en: {
    summary: counts => {
      const parts = [plural(counts.errors, 'error'), plural(counts.warnings, 'warning')]
      if (counts.infos) parts.push(`${counts.infos} info`)
      const excused = counts.excused ? `, ${counts.excused} excused` : ''
      return `${plural(total(counts), 'problem')} (${parts.join(', ')})${excused}`
    },
    because: 'because',
    stance: 'stance'
  },
  'zh-Hans': {
    summary: counts => {
      const parts = [`${counts.errors} 个错误`, `${counts.warnings} 个警告`]
      if (counts.infos) parts.push(`${counts.infos} 条提示`)
      const excused = counts.excused ? `，另有 ${counts.excused} 个已豁免` : ''
      return `${total(counts)} 个问题（${parts.join('，')}）${excused}`
    },
    because: '依据',
    stance: '语气'
  },
  'zh-Hant': {
    summary: counts => {
      const parts = [`${counts.errors} 個錯誤`, `${counts.warnings} 個警告`]
      if (counts.infos) parts.push(`${counts.infos} 則提示`)
      const excused = counts.excused ? `，另有 ${counts.excused} 個已豁免` : ''
      return `${total(counts)} 個問題（${parts.join('，')}）${excused}`
    },
    because: '依據',
    stance: '語氣'
  }
}
