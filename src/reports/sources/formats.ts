import { extname } from 'node:path'

export type Format = 'addresses' | 'text' | 'html' | 'mail' | 'docx' | 'pdf' | 'json-lines' | 'feed' | 'warc'

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
  '.urls': 'addresses',
}

const byType: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'text',
  'message/rfc822': 'mail',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
  'application/json': 'feed',
  'application/x-ndjson': 'json-lines',
  'application/jsonl': 'json-lines',
  'application/warc': 'warc',
}

/** The format that a file's name promises, packed (.gz) or not; null where Parley reads no such files. */
export function formatOf(name: string): Format | null {
  return byEnding[extname(name.toLowerCase().replace(/\.gz$/, ''))] ?? null
}

/** Whether bytes are packed by gzip. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The format that a web server's media type promises; null where it says nothing of use. */
export function formatOfType(type: string): Format | null {
  return byType[type.split(';', 1)[0]!.trim().toLowerCase()] ?? null
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
