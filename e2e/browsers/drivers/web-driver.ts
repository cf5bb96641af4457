/** The name under which WebDriver hands out elements. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A session of the W3C's WebDriver protocol over HTTP: https://www.w3.org/TR/webdriver2/ */
export class WebDriverSession {
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly #url: string;

  private constructor(url: string, capabilities: Readonly<Record<string, unknown>>) {
    this.#url = url;
    this.capabilities = capabilities;
  }

  /** Asks the driver at `server` for a browser with these capabilities. */
  static async open(server: string, alwaysMatch: Readonly<Record<string, unknown>>): Promise<WebDriverSession> {
    const reply = await request("POST", `${server}/session`, { capabilities: { alwaysMatch } });
    const { sessionId, capabilities } = reply as { sessionId: string; capabilities: Record<string, unknown> };
    return new WebDriverSession(`${server}/session/${sessionId}`, capabilities);
  }

  /** A command of the session, such as `url` or `refresh`. */
  async command(path: string, body: object = {}): Promise<unknown> {
    return request("POST", `${this.#url}/${path}`, body);
  }

  /** The path of the first element that the CSS selector finds, for commands. Throws where there is none. */
  async find(selector: string): Promise<string> {
    const found = await this.command("element", { using: "css selector", value: selector });
    return `element/${(found as Record<string, string>)[ELEMENT]}`;
  }

  /** Ends the session and its browser. */
  async close(): Promise<void> {
    await request("DELETE", this.#url);
  }
}

async function request(method: string, url: string, body?: object): Promise<unknown> {
  const reply = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await reply.json()) as { value: unknown };
  if (reply.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebDriver: ${error}: ${message} (${method} ${new URL(url).pathname})`);
}
