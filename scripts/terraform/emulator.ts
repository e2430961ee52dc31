import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** AWS's interfaces (`moto_server`) on this machine's loopback. */
export class Emulator {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Undefined where `moto_server` is not on the path or does not answer. */
  static async start(): Promise<Emulator | undefined> {
    const port = await freePort();
    const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
      stdio: "ignore",
      env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
    });
    const emulator = new Emulator(child, `http://127.0.0.1:${port}`);
    process.once("exit", () => emulator.stop());
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
    let gone = false;
    child.on("error", () => {
      gone = true;
    });
    child.on("exit", () => {
      gone = true;
    });
    for (let tries = 0; tries < 150 && !gone; tries++) {
      if (await emulator.reset().catch(() => false)) return emulator;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    emulator.stop();
    return undefined;
  }

  stop(): void {
    this.child.kill();
  }

  async reset(): Promise<boolean> {
    const response = await fetch(`${this.url}/moto-api/reset`, { method: "POST" });
    return response.ok;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
