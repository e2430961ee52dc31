import { Argument, Command } from "commander";
import { oneOf } from "../options";
import { write } from "../output";
import { bash } from "./bash";
import { fish } from "./fish";
import { wordsOf } from "./words";
import { zsh } from "./zsh";

const SHELLS = { bash, zsh, fish } as const;

const NAMES = Object.keys(SHELLS) as (keyof typeof SHELLS)[];

const HELP = `
Examples:
  $ landfall completion bash \\
      > ~/.local/share/bash-completion/completions/landfall
  $ landfall completion zsh > "\${fpath[1]}/_landfall"
  $ landfall completion fish > ~/.config/fish/completions/landfall.fish`;

export function completionCommand(): Command {
  return new Command("completion")
    .description("print a script that completes landfall's commands, options and values in a shell")
    .addArgument(
      new Argument("<shell>", `one of ${NAMES.join(", ")}`).argParser((value) =>
        oneOf("completion", value, NAMES),
      ),
    )
    .addHelpText("after", HELP)
    .action((shell: keyof typeof SHELLS, _: object, command: Command) =>
      write(SHELLS[shell](wordsOf(command.parent as Command)), undefined),
    );
}
