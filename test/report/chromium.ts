import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** The browser that `CHROMIUM` names, or one on the `PATH`; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  const candidates = named === undefined ? NAMES : [named];
  return candidates.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
}

type Message = Readonly<Record<string, unknown>>;

/** A page in headless Chromium, driven over a pipe by the DevTools protocol. */
export class Browser {
  /** Every request that was begun, by address. */
  readonly requests: string[] = [];
  /** What the console said, errors that nobody caught and breaches of the page's policy included. */
  readonly complaints: string[] = [];
  private readonly process: ChildProcess;
  private readonly profile = mkdtempSync(join(tmpdir(), "landfall-chromium-"));
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly awaited = new Map<string, () => void>();
  private session: string | undefined;
  private last = 0;

  constructor(path: string) {
    const flags = [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--hide-scrollbars",
      "--no-first-run",
      "--disable-background-networking",
      "--remote-debugging-pipe",
      `--user-data-dir=${this.profile}`,
    ];
    this.process = spawn(path, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    let text = "";
    (this.process.stdio[4] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      const messages = (text + chunk).split("\0");
      text = messages.pop() ?? "";
      for (const message of messages) this.hear(JSON.parse(message));
    });
  }

  /** Whether pages that are opened from now on may run scripts; what is asked of them still may. */
  async scripts(allowed: boolean): Promise<void> {
    await this.send("Emulation.setScriptExecutionDisabled", { value: !allowed });
  }

  async open(file: string, width = 1280, height = 900): Promise<void> {
    await this.attached();
    await this.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const loaded = new Promise<void>((done) => this.awaited.set("Page.loadEventFired", done));
    await this.send("Page.navigate", { url: pathToFileURL(file).href });
    await loaded;
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(`${expression}: ${JSON.stringify(exceptionDetails).slice(0, 500)}`);
    return (result as { value: T }).value;
  }

  /** A key as somebody presses it. */
  async press(key: string, text?: string): Promise<void> {
    const code = { key, code: key, windowsVirtualKeyCode: key === "Tab" ? 9 : key === "Enter" ? 13 : 32 };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...code, ...(text && { text }) });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...code });
  }

  async media(features: Readonly<Record<string, string>>, media = ""): Promise<void> {
    await this.attached();
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    await this.send("Emulation.setEmulatedMedia", { media, features: list });
  }

  async screenshot(params: Message = {}): Promise<Buffer> {
    const { data } = await this.send("Page.captureScreenshot", { format: "png", ...params });
    return Buffer.from(data as string, "base64");
  }

  async pdf(): Promise<Buffer> {
    const { data } = await this.send("Page.printToPDF", { printBackground: false });
    return Buffer.from(data as string, "base64");
  }

  /** What a screen reader is given: role and name of everything. */
  async spoken(): Promise<{ role: string; name: string }[]> {
    const { nodes } = await this.send("Accessibility.getFullAXTree", {});
    type Node = { ignored: boolean; role?: { value: string }; name?: { value: string } };
    return (nodes as Node[])
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: role?.value ?? "", name: name?.value ?? "" }));
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async attached(): Promise<void> {
    if (this.session !== undefined) return;
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    this.session = sessionId as string;
    for (const domain of ["Page", "Runtime", "Network", "Log", "Accessibility"])
      await this.send(`${domain}.enable`, {});
  }

  private send(method: string, params: Message): Promise<Message> {
    this.last += 1;
    const id = this.last;
    const message = { id, method, params, ...(this.session && { sessionId: this.session }) };
    (this.process.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return new Promise((done, fail) => {
      this.waiting.set(id, ({ result, error }) =>
        error === undefined
          ? done(result as Message)
          : fail(new Error(`${method}: ${JSON.stringify(error)}`)),
      );
    });
  }

  private hear({ id, method, params, ...message }: Message): void {
    if (typeof id === "number") {
      this.waiting.get(id)?.(message);
      this.waiting.delete(id);
      return;
    }
    const said = params as Record<string, Record<string, unknown>>;
    if (method === "Network.requestWillBeSent") this.requests.push(String(said["request"]?.["url"]));
    if (
      method === "Runtime.exceptionThrown" ||
      method === "Runtime.consoleAPICalled" ||
      method === "Log.entryAdded"
    )
      this.complaints.push(JSON.stringify(params));
    this.awaited.get(String(method))?.();
  }
}
