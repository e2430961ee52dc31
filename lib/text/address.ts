/** The address of the block that `count` or `for_each` makes an instance of. */
export function withoutIndex(address: string): string {
  return address.replace(/\[(\d+|"([^"\\]|\\.)*")\]$/, "");
}
