import { type ProgressOptions, withProgress } from "../../lib/cli/progress";

/** A terminal that keeps what it is given, and a clock that only tests move. */
function terminal(more: Partial<ProgressOptions> & { columns?: number; isTTY?: boolean } = {}) {
  const { columns = 40, isTTY = true, environment = {} } = more;
  const clock = { at: 0 };
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  return { clock, written, options: { stream, milliseconds: () => clock.at, environment } };
}

const CLEARED = "\r\u001b[K";

it("says nothing in the first two seconds, and leaves nothing to clear", () => {
  const { clock, written, options } = terminal();
  const answer = withProgress((say) => {
    for (clock.at = 0; clock.at < 2000; clock.at += 10) say("reading");
    return 42;
  }, options);
  expect({ answer, written }).toEqual({ answer: 42, written: [] });
});

it("rewrites one line from then on, and takes it away at the end", () => {
  const { clock, written, options } = terminal();
  withProgress((say) => {
    clock.at = 2000;
    say("reading a");
    clock.at = 2050;
    say("too soon");
    clock.at = 2100;
    say("reading b");
  }, options);
  expect(written).toEqual([`${CLEARED}reading a …`, `${CLEARED}reading b …`, CLEARED]);
});

it("takes it away when the work fails", () => {
  const { clock, written, options } = terminal();
  const fails = () =>
    withProgress((say) => {
      clock.at = 3000;
      say("reading");
      throw new Error("cut off");
    }, options);
  expect(fails).toThrow("cut off");
  expect(written.at(-1)).toBe(CLEARED);
});

it.each([
  ["a pipe or a file", { isTTY: false }],
  ["a terminal that cannot rewrite a line", { environment: { TERM: "dumb" } }],
  ["the log of a CI", { environment: { CI: "true" } }],
])("says nothing on %s", (_, more) => {
  const { clock, written, options } = terminal(more);
  withProgress((say) => {
    clock.at = 9000;
    say("reading");
  }, options);
  expect(written).toEqual([]);
});

it("keeps to one line, and makes visible what could rewrite the terminal", () => {
  const { clock, written, options } = terminal({ columns: 20 });
  withProgress((say) => {
    clock.at = 3000;
    say("reading a/very/long/directory/plan.json, 45 %");
    clock.at = 4000;
    say("\u001b[2J\n");
  }, options);
  expect(written.slice(0, 2)).toEqual([`${CLEARED}…/plan.json, 45 % …`, `${CLEARED}\\u001b[2J\\u000a …`]);
});
