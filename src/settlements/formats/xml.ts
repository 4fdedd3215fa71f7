import { Fault } from '../../fault.js'

/** An element of a data file: text between tags is not kept. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
}

const sizeLimit = 64 * 1024 * 1024
const depthLimit = 100
const tag = /<(?:!--[\s\S]*?-->|![^>]*>|\?[\s\S]*?\?>|(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>)/y
const attribute = /(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads the elements and attributes of an XML file. No entities but the five plain ones and numbers, no external
 * references: nothing is expanded or fetched.
 *
 * @throws Fault with the line of what cannot be read
 */
export function parseXml(text: string, place: string): Element {
  if (text.length > sizeLimit)
    throw new Fault(`The file has ${text.length} characters; at most ${sizeLimit} are read.`, { place })
  const top: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [top]
  const fail = (at: number, message: string): never => {
    throw new Fault(message, { place: `${place}:${text.slice(0, at).split('\n').length}` })
  }
  let at = text.indexOf('<')
  while (at >= 0) {
    tag.lastIndex = at
    const match = tag.exec(text)
    if (!match) return fail(at, 'This tag does not end.')
    const [whole, closing, name, rest = ''] = match
    if (name) {
      if (closing) {
        if (open.length < 2 || open.at(-1)?.name !== name) fail(at, `</${name}> closes nothing that is open.`)
        open.pop()
      } else {
        const element: Open = { name, attributes: attributesOf(rest), children: [] }
        open.at(-1)?.children.push(element)
        if (!rest.trimEnd().endsWith('/')) {
          if (open.length > depthLimit) fail(at, `Tags are nested more than ${depthLimit} deep.`)
          open.push(element)
        }
      }
    }
    at = text.indexOf('<', at + whole.length)
  }
  if (open.length > 1) fail(text.length, `<${open.at(-1)?.name}> is not closed.`)
  return top.children[0] ?? fail(0, 'There is no element in this file.')
}

interface Open extends Element {
  readonly children: Element[]
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of text.matchAll(attribute)) found[name] = unescaped(double ?? single ?? '')
  return found
}

const plain: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal, hex, name) => {
    if (name) return plain[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** A value as it stands in an attribute. Control characters that XML cannot hold are refused. */
export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new Fault(`XML cannot hold the control character in ${JSON.stringify(text)}.`)
  }
  return text.replace(/[&<>"\n\r\t]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** Every element of a name below another, in document order. */
export function* elements(root: Element, name: string): Generator<Element> {
  for (const child of root.children) {
    if (child.name === name) yield child
    yield* elements(child, name)
  }
}
