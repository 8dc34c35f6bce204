/** What `dunlint` tells its caller, as ESLint does. */
export const exitCode = { clean: 0, problems: 1, trouble: 2 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
