import { Argument, type Command, Option } from 'commander'
import { logFormats } from '../agreements/compliance/log-file.js'
import { agreementFormats, type Question, questions } from './agreement-questions.js'
import type { Effects } from './effects.js'
import { examples, isoDay, wholeDays, withColumn } from './options.js'

/** Adds `parley agreement` with its options to the program. */
export function agreementCommand(parley: Command, effects: Effects, done: (exitCode: number) => void): void {
  parley
    .command('agreement')
    .description(
      'draft an agreement from the reports; say what it lacks, where it locks itself, what it leaves open, and whether it is kept',
    )
    .addArgument(new Argument('<question>', 'what to ask of it').choices(questions))
    .argument('[place]', 'a YAML or JSON file, or a case folder with an agreement.yaml')
    .option('--json', 'print the whole answer as JSON')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--as-of <day>', 'of compliance and trends: answer with what was known at the end of this day', isoDay)
    .option('--event <day>', 'of trends: compare the days before this day with those from it on', isoDay)
    .option('--window <days>', 'of trends: how many days on each side (30)', wholeDays)
    .option('--incidents <files...>', 'of compliance and trends: CSV files instead of incidents.csv and events.csv')
    .addOption(
      new Option('--format <kind>', 'of the CSV files; told by their columns if not given').choices(logFormats),
    )
    .addOption(
      new Option('--column <ours=theirs...>', 'of the CSV files, which column is which of our fields').argParser(
        withColumn,
      ),
    )
    .option('--with <draft>', 'of compare: the later draft')
    .addOption(
      new Option('--to <format>', 'of export: text, readings, document, norms, or the sequence').choices(
        agreementFormats,
      ),
    )
    .option('--reading <parties...>', 'of export --to pnml: only the waits of the text and of these')
    .option('--force', 'of draft: replace an agreement.yaml that is there')
    .option('--stdout', 'of draft: print the draft instead of writing it')
    .option('--patterns', 'of check: a clause in plain words for what the draft lacks; without a file, for all')
    .addHelpText(
      'after',
      examples(
        'parley agreement draft my-case',
        'parley agreement pledges my-case',
        'parley agreement check my-case',
        'parley agreement check my-case --patterns',
        'parley agreement sequence accord.yaml',
        'parley agreement coverage guarantees.json --json',
        'parley agreement compliance my-case --as-of 2025-05-17',
        'parley agreement compare draft-1.yaml --with draft-2.yaml',
        'parley agreement export my-case --to docx -o accord.docx',
        'parley agreement trends incidents.csv --event 2025-05-17 --window 60',
      ),
    )
    .action(async (question: Question, place: string | undefined, options) =>
      done(await (await import('./agreement.js')).runAgreement(question, place, options, effects)),
    )
}
