/** The languages that the linter itself speaks: in messages, advice and rule pages. */
export const locales = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Locale = (typeof locales)[number]

/** One text in every locale. */
export type Localised<T = string> = { readonly [locale in Locale]: T }
