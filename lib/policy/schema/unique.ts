import type { z } from "zod";
import { quote } from "../../text/show";

/** The list, with an error at each entry whose key an earlier entry has. */
export function unique<Entry extends z.ZodType>(
  list: z.ZodArray<Entry>,
  keyOf: (entry: z.output<Entry>) => string,
  what: string,
): z.ZodArray<Entry> {
  return list.superRefine((entries, context) => {
    const seen = new Map<string, number>();
    for (const [index, entry] of entries.entries()) {
      const key = keyOf(entry);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else
        context.addIssue({
          code: "custom",
          path: [index],
          message: `expected another ${what} than entry [${first}] has, got ${quote(key)} again`,
        });
    }
  });
}
