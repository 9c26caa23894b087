import { exitCodes, Failure } from '../failure.ts';
import type { Command, Run } from './command.ts';
import { commands, globalOptions } from './commands.ts';

/** What stands in the scripts: the commands, and the options of each. */
const names = commands.map(({ name }) => name).join(' ');

const scripts: Record<string, () => string> = {
  bash: () => `_labs() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W '${names}' -- "$word")); return; fi
  case "$word" in
    -*) case "$command" in
${commands.map((command) => `      ${command.name}) COMPREPLY=($(compgen -W '${optionWords(command)}' -- "$word")) ;;`).join('\n')}
    esac ;;
    *) case "$command" in
      validate) COMPREPLY=($(compgen -f -- "$word")) ;;
      completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$word")) ;;
      images) COMPREPLY=($(compgen -W 'install remove save load' -- "$word")) ;;
      ${withLab()}) COMPREPLY=($(compgen -W "$(labs list --json 2>/dev/null | sed -n 's/^ *"id": "\\(.*\\)",*$/\\1/p')" -- "$word")) ;;
    esac ;;
  esac
}
complete -F _labs labs`,
  zsh: () =>
    `#compdef labs\nautoload -U +X bashcompinit && bashcompinit\n${scripts.bash?.() ?? ''}`,
  fish: () =>
    [
      'complete -c labs -f',
      `complete -c labs -n __fish_use_subcommand -a '${names}'`,
      `complete -c labs -n '__fish_seen_subcommand_from ${withLab().replaceAll('|', ' ')}' -a "(labs list --json | sed -n 's/^ *\\"id\\": \\"\\(.*\\)\\",*\\$/\\1/p')"`,
      "complete -c labs -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'",
      "complete -c labs -n '__fish_seen_subcommand_from images' -a 'install remove save load'",
      ...commands.flatMap((command) =>
        optionWords(command)
          .split(' ')
          .map(
            (option) =>
              `complete -c labs -n '__fish_seen_subcommand_from ${command.name}' -l ${option.slice(2)}`,
          ),
      ),
    ].join('\n'),
};

export const run: Run = async (cli) => {
  const [shell = ''] = cli.args;
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (!script) {
    throw new Failure('cli.unknown-shell', exitCodes.usage, {
      shell,
      allowed: Object.keys(scripts).join(', '),
    });
  }
  if (cli.wantsJson) cli.json({ shell, script: script() });
  else cli.out(script());
  return exitCodes.done;
};

function optionWords(command: Command): string {
  return Object.keys({ ...globalOptions, ...command.options })
    .map((name) => `--${name}`)
    .join(' ');
}

function withLab(): string {
  return commands
    .filter(({ args }) => args.some((arg) => arg.includes('LAB')))
    .map(({ name }) => name)
    .join('|');
}
