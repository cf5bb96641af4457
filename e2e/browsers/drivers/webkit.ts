import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { findWebKit } from "../../../tools/other-browsers.ts";
import type { Display } from "./display.ts";
import type { Tab, TestedBrowser } from "./tab.ts";
import { WebDriverSession } from "./web-driver.ts";

const SCRIPT_TIMEOUT_MS = 120_000;

/** WebKitGTK's small browser, driven over classic WebDriver; each tab is a browser of its own. */
export class WebKit implements TestedBrowser {
  readonly #driver: ChildProcess;
  readonly #server: string;
  readonly #options: Readonly<Record<string, unknown>>;

  private constructor(driver: ChildProcess, server: string, options: Readonly<Record<string, unknown>>) {
    this.#driver = driver;
    this.#server = server;
    this.#options = options;
  }

  /** Starts WebKit's driver; `features` are the browser's own switches, such as `+AllowWebGLInWorkers`. */
  static async start(display: Display, features: readonly string[]): Promise<WebKit> {
    const found = findWebKit();
    if (!found) throw new Error("WebKitGTK is not installed: `npm run setup`.");
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display.name };
    const driver = spawn(found.driver, [`--port=${port}`], { env, stdio: "ignore" });
    const server = `http://127.0.0.1:${port}`;
    await untilReady(server);
    const args = ["--automation", ...features.map((feature) => `--features=${feature}`)];
    return new WebKit(driver, server, { "webkitgtk:browserOptions": { binary: found.browser, args } });
  }

  async newTab(): Promise<Tab> {
    const session = await WebDriverSession.open(this.#server, this.#options);
    await session.command("timeouts", { script: SCRIPT_TIMEOUT_MS });
    return new WebKitTab(session);
  }

  async close(): Promise<void> {
    this.#driver.kill();
  }
}

class WebKitTab implements Tab {
  /** Classic WebDriver does not tell of errors in the page. */
  readonly errors = [];
  readonly #session: WebDriverSession;

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  get version(): string {
    const { browserName, browserVersion } = this.#session.capabilities;
    return `${browserName}/${browserVersion}`;
  }

  async goto(url: string): Promise<void> {
    await this.#session.command("url", { url });
  }

  async reload(): Promise<void> {
    await this.#session.command("refresh");
  }

  async run<Args extends unknown[], Result>(code: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    const script = `return (${code}).apply(undefined, arguments);`;
    return (await this.#session.command("execute/sync", { script, args })) as Awaited<Result>;
  }

  async choose(selector: string, paths: readonly string[]): Promise<void> {
    await this.#session.command(`${await this.#session.find(selector)}/value`, { text: paths.join("\n") });
  }

  async click(selector: string): Promise<void> {
    await this.#session.command(`${await this.#session.find(selector)}/click`);
  }

  async close(): Promise<void> {
    await this.#session.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function untilReady(server: string): Promise<void> {
  for (let attempts = 0; attempts < 100; attempts++) {
    const isReady = await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKit's driver does not answer.");
}
