import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { page } from "../../lib/reports/html/page";
import { useFiles } from "../terraform/files";
import { Browser, findChromium } from "./chromium";
import { estate, picture, policy } from "./run";

const path = findChromium();
if (path === undefined)
  console.warn(
    "Skipped: no Chromium on the PATH or in CHROMIUM, so the report is not looked at in a browser.",
  );

const HOSTILE = '<img src=x onerror="document.title=1">';

(path === undefined ? describe.skip : describe)("in a browser, the report", () => {
  const files = useFiles();
  let browser: Browser;
  let file: string;

  beforeAll(() => {
    browser = new Browser(path ?? "");
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    for (const [name, body] of Object.entries(estate)) files.write(`out/stacks/${name}/cdk.tf.json`, body);
    const resource = { aws_instance: { [HOSTILE]: { ami: "a", instance_type: "p5.48xlarge" } } };
    files.write("out/stacks/hostile/cdk.tf.json", { provider: { aws: [{ region: "us-east-1" }] }, resource });
    file = files.at("report.html");
    writeFileSync(file, page(picture([files.at("out")], policy).picture));
    browser.requests.length = 0;
    browser.complaints.length = 0;
    await browser.media({});
    await browser.open(file);
  });
  // Whatever was done to the page.
  afterEach(() => {
    expect(browser.complaints).toEqual([]);
    expect(browser.requests.filter((url) => url !== pathToFileURL(file).href)).toEqual([]);
  });

  const count = (table: string) =>
    browser.value<string>(`document.getElementById("${table}-count").textContent`);
  const stacks = () =>
    browser.value<string[]>(
      '[...document.querySelectorAll("#placements-table tbody tr")].map((row) => row.dataset.stack)',
    );
  const choose = (by: string, value: string) =>
    browser.value(`{
      const select = document.querySelector("[data-filter-by=${by}]");
      select.value = ${JSON.stringify(value)};
      select.dispatchEvent(new Event("change"));
    }`);
  const settled = () => new Promise((done) => setTimeout(done, 200));
  const type = async (text: string) => {
    await browser.value(`{
      const input = document.getElementById("search");
      input.value = ${JSON.stringify(text)};
      input.dispatchEvent(new Event("input"));
    }`);
    await settled();
  };
  const shadeOf = (country: string) =>
    browser.value<string>(`document.querySelector('.land [data-c="${country}"]').dataset.v`);

  it("loads without a complaint and without a request", async () => {
    expect(await browser.value("document.title")).toBe("Blocked: Landfall report as of 2026-11-23");
    expect(await browser.value("document.querySelectorAll('.land path').length")).toBeGreaterThan(200);
    expect(await browser.value("document.querySelectorAll('a.spot').length")).toBe(5);
    expect(browser.requests).toEqual([pathToFileURL(file).href]);
  });

  it("shows an address that is markup as text", async () => {
    expect(await browser.value("document.images.length")).toBe(0);
    expect(await browser.value("document.body.textContent")).toContain(HOSTILE);
    await type("onerror");
    expect(await stacks()).toEqual(["hostile"]);
    expect(await browser.value("document.images.length")).toBe(0);
  });

  it("would run no script that got in all the same", async () => {
    const ran = await browser.value(`new Promise((done) => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => done(violatedDirective));
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      setTimeout(() => done(String(window.ran)), 500);
    })`);
    expect(ran).toBe("script-src-elem");
    expect(browser.complaints.length).toBeGreaterThan(0);
    browser.complaints.length = 0;
  });

  it("filters both tables by words, verdict, class, country and stack, and clears", async () => {
    expect(await count("placements")).toBe("1 to 5 of 5");
    await choose("answer", "blocked");
    expect(await stacks()).toEqual(["bh-train"]);
    expect(await count("placements")).toBe("1 to 1 of 1, filtered from 5");
    await choose("answer", "");
    await choose("country", "Germany");
    expect(await stacks()).toEqual(["eu-train"]);
    expect(await count("findings")).toContain("filtered from");
    await choose("class", "3A090.a");
    await choose("stack", "eu-train");
    expect(await stacks()).toEqual(["eu-train"]);
    await type("nothing like it");
    expect(await count("placements")).toBe("None of 0, filtered from 5");
    await browser.value("document.getElementById('clear').click()");
    expect(await count("placements")).toBe("1 to 5 of 5");
    await type("H200 united arab");
    expect(await stacks()).toEqual(["ae-train"]);
  });

  it("sorts by a column and says how", async () => {
    const sortBy = (name: string) => browser.value(`document.querySelector("[data-sort=${name}]").click()`);
    const said = () => browser.value("document.querySelector('[data-sort=count]').closest('th').ariaSort");
    await sortBy("count");
    expect((await stacks()).slice(-1)).toEqual(["ae-train"]);
    expect(await said()).toBe("ascending");
    await sortBy("count");
    expect((await stacks())[0]).toBe("ae-train");
    expect(await said()).toBe("descending");
    await sortBy("answer");
    expect((await stacks())[0]).toBe("bh-train");
    expect(await said()).toBe("none");
  });

  it("shades countries for the class or the accelerator that is chosen, and says why", async () => {
    const chooseKind = (name: string) =>
      browser.value(`{
        const kind = document.getElementById("kind");
        kind.selectedIndex = [...kind.options].findIndex(({ textContent }) => textContent === "${name}");
        kind.dispatchEvent(new Event("change"));
      }`);
    const hover = (country: string) =>
      browser.value(
        `document.querySelector('.land [data-c="${country}"]').dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`,
      );
    const readout = () => browser.value<string>("document.getElementById('readout').textContent");
    expect([await shadeOf("AE"), await shadeOf("BH"), await shadeOf("US")]).toEqual([
      "blocked",
      "blocked",
      "allowed",
    ]);
    await chooseKind("none");
    expect([await shadeOf("AE"), await shadeOf("BH")]).toEqual(["allowed", "allowed"]);
    await chooseKind("NVIDIA H200 SXM");
    expect([await shadeOf("AE"), await shadeOf("BH")]).toEqual(["authorized", "blocked"]);
    await hover("BH");
    expect(await readout()).toBe("Bahrain: NVIDIA H200 SXM blocked (us-ear/zone-a).");
    await hover("AE");
    expect(await readout()).toBe(
      "United Arab Emirates: NVIDIA H200 SXM authorized (us-ear/uae (by BIS D1)).",
    );
  });

  it("enlarges a part of the map, dots keeping their size", async () => {
    const radius = () =>
      browser.value<number>(
        "document.querySelector('a.spot[data-filter=me-south-1] circle').getBoundingClientRect().width",
      );
    const before = await radius();
    await browser.value(
      "[...document.querySelectorAll('[name=view]')].find(({ parentElement }) => parentElement.textContent === 'Middle East').click()",
    );
    expect(await browser.value("document.getElementById('map').getAttribute('viewBox')")).not.toMatch(
      /^0 0 1000/,
    );
    expect(Math.abs((await radius()) - before)).toBeLessThan(1);
  });

  it("follows the system's light or dark, and can be told otherwise", async () => {
    const paper = () => browser.value<string>("getComputedStyle(document.body).backgroundColor");
    const light = await paper();
    await browser.media({ "prefers-color-scheme": "dark" });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await browser.value("document.getElementById('theme').click()");
    expect(await paper()).toBe(light);
    await browser.value("document.getElementById('theme').click()");
    expect(await paper()).toBe(dark);
    await browser.value("localStorage.clear()");
  });

  it("has enough contrast for every text, light and dark", async () => {
    for (const scheme of ["light", "dark"]) {
      await browser.media({ "prefers-color-scheme": scheme });
      expect(await browser.value<unknown[]>(FAINT)).toEqual([]);
    }
  });

  it("is used with the keyboard alone", async () => {
    await browser.press("Tab");
    expect(await browser.value("document.activeElement.textContent")).toBe("Skip to the report");
    await browser.press("Enter", "\r");
    expect(await browser.value("document.activeElement.id")).toBe("main");
    const reached: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await browser.press("Tab");
      const { activeElement: at } = await browser.value<{ activeElement: string }>(
        "({ activeElement: document.activeElement.id || document.activeElement.dataset.filter || document.activeElement.tagName })",
      );
      reached.push(at);
      if (at === "me-south-1")
        expect(await browser.value("document.getElementById('readout').textContent")).toContain("Bahrain");
      if (at === "SUMMARY") break;
    }
    for (const wanted of ["kind", "INPUT", "me-south-1", "BUTTON", "search", "SUMMARY"])
      expect(reached).toContain(wanted);
    await browser.press("Enter", "\r");
    expect(await browser.value("document.activeElement.parentElement.open")).toBe(true);
    await browser.value("document.querySelector('[data-filter=me-south-1]').focus()");
    await browser.press("Enter", "\r");
    expect(await stacks()).toEqual(["bh-train"]);
  });

  it("reads well aloud: landmarks, headings, tables with names, dots in words", async () => {
    const spoken = await browser.spoken();
    const named = (role: string) => spoken.filter((one) => one.role === role).map(({ name }) => name);
    expect(named("main").length).toBe(1);
    expect(named("navigation")).toEqual(["Sections", "Pages of findings", "Pages of placements"]);
    expect(named("search")).toEqual(["Filter findings and placements"]);
    expect(named("heading")).toEqual(
      expect.arrayContaining(["Blocked", "Where it stands", "Findings", "Evidence"]),
    );
    expect(named("table").length).toBeGreaterThan(8);
    expect(named("table")).not.toContain("");
    expect(named("link")).toContain(
      "me-south-1, Bahrain: 8 × NVIDIA H200 SXM; blocked. Shows its placements.",
    );
    for (const role of ["button", "combobox", "searchbox", "radio", "link"])
      expect(named(role)).not.toContain("");
  });

  it("prints, with what the findings hold", async () => {
    await browser.value("dispatchEvent(new Event('beforeprint'))");
    expect(await browser.value("document.querySelectorAll('details:not([open])').length")).toBe(0);
    await browser.value("dispatchEvent(new Event('afterprint'))");
    expect(await browser.value("document.querySelectorAll('#findings details[open]').length")).toBe(0);
    expect((await browser.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("fits a narrow window without scrolling sideways", async () => {
    await browser.open(file, 380, 800);
    expect(await browser.value("document.documentElement.scrollWidth")).toBe(380);
  });

  it("shows everything where scripts do not run", async () => {
    await browser.scripts(false);
    await browser.open(file);
    await browser.scripts(true);
    expect(await browser.value("document.querySelectorAll('#placements-table tbody tr').length")).toBe(5);
    expect(
      await browser.value("getComputedStyle(document.getElementById('search').closest('div')).display"),
    ).toBe("none");
    expect(await shadeOf("BH")).toBe("blocked");
  });

  it("has nothing to filter where nothing is placed, and does not stumble", async () => {
    files.write("none/stacks/s/cdk.tf.json", { resource: {} });
    writeFileSync(file, page(picture([files.at("none")]).picture));
    await browser.open(file);
    expect(await browser.value("getComputedStyle(document.querySelector('.filter')).display")).toBe("none");
    expect(await browser.value("document.getElementById('readout').textContent")).toContain("3A090.a");
  });

  it("stays quick with 5,000 placements", async () => {
    const regions = ["eu-central-1", "us-east-1", "me-south-1", "ap-south-1"];
    for (let stack = 0; stack < 10; stack += 1) {
      const machines = Array.from({ length: 500 }, (_, i) => [
        `gpu_${stack}_${i}`,
        { ami: "a", instance_type: "p5.48xlarge", region: regions[i % 4] },
      ]);
      files.write(`big/stacks/s${stack}/cdk.tf.json`, {
        provider: { aws: [{ region: "us-east-1" }] },
        resource: { aws_instance: Object.fromEntries(machines) },
      });
    }
    writeFileSync(file, page(picture([files.at("big")], policy).picture));
    await browser.open(file);
    expect(await count("placements")).toBe("1 to 50 of 5,000");
    expect(await browser.value("document.querySelectorAll('#placements-table tbody tr').length")).toBe(50);
    await browser.value("document.querySelectorAll('[data-page=\"1\"]')[1].click()");
    expect(await count("placements")).toBe("51 to 100 of 5,000");
    await choose("country", "Bahrain");
    expect(await count("placements")).toBe("1 to 50 of 1,250, filtered from 5,000");
    expect(await browser.value("document.querySelectorAll('*').length")).toBeLessThan(10_000);
  });
});

/** Texts whose contrast with what is behind them is below what WCAG 2 asks for at level AA. */
const FAINT = `(() => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((value) => channel(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (numbers(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const faint = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg, option, .unseen, :disabled")) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.add(element.tagName + "." + element.className + " " + contrast.toFixed(2));
  }
  return [...faint];
})()`;
