/**
 * An absolute SVG path of moves, lines and ends ("M0,1L2,3Z") in steps of a tenth, points that fall together left
 * out: a third of its length.
 */
export function compact(path: string): string {
  return path.split("Z").map(ring).join("");
}

function ring(text: string): string {
  const points = text
    .slice(1)
    .split("L")
    .map((pair) => pair.split(",").map((value) => Math.round(Number(value) * 10)));
  let [px, py] = [0, 0];
  const steps: string[] = [];
  for (const [x = 0, y = 0] of points) {
    const isFirst = steps.length === 0;
    if (!isFirst && x === px && y === py) continue;
    steps.push(isFirst ? `M${pair(x, y)}` : `${steps.length === 1 ? "l" : " "}${pair(x - px, y - py)}`);
    [px, py] = [x, y];
  }
  // Fewer than three points enclose nothing.
  return steps.length < 3 ? "" : `${steps.join("").replaceAll(" -", "-")}z`;
}

/** A sign parts numbers as well as a blank does. */
function pair(x: number, y: number): string {
  return `${tenth(x)} ${tenth(y)}`;
}

function tenth(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, "$1.");
}
