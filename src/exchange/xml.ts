/** An element of XML: text is escaped, `null` is left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly (XmlElement | string)[]
}

/** An element with its attributes (those that are undefined left out) and children. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: readonly (XmlElement | string | null)[] = [],
): XmlElement {
  return { name, attributes, children: children.filter(child => child !== null) }
}

/** A whole document, indented where no text would be touched by it. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`
}

function written({ name, attributes, children }: XmlElement, indent: string): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xml(value)}"`],
  )
  const head = `${indent}<${name}${pairs.join('')}`
  if (children.length === 0) return `${head}/>`
  const isMixed = children.some(child => typeof child === 'string')
  if (isMixed) {
    const inner = children.map(child => (typeof child === 'string' ? xml(child) : written(child, '')))
    return `${head}>${inner.join('')}</${name}>`
  }
  const inner = children.map(child => written(child as XmlElement, `${indent}  `))
  return `${head}>\n${inner.join('\n')}\n${indent}</${name}>`
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in an element or attribute; what XML 1.0 cannot hold becomes U+FFFD. */
export function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replace(/[&<>"]/g, sign => named[sign] ?? sign)
      // A parser makes spaces or line feeds of these otherwise.
      .replace(/[\t\r\n]/g, sign => `&#${sign.charCodeAt(0)};`)
  )
}
