/** The commands beside the default one: what a mistyped word may have meant. */
export const commandNames = ['rules', 'explain', 'coverage', 'inspect', 'help'] as const
