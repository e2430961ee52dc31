import type { CommandWords, Values } from "./words";

/** A script for bash. Where files are wanted nothing is said, and bash completes them itself. */
export function bash(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# bash completion of landfall; made by \`landfall completion bash\`
_landfall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} --help --version"
  else
    case "$command $previous" in
${commands.flatMap(optionCases).join("\n")}
    *)
      case "$command" in
${commands.map(commandCase).join("\n")}
      esac ;;
    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _landfall landfall
`;
}

function optionCases({ name, options }: CommandWords): string[] {
  return options.flatMap(({ flag, values }) =>
    values === null ? [] : [`    "${name} ${flag}") ${said(values)} ;;`],
  );
}

function commandCase({ name, options, operands }: CommandWords): string {
  const flags = options.map(({ flag }) => flag).join(" ");
  return `      ${name}) if [[ "$current" == -* ]]; then words="${flags}"; else ${said(operands)}; fi ;;`;
}

function said(values: Values): string {
  if (values === "files") return ":";
  // A day or a name is no file.
  return values === "unknown" ? "compopt +o bashdefault +o default" : `words="${values.join(" ")}"`;
}
