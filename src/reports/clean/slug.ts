/** Whether a line is an address or a file's name rather than words: `a_meeting_in_the_capital_`, `site: media | slug: x-y-z`. */
export function isSlug(line: string): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(line)) return true
  if (/\s/.test(line)) return /\bslug:\s?\S/.test(line)
  const parts = line.split(/[_-]+/).filter(part => part !== '')
  return parts.length >= 4 || (line.includes('_') && parts.length >= 2)
}
