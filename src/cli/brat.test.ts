import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attribution } from '../statements/statement.js'
import { brat } from './brat.js'

function found(text: string, source: string, cue: string, content: string[]): Attribution {
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { source: [span(source)], cue: [span(cue)], content: content.map(span), direct: true, confidence: 0.9 }
}

test('a cue points to its source and its content, discontinuous as it may be', () => {
  const text = '"We built it," Dremm said. "We keep it."'
  expect(brat(text, [found(text, 'Dremm', 'said', ['"We built it,"', '"We keep it."'])]).split('\n')).toEqual([
    'T1\tCue 21 25\tsaid',
    'T2\tSource 15 20\tDremm',
    'R1\tSource Arg1:T1 Arg2:T2',
    'T3\tContent 0 14;27 40\t"We built it," "We keep it."',
    'R2\tContent Arg1:T1 Arg2:T3',
    '',
  ])
})

test('a source that two cues share is written once', () => {
  const text = 'Dremm agreed, adding that the dam stays.'
  const lines = brat(text, [
    found(text, 'Dremm', 'agreed', ['agreed']),
    found(text, 'Dremm', 'adding', ['the dam stays']),
  ])
  expect(lines.match(/\tSource \d/g)).toHaveLength(1)
  expect(lines.match(/\tSource Arg1:T\d Arg2:T2/g)).toHaveLength(2)
})

test('a span that runs over a line break is cut there, since brat keeps a span to its line', () => {
  const text = 'Dremm said "We built it\r\n  and we keep it".'
  expect(brat(text, [found(text, 'Dremm', 'said', ['"We built it\r\n  and we keep it"'])])).toContain(
    'Content 11 23;27 42\t"We built it and we keep it"',
  )
})

test('offsets count code points: cut by them, the text gives the words of the line', () => {
  const words = fc.stringMatching(/^[a-z😀é]{1,6}$/u)
  fc.assert(
    fc.property(words, words, words, (source, cue, content) => {
      const text = `${source} ${cue} ${content}`
      const at = source.length + 1
      const lines = brat(text, [
        {
          source: [{ start: 0, end: source.length }],
          cue: [{ start: at, end: at + cue.length }],
          content: [{ start: at + cue.length + 1, end: text.length }],
          direct: false,
          confidence: 1,
        },
      ])
      const points = [...text]
      for (const [, start, end, words] of lines.matchAll(/^T\d+\t\w+ (\d+) (\d+)\t(.*)$/gmu))
        expect(points.slice(Number(start), Number(end)).join('')).toBe(words)
    }),
  )
})
