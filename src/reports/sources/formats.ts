import { extname } from 'node:path'

export type Format = 'text' | 'html' | 'mail' | 'docx' | 'pdf' | 'json-lines' | 'feed' | 'warc'

const byEnding: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.eml': 'mail',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
  '.rss': 'feed',
  '.atom': 'feed',
  '.xml': 'feed',
  '.json': 'feed',
  '.warc': 'warc',
}

/** The format that a file's name promises; null where Parley reads no such files. */
export function formatOf(name: string): Format | null {
  const plain = name.toLowerCase()
  if (plain.endsWith('.warc.gz')) return 'warc'
  if (plain.endsWith('.jsonl.gz')) return 'json-lines'
  return byEnding[extname(plain)] ?? null
}

/** The format of bytes without a name (standard input). */
export function formatOfContent(bytes: Uint8Array): Format {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase()
  if (start.startsWith('%pdf-')) return 'pdf'
  if (start.startsWith('pk\u0003\u0004')) return 'docx'
  if (start.startsWith('warc/')) return 'warc'
  if (/^(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:rdf)\b/.test(start)) return 'feed'
  if (start.startsWith('{')) return start.includes('jsonfeed.org') ? 'feed' : 'json-lines'
  if (/^(?:<!doctype html|<html|<head|<body|<article|<!--)/.test(start)) return 'html'
  return 'text'
}
