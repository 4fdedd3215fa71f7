/**
 * The text of an XML file as tools really write it: UTF-8 or UTF-16 with or without byte-order mark, or Latin-1.
 * What stands before the first tag is dropped.
 */
export function decodeXml(bytes: Uint8Array): string {
  const text = decoded(bytes)
  const start = text.indexOf('<')
  return start > 0 ? text.slice(start) : text
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}
