import type { CommandWords, Values } from "./words";

/** A script for zsh, to be found in `fpath` as `_landfall` or sourced. */
export function zsh(commands: readonly CommandWords[]): string {
  return `#compdef landfall
# zsh completion of landfall; made by \`landfall completion zsh\`
_landfall() {
  local command="\${words[2]}" previous="\${words[CURRENT-1]}"
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
${commands.map(({ name, description }) => `      ${quoted(`${name}:${description}`)}`).join("\n")}
    )
    _describe command commands
    return
  fi
  case "$command $previous" in
${commands.flatMap(optionCases).join("\n")}
  *)
    case "$command" in
${commands.map(commandCase).join("\n")}
    esac ;;
  esac
}
if [ "$funcstack[1]" = "_landfall" ]; then _landfall "$@"; else compdef _landfall landfall; fi
`;
}

function optionCases({ name, options }: CommandWords): string[] {
  return options.flatMap(({ flag, values }) =>
    values === null ? [] : [`  "${name} ${flag}") ${said(values)} ;;`],
  );
}

function commandCase({ name, options, operands }: CommandWords): string {
  const flags = options.map(({ flag }) => flag).join(" ");
  return `    ${name}) if [[ "$PREFIX" == -* ]]; then compadd -- ${flags}; else ${said(operands)}; fi ;;`;
}

function said(values: Values): string {
  if (values === "files") return "_files";
  return values === "unknown" ? "_message value" : `compadd -- ${values.join(" ")}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
