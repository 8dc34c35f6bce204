/**
 * Fills `{{name}}` in a message, in one pass: a phrase that itself holds `{{first_name}}` is shown as it is.
 * @throws when a placeholder has no value, which is the rule's bug and not the user's.
 */
export function fillMessage(message: string, data: Readonly<Record<string, string>>): string {
  return message.replace(/\{\{\s*([A-Za-z][\w-]*)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (value === undefined) throw new Error(`the message asks for {{${name}}}, and the finding does not give it`)
    return value
  })
}
