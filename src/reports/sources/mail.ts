import PostalMime from 'postal-mime'
import { Fault } from '../../fault.js'
import { knownDate } from '../date.js'
import { fragmentText } from '../extract/fragment.js'
import type { StoredText } from '../report.js'

/** A message saved as .eml: its text, with the subject as the title and the sender as the outlet. Attachments are not read. */
export async function readMail(bytes: Uint8Array, place: string): Promise<StoredText> {
  const mail = await new PostalMime({ maxNestingDepth: 32 }).parse(bytes)
  const text = mail.text?.trim() ? mail.text : fragmentText(mail.html ?? '')
  if (!mail.from && !mail.subject && text.trim() === '')
    throw new Fault('This is no mail message.', { mend: 'Save the message from the mail program as .eml.' })
  const sender = mail.from?.name || mail.from?.address || null
  return {
    place,
    text: text.replace(/\r\n/g, '\n'),
    title: mail.subject?.trim() || null,
    outlet: sender,
    date: mail.date ? knownDate(mail.date, 'header') : null,
  }
}
