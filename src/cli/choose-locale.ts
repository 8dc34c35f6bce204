import type { Locale } from '../rule/index.ts'
import { locales } from '../rule/index.ts'
import type { Io } from './io.ts'
import { SetupError } from './setup-error.ts'

/** The language of messages: the flag, else the config, else the environment, else English. */
export function chooseLocale(flag: string | undefined, config: Locale | undefined, env: Io['env']): Locale {
  if (flag !== undefined) {
    const asked = localeNamed(flag)
    if (!asked) throw new SetupError(`there is no locale "${flag}"; use one of ${locales.join(', ')}`)
    return asked
  }
  return config ?? localeNamed(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'en'
}

/** Reads `zh_TW.UTF-8`, `zh-Hant`, `en_GB` and the like; undefined for a language we do not speak. */
function localeNamed(name: string): Locale | undefined {
  const [language, ...rest] = name.toLowerCase().split(/[-_.@]/)
  if (language === 'en') return 'en'
  if (language !== 'zh') return undefined
  return rest.some(part => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans'
}
