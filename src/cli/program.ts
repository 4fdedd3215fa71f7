import { Argument, Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import { agreementCommand } from './agreement-command.js'
import { type Effects, exit } from './effects.js'
import { exportFormats, exportFormatsOf, exportKinds } from './export-kinds.js'
import { type ModelAction, modelActions } from './model-actions.js'
import { examples, fieldOption, port, readerModel, readerOption, readerUrl, wholeNumber } from './options.js'
import { printError } from './print-error.js'
import { stageNames } from './stage.js'

/** Runs one command line, as `parley brief my-case`; whatever happens ends as an exit code and a message. */
export async function runParley(words: readonly string[], effects: Effects): Promise<number> {
  let code: number = exit.done
  try {
    await program(effects, exitCode => {
      code = exitCode
    }).parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage
    return printError(error, effects)
  }
}

/** Each command's module is loaded only when it is called. */
function program(effects: Effects, done: (exitCode: number) => void): Command {
  const parley = new Command('parley')
    .description('Who wants what in a negotiation: from news reports to sourced positions.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run with --help for the options and examples.')
    .configureOutput({ writeOut: effects.out, writeErr: effects.err })
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were refused.')

  parley
    .command('brief')
    .description('read reports and print who wants what, from how many sources')
    .argument('<places...>', 'case folders, folders, files, web addresses, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print it')
        .choices(['terminal', 'md', 'html', 'json'])
        .default('terminal'),
    )
    .option('--json', 'the same as --format json')
    .addOption(fieldOption())
    .addOption(readerOption())
    .option(...readerUrl)
    .option(...readerModel)
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      examples(
        'parley brief my-case',
        'parley brief report.txt other.html --format md',
        'parley brief my-case --format html -o brief.html',
        'cat report.txt | parley brief -',
        'parley brief https://herald.example/talks',
        'parley brief news.jsonl --field text=content date=published',
      ),
    )
    .action(async (places: string[], options) =>
      done(await (await import('./brief.js')).runBrief(places, options, effects)),
    )

  parley
    .command('reports')
    .description('list what was read: source, story, date, language, what was put aside, what was refused')
    .argument('<places...>', 'case folders, folders, files, web addresses, or - for standard input')
    .option('--explain', 'show each line that was put aside, with the reason')
    .option('--json', 'print the list as JSON')
    .addOption(fieldOption())
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      examples(
        'parley reports my-case',
        'parley reports page.html --explain',
        "parley reports my-case --json | jq '.reports[] | select(.isArticle | not).place'",
      ),
    )
    .action(async (places: string[], options) =>
      done(await (await import('./reports.js')).runReports(places, options, effects)),
    )

  parley
    .command('init')
    .description('draft case.yaml from the reports: parties, who speaks for them, issues')
    .argument('<folder>', 'the case folder')
    .option('--force', 'replace a case.yaml that is there')
    .option('--stdout', 'print the draft instead of writing it')
    .option('--json', 'print the draft as JSON instead of writing it')
    .addHelpText('after', examples('parley init my-case', 'parley init my-case --stdout'))
    .action(async (folder: string, options) =>
      done(await (await import('./init.js')).runInit(folder, options, effects)),
    )

  parley
    .command('rulings')
    .description('list what persons ruled in rulings.yaml, what it changes, and what it no longer bears on')
    .argument('[case]', 'the case folder')
    .option('--json', 'print the list as JSON')
    .option('--schema', 'print the JSON Schema of rulings.yaml, for editors')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText('after', examples('parley rulings my-case', 'parley rulings my-case --json | jq .rulings'))
    .action(async (place: string | undefined, options) =>
      done(await (await import('./rulings.js')).runRulings(place, options, effects)),
    )

  parley
    .command('serve')
    .description('open the pages of a case in the browser')
    .argument('<folder>', 'the case folder')
    .option('-p, --port <number>', 'port on 127.0.0.1; 0 takes any that is free', port, 4117)
    .option('--brief', 'print the brief first')
    .addOption(readerOption())
    .option(...readerUrl)
    .option(...readerModel)
    .option('--json', 'print the address as JSON')
    .addHelpText('after', examples('parley serve my-case', 'parley serve my-case --port 0'))
    .action(async (folder: string, options) =>
      done(await (await import('./serve.js')).runServe(folder, options, effects)),
    )

  parley
    .command('export')
    .description("write one table of the record, or its events, network or evidence in the field's formats")
    .argument('<places...>', 'case folders, folders, files, web addresses, or - for standard input')
    .addOption(new Option('-w, --what <table>', 'what to write').choices(exportKinds).makeOptionMandatory())
    .addOption(new Option('-f, --format <format>', 'how to write it; see below').choices(exportFormats))
    .option('--json', 'the format that is JSON: jsonl, plover or jsonld')
    .addOption(readerOption())
    .option(...readerUrl)
    .option(...readerModel)
    .option('--one-mode', 'of the network as GraphML: parties alone, joined by what they agree and differ on')
    .addOption(fieldOption())
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Formats, the first where none is named:
${exportKinds.map(kind => `  ${kind.padEnd(14)} ${exportFormatsOf[kind].join(', ')}`).join('\n')}
${examples(
  'parley export my-case --what positions --format csv -o positions.csv',
  'parley export my-case --what statements | jq .words',
  'parley export my-case --what events --format cameo -o events.csv',
  'parley export my-case --what network --one-mode -o parties.graphml',
)}`,
    )
    .action(async (places: string[], options) =>
      done(await (await import('./export.js')).runExport(places, options, effects)),
    )

  parley
    .command('lineage')
    .description('say which reports are one source with a report, who came first, and what each slipped in')
    .argument('<report>', 'the path of a report, or its id')
    .option('--in <places...>', 'the case it belongs to; left out: the case folder that it lies in')
    .option('--beside <report>', 'show it beside this report instead of its next of kin')
    .option('--json', 'print the lineage, its tree, the alignment and the drift as JSON')
    .addHelpText(
      'after',
      `
Words that only one of two sentences has stand in [-…-] and {+…+}.
${examples(
  'parley lineage my-case/reports/rewrite.html',
  'parley lineage 3f2a90c1b7de --in my-case --json | jq .drift',
)}`,
    )
    .action(async (report: string, options) =>
      done(await (await import('./lineage.js')).runLineage(report, options, effects)),
    )

  parley
    .command('statements')
    .description('mark in a report who is said to have said what')
    .argument('[files...]', 'reports in any format that Parley reads, JSON lines {id, text}, or - for standard input')
    .addOption(new Option('--json', 'one JSON line a text: {id, attributions}, for scoring').conflicts('brat'))
    .option('--brat', 'brat standoff lines; offsets count Unicode code points')
    .addOption(new Option('-o, --output <folder>', 'with --brat: write NAME.txt and NAME.ann for each text there'))
    .option('--case <folder>', 'take who belongs to which party from the case.yaml of this folder')
    .option('--fast', 'the model without syntax: faster, a little less right')
    .option('--all', 'show what stands outside the article too: navigation, captions, related links')
    .addHelpText(
      'after',
      `
Brackets and colour mark [1 source], {1 cue} and ‹1 content› of each attribution.
A report is read as a case reads it; what stands outside its article is left out, unless --all is given.
JSON lines are read as they stand: all of each text, ids and UTF-16 offsets untouched.
${examples(
  'parley statements report.html',
  'parley statements --json < texts.jsonl > attributions.jsonl',
  'parley statements reports/*.txt --brat -o brat/',
)}`,
    )
    .action(async (files: string[], options) =>
      done(await (await import('./statements.js')).runStatements(files, options, effects)),
    )

  parley
    .command('settle')
    .description('say which packages could still be agreed, and what would have to move')
    .argument(
      '[place]',
      'a case folder with a model.yaml; a model; a conflict (.gmcr, .yaml); a table of actors (.csv)',
    )
    .option('--draft', 'write a first model.yaml from the reports of the case, for you to correct')
    .option('--force', 'with --draft: replace a model.yaml that is there')
    .option('--stdout', 'with --draft: print the draft instead of writing it')
    .option('--schema', 'print the JSON Schema of model.yaml, for editors')
    .option('--json', 'print the whole answer as JSON')
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option(
      '--stable <state>',
      'of a conflict: say what would have to be preferred for this state to last',
      wholeNumber,
    )
    .option('--list <number>', 'how many packages to list', wholeNumber, 5)
    .option('--draws <number>', 'how many draws over what is uncertain', wholeNumber, 2000)
    .option('--seed <number>', 'where the draws start: the same seed gives the same answer', wholeNumber, 1)
    .addHelpText(
      'after',
      examples(
        'parley settle --draft my-case',
        'parley settle my-case',
        'parley settle model.yaml --json | jq .noZone',
        'parley settle standoff.gmcr --stable 4',
      ),
    )
    .action(async (place: string | undefined, options) =>
      done(await (await import('./settle.js')).runSettle(place, options, effects)),
    )

  parley
    .command('model')
    .description('turn scenarios of other tools into a model, and a model into theirs')
    .addArgument(new Argument('<action>', 'import or export').choices(modelActions))
    .argument(
      '[places...]',
      'to import: files or a folder of GENIUS, GeniusWeb or .gmcr; to export: a model or its case',
    )
    .option('-f, --format <kind>', 'of an import: model (default) or scenario; of an export: genius, geniusweb or gmcr')
    .addOption(
      new Option(
        '--convention <rule>',
        "how the other tool's numbers count: genius divides values by the highest of their issue, raw does not",
      ).choices(['genius', 'raw']),
    )
    .option('--lossy', 'of an export: leave out what the format cannot hold, and name it')
    .option('--json', 'print the model, the conflict, or the exported files by name as JSON')
    .option('-o, --output <path>', 'of an import: the file to write; of an export: the folder (gmcr: the file)')
    .addHelpText(
      'after',
      examples(
        'parley model import domain.xml north.xml south.xml -o model.yaml',
        'parley model import profiles/ --format scenario | parley stage frontier',
        'parley model export model.yaml --format geniusweb -o profiles/',
        'parley model import standoff.gmcr -o conflict.yaml',
      ),
    )
    .action(async (action: ModelAction, places: string[], options) =>
      done(await (await import('./model.js')).runModel(action, places, options, effects)),
    )

  agreementCommand(parley, effects, done)

  parley
    .command('stage')
    .description('run one stage as a filter: one JSON object a line in, one a line out')
    .argument('<name>', `one of ${stageNames.join(', ')}`)
    .addHelpText(
      'after',
      examples(
        'parley stage statements < texts.jsonl > attributions.jsonl',
        `echo '{"id":"a","text":"..."}' | parley stage positions`,
      ),
    )
    .action(async (name: string) => done(await (await import('./stage.js')).runStage(name, effects)))

  return parley
}
