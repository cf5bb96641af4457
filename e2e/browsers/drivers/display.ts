import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findXvfb } from "../../../tools/other-browsers.ts";

/** A display for browsers that draw on one even when nobody looks: this machine's, else one without a screen. */
export class Display {
  /** What DISPLAY says in a browser's environment. */
  readonly name: string;
  readonly #server: ChildProcess | undefined;

  private constructor(name: string, server?: ChildProcess) {
    this.name = name;
    this.#server = server;
  }

  /** Throws where there is neither a display nor xvfb. */
  static async open(): Promise<Display> {
    if (process.env.DISPLAY) return new Display(process.env.DISPLAY);
    const xvfb = findXvfb();
    if (!xvfb) throw new Error("There is no display. Install xvfb: `npm run setup`.");
    const server = spawn(xvfb, ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [number] = await once(server.stdout, "data");
    return new Display(`:${String(number).trim()}`, server);
  }

  close(): void {
    this.#server?.kill();
  }
}
